using System.Globalization;
using System.Security.Cryptography;
using Marten;
using Relations.App.Access;
using Relations.Domain.Access;
using UUIDNext;

namespace Relations.App.Import.Tables;

/// <summary>The tables that an account imports: takes them in, matches their columns, looks them through, and starts recording them.</summary>
/// <param name="store">Keeps them.</param>
/// <param name="session">Reads what rows may name.</param>
/// <param name="sight">What who imports sees.</param>
/// <param name="current">Who imports.</param>
/// <param name="clock">For the time.</param>
public sealed class TableImports(IDocumentStore store, IQuerySession session, Sight sight, CurrentActor current, TimeProvider clock)
{
    /// <summary>How many of an account's imports are listed.</summary>
    private const int MostListed = 20;

    private static readonly Guid IdsOfImports = new("b1d0c6f2-5a3e-47c9-9c1b-8f4e2a7d6053");

    /// <summary>Takes a file in; one that was taken in before is that import.</summary>
    /// <param name="fileName">Its name.</param>
    /// <param name="file">Its bytes.</param>
    /// <param name="kind">What each row is; guessed where nobody says.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="TableException">It cannot be read.</exception>
    public async Task<TableImport> TakeAsync(string fileName, byte[] file, TableKind? kind, CancellationToken cancellation)
    {
        var by = current.Actor;
        var id = Uuid.NewNameBased(IdsOfImports, $"{by.Name}/{Convert.ToHexStringLower(SHA256.HashData(file))}");
        if (await FindAsync(id, cancellation) is { } earlier)
            return earlier;
        var table = Table.Read(file);
        await using var writing = store.LightweightSession();
        var remembered = await writing.LoadAsync<RememberedMapping>(RememberedMapping.IdOf(by.Name, table.Headings), cancellation);
        if (remembered is not null && kind is { } other && other != remembered.Kind)
            remembered = null;
        var sort = remembered?.Kind ?? kind ?? ColumnMapping.GuessKind(table.Headings);
        var now = clock.GetUtcNow();
        TableImport import = new()
        {
            Id = id,
            By = by.Name,
            Account = by.Account?.Value,
            FileName = Path.GetFileName(fileName),
            At = now,
            Headings = table.Headings,
            Rows = table.Rows.Count,
            Kind = sort,
            Mapping = remembered?.Mapping ?? ColumnMapping.Guess(sort, table.Headings),
            MakesOrganisations = remembered?.MakesOrganisations ?? false,
            Language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? "en" : "es",
            Today = DateOnly.FromDateTime(now.UtcDateTime),
            Fates = new() { [RowFate.Unchecked] = table.Rows.Count },
        };
        writing.Insert(import);
        foreach (var (number, rows) in table.Rows.Chunk(ImportPart.Size).Index())
            writing.Insert(new ImportPart { Id = ImportPart.IdOf(id, number), Import = id, Number = number, Rows = [.. rows.Select(r => new ImportRow(r.Line, r.Cells))] });
        await writing.SaveChangesAsync(cancellation);
        return import;
    }

    /// <summary>An import of who asks; null where there is none of theirs.</summary>
    /// <param name="id">The import.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<TableImport?> FindAsync(Guid id, CancellationToken cancellation)
    {
        await using var reading = store.QuerySession();
        return await reading.LoadAsync<TableImport>(id, cancellation) is { } import && import.By == current.Actor.Name ? import : null;
    }

    /// <summary>The last imports of who asks.</summary>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<IReadOnlyList<TableImport>> ListAsync(CancellationToken cancellation)
    {
        var name = current.Actor.Name;
        await using var reading = store.QuerySession();
        return await reading.Query<TableImport>().Where(i => i.By == name).OrderByDescending(i => i.At).Take(MostListed).ToListAsync(cancellation);
    }

    /// <summary>Rows of an import, those of some fates alone where any are named.</summary>
    /// <param name="import">The import.</param>
    /// <param name="fates">The fates.</param>
    /// <param name="skipped">How many rows are passed over.</param>
    /// <param name="count">How many are read at most.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<IReadOnlyList<ImportRow>> RowsAsync(
        TableImport import, IReadOnlyCollection<RowFate> fates, int skipped, int count, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(import);
        await using var reading = store.QuerySession();
        List<ImportRow> rows = [];
        for (var number = fates.Count == 0 ? skipped / ImportPart.Size : 0; number < import.Parts && rows.Count < count; number++)
        {
            if (await reading.LoadAsync<ImportPart>(ImportPart.IdOf(import.Id, number), cancellation) is not { } part)
                break;
            List<ImportRow> meant = [.. part.Rows.Where(r => fates.Count == 0 || fates.Contains(r.Fate))];
            var passed = Math.Min(meant.Count, fates.Count == 0 ? skipped % ImportPart.Size : skipped);
            rows.AddRange(meant.Skip(passed).Take(count - rows.Count));
            skipped = fates.Count == 0 ? 0 : skipped - passed;
        }

        return rows;
    }

    /// <summary>Takes other columns, and forgets what was found by the earlier ones.</summary>
    /// <param name="import">The import.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task MatchAsync(TableImport import, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(import);
        (import.State, import.Settled) = (ImportState.Matching, 0);
        await using var writing = store.LightweightSession();
        writing.Store(new RememberedMapping(RememberedMapping.IdOf(import.By, import.Headings), import.Kind, import.Mapping, import.MakesOrganisations));
        writing.UpdateRevision(import, ++import.Version);
        await writing.SaveChangesAsync(cancellation);
    }

    /// <summary>The fields that every row needs and no column says.</summary>
    /// <param name="import">The import.</param>
    public static IReadOnlyList<TableField> Missing(TableImport import) => [.. TableField.Of(import.Kind).Where(f => f.IsRequired && !import.Mapping.ContainsKey(f.Name))];

    /// <summary>Looks every row through and says what would become of it; nothing is recorded.</summary>
    /// <param name="import">The import.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task CheckAsync(TableImport import, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(import);
        var planner = new TablePlanner(import.Kind, import.Options, await TableRegister.ReadAsync(import.Kind, session, sight, cancellation), current.Actor);
        await using var writing = store.LightweightSession();
        import.Fates = [];
        for (var number = 0; number < import.Parts; number++)
        {
            var part = (await writing.LoadAsync<ImportPart>(ImportPart.IdOf(import.Id, number), cancellation))!;
            part.Rows = [.. part.Rows.Select(r => Settled(r, planner.Plan(new(r.Line, r.Cells))))];
            writing.Store(part);
            foreach (var fate in part.Rows.CountBy(r => r.Fate))
                import.Fates[fate.Key] = import.Count(fate.Key) + fate.Value;
        }

        (import.State, import.Settled) = (ImportState.Checked, import.Rows);
        writing.UpdateRevision(import, ++import.Version);
        await writing.SaveChangesAsync(cancellation);
    }

    /// <summary>Has the import recorded from now on; whoever loads takes it up.</summary>
    /// <param name="import">The import.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task BeginAsync(TableImport import, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(import);
        (import.State, import.Settled) = (ImportState.Loading, 0);
        import.Fates = [];
        await using var writing = store.LightweightSession();
        writing.UpdateRevision(import, ++import.Version);
        await writing.SaveChangesAsync(cancellation);
    }

    /// <summary>A row with what was planned for it.</summary>
    internal static ImportRow Settled(ImportRow row, RowPlan plan) => row with { Fate = plan.Fate, Record = plan.Record, Findings = plan.Findings };
}
