using System.Collections.Frozen;
using Relations.Reading.Text;

namespace Relations.Reading.People;

/// <summary>Given names, to tell where a person's surnames begin.</summary>
internal static class GivenNames
{
    private static readonly Lazy<FrozenDictionary<string, bool>> Table = new(() => EmbeddedTable.Read("given-names.tsv", 2)
        .ToFrozenDictionary(f => f[0], f => f[1] == "h", StringComparer.Ordinal));

    /// <summary>Whether a word is a given name.</summary>
    /// <param name="folded">The word, folded.</param>
    public static bool Contains(string folded) => Table.Value.ContainsKey(folded);

    /// <summary>Whether it is one after which two surnames may follow, as in Spanish.</summary>
    /// <param name="folded">The word, folded.</param>
    public static bool TakesTwoSurnames(string folded) => Table.Value.GetValueOrDefault(folded);
}
