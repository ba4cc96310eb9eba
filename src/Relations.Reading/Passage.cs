namespace Relations.Reading;

/// <summary>A passage of a text, counted as citations count: in UTF-16 code units.</summary>
/// <param name="Offset">Where it starts, from 0.</param>
/// <param name="Length">How long it is, at least 1.</param>
public readonly record struct Passage(int Offset, int Length)
{
    /// <summary>The first place after it.</summary>
    public int End => Offset + Length;

    /// <summary>The passage between two places.</summary>
    /// <param name="start">The first place in it.</param>
    /// <param name="end">The first place after it.</param>
    public static Passage Between(int start, int end) => new(start, end - start);

    /// <summary>The shortest passage that holds both.</summary>
    /// <param name="other">The other passage.</param>
    public Passage Through(Passage other) => Between(Math.Min(Offset, other.Offset), Math.Max(End, other.End));

    /// <summary>Whether another passage lies within this one.</summary>
    /// <param name="other">The other passage.</param>
    public bool Holds(Passage other) => other.Offset >= Offset && other.End <= End;

    /// <summary>Whether they share at least one place.</summary>
    /// <param name="other">The other passage.</param>
    public bool Meets(Passage other) => other.Offset < End && other.End > Offset;

    /// <summary>Its words.</summary>
    /// <param name="text">The text it is a passage of.</param>
    public string In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Substring(Offset, Length);
    }
}
