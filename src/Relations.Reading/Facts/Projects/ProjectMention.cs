namespace Relations.Reading.Facts.Projects;

/// <summary>A place where a project, or several at once, are spoken of.</summary>
/// <param name="Line">The sentence.</param>
/// <param name="First">The first word, of the name or of the number.</param>
/// <param name="End">The place after the last word of the name, or of the noun and its adjectives.</param>
/// <param name="Title">The name; null where it has none.</param>
/// <param name="Count">How many are spoken of; 0 where it points back to one: “dicho proyecto”.</param>
internal sealed record ProjectMention(Line Line, int First, int End, string? Title, int Count)
{
    /// <summary>Whether several are said to be run together: “proyectos conjuntos”.</summary>
    public bool IsJoint { get; init; }

    /// <summary>Whether it is a headline's, which describes it; the text below may name it.</summary>
    public bool IsHeadline { get; init; }

    /// <summary>Where it stands.</summary>
    public Passage Passage => Line.PassageOf(First, End);
}
