using System.Text.Json.Serialization;
using Relations.Domain.Recording;

namespace Relations.Reading;

/// <summary>A fact that the text is read to say. Facts name each other by <see cref="Key"/>; nothing is recorded until a person confirms it.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "fact")]
[JsonDerivedType(typeof(SourceFact), "source")]
[JsonDerivedType(typeof(OrganisationFact), "organisation")]
[JsonDerivedType(typeof(PlacementFact), "placement")]
[JsonDerivedType(typeof(PersonFact), "person")]
[JsonDerivedType(typeof(AppointmentFact), "appointment")]
[JsonDerivedType(typeof(PartnershipFact), "partnership")]
[JsonDerivedType(typeof(MeetingFact), "meeting")]
[JsonDerivedType(typeof(ParticipantFact), "participant")]
[JsonDerivedType(typeof(TopicFact), "topic")]
[JsonDerivedType(typeof(StatementFact), "statement")]
[JsonDerivedType(typeof(OutcomeFact), "outcome")]
[JsonDerivedType(typeof(AgreementFact), "agreement")]
[JsonDerivedType(typeof(AgreementActFact), "agreement-act")]
[JsonDerivedType(typeof(ProjectFact), "project")]
[JsonDerivedType(typeof(CommitmentFact), "commitment")]
public abstract record Fact
{
    /// <summary>Its name within the reading, such as <c>meeting-1</c>. The same text gives the same names.</summary>
    public required string Key { get; init; }

    /// <summary>Whether the text says it in so many words.</summary>
    public required Basis Basis { get; init; }

    /// <summary>Where it is written: the first passage is the one it is shown at, others support single fields. At least one.</summary>
    public required IReadOnlyList<Evidence> Evidence { get; init; }

    /// <summary>How sure the reader is, and why.</summary>
    public required Confidence Confidence { get; init; }

    /// <summary>Fields that are inferred although the fact as a whole is stated, such as a meeting's date taken from the dateline.</summary>
    public IReadOnlyList<string> Inferred { get; init; } = [];

    /// <summary>Other readings of single fields, where the text is ambiguous or contradicts itself.</summary>
    public IReadOnlyList<Alternative> Alternatives { get; init; } = [];

    /// <summary>The passage that the fact is shown at.</summary>
    [JsonIgnore]
    public Passage Passage => Evidence[0].Passage;
}

/// <summary>A passage that a fact is read from.</summary>
/// <param name="Passage">The passage.</param>
/// <param name="Fields">The fields of the fact that it supports, by their names in JSON; empty for the whole fact.</param>
public sealed record Evidence(Passage Passage, IReadOnlyList<string> Fields)
{
    /// <summary>A passage that supports the whole fact.</summary>
    /// <param name="passage">The passage.</param>
    public static Evidence Of(Passage passage) => new(passage, []);
}

/// <summary>How sure the reader is of a fact.</summary>
/// <param name="Value">From 0 to 1; below <see cref="Doubtful"/> a person is asked to look twice.</param>
/// <param name="Reason">Why.</param>
public sealed record Confidence(double Value, ConfidenceReason Reason)
{
    /// <summary>Below this a fact is shown as doubtful, and is not confirmed together with the others.</summary>
    public const double Doubtful = 0.6;
}

/// <summary>Why the reader is as sure as it is.</summary>
[JsonConverter(typeof(EnumNameConverter<ConfidenceReason>))]
public enum ConfidenceReason
{
    /// <summary>The text says it in a fixed form of the trade.</summary>
    FixedForm,

    /// <summary>It is on record under this name.</summary>
    OnRecord,

    /// <summary>It is in the gazetteer under this name.</summary>
    InGazetteer,

    /// <summary>The text introduces it by name and acronym.</summary>
    Introduced,

    /// <summary>It is named in a way that such things are named.</summary>
    NamedLikeIt,

    /// <summary>The verb of the sentence says it.</summary>
    SaidByVerb,

    /// <summary>Taken from the dateline.</summary>
    FromDateline,

    /// <summary>Counted from another date of the text.</summary>
    CountedFromDate,

    /// <summary>Taken from what the text said before.</summary>
    FromContext,

    /// <summary>More than one reading fits.</summary>
    Ambiguous,

    /// <summary>The text says two things that do not go together.</summary>
    Contradicted,
}

/// <summary>Another reading of a field.</summary>
/// <param name="Field">The field, by its name in JSON.</param>
/// <param name="Value">The other value, as it would stand in JSON; a key where the field names another fact.</param>
/// <param name="Passage">Where it is written; null where it is only another way to understand the same words.</param>
/// <param name="Reason">Why there is another.</param>
public sealed record Alternative(string Field, string Value, Passage? Passage, ConfidenceReason Reason);
