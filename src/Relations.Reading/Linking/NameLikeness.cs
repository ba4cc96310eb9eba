using F23.StringSimilarity;

namespace Relations.Reading.Linking;

/// <summary>How alike two names are, and in what.</summary>
/// <param name="Score">From 0 to 1.</param>
/// <param name="Reason">In what they are alike; of several differences the gravest.</param>
internal readonly record struct NameLikeness(double Score, LinkReason Reason)
{
    /// <summary>Two words that differ more than a slip of the pen are two words.</summary>
    private const double SameWord = 0.87;

    /// <summary>What an initial is worth that stands for a name.</summary>
    private const double Initialled = 0.6;

    private static readonly JaroWinkler Slips = new();

    /// <summary>
    /// Compares two people's names. Where each has a part that the other has not, they are two people's: brothers share a surname, and
    /// namesakes a given name.
    /// </summary>
    /// <param name="one">The words of a name.</param>
    /// <param name="other">The words of another.</param>
    /// <returns>Null where they are not alike.</returns>
    public static NameLikeness? OfPeople(IReadOnlyList<string> one, IReadOnlyList<string> other)
    {
        if (Exactly(one, other) is { } exact)
            return exact;
        var (shorter, longer) = one.Count <= other.Count ? (one, other) : (other, one);
        var words = Align(shorter, longer);
        if (shorter.Count < 2 || words.Contains(0))
            return null;

        var lacking = longer.Count - shorter.Count;
        var slipped = words.Any(w => w is < 1 and > Initialled);
        var score = words.Average() - (lacking == 0 ? 0 : 0.1 + (0.06 * lacking));
        return slipped ? new(shorter.Count < 3 ? Math.Min(score, 0.84) : score, LinkReason.LikeName)
            : words.Contains(Initialled) ? new(score, LinkReason.NameWithInitials)
            : new(score, LinkReason.NameLacksPart);
    }

    /// <summary>Compares the names of two organisations, or two titles.</summary>
    /// <param name="one">The words of a name.</param>
    /// <param name="other">The words of another.</param>
    /// <returns>Null where they are not alike.</returns>
    public static NameLikeness? OfTitles(IReadOnlyList<string> one, IReadOnlyList<string> other)
    {
        if (Exactly(one, other) is { } exact)
            return exact;
        var (shorter, longer) = one.Count <= other.Count ? (one, other) : (other, one);
        if (shorter.Count < 2)
            return null;

        var words = Align(shorter, longer);
        var share = words.Where(w => w > Initialled).Sum() / longer.Count;
        return share >= 0.7 ? new(share, LinkReason.LikeName)
            : IsCutShort(shorter, longer) ? new(0.68, LinkReason.NameLacksPart)
            : null;
    }

    private static NameLikeness? Exactly(IReadOnlyList<string> one, IReadOnlyList<string> other) =>
        one.Count == 0 || one.Count != other.Count ? null
        : one.SequenceEqual(other, StringComparer.Ordinal) ? new(1, LinkReason.SameName)
        : one.Order(StringComparer.Ordinal).SequenceEqual(other.Order(StringComparer.Ordinal), StringComparer.Ordinal) ? new(0.97, LinkReason.SameNamesOtherOrder)
        : null;

    /// <summary>“Ministerio de Salud” for that of Honduras; what is missing before the first word makes it another, as an organ is another.</summary>
    private static bool IsCutShort(IReadOnlyList<string> shorter, IReadOnlyList<string> longer) =>
        longer.Count - shorter.Count <= 2 && longer.Take(shorter.Count).SequenceEqual(shorter, StringComparer.Ordinal);

    /// <summary>What each word of the shorter name finds in the longer one; each word there is found once.</summary>
    private static double[] Align(IReadOnlyList<string> shorter, IReadOnlyList<string> longer)
    {
        var taken = new bool[longer.Count];
        var found = new double[shorter.Count];

        // Exact words first, or "Ana Anaya" would give "Ana" away.
        foreach (var least in (ReadOnlySpan<double>)[1, Initialled])
        {
            for (var i = 0; i < shorter.Count; i++)
            {
                for (var j = 0; j < longer.Count && found[i] == 0; j++)
                {
                    var likeness = taken[j] ? 0 : OfWords(shorter[i], longer[j]);
                    if (likeness >= least)
                        (found[i], taken[j]) = (likeness, true);
                }
            }
        }

        return found;
    }

    private static double OfWords(string one, string other)
    {
        if (one == other)
            return 1;
        if (one.Length == 1 || other.Length == 1)
            return one[0] == other[0] ? Initialled : 0;
        var likeness = Slips.Similarity(one, other);
        return likeness >= SameWord || (one.Length > 3 && other.Length > 3 && Phonetics.Code(one) == Phonetics.Code(other) && likeness > 0.7) ? 0.9 * likeness : 0;
    }
}
