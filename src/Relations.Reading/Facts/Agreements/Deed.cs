using Relations.Reading.Dates;

namespace Relations.Reading.Facts.Agreements;

/// <summary>How the text puts an act.</summary>
internal enum DeedKind
{
    /// <summary>It was done.</summary>
    Done,

    /// <summary>The agreement is described by it: “el convenio firmado en 2010”.</summary>
    Described,

    /// <summary>It is meant, hoped for, possible or to come.</summary>
    Intended,

    /// <summary>It is denied.</summary>
    Denied,
}

/// <summary>What a sentence says was done to an agreement, or was not.</summary>
/// <param name="Target">The agreement, as named there.</param>
/// <param name="Act">What was done.</param>
/// <param name="Kind">How the text puts it.</param>
/// <param name="At">The place of its verb or noun.</param>
/// <param name="Passage">The words from the verb to the agreement.</param>
internal sealed record Deed(Instrument Target, AgreementAct Act, DeedKind Kind, int At, Passage Passage)
{
    /// <summary>The sentence it is told in; that of the heading of a list where the agreement stands in one.</summary>
    public required Line Line { get; init; }

    /// <summary>When, where the sentence says it.</summary>
    public DateMention? On { get; init; }

    /// <summary>Until when, of a renewal or an extension.</summary>
    public DateMention? Until { get; init; }

    /// <summary>The organisations that did it.</summary>
    public IReadOnlyList<string> Parties { get; init; } = [];

    /// <summary>The people who did it.</summary>
    public IReadOnlyList<string> People { get; init; } = [];

    /// <summary>Whether it was done before what the text tells: “habían firmado”, “anteriormente”.</summary>
    public bool IsEarlier { get; init; }
}
