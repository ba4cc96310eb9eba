using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.Domain.People;

/// <summary>A person entered the record.</summary>
/// <param name="Name">The name.</param>
[EventAlias("person_registered")]
public sealed record PersonRegistered(PersonName Name) : Event;

/// <summary>A name that was recorded wrong was corrected. Both stay visible.</summary>
/// <param name="Before">The name as it stood.</param>
/// <param name="After">The name as it is.</param>
[EventAlias("person_name_corrected")]
public sealed record PersonNameCorrected(PersonName Before, PersonName After) : Event;

/// <summary>The person took up a post, in full or as acting holder.</summary>
/// <param name="Organisation">The organisation.</param>
/// <param name="Post">The post.</param>
/// <param name="From">Since when; null where nobody knows.</param>
/// <param name="Before">The day before which it is attested to have begun; null where none is.</param>
/// <param name="Acting">Whether the person acts in a post that is vacant or another's.</param>
[EventAlias("person_appointed")]
public sealed record PersonAppointed(
    OrganisationId Organisation,
    string Post,
    EdtfDate? From,
    EdtfDate? Before,
    bool Acting) : Event, IDated
{
    // Where the start is unknown, the day by which it is attested is the only place it has in a history.
    EdtfDate? IDated.On => From ?? Before;
}

/// <summary>The person ceased to hold a post.</summary>
/// <param name="Organisation">The organisation.</param>
/// <param name="Post">The post.</param>
/// <param name="On">When.</param>
[EventAlias("person_appointment_ended")]
public sealed record PersonAppointmentEnded(OrganisationId Organisation, string Post, EdtfDate On) : Event, IDated;

/// <summary>The person was given full powers (Vienna Conventions on the Law of Treaties, 1969 and 1986, article 7).</summary>
/// <param name="OnBehalfOf">The organisation or State that gave them.</param>
/// <param name="Agreement">The agreement they are for; null where it is not on record.</param>
/// <param name="Purpose">What they are for.</param>
/// <param name="On">When they were given.</param>
[EventAlias("person_given_full_powers")]
public sealed record PersonGivenFullPowers(
    OrganisationId OnBehalfOf, AgreementId? Agreement, string Purpose, EdtfDate On) : Event, IDated;

/// <summary>This record was found to stand for the same person as another.</summary>
/// <param name="Original">The record to read instead.</param>
[EventAlias("person_linked_as_duplicate")]
public sealed record PersonLinkedAsDuplicate(PersonId Original) : Event;

/// <summary>The link to another record was undone: they are two people.</summary>
/// <param name="Original">The record it was linked to.</param>
[EventAlias("person_duplicate_link_reversed")]
public sealed record PersonDuplicateLinkReversed(PersonId Original) : Event;

/// <summary>An appointment that was entered in error was taken back.</summary>
/// <param name="Appointment">The appointment as it stood.</param>
[EventAlias("person_appointment_retracted")]
public sealed record PersonAppointmentRetracted(Appointment Appointment) : Event;

/// <summary>Full powers that were entered in error were taken back.</summary>
/// <param name="FullPowers">The powers as they stood.</param>
[EventAlias("person_full_powers_retracted")]
public sealed record PersonFullPowersRetracted(FullPowers FullPowers) : Event;

/// <summary>Somebody asked that the name be erased. Another account decides.</summary>
/// <param name="Grounds">Why, with the reference of the person's request or of the rule.</param>
[EventAlias("person_erasure_requested")]
public sealed record PersonErasureRequested(string Grounds) : Event;

/// <summary>A request for erasure ended without erasure: refused, or withdrawn by whoever had asked.</summary>
/// <param name="Why">Why.</param>
[EventAlias("person_erasure_request_dropped")]
public sealed record PersonErasureRequestDropped(string Why) : Event;

/// <summary>The name was erased. What remains are posts and acts of organisations, by a person without a name.</summary>
/// <param name="Decision">The reference of the decision.</param>
[EventAlias("person_data_erased")]
public sealed record PersonDataErased(string Decision) : Event;

/// <summary>
/// Where the erased name stood is told exactly before it is masked, and never what stood there. Nothing else may be masked, and
/// what was masked stays provable: what stands there afterwards is known by its hash.
/// </summary>
/// <param name="Decision">The reference of the decision.</param>
/// <param name="Events">The events with the fields in them, in the order of recording; at most <see cref="Limits.Items"/>, further ones in a further event.</param>
[EventAlias("person_data_masked")]
public sealed record PersonDataMasked(string Decision, IReadOnlyList<MaskedEvent> Events) : Event;

/// <summary>An event in which fields are masked.</summary>
/// <param name="Sequence">Its place in the order of recording.</param>
/// <param name="Event">Its id.</param>
/// <param name="Record">The record that it belongs to.</param>
/// <param name="Fields">The fields.</param>
public sealed record MaskedEvent(long Sequence, Guid Event, Guid Record, IReadOnlyList<MaskedField> Fields);

/// <summary>A field that is masked.</summary>
/// <param name="Path">Where it stands in the event: a JSON pointer (RFC 6901) that begins with <c>/data</c> or <c>/headers</c>.</param>
/// <param name="Left">SHA-256, in small hexadecimal digits, of the canonical JSON (RFC 8785) of what stands there afterwards.</param>
public sealed record MaskedField(string Path, string Left);

/// <summary>What was told is masked, and the name stands nowhere any more. Whoever keeps views of these records makes them again.</summary>
/// <param name="Decision">The reference of the decision.</param>
/// <param name="Records">The records that had fields masked; at most <see cref="Limits.Items"/>, further ones in a further event.</param>
[EventAlias("person_erasure_completed")]
public sealed record PersonErasureCompleted(string Decision, IReadOnlyList<Guid> Records) : Event;
