using Marten.Linq.MatchesSql;
using Relations.App.Store;
using Relations.App.Views;

namespace Relations.App.Partnerships;

/// <summary>
/// What a reader wants to see of a timeline. The same is said twice, over the entries that are kept and over those made of
/// replayed events; a test holds the two together.
/// </summary>
/// <param name="Kind">The kind of record; null for all.</param>
/// <param name="Organisations">Facts that name one of these; null for all.</param>
/// <param name="People">Facts that name one of these; null for all.</param>
/// <param name="Theme">Records that speak of this, folded; null for all.</param>
/// <param name="Words">Facts that say all of these, folded.</param>
/// <param name="From">Facts from this day on.</param>
/// <param name="To">Facts up to this day.</param>
public sealed record TimelineFilter(
    string? Kind = null,
    IReadOnlySet<Guid>? Organisations = null,
    IReadOnlySet<Guid>? People = null,
    string? Theme = null,
    IReadOnlyList<string>? Words = null,
    DateOnly? From = null,
    DateOnly? To = null)
{
    private const string Table = $"{RelationsStore.Schema}.mt_doc_timelineentry";

    /// <summary>Everything.</summary>
    public static TimelineFilter None { get; } = new();

    /// <summary>
    /// The entries that begin a step of the timeline and match, the latest first. A meeting matches by what was said and done
    /// there, too.
    /// </summary>
    /// <param name="entries">Every entry of one partnership.</param>
    public IReadOnlyList<TimelineEntry> Of(IReadOnlyCollection<TimelineEntry> entries)
    {
        var onTheme = Theme is null ? null : RecordsOf(entries.Where(e => e.Words.Contains(Theme, StringComparison.Ordinal)));
        List<Func<TimelineEntry, bool>> said = [.. Said().Select(s => s.Matches)];
        var byParts = said.Select(matches => RecordsOf(entries.Where(e => e.IsPart && matches(e)))).ToList();
        return
        [
            .. entries
                .Where(e => !e.IsPart
                    && (Kind is null || e.Kind == Kind)
                    && (From is null || e.Day >= From)
                    && (To is null || e.Day <= To)
                    && (onTheme is null || onTheme.Contains(e.Record))
                    && said.Index().All(s => s.Item(e) || byParts[s.Index].Contains(e.Record)))
                .OrderByDescending(e => e.Day).ThenByDescending(e => e.Sequence),
        ];
    }

    /// <summary>The same, of the entries that are kept; the caller orders them.</summary>
    /// <param name="entries">Entries of all partnerships.</param>
    /// <param name="partnership">The partnership.</param>
    public IQueryable<TimelineEntry> Of(IQueryable<TimelineEntry> entries, Guid partnership)
    {
        const string record = "d.data ->> 'record'";
        const string recordsWhere = $"select p.data ->> 'record' from {Table} p where CAST(p.data ->> 'partnership' as uuid) = ?";
        entries = entries.Where(e => e.Partnership == partnership && !e.IsPart);
        if (Kind is { } kind)
            entries = entries.Where(e => e.Kind == kind);
        if (From is { } from)
            entries = entries.Where(e => e.Day >= from);
        if (To is { } to)
            entries = entries.Where(e => e.Day <= to);
        if (Theme is { } theme)
            entries = entries.Where(e => e.MatchesSql($"{record} in ({recordsWhere} and p.data ->> 'words' like ?)", partnership, Pattern(theme)));
        foreach (var (sql, value, _) in Said())
        {
            var (ofTheEntry, ofAPart) = (string.Format(null, sql, "d"), string.Format(null, sql, "p"));
            entries = entries.Where(e => e.MatchesSql(
                $"({ofTheEntry} or {record} in ({recordsWhere} and CAST(p.data ->> 'isPart' as boolean) and {ofAPart}))", value, partnership, value));
        }

        return entries;
    }

    /// <summary>What one entry has to say, in SQL and in C#.</summary>
    private IEnumerable<(string Sql, object Value, Func<TimelineEntry, bool> Matches)> Said()
    {
        if (Organisations is { } organisations)
            yield return ("jsonb_exists_any({0}.data -> 'organisations', ?)", Texts(organisations), e => e.Organisations.Any(organisations.Contains));
        if (People is { } people)
            yield return ("jsonb_exists_any({0}.data -> 'people', ?)", Texts(people), e => e.People.Any(people.Contains));
        foreach (var word in Words ?? [])
            yield return ("{0}.data ->> 'words' like ?", Pattern(word), e => e.Words.Contains(word, StringComparison.Ordinal));
    }

    private static HashSet<Guid> RecordsOf(IEnumerable<TimelineEntry> entries) => [.. entries.Select(e => e.Record)];

    private static string[] Texts(IReadOnlySet<Guid> ids) => [.. ids.Select(id => id.ToString())];

    private static string Pattern(string words) =>
        $"%{words.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)}%";
}
