using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;
using Relations.App.Api;
using Relations.App.Recording;
using Relations.Domain.Access;
using Relations.Domain.Recording;

namespace Relations.App.Search;

/// <summary>What is searched for. Every part of it stands in the address.</summary>
/// <param name="Text">The words: all must be found; words in quotation marks in that order; <c>-word</c> not at all.</param>
/// <param name="Kind">Records of this kind alone.</param>
/// <param name="Partnership">Records of the partnership with this address alone.</param>
/// <param name="Theme">Records of partnerships that work on this theme alone.</param>
/// <param name="From">From this day on.</param>
/// <param name="To">Up to this day.</param>
/// <param name="Page">Which page of what was found, from 1.</param>
public sealed record SearchQuestion(
    string Text, string? Kind = null, string? Partnership = null, string? Theme = null, DateOnly? From = null, DateOnly? To = null, int Page = 1)
{
    /// <summary>Characters that are read of a question.</summary>
    public const int MostCharacters = 200;

    /// <summary>Words and phrases that are read of a question.</summary>
    public const int MostTerms = 12;

    /// <summary>Records a page of the search.</summary>
    public const int PageSize = 20;

    /// <summary>The last page: beyond a thousand records one asks more narrowly.</summary>
    public const int LastPage = Most / PageSize;

    /// <summary>Records that are counted; where there are more, it says so.</summary>
    public const int Most = 1_000;

    private const string DayForm = "yyyy-MM-dd";

    /// <summary>The kinds of records that are searched, by their names in addresses.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [.. RecordKinds.All.Where(k => k.State != typeof(Account)).Select(k => k.Name)];

    /// <summary>Records a page.</summary>
    [JsonIgnore]
    public int Size { get; init; } = PageSize;

    /// <summary>Whether the last word may be the beginning of one, because it is still being typed.</summary>
    [JsonIgnore]
    public bool IsBeingTyped { get; init; }

    /// <summary>Reads a question from an address.</summary>
    /// <param name="q">The words.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="partnership">The partnership's address.</param>
    /// <param name="theme">The theme.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    /// <param name="page">Which page.</param>
    /// <param name="question">The question, without what cannot be read.</param>
    /// <returns>What cannot be read.</returns>
    public static IReadOnlyList<Refusal> Read(
        string? q, string? kind, string? partnership, string? theme, string? from, string? to, int? page, out SearchQuestion question)
    {
        List<Refusal> refusals = [];
        if (q?.Length > MostCharacters)
            refusals.Add(new(CommonRules.TextTooLong, "q", MostCharacters));
        if (!string.IsNullOrEmpty(kind) && !Kinds.Contains(kind))
            refusals.Add(new(CommonRules.FieldUnreadable, "kind", string.Join(", ", Kinds)));
        if (partnership?.Length > Limits.Code)
            refusals.Add(new(CommonRules.TextTooLong, "partnership", Limits.Code));
        if (theme?.Length > Limits.Name)
            refusals.Add(new(CommonRules.TextTooLong, "theme", Limits.Name));
        if (page is < 1 or > LastPage)
            refusals.Add(new(CommonRules.OutOfRange, "page", 1, LastPage));
        question = new(
            q?.Length > MostCharacters ? q[..MostCharacters] : q ?? "",
            kind is not null && Kinds.Contains(kind) ? kind : null,
            string.IsNullOrWhiteSpace(partnership) ? null : partnership[..Math.Min(partnership.Length, Limits.Code)],
            string.IsNullOrWhiteSpace(theme) ? null : theme[..Math.Min(theme.Length, Limits.Name)],
            Day(from, "from"),
            Day(to, "to"),
            Math.Clamp(page ?? 1, 1, LastPage));
        return refusals;

        DateOnly? Day(string? text, string field)
        {
            if (string.IsNullOrEmpty(text))
                return null;
            if (DateOnly.TryParseExact(text, DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                return day;
            refusals.Add(new(CommonRules.FieldUnreadable, field, "2016-02-12"));
            return null;
        }
    }

    /// <summary>Its query in an address: <c>?q=oim&amp;kind=meeting</c>.</summary>
    [JsonIgnore]
    public string Query
    {
        get
        {
            var query = new StringBuilder("?q=").Append(Uri.EscapeDataString(Text.Trim()));
            foreach (var (name, value) in new[]
            {
                ("kind", Kind),
                ("partnership", Partnership),
                ("theme", Theme),
                ("from", From?.ToString(DayForm, CultureInfo.InvariantCulture)),
                ("to", To?.ToString(DayForm, CultureInfo.InvariantCulture)),
                ("page", Page == 1 ? null : Page.ToString(CultureInfo.InvariantCulture)),
            })
            {
                if (value is not null)
                    query.Append('&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
            }

            return query.ToString();
        }
    }

    /// <summary>The words and phrases of the question, at most <see cref="MostTerms"/>.</summary>
    internal IReadOnlyList<SearchTerm> Terms
    {
        get
        {
            List<SearchTerm> terms = [];
            var text = Text.Replace('\0', ' ').Replace('“', '"').Replace('”', '"').Replace('«', '"').Replace('»', '"');
            for (var at = 0; at < text.Length && terms.Count < MostTerms;)
            {
                if (char.IsWhiteSpace(text[at]))
                {
                    at++;
                    continue;
                }

                var excluded = text[at] == '-';
                if (excluded)
                    at++;
                var quoted = at < text.Length && text[at] == '"';
                if (quoted)
                    at++;
                var end = text.IndexOfAny(quoted ? ['"'] : [' ', '\t', '\r', '\n', '"'], at);
                end = end < 0 ? text.Length : end;
                var words = text[at..end].Trim();
                at = quoted ? end + 1 : end;
                if (words.Any(char.IsLetterOrDigit))
                    terms.Add(new(words, excluded, quoted, IsBeingTyped && !quoted && !excluded && end == text.Length));
            }

            return terms;
        }
    }
}

/// <summary>A word or a phrase of a question.</summary>
/// <param name="Words">The word, or the words of the phrase.</param>
/// <param name="IsExcluded">Whether it must not be found.</param>
/// <param name="IsPhrase">Whether it was in quotation marks.</param>
/// <param name="IsBeginning">Whether it may be the beginning of a word.</param>
internal sealed record SearchTerm(string Words, bool IsExcluded, bool IsPhrase, bool IsBeginning);
