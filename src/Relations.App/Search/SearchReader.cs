using System.Text.RegularExpressions;
using Marten;
using Npgsql;
using Relations.App.Access;
using Relations.App.Pages;
using Relations.App.Recording;
using Relations.Domain.Organisations;
using Relations.Domain.Partnerships;
using Relations.Domain.Recording;
using Relations.Domain.Sources;
using Relations.Domain.Time;

namespace Relations.App.Search;

/// <summary>
/// Searches the record, as far as who asks may read it. What is found, counted and shown is asked with the same condition, and
/// the page is asked of <see cref="Sight"/> once more before it is shown: the entries may be a moment behind.
/// </summary>
/// <param name="session">The store.</param>
/// <param name="sight">What who asks sees.</param>
/// <param name="records">Reads records.</param>
public sealed class SearchReader(IQuerySession session, Sight sight, RecordReader records)
{
    /// <summary>Organisations, people and partnerships that the words of a question may name together.</summary>
    private const int MostNamed = 60;

    /// <summary>Partnerships and themes that facets offer.</summary>
    private const int MostOffered = 8;

    /// <summary>Years that facets offer.</summary>
    private const int MostYears = 12;

    private const string Schema = Store.RelationsStore.Schema;

    /// <summary>Letters of a word that others may be like.</summary>
    private const int LeastAlike = 4;

    /// <summary>The words of both languages, none where a word says nothing; a beginning also as it stands.</summary>
    private static readonly string Readings =
        $"""
        select t.n::int, (phraseto_tsquery('{SearchSchema.Spanish}', t.words) || phraseto_tsquery('{SearchSchema.English}', t.words)
            || case when t.beginning <> '' then to_tsquery('simple', t.beginning || ':*') else ''::tsquery end)::text
        from unnest(@words, @beginnings) with ordinality t(words, beginning, n) order by t.n
        """;

    private static readonly string Shown =
        $"""
        select s.record, s.title, s.title_en, s.starts, s.passage, s.organisations,
          {Headline("coalesce(case when @english then s.title_en end, s.title, '')", "HighlightAll=true")},
          {Headline("case when s.passage <> '' then s.passage else concat_ws(E'\\n', nullif(s.matter, ''), nullif(s.said, '')) end", "MaxWords=40, MinWords=18, ShortWord=2")},
          s.dated
        from unnest(@records, @parts) p(record, part) join {SearchSchema.Table} s on s.record = p.record and s.part = p.part
        """;

    /// <summary>Searches.</summary>
    /// <param name="question">What for.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<SearchAnswer> FindAsync(SearchQuestion question, CancellationToken cancellation)
    {
        var terms = question.Terms;
        if (terms.All(t => t.IsExcluded))
            return SearchAnswer.Nothing(question);
        var readable = await sight.OfEntriesAsync(cancellation);
        await using var connection = session.Database.CreateConnection();
        await connection.OpenAsync(cancellation);
        var asked = new Asking(connection, readable.Sql, readable.Values);
        if (await NarrowedAsync(asked, question, cancellation) is not { } narrow)
            return SearchAnswer.Nothing(question);

        var (query, found) = await FoundAsync(asked, terms, narrow, cancellation);
        var respelled = false;
        if (found.Count == 0 && await RespelledAsync(asked, terms, cancellation) is { } others)
        {
            (query, found) = await FoundAsync(asked, others, narrow, cancellation);
            respelled = found.Count > 0;
            if (respelled)
                question = question with { Text = string.Join(' ', others.Select(Written)) };
        }

        return await AnswerAsync(asked, question, query, found, respelled, cancellation);
    }

    /// <summary>The organisations, people and partnerships that bear words of the question, those that bear the most first, and the partnerships of those organisations.</summary>
    private static string Named(string readable) =>
        $"""
        with named as (
          select s.record, array_agg(t.n::int) terms, count(*) fitting, bool_or(s.terms && array[t.code]) exact
          from unnest(@queries::tsquery[], @codes) with ordinality t(query, code, n)
            join {SearchSchema.Table} s on s.{SearchSchema.NamedKinds} and s.named @@ t.query
          where {readable}
          group by s.record
          order by exact desc, fitting desc, s.record
          limit {MostNamed})
        select record, terms from named
        union all
        select s.record, n.terms from named n
          join {SearchSchema.Table} s on s.kind = 'partnership' and n.record = any(s.organisations) and n.record <> s.record
        where {readable}
        """;

    /// <summary>
    /// The best of what is named so, and the latest of all that has the words: what is common would otherwise be ranked whole.
    /// Equal is what ranks within a twentieth; then the later is first.
    /// </summary>
    private static string Found(string condition) =>
        $$"""
        with found as (
          (select s.* from {{SearchSchema.Table}} s where s.{{SearchSchema.NamedKinds}} and s.named @@ @query::tsquery and {{condition}} limit @most)
          union all
          (select s.* from {{SearchSchema.Table}} s where s.words @@ @query::tsquery and {{condition}} order by s.day desc nulls last limit @most)),
        best as (
          select distinct on (f.record) f.record, f.part, f.kind, f.day, f.partnerships,
            (f.terms && @codes) exact, ts_rank('{0.1, 0.2, 0.4, 1.0}', f.words, @marks::tsquery) rank
          from found f order by f.record, rank desc, f.part)
        select record, part, kind, day, partnerships from best
        order by exact desc, round((rank * 20)::numeric) desc, day desc nulls last, record
        limit @most
        """;

    /// <summary>The word most like one, among the names that are like it.</summary>
    private static string Alike(string condition) =>
        $"""
        select w from (
          select distinct regexp_split_to_table(a.folded, '[^[:alnum:]]+') w
          from (select s.folded from {SearchSchema.Table} s where @word operator({Schema}.<%) s.folded and {condition} limit {SearchQuestion.Most}) a) words
        where length(w) >= 3 and w <> @word and {Schema}.similarity(w, @word) >= 0.3
        order by {Schema}.similarity(w, @word) desc, w limit 1
        """;

    /// <summary>Text in the terms of PostgreSQL, with what was found between characters that no text has.</summary>
    private static string Headline(string text, string options)
    {
        var marks = $"StartSel={MarkedText.Start}, StopSel={MarkedText.Stop}, {options}";
        return
            $"""
            case when to_tsvector('{SearchSchema.Spanish}', {text}) @@ @marks::tsquery then ts_headline('{SearchSchema.Spanish}', {text}, @marks::tsquery, '{marks}')
              when to_tsvector('{SearchSchema.English}', {text}) @@ @marks::tsquery then ts_headline('{SearchSchema.English}', {text}, @marks::tsquery, '{marks}') end
            """;
    }

    private static string Written(SearchTerm term) => (term.IsExcluded ? "-" : "") + (term.IsPhrase ? $"\"{term.Words}\"" : term.Words);

    /// <summary>The filters as a condition; null where they name a partnership that there is none of for who asks.</summary>
    private async Task<string?> NarrowedAsync(Asking asked, SearchQuestion question, CancellationToken cancellation)
    {
        List<string> conditions = [];
        if (question.Kind is not null)
            conditions.Add(asked.With("kind", question.Kind, "s.kind = @kind"));
        if (question.From is { } from)
            conditions.Add(asked.With("from", from, "s.day >= @from"));
        if (question.To is { } to)
            conditions.Add(asked.With("to", to, "s.day <= @to"));
        if (question.Partnership is null && question.Theme is null)
            return string.Join(" and ", conditions.Prepend("true"));

        var all = await sight.OfAsync(session.Query<Partnership>(), cancellation);
        if (question.Partnership is { } slug)
            all = all.Where(p => p.Slug == slug);
        if (question.Theme is { } theme)
            all = all.Where(p => p.Themes.Contains(theme));
        var within = await all.Select(p => p.Id).ToListAsync(cancellation);
        conditions.Add(asked.With("within", within.ToArray(), "s.partnerships && @within"));
        return within.Count == 0 ? null : string.Join(" and ", conditions);
    }

    private static async Task<(SearchQuery Query, IReadOnlyList<FoundEntry> Found)> FoundAsync(
        Asking asked, IReadOnlyList<SearchTerm> terms, string narrow, CancellationToken cancellation)
    {
        var query = await ReadAsync(asked, terms, cancellation);
        if (query.Whole.Length == 0)
            return (query, []);

        // Planned for these words and not for any: for common ones the days are gone through, for rare ones the index of words.
        await using var batch = new NpgsqlBatch(asked.Connection);
        batch.BatchCommands.Add(new("select set_config('plan_cache_mode', 'force_custom_plan', true)"));
        var found = asked.Add(batch, Found($"{asked.Readable} and {narrow}"));
        found.Parameters.Add(new("query", query.Whole));
        found.Parameters.Add(new("marks", query.Marks));
        found.Parameters.Add(new("codes", query.Codes));
        found.Parameters.Add(new("most", SearchQuestion.Most + 1));
        await using var row = await batch.ExecuteReaderAsync(cancellation);
        await row.NextResultAsync(cancellation);
        List<FoundEntry> entries = [];
        while (await row.ReadAsync(cancellation))
        {
            entries.Add(new(
                row.GetGuid(0),
                row.GetInt32(1),
                row.GetString(2),
                await row.IsDBNullAsync(3, cancellation) ? null : await row.GetFieldValueAsync<DateOnly>(3, cancellation),
                await row.GetFieldValueAsync<Guid[]>(4, cancellation)));
        }

        return (query, entries);
    }

    /// <summary>
    /// The question as PostgreSQL asks it. A word is found as it stands, as a code, or by an organisation, a person or a partnership
    /// that it names; a word that says nothing in either language, and names nothing, is passed over.
    /// </summary>
    private static async Task<SearchQuery> ReadAsync(Asking asked, IReadOnlyList<SearchTerm> terms, CancellationToken cancellation)
    {
        string[] codes = [.. terms.Select(t => SearchEntry.Code(t.Words))];
        var readings = new string[terms.Count];
        await using (var command = new NpgsqlCommand(Readings, asked.Connection))
        {
            command.Parameters.Add(new("words", terms.Select(t => t.Words).ToArray()));
            command.Parameters.Add(new("beginnings", terms.Select(t => t.IsBeginning ? LastWord(SearchEntry.Fold(t.Words)) : "").ToArray()));
            await using var row = await command.ExecuteReaderAsync(cancellation);
            while (await row.ReadAsync(cancellation))
                readings[row.GetInt32(0) - 1] = row.GetString(1);
        }

        string[] withCodes = [.. readings.Select((reading, i) => Any([reading, Lexeme(codes[i])]))];
        var named = terms.Select(_ => new List<string>()).ToArray();
        await using (var command = asked.Command(Named(asked.Readable)))
        {
            command.Parameters.Add(new("queries", withCodes));
            command.Parameters.Add(new("codes", codes));
            await using var row = await command.ExecuteReaderAsync(cancellation);
            while (await row.ReadAsync(cancellation))
            {
                foreach (var term in await row.GetFieldValueAsync<int[]>(1, cancellation))
                    named[term - 1].Add(Lexeme(row.GetGuid(0).ToString()));
            }
        }

        List<string> all = [];
        for (var i = 0; i < terms.Count; i++)
        {
            var saysSomething = readings[i].Length > 0 || named[i].Count > 0;
            var any = Any([withCodes[i], .. terms[i].IsExcluded ? [] : named[i].Distinct()]);
            if (saysSomething)
                all.Add(terms[i].IsExcluded ? $"!({any})" : $"({any})");
        }

        var isAsked = terms.Select((t, i) => !t.IsExcluded && (readings[i].Length > 0 || named[i].Count > 0)).ToList();
        return new(
            isAsked.Contains(true) ? string.Join(" & ", all) : "",
            Any(readings.Where((r, i) => isAsked[i] && r.Length > 0)),
            codes);
    }

    /// <summary>The letters and digits at the end: nothing in them means anything to PostgreSQL.</summary>
    private static string LastWord(string text) => text[(text.ToList().FindLastIndex(c => !char.IsLetterOrDigit(c)) + 1)..];

    private static string Any(IEnumerable<string> queries) => string.Join(" | ", queries.Where(q => q.Length > 0).Select(q => $"({q})"));

    private static string Lexeme(string text) => $"'{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>The terms with words that are written alike in place of those that are found nowhere; null where there are none such.</summary>
    private static async Task<IReadOnlyList<SearchTerm>?> RespelledAsync(Asking asked, IReadOnlyList<SearchTerm> terms, CancellationToken cancellation)
    {
        List<SearchTerm> others = [];
        foreach (var term in terms)
        {
            if (term.IsExcluded || term.IsPhrase || term.Words.Length < LeastAlike || await IsFoundAsync(asked, term, cancellation))
                others.Add(term);
            else if (await AlikeAsync(asked, $"s.{SearchSchema.NamedKinds}", term.Words, cancellation) is { } name)
                others.Add(term with { Words = name });
            else
                others.Add(term with { Words = await AlikeAsync(asked, "true", term.Words, cancellation) ?? term.Words });
        }

        return others.SequenceEqual(terms) ? null : others;
    }

    private static async Task<bool> IsFoundAsync(Asking asked, SearchTerm term, CancellationToken cancellation)
    {
        var query = await ReadAsync(asked, [term], cancellation);
        if (query.Whole.Length == 0)
            return true;
        await using var command = asked.Command($"select exists (select from {SearchSchema.Table} s where s.words @@ @query::tsquery and {asked.Readable})");
        command.Parameters.Add(new("query", query.Whole));
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }

    private static async Task<string?> AlikeAsync(Asking asked, string condition, string word, CancellationToken cancellation)
    {
        // Two letters that changed places leave a third of what a word is compared by.
        await using var batch = new NpgsqlBatch(asked.Connection);
        batch.BatchCommands.Add(new("select set_config('pg_trgm.word_similarity_threshold', '0.3', true)"));
        asked.Add(batch, Alike($"{asked.Readable} and {condition}")).Parameters.Add(new("word", SearchEntry.Fold(word)));
        await using var row = await batch.ExecuteReaderAsync(cancellation);
        await row.NextResultAsync(cancellation);
        return await row.ReadAsync(cancellation) ? row.GetString(0) : null;
    }

    private async Task<SearchAnswer> AnswerAsync(
        Asking asked, SearchQuestion question, SearchQuery query, IReadOnlyList<FoundEntry> found, bool respelled, CancellationToken cancellation)
    {
        List<FoundEntry> page = [.. found.Take(SearchQuestion.Most).Skip((question.Page - 1) * question.Size).Take(question.Size)];
        var seen = await sight.AmongAsync([.. page.Select(e => e.Record)], cancellation);
        page.RemoveAll(e => !seen.Contains(e.Record));
        var counted = found.Take(SearchQuestion.Most).ToList();
        var partnerships = await records.ReadManyAsync<Partnership>(
            [.. Often(counted.SelectMany(e => e.Partnerships)).Take(MostOffered * 4).Select(p => p.Key).Union(page.SelectMany(e => e.Partnerships))],
            AsOf.Now,
            cancellation);
        var hits = await ShownAsync(asked, query, page, partnerships, cancellation);
        var organisations = await records.ReadManyAsync<Organisation>(
            [.. partnerships.Values.Where(p => p.Name is null).SelectMany(p => p.Parties).Select(p => p.Organisation.Value).Distinct()],
            AsOf.Now,
            cancellation);
        return new(question, hits, counted.Count, found.Count > SearchQuestion.Most, respelled, Facets(counted, partnerships))
        {
            Partnerships = partnerships,
            Organisations = organisations,
        };
    }

    private static SearchFacets Facets(IReadOnlyList<FoundEntry> found, IReadOnlyDictionary<Guid, Partnership> partnerships) => new(
        [.. Often(found.Select(e => e.Kind)).Select(k => new SearchFacet(k.Key, k.Count))],
        [
            .. Often(found.SelectMany(e => e.Partnerships)).Where(p => partnerships.ContainsKey(p.Key)).Take(MostOffered)
                .Select(p => new SearchFacet(partnerships[p.Key].Slug, p.Count)),
        ],
        [
            .. Often(found.SelectMany(e => e.Partnerships.Where(partnerships.ContainsKey).SelectMany(p => partnerships[p].Themes).Distinct()))
                .Take(MostOffered).Select(t => new SearchFacet(t.Key, t.Count)),
        ],
        [
            .. found.Where(e => e.Day is not null).CountBy(e => e.Day!.Value.Year).OrderByDescending(y => y.Key).Take(MostYears)
                .Select(y => new SearchFacet(y.Key.ToString("D4", System.Globalization.CultureInfo.InvariantCulture), y.Value)),
        ]);

    private static IEnumerable<(T Key, int Count)> Often<T>(IEnumerable<T> values) where T : notnull =>
        values.CountBy(v => v).OrderByDescending(v => v.Value).ThenBy(v => v.Key).Select(v => (v.Key, v.Value));

    private static async Task<IReadOnlyList<SearchHit>> ShownAsync(
        Asking asked,
        SearchQuery query,
        IReadOnlyList<FoundEntry> page,
        IReadOnlyDictionary<Guid, Partnership> partnerships,
        CancellationToken cancellation)
    {
        Dictionary<Guid, SearchHit> hits = [];
        await using var command = new NpgsqlCommand(Shown, asked.Connection);
        command.Parameters.Add(new("records", page.Select(e => e.Record).ToArray()));
        command.Parameters.Add(new("parts", page.Select(e => e.Part).ToArray()));
        command.Parameters.Add(new("marks", query.Marks));
        command.Parameters.Add(new("english", System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en"));
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var byRecord = page.ToDictionary(e => e.Record);
        while (await row.ReadAsync(cancellation))
        {
            var entry = byRecord[row.GetGuid(0)];
            var passage = row.IsDBNull(7) ? null : MarkedText.Of(row.GetString(7));
            var title = row.IsDBNull(1) ? null : row.IsDBNull(6) ? [new(row.GetString(row.IsDBNull(2) || !InEnglish(command) ? 1 : 2), false)] : MarkedText.Of(row.GetString(6));
            hits[entry.Record] = new(
                entry.Kind,
                entry.Record,
                title,
                passage,
                row.IsDBNull(8) ? null : EdtfDate.Parse(row.GetString(8)),
                [.. entry.Partnerships.Where(partnerships.ContainsKey).Select(p => partnerships[p].Slug)],
                AddressOf(entry, row.GetInt32(3), row.GetString(4), passage))
            {
                Parties = entry.Kind == "partnership" ? await row.GetFieldValueAsync<Guid[]>(5, cancellation) : [],
            };
        }

        return [.. page.Where(e => hits.ContainsKey(e.Record)).Select(e => hits[e.Record])];
    }

    private static bool InEnglish(NpgsqlCommand command) => (bool)command.Parameters["english"].Value!;

    /// <summary>A record's page; a source's is opened where the words stand, as far as the text has them as they are shown.</summary>
    private static string AddressOf(FoundEntry entry, int starts, string text, IReadOnlyList<MarkedText>? passage)
    {
        if (entry.Kind == "source" && text.Length > 0 && passage is not null)
        {
            // PostgreSQL shows the text as it is written, but for tags, which it leaves out.
            var words = string.Concat(passage.Select(p => p.Text)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Regex.Escape);
            var place = Regex.Match(text, string.Join(@"(?:\s|<[^>]*>)*", words), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
            if (place is { Success: true, Length: > 0 })
                return SourceLink.To(new CitedPassage(new(entry.Record), null, starts + place.Index, place.Length, place.Value, null));
        }

        return RecordLink.To(entry.Kind switch
        {
            "organisation" => new OrganisationId(entry.Record),
            "person" => new PersonId(entry.Record),
            "partnership" => new PartnershipId(entry.Record),
            "meeting" => new MeetingId(entry.Record),
            "agreement" => new AgreementId(entry.Record),
            "project" => new ProjectId(entry.Record),
            "commitment" => (IRecordId)new CommitmentId(entry.Record),
            _ => new SourceId(entry.Record),
        });
    }

    /// <summary>A question on its way to the database, with the values of the conditions that all its statements have.</summary>
    private sealed class Asking(NpgsqlConnection connection, string readable, IReadOnlyDictionary<string, object> values)
    {
        private readonly Dictionary<string, object> narrowing = [];

        public NpgsqlConnection Connection => connection;

        public string Readable => readable;

        public string With(string name, object value, string condition)
        {
            narrowing[name] = value;
            return condition;
        }

        public NpgsqlCommand Command(string sql)
        {
            var command = new NpgsqlCommand(sql, connection);
            foreach (var (name, value) in values)
                command.Parameters.Add(new(name, value));
            return command;
        }

        public NpgsqlBatchCommand Add(NpgsqlBatch batch, string sql)
        {
            var command = new NpgsqlBatchCommand(sql);
            foreach (var (name, value) in values.Concat(narrowing))
                command.Parameters.Add(new(name, value));
            batch.BatchCommands.Add(command);
            return command;
        }
    }

    /// <summary>A question as PostgreSQL asks it.</summary>
    private sealed record SearchQuery(string Whole, string Marks, string[] Codes);

    private sealed record FoundEntry(Guid Record, int Part, string Kind, DateOnly? Day, Guid[] Partnerships);
}
