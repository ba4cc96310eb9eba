using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Relations.App.Store;
using Relations.Domain.People;

namespace Relations.App.People;

/// <summary>
/// Finds where a person is named in texts, to mask it there: the name with given names or initials before the surnames or after them
/// and a comma, with one surname or both, however its letters are written. A surname that stands alone is taken for the person where the
/// text names them in full elsewhere, or is about them.
/// </summary>
public sealed partial class NameMentions
{
    /// <summary>What stands for each letter that was masked, so that every passage of the text stays where it is.</summary>
    public const char Mask = '█';

    /// <summary>Between two words of one name there is a space, and perhaps a point or a comma.</summary>
    private const int WidestGap = 3;

    private readonly IReadOnlyList<Parts> names;

    /// <summary>Sets it up.</summary>
    /// <param name="names">The names that the person was recorded under.</param>
    public NameMentions(IEnumerable<PersonName> names) =>
        this.names = [.. names.Distinct().Select(n => new Parts(WordsOf(n.Given), WordsOf(n.Family))).Where(p => p.Surname is not null)];

    /// <summary>The surnames that a text must have to name the person, in small letters without accents.</summary>
    public IReadOnlyList<string> Surnames => [.. names.Select(n => n.Surname!).Distinct()];

    /// <summary>Some texts of one event with the person's name masked, as long as they were.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="isAboutThem">Whether the event is about the person, so that a surname alone means them.</param>
    public IReadOnlyList<string> Masked(IReadOnlyList<string> texts, bool isAboutThem)
    {
        var words = texts.Select(t => WordsOf(t)).ToList();
        var alone = isAboutThem || words.Any(w => names.Any(n => IsNamedInFull(n, w)));
        return [.. texts.Select((text, i) => Masked(text, words[i], alone))];
    }

    /// <summary>Whether a text names the person by more than a surname that others may bear.</summary>
    /// <param name="text">The text.</param>
    public bool IsNamedIn(string text)
    {
        var words = WordsOf(text);
        return names.Any(n => IsNamedInFull(n, words));
    }

    /// <summary>A text with the person's given names masked, for what stands beside the surnames in a field of its own.</summary>
    /// <param name="text">The text.</param>
    public string WithoutGivenNames(string text)
    {
        var masked = text.ToCharArray();
        foreach (var word in WordsOf(text).Where(w => names.Any(n => n.Given.Contains(w.Folded))))
            masked.AsSpan(word.Start, word.End - word.Start).Fill(Mask);
        return new(masked);
    }

    /// <summary>The condition in SQL that a text may name the person.</summary>
    /// <param name="text">The text, in SQL.</param>
    /// <param name="parameter">The number of the parameter with <see cref="Surnames"/>.</param>
    internal static string SurnamesWithin(string text, int parameter) =>
        $"{RelationsStore.Schema}.unaccent(lower({text})) like any (select '%' || {RelationsStore.Schema}.unaccent(surname) || '%' from unnest(${parameter}) surname)";

    private string Masked(string text, IReadOnlyList<Word> words, bool alone)
    {
        char[]? masked = null;
        foreach (var name in names)
        {
            for (var at = 0; at < words.Count; at++)
            {
                if (MentionAt(name, words, at) is { } mention && (mention.InFull || alone))
                {
                    masked ??= text.ToCharArray();
                    var (from, to) = (words[mention.First].Start, words[mention.Last].End);
                    masked.AsSpan(from, to - from).Fill(Mask);
                }
            }
        }

        return masked is null ? text : new string(masked);
    }

    private static bool IsNamedInFull(Parts name, IReadOnlyList<Word> words) =>
        Enumerable.Range(0, words.Count).Any(at => MentionAt(name, words, at) is { InFull: true });

    /// <summary>The mention whose surname stands at a place.</summary>
    private static Mention? MentionAt(Parts name, IReadOnlyList<Word> words, int at)
    {
        if (words[at].Folded != name.Surname || !words[at].IsName)
            return null;
        var last = at;
        foreach (var further in name.AfterSurname)
        {
            if (!Follows(words, last, further))
                break;
            last++;
        }

        var first = at;
        for (var i = name.BeforeSurname.Count - 1; i >= 0 && Precedes(words, first, name.BeforeSurname[i]); i--)
            first--;
        var begun = first;
        while (first > 0 && IsGivenAt(name, words, first - 1) && Touches(words, first - 1))
            first--;
        var given = first < begun;
        for (var after = words[last].EndsWithComma; after && IsGivenAt(name, words, last + 1) && Touches(words, last); given = true)
            last++;

        var surnames = last - at >= name.AfterSurname.Count && name.AfterSurname.Count > 0;
        return new(first, last, given || surnames || name.Given.Count == 0);
    }

    private static bool IsGivenAt(Parts name, IReadOnlyList<Word> words, int at) =>
        at < words.Count && words[at].IsName && name.IsGiven(words[at].Folded);

    private static bool Follows(IReadOnlyList<Word> words, int at, string folded) =>
        at + 1 < words.Count && words[at + 1].Folded == folded && Touches(words, at);

    private static bool Precedes(IReadOnlyList<Word> words, int at, string folded) =>
        at > 0 && words[at - 1].Folded == folded && Touches(words, at - 1);

    private static bool Touches(IReadOnlyList<Word> words, int at) => words[at + 1].Start - words[at].End <= WidestGap;

    private static List<Word> WordsOf(string text)
    {
        List<Word> words = [];
        foreach (var match in WordPattern().EnumerateMatches(text))
        {
            var word = text.AsSpan(match.Index, match.Length);
            var end = match.Index + match.Length;
            words.Add(new(match.Index, end, Folded(word), char.IsUpper(word[0]), end < text.Length && text[end] == ','));
        }

        return words;
    }

    /// <summary>A word in small letters without accents.</summary>
    /// <param name="word">The word.</param>
    public static string Folded(ReadOnlySpan<char> word)
    {
        var folded = new StringBuilder(word.Length);
        foreach (var c in word.ToString().Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                folded.Append(char.ToLowerInvariant(c));
        }

        return folded.ToString();
    }

    [GeneratedRegex(@"[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*", RegexOptions.NonBacktracking)]
    private static partial Regex WordPattern();

    /// <summary>A word of a text.</summary>
    private readonly record struct Word(int Start, int End, string Folded, bool IsName, bool EndsWithComma);

    /// <summary>A place where the person may be named.</summary>
    /// <param name="First">Its first word.</param>
    /// <param name="Last">Its last word.</param>
    /// <param name="InFull">Whether it is more than one surname that others may bear.</param>
    private readonly record struct Mention(int First, int Last, bool InFull);

    /// <summary>A name in parts.</summary>
    private sealed class Parts
    {
        internal Parts(IReadOnlyList<Word> given, IReadOnlyList<Word> family)
        {
            Given = given.Select(w => w.Folded).ToHashSet(StringComparer.Ordinal);
            var at = family.ToList().FindIndex(w => w.IsName); // «de la Vega»: its particles are small
            if (at < 0 && family.Count > 0)
                at = family.Count - 1;
            BeforeSurname = [.. family.Take(Math.Max(0, at)).Select(w => w.Folded)];
            Surname = at < 0 ? null : family[at].Folded;
            AfterSurname = [.. family.Skip(at + 1).Select(w => w.Folded)];
        }

        internal HashSet<string> Given { get; }

        internal IReadOnlyList<string> BeforeSurname { get; }

        internal string? Surname { get; }

        internal IReadOnlyList<string> AfterSurname { get; }

        /// <summary>A given name, or its first letter.</summary>
        internal bool IsGiven(string folded) => Given.Contains(folded) || (folded.Length == 1 && Given.Any(g => g[0] == folded[0]));
    }
}
