using Relations.App.Access;
using Relations.App.Api;
using Relations.App.Import;
using Relations.App.Import.Tables;

namespace Relations.App.Cli;

/// <summary>What <c>import</c> takes.</summary>
public sealed class ImportInput : VerbInput
{
    /// <summary>The file: of records, or a table.</summary>
    public string File { get; set; } = "";

    /// <summary>What each row of a table is; guessed by its headings where nobody says.</summary>
    public string? KindFlag { get; set; }

    /// <summary>Say what would become of each row of a table, and record nothing.</summary>
    public bool DryRunFlag { get; set; }

    /// <summary>Register organisations that a table names and that are not on record.</summary>
    public bool MakeOrganisationsFlag { get; set; }
}

/// <summary>Records what a file holds. Run again, it records nothing twice.</summary>
[Verb("import")]
public sealed class ImportCommand : Verb<ImportInput>
{
    internal override IReadOnlyList<string> Mistakes(ImportInput input, Words words) =>
        !File.Exists(input.File) ? [words.Say("no-file", input.File)]
        : input.KindFlag is { } kind && !Enum.TryParse<TableKind>(kind, ignoreCase: true, out _) ? [words.Say("no-kind", kind, string.Join(", ", Enum.GetNames<TableKind>()).ToLowerInvariant())]
        : [];

    internal override Task<ExitCode> RunAsync(ImportInput input, RecordAccess record, Terminal terminal, CancellationToken cancellation) =>
        Table.Extensions.Split(',').Contains(Path.GetExtension(input.File).ToLowerInvariant())
            ? TableVerb.RunAsync(input, record, terminal, cancellation)
            : RecordsAsync(input, record, terminal, cancellation);

    private static async Task<ExitCode> RecordsAsync(ImportInput input, RecordAccess record, Terminal terminal, CancellationToken cancellation)
    {
        ImportResult? result = null;
        await terminal.ProgressAsync(async progress =>
        {
            var told = new Progress(p => progress(terminal.Words.Say("importing"), (double)p.Done / p.Steps));
            await record.RecordingAsync(
                async () => result = await record.Get<RecordImporter>().ImportAsync(
                    input.File, record.Operator, told, cancellation),
                cancellation);
        });
        Tell(result!, input.JsonFlag, terminal);
        return result switch
        {
            { Problem: null } => ExitCode.Done,
            { Import: null } => ExitCode.Misused,
            _ => ExitCode.Refused,
        };
    }

    private static void Tell(ImportResult result, bool json, Terminal terminal)
    {
        if (json)
            terminal.SayJson(Imported.Of(result));
        else
            terminal.Say(terminal.Words.Say("imported", result.Recorded, result.AlreadyRecorded, result.Steps));
        foreach (var warning in result.Warnings)
            terminal.Complain(warning.InWords(terminal.Words.Language));
        if (result.Problem is { } problem)
            terminal.Complain(problem.InWords(terminal.Words.Language));
    }

    /// <summary>Told in the importer's own thread: the last step is told before the end.</summary>
    private sealed class Progress(Action<ImportProgress> tell) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => tell(value);
    }

    private sealed record Imported(
        string? Import, int Steps, int Recorded, int AlreadyRecorded, IReadOnlyList<Finding> Warnings, Finding? Problem)
    {
        public static Imported Of(ImportResult result) => new(
            result.Import,
            result.Steps,
            result.Recorded,
            result.AlreadyRecorded,
            [.. result.Warnings.Select(Finding.Of)],
            result.Problem is null ? null : Finding.Of(result.Problem));
    }

    /// <summary>What stands against a step, or the file, with the rules as the API names them.</summary>
    private sealed record Finding(StepPlace? Place, IReadOnlyList<BrokenRule> Rules)
    {
        public static Finding Of(ImportProblem problem) => new(problem.Place, [.. problem.Refusals.Select(BrokenRule.Of)]);
    }
}
