using Relations.App.Tests.Api;
using Relations.Domain.Agreements;
using Relations.Domain.Recording;
using static Relations.App.Tests.Api.Story;
using static Relations.Domain.Agreements.AgreementStatus;

namespace Relations.App.Tests.Agreements;

/// <summary>What the rules of agreements forbid. Most stories begin with an agreement of CAN and OIM attested somewhere since 1992.</summary>
public static class AgreementRefusals
{
    internal const string Attest = "/api/agreements/attest";
    private const string Propose = "/api/agreements/propose";

    private static readonly AgreementTerm To2025 = AgreementTerm.EndingOn(On("2025"));

    public static IReadOnlyList<RefusalCase> All { get; } =
    [
        .. Opening, .. Consenting, .. Entering, .. Changing, .. Ending, .. Correcting,
    ];

    private static IEnumerable<RefusalCase> Opening =>
    [
        new(AgreementRules.TwoParties, "parties", Attest, c => Attested(c) with { Parties = [c.Can, c.Can] }),
        new(AgreementRules.TermIsWhole, "term", Attest, c => Attested(c) with { Term = new(TermKind.Until) }),
        new(AgreementRules.TermEndsAfterEntry, "term", Attest, c => Attested(c) with { Term = AgreementTerm.EndingOn(On("1991")) }),
        new(AgreementRules.PeriodInBounds, "graceDays", Attest, c => Attested(c) with { GraceDays = -1 }),
        new(AgreementRules.PeriodInBounds, "term", Attest, c => Attested(c) with { Term = AgreementTerm.Lasting(1_201) }),
        new(CommonRules.NotInTheFuture, "since", Attest, c => Attested(c) with { Since = On("2999") }),
        new(CommonRules.ReferenceUnknown, "parties[1]", Attest, c => Attested(c) with { Parties = [c.Can, new(Guid.Empty)] }),
        new(CommonRules.ReferenceUnknown, "underAgreement", Attest, c => Attested(c) with { UnderAgreement = new(Guid.Empty) }),
        new(CommonRules.TextRequired, "title", Propose, c =>
            new ProposeAgreement([c.CanOim], AgreementType.Treaty, " ", null, [c.Can, c.Oim], On("2018"))),
        new(AgreementRules.NegotiationBeforeText, null, Standing(Initialled, "open-negotiation"), _ => new OpenNegotiation(On("1993"))),
        new(AgreementRules.TextBeforeSignature, null, Standing(Signed, "initial-text"), _ => new InitialText(On("1993"))),
        new(AgreementRules.InOrder, "on", Standing(Proposed, "open-negotiation"), _ => new OpenNegotiation(On("1991"))),
    ];

    private static IEnumerable<RefusalCase> Consenting =>
    [
        new(AgreementRules.OnlyAParty, "party", Standing(Proposed, "sign"), c => Sign(c) with { Party = c.Sgcan }),
        new(AgreementRules.ConsentsOnce, "party", Standing(Proposed, "sign", ("sign", Sign)), Sign),
        new(AgreementRules.ConsentBeforeForce, "on", Standing(InForce, "sign"), Sign),
        new(AgreementRules.ConfirmsAdReferendum, "party", Standing(Proposed, "confirm-signature", ("sign", Sign)), c =>
            new ConfirmSignature(c.Can, On("1994"))),
        new(AgreementRules.RatifiesWhatItSigned, "party", Standing(Proposed, "ratify"), Ratify),
        new(AgreementRules.AlreadyAParty, "party", Standing(InForce, "accede-to"), c => new AccedeToAgreement(c.Can, On("1993"))),
        new(AgreementRules.AccessionOnceSigned, null, Standing(Proposed, "accede-to"), Accede),
        new(AgreementRules.WithdrawalLeavesTwo, "party", Standing(InForce, "withdraw-from"), Withdraw),
        new(AgreementRules.WithdrawalTakesEffectLater, "effectiveOn", Standing(InForce, "withdraw-from", ("accede-to", Accede)), c =>
            Withdraw(c) with { EffectiveOn = On("2009") }),
        new(AgreementRules.RegisteredOnceSigned, null, Standing(Proposed, "register"), _ =>
            new RegisterAgreement("SGCAN", "C-12", On("1993"))),
    ];

    private static IEnumerable<RefusalCase> Entering =>
    [
        new(AgreementRules.ProvisionalOnceSigned, null, Standing(Proposed, "apply-provisionally"), _ => new ApplyProvisionally(On("1993"))),
        new(AgreementRules.EverySignatureFirst, null, Standing(Proposed, "enter-into-force", ("sign", Sign)), _ => new EnterIntoForce(On("1994"))),
        new(
            AgreementRules.EveryRatificationFirst,
            null,
            Told(c => Attested(c) with { Status = Signed, EntryRequires = ConsentKind.Ratification }, "enter-into-force"),
            _ => new EnterIntoForce(On("1994"))),
        new(AgreementRules.EntersForceOnce, null, Standing(InForce, "enter-into-force"), _ => new EnterIntoForce(On("1994"))),
        new(AgreementRules.WithdrawnBeforeForce, null, Standing(InForce, "withdraw-before-force"), _ =>
            new WithdrawBeforeForce(On("1994"), "Sin fondos")),
    ];

    private static IEnumerable<RefusalCase> Changing =>
    [
        new(AgreementRules.AmendedOnceSigned, null, Standing(Proposed, "amend"), _ => new AmendAgreement("Artículo 3", On("1993"))),
        new(AgreementRules.RenewalInForce, null, Standing(Signed, "extend"), _ => new ExtendAgreement(On("2020"), On("2030"))),
        new(AgreementRules.RenewalInTime, "on", Until2025("extend"), _ => new ExtendAgreement(On("2026"), On("2030"))),
        new(AgreementRules.NotToAnEarlierEnd, "until", Until2025("extend"), _ => new ExtendAgreement(On("2020"), On("2024"))),
        new(AgreementRules.RenewalSaysItsEnd, "term", Standing(InForce, "renew"), _ => new RenewAgreement(On("2016"))),
        new(AgreementRules.SuspendedInForce, null, Standing(Signed, "suspend"), _ => new SuspendAgreement(On("2016"), "Crisis")),
        new(AgreementRules.ResumedWhenSuspended, null, Standing(InForce, "resume"), _ => new ResumeAgreement(On("2016"))),
    ];

    private static IEnumerable<RefusalCase> Ending =>
    [
        new(AgreementRules.NoticeInForce, null, Standing(Signed, "give-notice"), Notify),
        new(AgreementRules.NoticePeriod, "effectiveOn", Told(c => Attested(c) with { NoticeMonths = 7 }, "give-notice"), Notify),
        new(AgreementRules.TerminatedOnceInForce, null, Standing(Signed, "terminate"), _ => new TerminateAgreement(On("2016"), "Acuerdo")),
        new(AgreementRules.TerminationNeedsReason, "why", Standing(InForce, "terminate"), _ => new TerminateAgreement(On("2016"))),
        new(AgreementRules.TerminatedAfterNotice, "on", Standing(InForce, "terminate", ("give-notice", Notify)), _ =>
            new TerminateAgreement(On("2025-07-14"))),
        new(AgreementRules.ExpiryOnceInForce, null, Told(c => Attested(c) with { Status = Signed, Term = To2025 }, "expire"), Expire),
        new(AgreementRules.ExpiryOfFixedTerm, null, Standing(InForce, "expire"), Expire),
        new(AgreementRules.ExpiryAfterTerm, "on", Until2025("expire"), _ => new ExpireAgreement(On("2024"))),
        new(
            AgreementRules.AutomaticRenewalPending,
            null,
            Told(c => Attested(c) with { Term = To2025, Renewal = RenewalMode.Automatic }, "expire"),
            Expire),
        SupersededByItself(),
        new(AgreementRules.NothingFollowsAnEnd, null, Standing(Expired, "record-obligation"), _ => new RecordObligation("Informar")),
    ];

    private static IEnumerable<RefusalCase> Correcting =>
    [
        new(AgreementRules.GivenOrUnknown, "unknown", Standing(InForce, "correct"), _ =>
            new CorrectAgreement(new() { Since = On("1993") }, [AgreementField.Since]) { Provenance = Mistake }),
        new(AgreementRules.AlwaysKnown, "unknown", Standing(InForce, "correct"), _ =>
            new CorrectAgreement(new(), [AgreementField.Term]) { Provenance = Mistake }),
        new(CommonRules.NothingChanged, null, Standing(InForce, "correct"), _ => new CorrectAgreement(new()) { Provenance = Mistake }),
        new(CommonRules.CorrectionNeedsReason, "provenance.reason", Standing(InForce, "correct"), _ =>
            new CorrectAgreement(new() { Since = On("1993") })),
        new(AgreementRules.NoSuchConsent, "party", Standing(InForce, "correct-consent"), c =>
            new CorrectConsent(c.Oim, ConsentKind.Signature, On("1991")) { Provenance = Mistake }),
        new(AgreementRules.NoSuchConsent, "party", Standing(InForce, "retract-consent"), c =>
            new RetractConsent(c.Oim, ConsentKind.Signature) { Provenance = Mistake }),
        new(AgreementRules.OnlySignaturesHaveSignatories, null, Standing(InForce, "correct-consent", ("ratify", Ratify)), c =>
            new CorrectConsent(c.Can, ConsentKind.Ratification, Signatory: c.Davalos) { Provenance = Mistake }),
        new(AgreementRules.NoSuchEntry, "number", Standing(InForce, "retract-entry"), _ => new RetractEntry(7) { Provenance = Mistake }),
    ];

    internal static AttestAgreement Attested(Cast cast) => new(
        [cast.CanOim], AgreementType.CooperationAgreement, null, null, [cast.Can, cast.Oim], InForce, On("1992"));

    internal static SignAgreement Sign(Cast cast) => new(cast.Can, cast.SanMiguel, false, On("1993"));

    private static RatifyAgreement Ratify(Cast cast) => new(cast.Can, On("1994"));

    private static AccedeToAgreement Accede(Cast cast) => new(cast.Sgcan, On("1993"));

    private static WithdrawFromAgreement Withdraw(Cast cast) => new(cast.Can, On("2010"));

    private static GiveNotice Notify(Cast cast) => new(cast.Can, On("2025-01-15"), On("2025-07-15"));

    private static ExpireAgreement Expire(Cast cast) => new(On("2026"));

    private static RefusalCase SupersededByItself()
    {
        var itself = Guid.Empty;
        return new(AgreementRules.AnotherAgreement, "by", TellAsync, _ => new SupersedeAgreement(new(itself), On("2016")));

        async Task<string> TellAsync(ApiClient api, Cast cast)
        {
            var path = await Standing(InForce, "supersede")(api, cast);
            itself = Guid.Parse(path.Split('/')[3]);
            return path;
        }
    }

    private static Func<ApiClient, Cast, Task<string>> Standing(
        AgreementStatus status, string next, params (string Verb, Func<Cast, Command> Command)[] before) =>
        Told(c => Attested(c) with { Status = status }, next, before);

    private static Func<ApiClient, Cast, Task<string>> Until2025(string next) => Told(c => Attested(c) with { Term = To2025 }, next);

    private static Func<ApiClient, Cast, Task<string>> Told(
        Func<Cast, AttestAgreement> opens, string next, params (string Verb, Func<Cast, Command> Command)[] before) =>
        Tell(Attest, opens, next, before);
}
