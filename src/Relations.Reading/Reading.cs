using System.Text.Json.Serialization;
using Relations.Domain.Recording;

namespace Relations.Reading;

/// <summary>What was read from a text.</summary>
/// <param name="Text">The text that every passage counts in.</param>
/// <param name="Facts">What is proposed, in the order of the text.</param>
/// <param name="Notes">What was seen and deliberately not proposed, and what could not be read.</param>
public sealed record TextReading(string Text, IReadOnlyList<Fact> Facts, IReadOnlyList<Note> Notes);

/// <summary>Something that a person should know about the reading.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Passage">Where.</param>
public sealed record Note(NoteKind Kind, Passage Passage);

/// <summary>What a note says.</summary>
[JsonConverter(typeof(EnumNameConverter<NoteKind>))]
public enum NoteKind
{
    /// <summary>Ties are renewed here, not an agreement.</summary>
    TiesNotAgreement,

    /// <summary>Something is intended here, not done.</summary>
    Intention,

    /// <summary>Something is denied here.</summary>
    Negation,

    /// <summary>The text is longer than the reader reads; the rest was not read.</summary>
    NotReadFurther,

    /// <summary>The text is written in a language that the reader does not read.</summary>
    OtherLanguage,

    /// <summary>A date stands here that could not be placed in a year.</summary>
    DateWithoutYear,
}
