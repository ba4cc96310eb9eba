using System.Text.RegularExpressions;

namespace Relations.App.Pages.Forms;

/// <summary>Where in a text a passage stands.</summary>
/// <param name="Offset">Where it starts, in UTF-16 code units.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Around">The passage with some words before and after, to tell it from another.</param>
public sealed record PassagePlace(int Offset, int Length, string Around)
{
    /// <summary>How many places are offered: words that stand in more of them are no passage.</summary>
    public const int Most = 20;

    private const int ContextShown = 60;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>The places where words stand in a text; lines may be broken elsewhere than in what was copied.</summary>
    /// <param name="text">The text.</param>
    /// <param name="words">The exact words.</param>
    public static IReadOnlyList<PassagePlace> Find(string text, string words)
    {
        var parts = words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 0
            ? []
            : [.. Regex.Matches(text, string.Join(@"\s+", parts.Select(Regex.Escape)), RegexOptions.CultureInvariant, Patience)
                .Take(Most).Select(m => new PassagePlace(m.Index, m.Length, AroundOf(text, m.Index, m.Length)))];
    }

    private static string AroundOf(string text, int offset, int length)
    {
        var start = Math.Max(0, offset - ContextShown);
        var end = Math.Min(text.Length, offset + Math.Min(length, ContextShown) + ContextShown);
        return Blanks.Replace(text[start..end], " ").Trim();
    }

    private static Regex Blanks { get; } = new(@"\s+", RegexOptions.CultureInvariant, Patience);
}
