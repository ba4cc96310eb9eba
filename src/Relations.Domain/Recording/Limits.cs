namespace Relations.Domain.Recording;

/// <summary>Bounds on what one command may carry. Everything a client can send has one.</summary>
public static class Limits
{
    /// <summary>Characters in a name, a post or a place.</summary>
    public const int Name = 300;

    /// <summary>Characters in an acronym, a slug or a reference number.</summary>
    public const int Code = 80;

    /// <summary>Characters in a subject, a topic or a title.</summary>
    public const int Subject = 1_000;

    /// <summary>Characters in a statement, an outcome or an obligation.</summary>
    public const int Text = 20_000;

    /// <summary>Characters in the text of a source: some 400 pages.</summary>
    public const int SourceText = 1_000_000;

    /// <summary>Characters in the reason of a correction.</summary>
    public const int Reason = 2_000;

    /// <summary>Parties, participants, topics and the like in one list.</summary>
    public const int Items = 200;

    /// <summary>Partnerships that one record may belong to.</summary>
    public const int Partnerships = 20;

    /// <summary>Passages that one command may cite.</summary>
    public const int Citations = 50;
}
