using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Relations.Reading.Score;

/// <summary>Finds passages by their words, and compares words.</summary>
internal static class PassageText
{
    private static readonly HashSet<string> Unweighed = new(
        "el la los las lo un una unos unas de del y e o u en al a que se su sus con por para the of and or to in on at for a an its their that as by with from".Split(' '),
        StringComparer.Ordinal);

    /// <summary>
    /// The passages of an expected fact: its words; <c>first words…last words</c>; <c>[offset, length]</c>; or an array of such. A number
    /// before a bar, as in <c>2|la reunión</c>, takes that occurrence, and <c>*|la reunión</c> all.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="at">The passages, in JSON.</param>
    public static IEnumerable<Passage> Find(string text, JsonNode? at) => at switch
    {
        null => [],
        JsonArray { Count: 2 } pair when pair[0]!.GetValueKind() is JsonValueKind.Number =>
            [Checked(text, new((int)pair[0]!, (int)pair[1]!))],
        JsonArray many => many.SelectMany(one => Find(text, one)),
        _ when ((string)at!).StartsWith("*|", StringComparison.Ordinal) => Everywhere(text, ((string)at!)[2..]),
        _ => [Find(text, (string)at!)],
    };

    /// <summary>Every place where a name stands as whole words.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">The name.</param>
    public static IEnumerable<Passage> Everywhere(string text, string name)
    {
        for (var i = text.IndexOf(name, StringComparison.OrdinalIgnoreCase); i >= 0; i = text.IndexOf(name, i + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (!IsLetter(text, i - 1) && !IsLetter(text, i + name.Length))
                yield return new(i, name.Length);
        }
    }

    /// <summary>The words of a text that weigh, folded, plurals cut to their singular.</summary>
    /// <param name="text">The text.</param>
    public static IReadOnlyList<string> Words(string text)
    {
        List<string> words = [];
        var word = new StringBuilder();
        foreach (var c in text.Normalize(NormalizationForm.FormD).Append(' '))
        {
            if (char.IsLetterOrDigit(c))
            {
                word.Append(char.ToLowerInvariant(c));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark && word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        return [.. words.Where(w => !Unweighed.Contains(w)).Select(Singular)];
    }

    /// <summary>Which share of the longer text's words both have.</summary>
    /// <param name="one">A text.</param>
    /// <param name="other">Another.</param>
    /// <returns>From 0 to 1.</returns>
    public static double Overlap(string one, string other)
    {
        var (a, b) = (Words(one), Words(other).ToList());
        var longest = Math.Max(a.Count, b.Count);
        return longest == 0 ? 0 : (double)a.Count(b.Remove) / longest;
    }

    private static Passage Find(string text, string words)
    {
        var bar = words.IndexOf('|', StringComparison.Ordinal);
        var counted = bar > 0 && words[..bar].All(char.IsAsciiDigit);
        var nth = counted ? int.Parse(words[..bar], CultureInfo.InvariantCulture) : 1;
        var ends = (counted ? words[(bar + 1)..] : words).Split('…');
        var start = -1;
        for (var i = 0; i < nth; i++)
            start = IndexOf(text, ends[0], start + 1);
        var end = ends.Length == 1 ? start + ends[0].Length : IndexOf(text, ends[1], start + ends[0].Length) + ends[1].Length;
        return Checked(text, Passage.Between(start, end));
    }

    private static int IndexOf(string text, string words, int from)
    {
        var at = text.IndexOf(words, from, StringComparison.Ordinal);
        return at < 0 ? throw new FormatException($"the text does not say “{words}”") : at;
    }

    private static Passage Checked(string text, Passage passage) =>
        passage is { Offset: >= 0, Length: > 0 } && passage.End <= text.Length ? passage : throw new FormatException($"{passage} is not in the text");

    private static bool IsLetter(string text, int at) => at >= 0 && at < text.Length && char.IsLetterOrDigit(text[at]);

    private static string Singular(string word) => word switch
    {
        [_, _, _, .., 'e', 's'] => word[..^2],
        [_, _, .., 's'] => word[..^1],
        [_, _, _, .., 'e'] => word[..^1],
        _ => word,
    };
}
