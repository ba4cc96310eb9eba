using Relations.App.Import;
using Relations.App.Import.Tables;
using Relations.App.Recording;

namespace Relations.App.Cli;

/// <summary>Imports a table, by what the pages import it with. Run again, it goes on where it was stopped and records nothing twice.</summary>
internal static class TableVerb
{
    /// <summary>The most findings that are written.</summary>
    private const int MostFindings = 1_000;

    /// <summary>Imports a table.</summary>
    /// <param name="input">What was asked.</param>
    /// <param name="record">The record.</param>
    /// <param name="terminal">Where to write.</param>
    /// <param name="cancellation">Stops the work between two parts.</param>
    public static async Task<ExitCode> RunAsync(ImportInput input, RecordAccess record, Terminal terminal, CancellationToken cancellation)
    {
        var imports = record.Get<TableImports>();
        TableImport import;
        try
        {
            await using var content = File.OpenRead(input.File);
            var bytes = await content.ReadAtMostAsync(Table.MostBytes, cancellation) ?? throw new TableException(new(TableRules.FileTooLarge, null, Table.MostBytes / 1_000_000));
            import = await imports.TakeAsync(input.File, bytes, KindOf(input), cancellation);
        }
        catch (TableException e)
        {
            terminal.Complain(e.Refusal.Rule.InWords(terminal.Words.Language, e.Refusal.Arguments));
            return ExitCode.Misused;
        }

        if (import.State != ImportState.Loading && !await CheckedAsync(import, imports, input, terminal, cancellation))
            return ExitCode.Misused;
        if (!input.DryRunFlag)
            await LoadAsync(import.Id, record, terminal, cancellation);
        return await TellAsync((await imports.FindAsync(import.Id, cancellation))!, imports, input, terminal, cancellation);
    }

    private static TableKind? KindOf(ImportInput input) => Enum.TryParse<TableKind>(input.KindFlag, ignoreCase: true, out var kind) ? kind : null;

    private static async Task<bool> CheckedAsync(
        TableImport import, TableImports imports, ImportInput input, Terminal terminal, CancellationToken cancellation)
    {
        if (KindOf(input) is { } kind && kind != import.Kind)
            (import.Kind, import.Mapping) = (kind, ColumnMapping.Guess(kind, import.Headings));
        import.MakesOrganisations = input.MakeOrganisationsFlag;
        await imports.MatchAsync(import, cancellation);
        var missing = TableImports.Missing(import);
        foreach (var field in missing)
            terminal.Complain(TableRules.ColumnMissing.InWords(terminal.Words.Language, field.Label(terminal.Words.Language)));
        if (missing.Count > 0)
            return false;
        await imports.CheckAsync(import, cancellation);
        if (!input.DryRunFlag)
            await imports.BeginAsync(import, cancellation);
        return true;
    }

    private static Task LoadAsync(Guid id, RecordAccess record, Terminal terminal, CancellationToken cancellation) =>
        terminal.ProgressAsync(progress => record.RecordingAsync(
            () => record.Get<TableLoader>().GoOnAsync(
                id, record.Operator, new Told(p => progress(terminal.Words.Say("importing"), (double)p.Done / p.Steps)), () => false, cancellation),
            cancellation));

    private static async Task<ExitCode> TellAsync(
        TableImport import, TableImports imports, ImportInput input, Terminal terminal, CancellationToken cancellation)
    {
        var language = terminal.Words.Language;
        var fields = TableField.Of(import.Kind).ToDictionary(f => f.Name);
        foreach (var row in await imports.RowsAsync(import, [RowFate.Wrong, RowFate.Doubtful], 0, MostFindings, cancellation))
        {
            foreach (var finding in row.Findings ?? [])
                terminal.Complain(terminal.Words.Say("at-row", import.FileName, row.Line, finding.Field is { } at && fields.TryGetValue(at, out var field) ? field.Label(language) : "-", finding.In(language)));
        }

        if (input.JsonFlag)
            terminal.SayJson(new { import.Id, import.Kind, import.State, import.Rows, import.Fates });
        else if (import.State == ImportState.Checked)
            terminal.Say(terminal.Words.Say("table-checked", import.ToRecord, import.Count(RowFate.OnRecord), import.Count(RowFate.Recorded), import.Count(RowFate.Wrong), import.Rows));
        else
            terminal.Say(terminal.Words.Say("table-imported", import.Count(RowFate.Recorded), import.Count(RowFate.OnRecord), import.Count(RowFate.Wrong), import.Rows));
        return import.Count(RowFate.Wrong) > 0 ? ExitCode.Refused : ExitCode.Done;
    }

    /// <summary>Told in the loader's own thread: the last part is told before the end.</summary>
    private sealed class Told(Action<ImportProgress> tell) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => tell(value);
    }
}
