using System.Text.Json;
using JasperFx.Events;
using Marten;
using Npgsql;
using Relations.App.Access;
using Relations.App.Partnerships;
using Relations.App.Recording;
using Relations.App.Search;
using Relations.App.Store;
using Relations.Domain.Recording;

namespace Relations.App.Reports;

/// <summary>Some lines of a report.</summary>
/// <typeparam name="T">Their type.</typeparam>
/// <param name="Lines">The lines.</param>
/// <param name="Count">How many there are in all, as far as they were counted.</param>
/// <param name="IsMore">Whether there are more than were counted.</param>
/// <param name="Refusals">What of the question names nothing on record.</param>
public sealed record ReportedLines<T>(IReadOnlyList<T> Lines, int Count, bool IsMore, IReadOnlyList<Refusal> Refusals);

/// <summary>
/// Reads the auditors' reports, as far as who asks may read what they are about. Lines and counts come of one condition, which
/// <see cref="Sight"/> gives; the page is asked of it once more before it is shown, because the entries may be a moment behind.
/// </summary>
/// <param name="session">The store.</param>
/// <param name="sight">What who asks sees.</param>
/// <param name="records">Reads records.</param>
/// <param name="partnerships">Reads partnerships.</param>
public sealed class ReportReader(IQuerySession session, Sight sight, RecordReader records, PartnershipReader partnerships)
{
    /// <summary>How many lines are counted; nobody pages beyond, and an export ends there.</summary>
    public const int MostCounted = Lists.ExportTable.MostRows;

    /// <summary>Records whose events are looked through at once.</summary>
    private const int RecordsAtOnce = 100;

    private const string Entries = $"{RelationsStore.Schema}.mt_doc_reportentry";
    private const string Findings = $"{RelationsStore.Schema}.mt_doc_postfinding";

    /// <summary>Any facts.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="skip">Lines to skip.</param>
    /// <param name="take">Lines to take.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<ReportedLines<EntryLine>> EntriesAsync(ReportQuestion question, int skip, int take, CancellationToken cancellation) =>
        As(await FindAsync(question, "true", skip, take, cancellation), e => new EntryLine(ReportedFact.Of(e)));

    /// <summary>What was recorded long after it happened. Corrections are apart.</summary>
    /// <inheritdoc cref="EntriesAsync"/>
    public async Task<ReportedLines<LateLine>> LateAsync(ReportQuestion question, int skip, int take, CancellationToken cancellation) =>
        As(await FindAsync(question, "d.days_late > @days", skip, take, cancellation), e => new LateLine(ReportedFact.Of(e), e.DaysLate!.Value));

    /// <summary>What cites no source.</summary>
    /// <inheritdoc cref="EntriesAsync"/>
    public async Task<ReportedLines<EntryLine>> UncitedAsync(ReportQuestion question, int skip, int take, CancellationToken cancellation) =>
        As(await FindAsync(question, "d.is_uncited", skip, take, cancellation), e => new EntryLine(ReportedFact.Of(e)));

    /// <summary>Corrections, each with what it changed.</summary>
    /// <inheritdoc cref="EntriesAsync"/>
    public async Task<ReportedLines<CorrectionLine>> CorrectionsAsync(ReportQuestion question, int skip, int take, CancellationToken cancellation)
    {
        var found = await FindAsync(question, "d.is_correction", skip, take, cancellation);
        return await ToldAsync(found, question.AsOf, (entry, story) => new CorrectionLine(
            ReportedFact.Of(entry), story.At(entry.Id)?.Provenance().Reason, story.ChangesAt(entry.Id)), cancellation);
    }

    /// <summary>What two sources say differently.</summary>
    /// <inheritdoc cref="EntriesAsync"/>
    public async Task<ReportedLines<ContradictionLine>> ContradictionsAsync(ReportQuestion question, int skip, int take, CancellationToken cancellation)
    {
        var found = await FindAsync(question, "d.is_contradiction", skip, take, cancellation);
        var told = await ToldAsync(found, question.AsOf, (entry, story) => new ContradictionLine(
            ReportedFact.Of(entry),
            story.At(entry.Id)?.Provenance().Reason,
            [.. Contradiction.In(story.Events, entry.Id).Select(c => Field(c, story))]), cancellation);
        var sources = await sight.AmongAsync(
            [.. told.Lines.SelectMany(l => l.Fields).SelectMany(f => f.Earlier.Sources.Concat(f.Later.Sources)).Select(s => s.Value).Distinct()], cancellation);
        return told with { Lines = [.. told.Lines.Select(l => l with { Fields = [.. l.Fields.Select(f => Readable(f, sources))] })] };
    }

    /// <summary>Who recorded how much of what in which month.</summary>
    /// <inheritdoc cref="EntriesAsync"/>
    public async Task<ReportedLines<TallyLine>> TallyAsync(ReportQuestion question, int skip, int take, CancellationToken cancellation)
    {
        if (await ConditionAsync(question, "d.recorded_day", ["record"], cancellation) is not { } asked)
            return Unknown<TallyLine>(question);
        const string Groups = "d.recorded_by, date_trunc('month', d.recorded_day::timestamp), d.kind";
        await using var command = asked.Command(
            $"""
            select d.recorded_by, to_char(date_trunc('month', d.recorded_day::timestamp), 'YYYY-MM'), d.kind, count(*)::int, (count(*) filter (where d.is_correction))::int,
              (count(*) filter (where d.days_late > @days))::int, (count(*) filter (where d.is_uncited))::int, (count(*) over ())::int
            from {Entries} d where {asked.Sql} group by {Groups}
            order by {TallyOrder(question.Sort)} offset @skip limit @take
            """,
            ("days", question.Days), ("skip", skip), ("take", take));
        await using var row = await session.ExecuteReaderAsync(command, cancellation);
        List<TallyLine> lines = [];
        var count = 0;
        while (await row.ReadAsync(cancellation))
        {
            var by = row.GetString(0);
            lines.Add(new(by.Length == 0 ? null : by, row.GetString(1), row.GetString(2), row.GetInt32(3), row.GetInt32(4), row.GetInt32(5), row.GetInt32(6)));
            count = row.GetInt32(7);
        }

        return new(lines, Math.Min(count, MostCounted), count > MostCounted, []);
    }

    /// <summary>Posts at meetings that do not go with the appointments on record.</summary>
    /// <inheritdoc cref="EntriesAsync"/>
    public async Task<ReportedLines<PostLine>> PostsAsync(ReportQuestion question, int skip, int take, CancellationToken cancellation)
    {
        var known = question.AsOf.KnownAt is null ? "d.known_until is null" : "d.known_from <= @known and (d.known_until is null or d.known_until > @known)";
        var begun = question.AsOf.On is null ? "true" : "(d.held_day is null or d.held_day <= @on)";
        var (found, count) = await RowsAsync<PostFinding>(Findings, question, $"{known} and {begun}", "d.held_day", ["meeting", "person"], PostOrder(question.Sort), skip, take, cancellation);
        if (found is null)
            return Unknown<PostLine>(question);
        var readable = await sight.AmongAsync([.. found.SelectMany(f => new[] { f.Meeting, f.Person }).Distinct()], cancellation);
        return new(
            [
                .. found.Where(f => readable.Contains(f.Meeting) && readable.Contains(f.Person)).Select(f => new PostLine(
                    f.Sequence, f.Meeting, f.On, new(f.Person), f.OnBehalfOf, f.Post, f.Verdict, f.Appointments, f.By.Length == 0 ? null : f.By, f.KnownFrom)),
            ],
            Math.Min(count, MostCounted),
            count > MostCounted,
            []);
    }

    /// <summary>The facts that cite a source, in the order of recording, at most some hundreds.</summary>
    /// <param name="source">The source.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The facts that who asks may read, and whether there are more.</returns>
    public async Task<(IReadOnlyList<IEvent> Events, bool IsMore)> CitingAsync(SourceId source, int most, CancellationToken cancellation)
    {
        var (sql, values) = await ReadableAsync(["record"], cancellation);
        await using var command = new NpgsqlCommand($"select d.id from {Entries} d where d.sources @> array[@source] and {sql} order by d.id limit @most")
        {
            Parameters = { new("source", source.Value), new("most", most + 1) },
        };
        foreach (var (name, value) in values)
            command.Parameters.Add(new(name, value));
        List<long> sequences = [];
        await using (var row = await session.ExecuteReaderAsync(command, cancellation))
        {
            while (await row.ReadAsync(cancellation))
                sequences.Add(row.GetInt64(0));
        }

        var events = await records.EventsAtAsync([.. sequences.Take(most)], cancellation);
        return ([.. sequences.Where(events.ContainsKey).Select(s => events[s])], sequences.Count > most);
    }

    private static ContradictedField Field(Contradiction contradiction, RecordStory story)
    {
        var (change, earlier, later, shown) = contradiction;
        return new(change.Field, Of(change.Before, earlier), Of(change.After, later), shown, story.At(shown)?.UserName);

        SaidOfField Of(object? value, long sequence) => new(
            value, sequence, story.At(sequence)?.UserName, [.. Contradiction.SourcesOf(story.At(sequence)!, change.Field).Order().Select(SourceId.From)]);
    }

    private static ContradictedField Readable(ContradictedField field, IReadOnlySet<Guid> sources) => field with
    {
        Earlier = field.Earlier with { Sources = [.. field.Earlier.Sources.Where(s => sources.Contains(s.Value))] },
        Later = field.Later with { Sources = [.. field.Later.Sources.Where(s => sources.Contains(s.Value))] },
    };

    private static string Order(string? sort, bool daysFirst) => (sort ?? (daysFirst ? "-late" : "-recorded")) switch
    {
        "recorded" => "d.id",
        "late" => "d.days_late, d.id",
        "-late" => "d.days_late desc, d.id desc",
        "by" => "d.recorded_by, d.id desc",
        "-by" => "d.recorded_by desc, d.id desc",
        "kind" => "d.kind, d.id desc",
        "-kind" => "d.kind desc, d.id desc",
        _ => "d.id desc",
    };

    private static string TallyOrder(string? sort) => sort switch
    {
        "by" => "1, 2 desc, 3",
        "-by" => "1 desc, 2 desc, 3",
        "kind" => "3, 2 desc, 1",
        "-kind" => "3 desc, 2 desc, 1",
        "month" => "2, 1, 3",
        "facts" => "4, 2 desc, 1, 3",
        "-facts" => "4 desc, 2 desc, 1, 3",
        _ => "2 desc, 1, 3",
    };

    private static string PostOrder(string? sort) => sort switch
    {
        "held" => "d.held_day nulls first, d.id",
        "by" => "d.recorded_by, d.held_day desc nulls last, d.id",
        "-by" => "d.recorded_by desc, d.held_day desc nulls last, d.id",
        _ => "d.held_day desc nulls last, d.id desc",
    };

    private static ReportedLines<T> Unknown<T>(ReportQuestion question) =>
        new([], 0, false, [new(CommonRules.ReferenceUnknown, "partnership", question.Partnership, "partnership")]);

    private static ReportedLines<TLine> As<TLine>(ReportedLines<ReportEntry> found, Func<ReportEntry, TLine> line) =>
        new([.. found.Lines.Select(line)], found.Count, found.IsMore, found.Refusals);

    /// <summary>The lines of some entries, each told by the events of its record up to the moment asked about.</summary>
    private async Task<ReportedLines<TLine>> ToldAsync<TLine>(
        ReportedLines<ReportEntry> found, AsOf asOf, Func<ReportEntry, RecordStory, TLine> line, CancellationToken cancellation)
    {
        Dictionary<long, TLine> lines = [];
        foreach (var some in found.Lines.GroupBy(e => e.Record).Chunk(RecordsAtOnce))
        {
            var events = (await records.EventsAsync([.. some.Select(r => r.Key)], asOf with { On = null }, cancellation)).ToLookup(e => e.StreamId);
            foreach (var entry in some.SelectMany(r => r))
            {
                if (RecordStory.Of([.. events[entry.Record]]) is { } story)
                    lines[entry.Id] = line(entry, story);
            }
        }

        return new([.. found.Lines.Where(e => lines.ContainsKey(e.Id)).Select(e => lines[e.Id])], found.Count, found.IsMore, found.Refusals);
    }

    private async Task<ReportedLines<ReportEntry>> FindAsync(ReportQuestion question, string which, int skip, int take, CancellationToken cancellation)
    {
        var known = question.AsOf.KnownAt is null ? "true" : "d.recorded_at <= @known";
        var begun = question.AsOf.On is null ? "true" : "(d.begins is null or d.begins <= @on)";
        var (found, count) = await RowsAsync<ReportEntry>(
            Entries, question, $"{which} and {known} and {begun}", "d.recorded_day", ["record"], Order(question.Sort, which.Contains("days_late", StringComparison.Ordinal)), skip, take, cancellation);
        if (found is null)
            return Unknown<ReportEntry>(question);
        var readable = await sight.AmongAsync([.. found.Select(e => e.Record).Distinct()], cancellation);
        return new([.. found.Where(e => readable.Contains(e.Record))], Math.Min(count, MostCounted), count > MostCounted, []);
    }

    /// <summary>Some rows of a view, and how many there are, as far as they are counted; null where the question names a partnership that there is none of.</summary>
    private async Task<(IReadOnlyList<T>? Rows, int Count)> RowsAsync<T>(
        string table, ReportQuestion question, string which, string day, string[] about, string order, int skip, int take, CancellationToken cancellation)
    {
        if (await ConditionAsync(question, day, about, cancellation) is not { } asked)
            return (null, 0);
        await using var command = asked.Command(
            $"select d.data::text from {table} d where {asked.Sql} and {which} order by {order} offset @skip limit @take",
            ("days", question.Days), ("skip", skip), ("take", take));
        List<T> rows = [];
        await using (var row = await session.ExecuteReaderAsync(command, cancellation))
        {
            while (await row.ReadAsync(cancellation))
                rows.Add(JsonSerializer.Deserialize<T>(row.GetString(0), RecordJson.Stored)!);
        }

        if (rows.Count < take && (rows.Count > 0 || skip == 0))
            return (rows, skip + rows.Count);
        await using var counting = asked.Command(
            $"select count(*)::int from (select from {table} d where {asked.Sql} and {which} limit @most) found", ("days", question.Days), ("most", MostCounted + 1));
        await using var counted = await session.ExecuteReaderAsync(counting, cancellation);
        await counted.ReadAsync(cancellation);
        return (rows, counted.GetInt32(0));
    }

    /// <summary>What is true of a row <c>d</c> that is asked for and may be read; null where the question names a partnership that there is none of.</summary>
    private async Task<Asked?> ConditionAsync(ReportQuestion question, string day, string[] about, CancellationToken cancellation)
    {
        var (readable, values) = await ReadableAsync(about, cancellation);
        List<string> conditions = [readable];
        Dictionary<string, object> parameters = new(values);
        if (question.Partnership is { } key)
        {
            if (await partnerships.FindAsync(key, cancellation) is not { } partnership)
                return null;
            Add("d.partnerships @> array[@partnership]", "partnership", partnership.Id);
        }

        if (question.Kind is { } kind)
            Add("d.kind = @kind", "kind", kind);
        if (question.By is { } by)
            Add("d.recorded_by = @by", "by", by);
        if (question.From is { } from)
            Add($"{day} >= @from", "from", from);
        if (question.To is { } to)
            Add($"{day} <= @to", "to", to);
        if (question.AsOf.KnownAt is { } known)
            parameters["known"] = known.ToUniversalTime();
        if (question.AsOf.On is { } on)
            parameters["on"] = on;
        return new(string.Join(" and ", conditions), parameters);

        void Add(string sql, string name, object value)
        {
            conditions.Add(sql);
            parameters[name] = value;
        }
    }

    /// <summary>
    /// What is true of a row that is about records which who asks may read. How each record is classified stands beside its entry for the search,
    /// which has one for every record.
    /// </summary>
    private async Task<(string Sql, IReadOnlyDictionary<string, object> Values)> ReadableAsync(string[] about, CancellationToken cancellation)
    {
        if (sight.Actor.ReadsEverything)
            return ("true", new Dictionary<string, object>());
        var (sql, values) = await sight.OfEntriesAsync(cancellation);
        return (string.Join(" and ", about.Select(column => $"exists (select from {SearchSchema.Table} s where s.record = d.{column} and s.part = 0 and {sql})")), values);
    }

    /// <summary>A condition with its values.</summary>
    private sealed record Asked(string Sql, IReadOnlyDictionary<string, object> Values)
    {
        public NpgsqlCommand Command(string sql, params IEnumerable<(string Name, object Value)> more)
        {
            var command = new NpgsqlCommand(sql);
            foreach (var (name, value) in Values.Select(v => (v.Key, v.Value)).Concat(more))
                command.Parameters.Add(new(name, value));
            return command;
        }
    }
}
