namespace Relations.Reading.Organisations;

/// <summary>A name of an organisation in a sentence.</summary>
/// <param name="Start">The number of its first word.</param>
/// <param name="End">The number of the first word after it.</param>
/// <param name="Organisations">Those known by it; empty where it is known only by its form.</param>
/// <param name="Head">The noun that tells what it is, where it is known by its form.</param>
/// <param name="Inner">The organisation named within it that it is a part of: the Andean Community in the name of its secretariat.</param>
/// <param name="State">The State named within it as its own or its host.</param>
internal sealed record NameSpan(
    int Start, int End, IReadOnlyList<Sought> Organisations, HeadNoun? Head = null, NameSpan? Inner = null, NamedState? State = null)
{
    /// <summary>Whether it is only an acronym.</summary>
    public bool IsAcronym { get; init; }

    /// <summary>The acronym in brackets after it, as written.</summary>
    public string? Introduced { get; init; }

    /// <summary>How much of it is the name, with what is in brackets left out.</summary>
    public int NameEnd { get; init; } = End;

    /// <summary>Whether it names a State.</summary>
    public bool IsState => Organisations is [{ IsState: true }, ..];
}
