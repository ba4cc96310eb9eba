using Relations.Domain.Meetings;
using Relations.Reading.Dates;
using Relations.Reading.People;

namespace Relations.Reading.Facts.Meetings;

/// <summary>How sure it is, by the words alone, that a mention is of an encounter of its own.</summary>
internal enum MentionKind
{
    /// <summary>Two sides meet: “se reunió con”, “fue recibido por”, “sostuvo una reunión con”.</summary>
    Encounter,

    /// <summary>Something with a name of its own takes place: “se celebró la II Reunión de la Comisión Mixta”.</summary>
    Event,

    /// <summary>It says who took part in the meeting told of, and tells of none by itself: “participaron delegaciones de”.</summary>
    Attendance,

    /// <summary>It points back: “en dicha reunión”, “el encuentro se llevó a cabo”.</summary>
    Back,
}

/// <summary>A place of the text that speaks of a meeting.</summary>
/// <param name="In">Its sentence.</param>
/// <param name="At">The number of the token that says it.</param>
/// <param name="Kind">How it speaks of it.</param>
/// <param name="Status">Whether it was held, is to be or was called off.</param>
/// <param name="Passage">The words that say it, with those who met.</param>
internal sealed record MeetingMention(SentenceView In, int At, MentionKind Kind, MeetingStatus Status, Passage Passage)
{
    /// <summary>Who received the others.</summary>
    public IReadOnlyList<PersonMention> Hosts { get; init; } = [];

    /// <summary>The others who met.</summary>
    public IReadOnlyList<PersonMention> People { get; init; } = [];

    /// <summary>The organisations that met, by their keys, beside those of the people.</summary>
    public IReadOnlyList<string> Organisations { get; init; } = [];

    /// <summary>When.</summary>
    public DateMention? On { get; init; }

    /// <summary>What it is called.</summary>
    public Passage? Title { get; init; }

    /// <summary>Whether it speaks of one that came before the one told of: “la última reunión”.</summary>
    public bool IsEarlier { get; init; }

    /// <summary>Whether it speaks of the one after: “la próxima reunión”.</summary>
    public bool IsNext { get; init; }

    /// <summary>Whether somebody receives or visits somebody at a seat, which can only be done in person.</summary>
    public bool IsReception { get; init; }

    /// <summary>Whether those who write to each other met: “it was a pleasure to meet you”.</summary>
    public bool IsOfWriters { get; init; }

    /// <summary>Whether it is a headline, which tells in short what the text tells after it.</summary>
    public bool IsHeadline { get; init; }

    /// <summary>The people that the sentence is about, who may be meant again where the next one has no subject.</summary>
    public IReadOnlyList<PersonMention> Subject { get; init; } = [];

    /// <summary>Whether the verb has no subject of its own: “más tarde se entrevistó con”.</summary>
    public bool LacksSubject { get; init; }
}
