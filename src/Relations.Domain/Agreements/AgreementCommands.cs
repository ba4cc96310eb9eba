using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.Domain.Agreements;

/// <summary>What can be asked of an agreement.</summary>
public abstract record AgreementCommand : Command;

/// <summary>
/// Records an old instrument that is known only to exist, or by its state, such as one in force since 1992. It counts as having passed the
/// states before: one attested in force has every consent. What nobody wrote down stays unknown.
/// </summary>
/// <param name="Partnerships">The partnerships it belongs to.</param>
/// <param name="Type">What sort of instrument it is.</param>
/// <param name="Title">Its title, at most <see cref="Limits.Subject"/> characters.</param>
/// <param name="Subject">What it is about, at most <see cref="Limits.Text"/> characters.</param>
/// <param name="Parties">Its parties, at least two.</param>
/// <param name="Status">Where it stands; any state.</param>
/// <param name="Since">Since when it stands there.</param>
/// <param name="Term">How long it runs; null is unknown, not open-ended.</param>
/// <param name="Renewal">What happens when the term runs out.</param>
/// <param name="RenewalMonths">For how many months it is renewed.</param>
/// <param name="NoticeMonths">How many months before its effect a notice is given; null is unknown.</param>
/// <param name="GraceDays">How many days after its end it can still be renewed.</param>
/// <param name="ReviewOn">When the parties review it next.</param>
/// <param name="EntryRequires">What its entry into force requires.</param>
/// <param name="Reference">Its reference number, at most <see cref="Limits.Code"/> characters.</param>
/// <param name="Supersedes">The agreement that it replaces.</param>
/// <param name="UnderAgreement">The framework that it stands under.</param>
public sealed record AttestAgreement(
    IReadOnlyList<PartnershipId> Partnerships,
    AgreementType Type,
    string? Title,
    string? Subject,
    IReadOnlyList<OrganisationId> Parties,
    AgreementStatus Status,
    EdtfDate? Since,
    AgreementTerm? Term = null,
    RenewalMode Renewal = RenewalMode.Unknown,
    int? RenewalMonths = null,
    int? NoticeMonths = null,
    int? GraceDays = null,
    EdtfDate? ReviewOn = null,
    ConsentKind EntryRequires = ConsentKind.Signature,
    string? Reference = null,
    AgreementId? Supersedes = null,
    AgreementId? UnderAgreement = null) : AgreementCommand, IOpensRecord;

/// <summary>Records that a new agreement was proposed.</summary>
/// <param name="Partnerships">The partnerships it belongs to.</param>
/// <param name="Type">What sort of instrument it is to be.</param>
/// <param name="Title">Its title, at most <see cref="Limits.Subject"/> characters.</param>
/// <param name="Subject">What it is about, at most <see cref="Limits.Text"/> characters.</param>
/// <param name="Parties">Its parties, at least two.</param>
/// <param name="On">When it was proposed.</param>
/// <param name="Term">How long it is to run; null is unknown, not open-ended.</param>
/// <param name="Renewal">What is to happen when the term runs out.</param>
/// <param name="RenewalMonths">For how many months it is to be renewed.</param>
/// <param name="NoticeMonths">How many months before its effect a notice is to be given; null is unknown.</param>
/// <param name="GraceDays">How many days after its end it can still be renewed.</param>
/// <param name="ReviewOn">When the parties are to review it.</param>
/// <param name="EntryRequires">What its entry into force requires.</param>
/// <param name="Reference">Its reference number, at most <see cref="Limits.Code"/> characters.</param>
/// <param name="Supersedes">The agreement that it is to replace.</param>
/// <param name="UnderAgreement">The framework that it stands under.</param>
public sealed record ProposeAgreement(
    IReadOnlyList<PartnershipId> Partnerships,
    AgreementType Type,
    string Title,
    string? Subject,
    IReadOnlyList<OrganisationId> Parties,
    EdtfDate On,
    AgreementTerm? Term = null,
    RenewalMode Renewal = RenewalMode.Unknown,
    int? RenewalMonths = null,
    int? NoticeMonths = null,
    int? GraceDays = null,
    EdtfDate? ReviewOn = null,
    ConsentKind EntryRequires = ConsentKind.Signature,
    string? Reference = null,
    AgreementId? Supersedes = null,
    AgreementId? UnderAgreement = null) : AgreementCommand, IOpensRecord;

/// <summary>Records that the parties began to negotiate.</summary>
/// <param name="On">When.</param>
public sealed record OpenNegotiation(EdtfDate On) : AgreementCommand;

/// <summary>Records that the text was adopted (VCLT 1969, art. 9).</summary>
/// <param name="On">When.</param>
public sealed record AdoptText(EdtfDate On) : AgreementCommand;

/// <summary>Records that the text was initialled (VCLT 1969, art. 10(b)).</summary>
/// <param name="On">When.</param>
public sealed record InitialText(EdtfDate On) : AgreementCommand;

/// <summary>Records that a party signed. The last signature that counts makes the agreement signed.</summary>
/// <param name="Party">The party.</param>
/// <param name="Signatory">Who signed for it; null where nobody wrote it down.</param>
/// <param name="AdReferendum">Whether the signature still needs the party's confirmation (VCLT 1969, art. 12(2)(b)).</param>
/// <param name="On">When.</param>
public sealed record SignAgreement(OrganisationId Party, PersonId? Signatory, bool AdReferendum, EdtfDate On) : AgreementCommand;

/// <summary>Records that a party confirmed the signature made ad referendum for it, which thereby counts.</summary>
/// <param name="Party">The party.</param>
/// <param name="On">When.</param>
public sealed record ConfirmSignature(OrganisationId Party, EdtfDate On) : AgreementCommand;

/// <summary>Records that a party ratified or formally confirmed what it had signed.</summary>
/// <param name="Party">The party.</param>
/// <param name="On">When.</param>
/// <param name="Form">By which act; an international organisation formally confirms.</param>
public sealed record RatifyAgreement(
    OrganisationId Party, EdtfDate On, RatificationForm Form = RatificationForm.Ratification) : AgreementCommand;

/// <summary>Records that another organisation became a party, without signature (VCLT 1969, art. 15).</summary>
/// <param name="Party">The new party.</param>
/// <param name="On">When.</param>
public sealed record AccedeToAgreement(OrganisationId Party, EdtfDate On) : AgreementCommand;

/// <summary>Records that one of three or more parties left (VCLT 1969, art. 54). One of two gives notice of termination instead.</summary>
/// <param name="Party">The party.</param>
/// <param name="On">When it said so.</param>
/// <param name="EffectiveOn">When it takes effect, which may lie ahead; null is at once.</param>
public sealed record WithdrawFromAgreement(OrganisationId Party, EdtfDate On, EdtfDate? EffectiveOn = null) : AgreementCommand;

/// <summary>Records a registration or deposit (VCLT 1969, arts. 76 to 80; Charter of the United Nations, art. 102).</summary>
/// <param name="Where">The depositary or register, at most <see cref="Limits.Name"/> characters.</param>
/// <param name="Number">Its number there, at most <see cref="Limits.Code"/> characters; null where there is none.</param>
/// <param name="On">When.</param>
public sealed record RegisterAgreement(string Where, string? Number, EdtfDate On) : AgreementCommand;

/// <summary>Records that it is applied before it is in force (VCLT 1969, art. 25).</summary>
/// <param name="On">Since when.</param>
public sealed record ApplyProvisionally(EdtfDate On) : AgreementCommand;

/// <summary>Records its entry into force (VCLT 1969, art. 24).</summary>
/// <param name="On">When.</param>
public sealed record EnterIntoForce(EdtfDate On) : AgreementCommand;

/// <summary>Records what a party reserved or declared (VCLT 1969, arts. 19 to 23).</summary>
/// <param name="Party">The party.</param>
/// <param name="Kind">Whether it is a reservation or a declaration.</param>
/// <param name="Text">Its words, at most <see cref="Limits.Text"/> characters.</param>
/// <param name="On">When.</param>
public sealed record MakeReservation(OrganisationId Party, ReservationKind Kind, string Text, EdtfDate On) : AgreementCommand;

/// <summary>Records that the parties changed the instrument (VCLT 1969, art. 39). Only the conditions given change.</summary>
/// <param name="Summary">What was changed, at most <see cref="Limits.Text"/> characters.</param>
/// <param name="On">When.</param>
/// <param name="Term">How long it runs from now on.</param>
/// <param name="Renewal">What happens from now on when the term runs out.</param>
/// <param name="RenewalMonths">For how many months it is renewed.</param>
/// <param name="NoticeMonths">How many months before its effect a notice is given.</param>
/// <param name="GraceDays">How many days after its end it can still be renewed.</param>
/// <param name="ReviewOn">When the parties review it next.</param>
public sealed record AmendAgreement(
    string Summary,
    EdtfDate On,
    AgreementTerm? Term = null,
    RenewalMode? Renewal = null,
    int? RenewalMonths = null,
    int? NoticeMonths = null,
    int? GraceDays = null,
    EdtfDate? ReviewOn = null) : AgreementCommand;

/// <summary>Records that it was renewed for another period. Ties renewed at a meeting are not an agreement renewed.</summary>
/// <param name="On">When.</param>
/// <param name="Term">
/// The new term; null takes the known end and adds the instrument's own renewal period. Where either is unknown the new end must be said.
/// </param>
public sealed record RenewAgreement(EdtfDate On, AgreementTerm? Term = null) : AgreementCommand;

/// <summary>Records that its running period was made longer.</summary>
/// <param name="On">When.</param>
/// <param name="Until">The new end.</param>
public sealed record ExtendAgreement(EdtfDate On, EdtfDate Until) : AgreementCommand;

/// <summary>Records that its operation was suspended (VCLT 1969, art. 57).</summary>
/// <param name="On">Since when.</param>
/// <param name="Why">The reason, at most <see cref="Limits.Text"/> characters.</param>
public sealed record SuspendAgreement(EdtfDate On, string Why) : AgreementCommand;

/// <summary>Records that it operates again.</summary>
/// <param name="On">Since when.</param>
public sealed record ResumeAgreement(EdtfDate On) : AgreementCommand;

/// <summary>Records that a party gave notice of termination (VCLT 1969, arts. 56 and 67).</summary>
/// <param name="Party">The party.</param>
/// <param name="On">When.</param>
/// <param name="EffectiveOn">When it takes effect, which may lie ahead.</param>
public sealed record GiveNotice(OrganisationId Party, EdtfDate On, EdtfDate EffectiveOn) : AgreementCommand;

/// <summary>Records that it was terminated: after notice, or by consent of the parties, which gives a reason (VCLT 1969, art. 54).</summary>
/// <param name="On">When.</param>
/// <param name="Why">The reason, at most <see cref="Limits.Text"/> characters; may be null only once a notice took effect.</param>
public sealed record TerminateAgreement(EdtfDate On, string? Why = null) : AgreementCommand;

/// <summary>Records that its term ran out.</summary>
/// <param name="On">When.</param>
public sealed record ExpireAgreement(EdtfDate On) : AgreementCommand;

/// <summary>Records that a later agreement took its place (VCLT 1969, art. 59).</summary>
/// <param name="By">The later agreement.</param>
/// <param name="On">When.</param>
public sealed record SupersedeAgreement(AgreementId By, EdtfDate On) : AgreementCommand;

/// <summary>Records that it was given up before it was in force.</summary>
/// <param name="On">When.</param>
/// <param name="Why">The reason, at most <see cref="Limits.Text"/> characters.</param>
public sealed record WithdrawBeforeForce(EdtfDate On, string Why) : AgreementCommand;

/// <summary>Records what the instrument obliges its parties to.</summary>
/// <param name="Text">The obligation, at most <see cref="Limits.Text"/> characters.</param>
/// <param name="Party">The party that it binds; null where it binds all.</param>
public sealed record RecordObligation(string Text, OrganisationId? Party = null) : AgreementCommand;

/// <summary>Corrects what was recorded wrong. Only the fields named change; the reason stands in the provenance.</summary>
/// <param name="Facts">What they really are; null leaves a field as it is.</param>
/// <param name="Unknown">Fields whose value was recorded although nobody knows it. A new status without a date makes its date unknown.</param>
public sealed record CorrectAgreement(AgreementFacts Facts, IReadOnlyList<AgreementField>? Unknown = null) : AgreementCommand, ICorrects;

/// <summary>Corrects how a party's signature or ratification was recorded. Only the fields given change.</summary>
/// <param name="Party">The party.</param>
/// <param name="Kind">Which consent.</param>
/// <param name="On">When it really was.</param>
/// <param name="Signatory">Who really signed; for signatures.</param>
/// <param name="AdReferendum">Whether it was really ad referendum; for signatures.</param>
public sealed record CorrectConsent(
    OrganisationId Party,
    ConsentKind Kind,
    EdtfDate? On = null,
    PersonId? Signatory = null,
    bool? AdReferendum = null) : AgreementCommand, ICorrects;

/// <summary>Takes back a signature or ratification that was recorded although it never was.</summary>
/// <param name="Party">The party.</param>
/// <param name="Kind">Which consent.</param>
public sealed record RetractConsent(OrganisationId Party, ConsentKind Kind) : AgreementCommand, ICorrects;

/// <summary>
/// Takes back an obligation, reservation, registration or change that was recorded although it never was, such as a renewal read into a
/// press release. Where it was a change, the conditions before it hold again.
/// </summary>
/// <param name="Number">The entry's number in this agreement.</param>
public sealed record RetractEntry(int Number) : AgreementCommand, ICorrects;
