using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.Domain.Agreements;

/// <summary>An old instrument became known, by its existence or by its state.</summary>
/// <param name="Partnerships">The partnerships it belongs to.</param>
/// <param name="Type">What sort of instrument it is.</param>
/// <param name="Title">Its title.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Parties">Its parties.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Since">Since when it stands there.</param>
/// <param name="Conditions">How long it runs, how it goes on, how one leaves it.</param>
/// <param name="EntryRequires">What its entry into force requires.</param>
/// <param name="Reference">Its reference number.</param>
/// <param name="Supersedes">The agreement that it replaces.</param>
/// <param name="UnderAgreement">The framework that it stands under.</param>
[EventAlias("agreement_attested")]
public sealed record AgreementAttested(
    IReadOnlyList<PartnershipId> Partnerships,
    AgreementType Type,
    string? Title,
    string? Subject,
    IReadOnlyList<OrganisationId> Parties,
    AgreementStatus Status,
    EdtfDate? Since,
    AgreementConditions Conditions,
    ConsentKind EntryRequires,
    string? Reference,
    AgreementId? Supersedes,
    AgreementId? UnderAgreement) : Event, IDated
{
    EdtfDate? IDated.On => Since;
}

/// <summary>A new agreement was proposed.</summary>
/// <param name="Partnerships">The partnerships it belongs to.</param>
/// <param name="Type">What sort of instrument it is to be.</param>
/// <param name="Title">Its title.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Parties">Its parties.</param>
/// <param name="On">When it was proposed.</param>
/// <param name="Conditions">How long it is to run, how it is to go on, how one is to leave it.</param>
/// <param name="EntryRequires">What its entry into force requires.</param>
/// <param name="Reference">Its reference number.</param>
/// <param name="Supersedes">The agreement that it is to replace.</param>
/// <param name="UnderAgreement">The framework that it stands under.</param>
[EventAlias("agreement_proposed")]
public sealed record AgreementProposed(
    IReadOnlyList<PartnershipId> Partnerships,
    AgreementType Type,
    string Title,
    string? Subject,
    IReadOnlyList<OrganisationId> Parties,
    EdtfDate? On,
    AgreementConditions Conditions,
    ConsentKind EntryRequires,
    string? Reference,
    AgreementId? Supersedes,
    AgreementId? UnderAgreement) : Event, IDated;

/// <summary>The parties began to negotiate.</summary>
/// <param name="On">When.</param>
[EventAlias("agreement_negotiation_opened")]
public sealed record AgreementNegotiationOpened(EdtfDate? On) : Event, IDated;

/// <summary>The text was adopted.</summary>
/// <param name="On">When.</param>
[EventAlias("agreement_text_adopted")]
public sealed record AgreementTextAdopted(EdtfDate? On) : Event, IDated;

/// <summary>The text was initialled.</summary>
/// <param name="On">When.</param>
[EventAlias("agreement_initialled")]
public sealed record AgreementInitialled(EdtfDate? On) : Event, IDated;

/// <summary>A party signed.</summary>
/// <param name="Party">The party.</param>
/// <param name="Signatory">Who signed for it.</param>
/// <param name="AdReferendum">Whether the signature still needs the party's confirmation.</param>
/// <param name="On">When.</param>
[EventAlias("agreement_signed")]
public sealed record AgreementSigned(OrganisationId Party, PersonId? Signatory, bool AdReferendum, EdtfDate? On) : Event, IDated;

/// <summary>A party confirmed the signature made ad referendum for it.</summary>
/// <param name="Party">The party.</param>
/// <param name="On">When.</param>
[EventAlias("agreement_signature_confirmed")]
public sealed record AgreementSignatureConfirmed(OrganisationId Party, EdtfDate? On) : Event, IDated;

/// <summary>A party ratified or formally confirmed what it had signed.</summary>
/// <param name="Party">The party.</param>
/// <param name="Form">By which act.</param>
/// <param name="On">When.</param>
[EventAlias("agreement_ratified")]
public sealed record AgreementRatified(OrganisationId Party, RatificationForm Form, EdtfDate? On) : Event, IDated;

/// <summary>Another organisation became a party.</summary>
/// <param name="Party">The new party.</param>
/// <param name="On">When.</param>
[EventAlias("agreement_party_acceded")]
public sealed record AgreementPartyAcceded(OrganisationId Party, EdtfDate? On) : Event, IDated;

/// <summary>A party left.</summary>
/// <param name="Party">The party.</param>
/// <param name="On">When it said so.</param>
/// <param name="EffectiveOn">When it takes effect; null is at once.</param>
[EventAlias("agreement_party_withdrew")]
public sealed record AgreementPartyWithdrew(OrganisationId Party, EdtfDate? On, EdtfDate? EffectiveOn) : Event, IDated;

/// <summary>It was registered or deposited.</summary>
/// <param name="Number">The entry's number in this agreement.</param>
/// <param name="Where">The depositary or register.</param>
/// <param name="NumberThere">The agreement's number there.</param>
/// <param name="On">When.</param>
[EventAlias("agreement_registered")]
public sealed record AgreementRegistered(int Number, string Where, string? NumberThere, EdtfDate? On) : Event, IDated;

/// <summary>It is applied before it is in force.</summary>
/// <param name="On">Since when.</param>
[EventAlias("agreement_provisionally_applied")]
public sealed record AgreementProvisionallyApplied(EdtfDate? On) : Event, IDated;

/// <summary>It entered into force.</summary>
/// <param name="On">When.</param>
[EventAlias("agreement_entered_into_force")]
public sealed record AgreementEnteredIntoForce(EdtfDate? On) : Event, IDated;

/// <summary>A party made a reservation or a declaration.</summary>
/// <param name="Number">The entry's number in this agreement.</param>
/// <param name="Party">The party.</param>
/// <param name="Kind">Which of the two.</param>
/// <param name="Text">Its words.</param>
/// <param name="On">When.</param>
[EventAlias("agreement_reservation_made")]
public sealed record AgreementReservationMade(
    int Number, OrganisationId Party, ReservationKind Kind, string Text, EdtfDate? On) : Event, IDated;

/// <summary>The parties changed the instrument.</summary>
/// <param name="Number">The entry's number in this agreement.</param>
/// <param name="Summary">What was changed.</param>
/// <param name="On">When.</param>
/// <param name="Conditions">The conditions that hold from then on; null where they are as before.</param>
[EventAlias("agreement_amended")]
public sealed record AgreementAmended(int Number, string Summary, EdtfDate? On, AgreementConditions? Conditions) : Event, IDated;

/// <summary>It was renewed for another period.</summary>
/// <param name="Number">The entry's number in this agreement.</param>
/// <param name="On">When.</param>
/// <param name="Term">The new term.</param>
[EventAlias("agreement_renewed")]
public sealed record AgreementRenewed(int Number, EdtfDate? On, AgreementTerm Term) : Event, IDated;

/// <summary>Its running period was made longer.</summary>
/// <param name="Number">The entry's number in this agreement.</param>
/// <param name="On">When.</param>
/// <param name="Until">The new end.</param>
[EventAlias("agreement_extended")]
public sealed record AgreementExtended(int Number, EdtfDate? On, EdtfDate Until) : Event, IDated;

/// <summary>Its operation was suspended.</summary>
/// <param name="On">Since when.</param>
/// <param name="Why">The reason.</param>
[EventAlias("agreement_suspended")]
public sealed record AgreementSuspended(EdtfDate? On, string Why) : Event, IDated;

/// <summary>It operates again.</summary>
/// <param name="On">Since when.</param>
[EventAlias("agreement_resumed")]
public sealed record AgreementResumed(EdtfDate? On) : Event, IDated;

/// <summary>A party gave notice of termination.</summary>
/// <param name="Party">The party.</param>
/// <param name="On">When.</param>
/// <param name="EffectiveOn">When it takes effect.</param>
[EventAlias("agreement_notice_given")]
public sealed record AgreementNoticeGiven(OrganisationId Party, EdtfDate? On, EdtfDate EffectiveOn) : Event, IDated;

/// <summary>It was terminated.</summary>
/// <param name="On">When.</param>
/// <param name="Why">The reason.</param>
[EventAlias("agreement_terminated")]
public sealed record AgreementTerminated(EdtfDate? On, string? Why) : Event, IDated;

/// <summary>Its term ran out.</summary>
/// <param name="On">When.</param>
[EventAlias("agreement_expired")]
public sealed record AgreementExpired(EdtfDate? On) : Event, IDated;

/// <summary>A later agreement took its place.</summary>
/// <param name="By">The later agreement.</param>
/// <param name="On">When.</param>
[EventAlias("agreement_superseded")]
public sealed record AgreementSuperseded(AgreementId By, EdtfDate? On) : Event, IDated;

/// <summary>It was given up before it was in force.</summary>
/// <param name="On">When.</param>
/// <param name="Why">The reason.</param>
[EventAlias("agreement_withdrawn_before_force")]
public sealed record AgreementWithdrawnBeforeForce(EdtfDate? On, string Why) : Event, IDated;

/// <summary>An obligation of its parties was noted.</summary>
/// <param name="Number">The entry's number in this agreement.</param>
/// <param name="Text">The obligation.</param>
/// <param name="Party">The party that it binds; null where it binds all.</param>
[EventAlias("agreement_obligation_recorded")]
public sealed record AgreementObligationRecorded(int Number, string Text, OrganisationId? Party) : Event;

/// <summary>What was recorded wrong was corrected. Both values stay visible.</summary>
/// <param name="Before">The corrected fields as they stood; the others are null.</param>
/// <param name="After">The same fields as they are.</param>
/// <param name="Unknown">The fields that are unknown after it.</param>
[EventAlias("agreement_corrected")]
public sealed record AgreementCorrected(AgreementFacts Before, AgreementFacts After, IReadOnlyList<AgreementField> Unknown) : Event;

/// <summary>A party's consent was recorded wrong and was corrected. Both values stay visible.</summary>
/// <param name="Party">The party.</param>
/// <param name="Kind">Which consent.</param>
/// <param name="Before">The corrected fields as they stood; the others are null.</param>
/// <param name="After">The same fields as they are.</param>
[EventAlias("agreement_consent_corrected")]
public sealed record AgreementConsentCorrected(OrganisationId Party, ConsentKind Kind, ConsentFacts Before, ConsentFacts After) : Event;

/// <summary>The fields of a party's consent that a correction can touch.</summary>
/// <param name="On">When.</param>
/// <param name="Signatory">Who signed.</param>
/// <param name="AdReferendum">Whether it was ad referendum.</param>
public sealed record ConsentFacts(EdtfDate? On, PersonId? Signatory, bool? AdReferendum);

/// <summary>A consent that never was was taken back.</summary>
/// <param name="Party">The party.</param>
/// <param name="Kind">Which consent.</param>
[EventAlias("agreement_consent_retracted")]
public sealed record AgreementConsentRetracted(OrganisationId Party, ConsentKind Kind) : Event;

/// <summary>An obligation, reservation, registration or change that never was was taken back.</summary>
/// <param name="Number">The entry's number in this agreement.</param>
[EventAlias("agreement_entry_retracted")]
public sealed record AgreementEntryRetracted(int Number) : Event;
