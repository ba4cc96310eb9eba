using Relations.Domain.Recording;

namespace Relations.Domain.Agreements;

/// <summary>The rules of agreements.</summary>
public static class AgreementRules
{
    private static readonly RuleBook Book = new(typeof(AgreementRules), "agreement");

    /// <summary>An agreement has at least two different parties.</summary>
    public static readonly Rule TwoParties = Book.Rule("two-parties");

    /// <summary>Only a party signs, ratifies, reserves, gives notice, withdraws or is bound.</summary>
    public static readonly Rule OnlyAParty = Book.Rule("only-a-party");

    /// <summary>A party consents once in each way.</summary>
    public static readonly Rule ConsentsOnce = Book.Rule("consents-once");

    /// <summary>What was not signed is not ratified (VCLT 1969, art. 14).</summary>
    public static readonly Rule RatifiesWhatItSigned = Book.Rule("ratifies-what-it-signed");

    /// <summary>Only a signature ad referendum that was not yet confirmed is confirmed (VCLT 1969, art. 12(2)(b)).</summary>
    public static readonly Rule ConfirmsAdReferendum = Book.Rule("confirms-ad-referendum");

    /// <summary>A consent given after entry into force is an accession, unless it is not what the entry required.</summary>
    public static readonly Rule ConsentBeforeForce = Book.Rule("consent-before-force");

    /// <summary>Who is a party already does not accede.</summary>
    public static readonly Rule AlreadyAParty = Book.Rule("already-a-party");

    /// <summary>Others accede to what is signed, applied or in force.</summary>
    public static readonly Rule AccessionOnceSigned = Book.Rule("accession-once-signed");

    /// <summary>A withdrawal leaves at least two parties.</summary>
    public static readonly Rule WithdrawalLeavesTwo = Book.Rule("withdrawal-leaves-two");

    /// <summary>A withdrawal does not take effect before it is declared.</summary>
    public static readonly Rule WithdrawalTakesEffectLater = Book.Rule("withdrawal-takes-effect-later");

    /// <summary>Negotiation opens before the text is settled.</summary>
    public static readonly Rule NegotiationBeforeText = Book.Rule("negotiation-before-text");

    /// <summary>The text is settled before it is signed.</summary>
    public static readonly Rule TextBeforeSignature = Book.Rule("text-before-signature");

    /// <summary>What is registered or deposited is signed (Charter of the United Nations, art. 102; VCLT 1969, art. 80).</summary>
    public static readonly Rule RegisteredOnceSigned = Book.Rule("registered-once-signed");

    /// <summary>Provisional application lies between signature and entry into force (VCLT 1969, art. 25).</summary>
    public static readonly Rule ProvisionalOnceSigned = Book.Rule("provisional-once-signed");

    /// <summary>It enters into force once, before its end.</summary>
    public static readonly Rule EntersForceOnce = Book.Rule("enters-force-once");

    /// <summary>In force not before every required signature (VCLT 1969, art. 24(2)).</summary>
    public static readonly Rule EverySignatureFirst = Book.Rule("every-signature-first");

    /// <summary>In force not before every ratification, where the instrument asks for it (VCLT 1969, arts. 14 and 24(2)).</summary>
    public static readonly Rule EveryRatificationFirst = Book.Rule("every-ratification-first");

    /// <summary>Only what is signed is amended.</summary>
    public static readonly Rule AmendedOnceSigned = Book.Rule("amended-once-signed");

    /// <summary>Only what is in force is renewed or extended.</summary>
    public static readonly Rule RenewalInForce = Book.Rule("renewal-in-force");

    /// <summary>It is renewed or extended before its term and its grace period are over.</summary>
    public static readonly Rule RenewalInTime = Book.Rule("renewal-in-time");

    /// <summary>It is never renewed or extended to an earlier end.</summary>
    public static readonly Rule NotToAnEarlierEnd = Book.Rule("not-to-an-earlier-end");

    /// <summary>A renewal says its new end where it does not follow from a known end and a known renewal period.</summary>
    public static readonly Rule RenewalSaysItsEnd = Book.Rule("renewal-says-its-end");

    /// <summary>Only what is in force is suspended (VCLT 1969, art. 57).</summary>
    public static readonly Rule SuspendedInForce = Book.Rule("suspended-in-force");

    /// <summary>Only what is suspended is resumed.</summary>
    public static readonly Rule ResumedWhenSuspended = Book.Rule("resumed-when-suspended");

    /// <summary>Notice of termination is given only in force.</summary>
    public static readonly Rule NoticeInForce = Book.Rule("notice-in-force");

    /// <summary>A notice does not take effect before the notice period has run (VCLT 1969, art. 56(2), for the principle).</summary>
    public static readonly Rule NoticePeriod = Book.Rule("notice-period");

    /// <summary>Only what has entered into force is terminated.</summary>
    public static readonly Rule TerminatedOnceInForce = Book.Rule("terminated-once-in-force");

    /// <summary>Without notice it is terminated by consent of the parties, with a reason (VCLT 1969, art. 54(b)).</summary>
    public static readonly Rule TerminationNeedsReason = Book.Rule("termination-needs-reason");

    /// <summary>After notice it is not terminated before the notice takes effect, but by consent of the parties with a reason.</summary>
    public static readonly Rule TerminatedAfterNotice = Book.Rule("terminated-after-notice");

    /// <summary>Only what has entered into force expires.</summary>
    public static readonly Rule ExpiryOnceInForce = Book.Rule("expiry-once-in-force");

    /// <summary>Only a fixed term expires.</summary>
    public static readonly Rule ExpiryOfFixedTerm = Book.Rule("expiry-of-fixed-term");

    /// <summary>It does not expire while its term certainly runs.</summary>
    public static readonly Rule ExpiryAfterTerm = Book.Rule("expiry-after-term");

    /// <summary>What renews itself does not expire.</summary>
    public static readonly Rule AutomaticRenewalPending = Book.Rule("automatic-renewal-pending");

    /// <summary>An agreement does not refer to itself.</summary>
    public static readonly Rule AnotherAgreement = Book.Rule("another-agreement");

    /// <summary>A warning: the agreement was superseded while its own term still ran.</summary>
    public static readonly Rule SuccessorOverlaps = Book.Rule("successor-overlaps");

    /// <summary>Only what is not yet in force is withdrawn before force.</summary>
    public static readonly Rule WithdrawnBeforeForce = Book.Rule("withdrawn-before-force");

    /// <summary>Nothing follows an end but a correction.</summary>
    public static readonly Rule NothingFollowsAnEnd = Book.Rule("nothing-follows-an-end");

    /// <summary>No step comes certainly before the one that it follows.</summary>
    public static readonly Rule InOrder = Book.Rule("in-order");

    /// <summary>A term has an end date or a number of months exactly where its kind says so.</summary>
    public static readonly Rule TermIsWhole = Book.Rule("term-is-whole");

    /// <summary>A term does not end before it begins.</summary>
    public static readonly Rule TermEndsAfterEntry = Book.Rule("term-ends-after-entry");

    /// <summary>A period lies between {0} and {1}.</summary>
    public static readonly Rule PeriodInBounds = Book.Rule("period-in-bounds");

    /// <summary>A correction gives a field a value or makes it unknown, not both.</summary>
    public static readonly Rule GivenOrUnknown = Book.Rule("given-or-unknown");

    /// <summary>Some fields always have a value.</summary>
    public static readonly Rule AlwaysKnown = Book.Rule("always-known");

    /// <summary>Only a consent that was recorded is corrected or retracted.</summary>
    public static readonly Rule NoSuchConsent = Book.Rule("no-such-consent");

    /// <summary>Only a signature has a signatory, or is ad referendum.</summary>
    public static readonly Rule OnlySignaturesHaveSignatories = Book.Rule("only-signatures-have-signatories");

    /// <summary>A warning: the agreement is recorded in force on the strength of a consent that is retracted.</summary>
    public static readonly Rule ForceRestsOnConsent = Book.Rule("force-rests-on-consent");

    /// <summary>Only an entry that was recorded is retracted.</summary>
    public static readonly Rule NoSuchEntry = Book.Rule("no-such-entry");
}
