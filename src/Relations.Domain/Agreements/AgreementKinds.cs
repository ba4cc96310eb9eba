using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Relations.Domain.Recording;

namespace Relations.Domain.Agreements;

/// <summary>What sort of instrument an agreement is.</summary>
[JsonConverter(typeof(EnumNameConverter<AgreementType>))]
public enum AgreementType
{
    /// <summary>Sets the frame for specific agreements (convenio marco).</summary>
    FrameworkAgreement,

    /// <summary>
    /// Cooperation between institutions in general (convenio de cooperación interinstitucional). A value of its own, because a source that
    /// says “convenio de cooperación” does not say that it is a framework for others.
    /// </summary>
    CooperationAgreement,

    /// <summary>Carries out a part of a framework agreement (convenio específico).</summary>
    SpecificAgreement,

    /// <summary>A memorandum of understanding.</summary>
    MemorandumOfUnderstanding,

    /// <summary>Letters or notes that together make the instrument (VCLT 1969, art. 13).</summary>
    ExchangeOfLetters,

    /// <summary>A protocol to another instrument, or of its own.</summary>
    Protocol,

    /// <summary>A treaty (VCLT 1969, art. 2(1)(a); VCLT 1986 where an international organisation is a party).</summary>
    Treaty,
}

/// <summary>Where an agreement stands, in the order of its life. The last four are ends.</summary>
[JsonConverter(typeof(EnumNameConverter<AgreementStatus>))]
public enum AgreementStatus
{
    /// <summary>Known to exist; nobody wrote down where it stands.</summary>
    Recorded,

    /// <summary>One side proposed it.</summary>
    Proposed,

    /// <summary>The parties negotiate.</summary>
    Negotiating,

    /// <summary>Its text is settled: adopted or initialled (VCLT 1969, arts. 9 and 10).</summary>
    Initialled,

    /// <summary>Every party has signed it, and each signature counts.</summary>
    [SuppressMessage("Naming", "CA1720", Justification = "The field's own word; it has nothing to do with signed numbers.")]
    Signed,

    /// <summary>Signed and applied before it is in force (VCLT 1969, art. 25).</summary>
    ProvisionallyApplied,

    /// <summary>In force (VCLT 1969, art. 24).</summary>
    InForce,

    /// <summary>Its operation is suspended (VCLT 1969, arts. 57 and 72).</summary>
    Suspended,

    /// <summary>In force, and a party has given notice of termination (VCLT 1969, art. 56).</summary>
    NoticeGiven,

    /// <summary>An end: terminated by notice, or by consent of the parties (VCLT 1969, art. 54).</summary>
    Terminated,

    /// <summary>An end: its term ran out.</summary>
    Expired,

    /// <summary>An end: a later agreement took its place (VCLT 1969, art. 59).</summary>
    Superseded,

    /// <summary>An end: given up before it was in force.</summary>
    WithdrawnBeforeForce,
}

/// <summary>What happens when the term of an agreement runs out.</summary>
[JsonConverter(typeof(EnumNameConverter<RenewalMode>))]
public enum RenewalMode
{
    /// <summary>Nobody wrote it down.</summary>
    Unknown,

    /// <summary>It ends; the instrument has no renewal.</summary>
    None,

    /// <summary>It goes on for another period unless a party gives notice.</summary>
    Automatic,

    /// <summary>It goes on when the parties exchange letters to that effect.</summary>
    ByExchangeOfLetters,
}

/// <summary>How a party consents to be bound, and what an agreement's entry into force requires (VCLT 1969, art. 11).</summary>
[JsonConverter(typeof(EnumNameConverter<ConsentKind>))]
public enum ConsentKind
{
    /// <summary>Signature alone (VCLT 1969, art. 12).</summary>
    Signature,

    /// <summary>Ratification, or an act in its place, after signature (VCLT 1969, art. 14).</summary>
    Ratification,
}

/// <summary>The act by which a party makes its signature binding (VCLT 1986, art. 2(1)(b) to (b ter)).</summary>
[JsonConverter(typeof(EnumNameConverter<RatificationForm>))]
public enum RatificationForm
{
    /// <summary>The act of a state.</summary>
    Ratification,

    /// <summary>The act of an international organisation, which does not ratify (VCLT 1986, art. 2(1)(b bis)).</summary>
    FormalConfirmation,

    /// <summary>Acceptance, by a state or an organisation.</summary>
    Acceptance,

    /// <summary>Approval, by a state or an organisation.</summary>
    Approval,
}

/// <summary>What a party states unilaterally about its consent.</summary>
[JsonConverter(typeof(EnumNameConverter<ReservationKind>))]
public enum ReservationKind
{
    /// <summary>Excludes or modifies the effect of provisions for that party (VCLT 1969, art. 2(1)(d)).</summary>
    Reservation,

    /// <summary>Says how the party understands the instrument.</summary>
    Declaration,
}

/// <summary>How the conditions of an agreement changed.</summary>
[JsonConverter(typeof(EnumNameConverter<AgreementChangeKind>))]
public enum AgreementChangeKind
{
    /// <summary>The parties changed its text (VCLT 1969, art. 39).</summary>
    Amendment,

    /// <summary>It goes on for another period.</summary>
    Renewal,

    /// <summary>The running period was made longer.</summary>
    Extension,
}

/// <summary>How an agreement's term is bounded. Unknown is not open-ended.</summary>
[JsonConverter(typeof(EnumNameConverter<TermKind>))]
public enum TermKind
{
    /// <summary>Nobody wrote it down.</summary>
    Unknown,

    /// <summary>The instrument says that it runs without an end.</summary>
    OpenEnded,

    /// <summary>It runs until a date.</summary>
    Until,

    /// <summary>It runs for a number of months from its entry into force.</summary>
    Months,
}

/// <summary>What is known of the end of an agreement's term.</summary>
[JsonConverter(typeof(EnumNameConverter<TermEndKnowledge>))]
public enum TermEndKnowledge
{
    /// <summary>Nobody wrote it down, or it counts from an entry into force on a date that nobody wrote down.</summary>
    Unknown,

    /// <summary>There is a date.</summary>
    Known,

    /// <summary>There is no end.</summary>
    OpenEnded,

    /// <summary>It counts from an entry into force that has not happened.</summary>
    NotYetRunning,
}

/// <summary>Why an agreement stands where it stands on a day.</summary>
[JsonConverter(typeof(EnumNameConverter<StandingReason>))]
public enum StandingReason
{
    /// <summary>It was recorded so, and nothing that is known of its term says otherwise.</summary>
    AsRecorded,

    /// <summary>What is recorded began after that day: read the record as it stood on that day instead.</summary>
    BeganLater,

    /// <summary>Its end is not known to the day, and may have passed.</summary>
    TermMayHavePassed,

    /// <summary>Its end has passed and its grace period has not: it can still be renewed.</summary>
    InGracePeriod,

    /// <summary>Its end has certainly passed, it is not known to renew itself, and nobody recorded what became of it.</summary>
    TermPassed,

    /// <summary>Its end has passed and it renews itself; nobody recorded a notice.</summary>
    RenewedAutomatically,

    /// <summary>Notice was given and has not taken effect.</summary>
    NoticePeriodRunning,

    /// <summary>The day on which the notice takes effect has certainly passed, and nobody recorded the termination.</summary>
    NoticeTookEffect,
}

/// <summary>The fields of an agreement that a correction can touch.</summary>
[JsonConverter(typeof(EnumNameConverter<AgreementField>))]
public enum AgreementField
{
    /// <summary>The partnerships it belongs to.</summary>
    Partnerships,

    /// <summary>The sort of instrument.</summary>
    Type,

    /// <summary>Its title.</summary>
    Title,

    /// <summary>What it is about.</summary>
    Subject,

    /// <summary>Its parties.</summary>
    Parties,

    /// <summary>Where it stands.</summary>
    Status,

    /// <summary>Since when it stands there.</summary>
    Since,

    /// <summary>When it entered into force.</summary>
    InForceOn,

    /// <summary>Its term.</summary>
    Term,

    /// <summary>How it is renewed.</summary>
    Renewal,

    /// <summary>For how long it is renewed.</summary>
    RenewalMonths,

    /// <summary>The notice period.</summary>
    NoticeMonths,

    /// <summary>The grace period.</summary>
    GraceDays,

    /// <summary>The review date.</summary>
    ReviewOn,

    /// <summary>What its entry into force requires.</summary>
    EntryRequires,

    /// <summary>Its reference number.</summary>
    Reference,

    /// <summary>The agreement that it replaces.</summary>
    Supersedes,

    /// <summary>The agreement that replaces it.</summary>
    SupersededBy,

    /// <summary>The framework that it stands under.</summary>
    UnderAgreement,
}
