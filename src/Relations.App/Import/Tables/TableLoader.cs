using System.Globalization;
using Marten;
using Medallion.Threading.Postgres;
using Relations.App.Access;
using Relations.App.Recording;
using Relations.Domain.Access;
using Relations.Domain.Recording;

namespace Relations.App.Import.Tables;

/// <summary>
/// Records the rows of an import, a part of it at a time, by the ordinary commands. Every command has a key made of the import, the
/// row and its place in it, and opens a record whose id is made of them too: whoever was stopped in the middle, however that
/// happened, goes on with the first part that is not settled, and what was recorded of it is recognised.
/// </summary>
/// <param name="store">Keeps imports.</param>
/// <param name="scopes">Gives who imports their sight.</param>
/// <param name="recorder">The way into the record.</param>
public sealed class TableLoader(IDocumentStore store, IServiceScopeFactory scopes, BatchRecorder recorder)
{
    /// <summary>Goes on with an import for a while.</summary>
    /// <param name="id">The import.</param>
    /// <param name="operator">Who operates the machine, where they import themselves.</param>
    /// <param name="progress">Told after each part.</param>
    /// <param name="until">Says whether it is time to let others.</param>
    /// <param name="cancellation">Stops the work between two parts.</param>
    /// <returns>Whether something is left to do; false also where another does it.</returns>
    public async Task<bool> GoOnAsync(Guid id, Actor? @operator, IProgress<ImportProgress>? progress, Func<bool> until, CancellationToken cancellation)
    {
        await using var connection = store.Storage.Database.CreateConnection();
        await connection.OpenAsync(cancellation);
        await using var alone = await new PostgresDistributedLock(new($"relations-table-{id:N}", allowHashing: true), connection).TryAcquireAsync(TimeSpan.Zero, cancellation);
        if (alone is null)
            return false;
        await using var session = store.LightweightSession();
        var import = await session.LoadAsync<TableImport>(id, cancellation);
        if (import is not { State: ImportState.Loading } || await ActorAsync(import, @operator, session, cancellation) is not { } by)
            return false;
        var planner = new TablePlanner(import.Kind, import.Options, await RegisterAsync(import, by, cancellation), by);
        for (var number = import.Settled / ImportPart.Size; number < import.Parts; number++)
        {
            if (cancellation.IsCancellationRequested || until())
                return true;
            await LoadAsync(import, number, planner, by, cancellation);
            progress?.Report(new(import.Settled, import.Rows));
        }

        return false;
    }

    /// <summary>Records a part, and then keeps what became of it. Were it stopped between the two, the next run would find it recorded.</summary>
    private async Task LoadAsync(TableImport import, int number, TablePlanner planner, Actor by, CancellationToken cancellation)
    {
        await using var session = store.LightweightSession();
        var part = (await session.LoadAsync<ImportPart>(ImportPart.IdOf(import.Id, number), cancellation))!;
        List<(ImportRow Row, RowPlan Plan)> rows = [.. part.Rows.Select(r => (r, planner.Plan(new(r.Line, r.Cells))))];
        var refused = await RecordAsync(import, [.. rows.Where(r => r.Plan.Steps.Count > 0)], by, cancellation);
        part.Rows =
        [
            .. rows.Select(r => refused.TryGetValue(r.Row.Line, out var findings)
                ? r.Row with { Fate = RowFate.Wrong, Record = null, Findings = findings }
                : TableImports.Settled(r.Row, r.Plan) with { Fate = r.Plan.Steps.Count > 0 ? RowFate.Recorded : r.Plan.Fate }),
        ];
        session.Store(part);
        foreach (var fate in part.Rows.CountBy(r => r.Fate))
            import.Fates[fate.Key] = import.Count(fate.Key) + fate.Value;
        import.Settled += part.Rows.Count;
        if (import.Settled == import.Rows)
            import.State = ImportState.Done;
        session.UpdateRevision(import, ++import.Version);
        await session.SaveChangesAsync(cancellation);
    }

    /// <summary>Records rows together, or, where one of them is refused after all, each by itself.</summary>
    /// <returns>What stands against those that are not recorded, by their lines.</returns>
    private async Task<IReadOnlyDictionary<int, IReadOnlyList<Finding>>> RecordAsync(
        TableImport import, IReadOnlyList<(ImportRow Row, RowPlan Plan)> rows, Actor by, CancellationToken cancellation)
    {
        Dictionary<int, IReadOnlyList<Finding>> refused = [];
        Submission[] all = [.. rows.SelectMany(r => Submissions(import, r.Row, r.Plan, by))];
        if (all.Length == 0 || (all.Length <= BatchRecorder.Most && await recorder.RecordAllAsync(all, cancellation) is BatchOutcome.Recorded))
            return refused;
        foreach (var (row, plan) in rows)
        {
            if (await recorder.RecordAllAsync([.. Submissions(import, row, plan, by)], cancellation) is BatchOutcome.Stopped { Why: var why })
                refused[row.Line] = Findings(why);
        }

        return refused;
    }

    private static IEnumerable<Submission> Submissions(TableImport import, ImportRow row, RowPlan plan, Actor by) => plan.Steps.Select(step => new Submission(step.Record, step.Command, by)
    {
        SeenVersion = step.Seen,

        // An organisation that several rows would make is made by whichever comes first.
        IdempotencyKey = string.Create(CultureInfo.InvariantCulture, $"{import.Id:N}/{(step.Record == plan.Record ? row.Line : 0)}/{step.Record:N}/{step.Seen ?? 0}"),
        CorrelationId = $"import/{import.Id:N}",
    });

    private static IReadOnlyList<Finding> Findings(Outcome outcome) => outcome switch
    {
        Outcome.Refused { Refusals: var refusals } => [.. refusals.Select(r => Finding.Of(r))],
        Outcome.Forbidden { Rule: var rule } => [Finding.Of(new(rule))],
        _ => [Finding.Of(new(TableRules.Conflict))],
    };

    /// <summary>Who imports, with the roles they hold now; nobody where the account was closed.</summary>
    private static async Task<Actor?> ActorAsync(TableImport import, Actor? @operator, IQuerySession session, CancellationToken cancellation) =>
        import.Account is not { } account ? @operator
        : await session.LoadAsync<Account>(account, cancellation) is { IsClosed: false } open ? open.ToActor()
        : null;

    private async Task<TableRegister> RegisterAsync(TableImport import, Actor by, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Is(by, "import");
        return await TableRegister.ReadAsync(
            import.Kind, scope.ServiceProvider.GetRequiredService<IQuerySession>(), scope.ServiceProvider.GetRequiredService<Sight>(), cancellation);
    }
}
