using Relations.App.Recording;
using Relations.Domain.Access;
using Relations.Domain.Recording;

namespace Relations.App.Import;

/// <summary>How far an import has come.</summary>
/// <param name="Done">Steps done.</param>
/// <param name="Steps">Steps in the file.</param>
public readonly record struct ImportProgress(int Done, int Steps);

/// <summary>What became of an import.</summary>
/// <param name="Import">Its name; null where the file cannot be read.</param>
/// <param name="Steps">Steps in the file.</param>
/// <param name="Recorded">Steps recorded now.</param>
/// <param name="AlreadyRecorded">Steps that were on record already, from an earlier run.</param>
/// <param name="Warnings">What a person should look at although nothing forbids it, at most <see cref="MostWarnings"/>.</param>
/// <param name="Problem">What stopped it; null where it is complete. What was recorded before stays, and a new run goes on from there.</param>
public sealed record ImportResult(
    string? Import,
    int Steps,
    int Recorded,
    int AlreadyRecorded,
    IReadOnlyList<ImportProblem> Warnings,
    ImportProblem? Problem)
{
    /// <summary>The most warnings that are kept.</summary>
    public const int MostWarnings = 1_000;
}

/// <summary>Records what a file holds, through the same commands as everybody else. Run again, it records nothing twice.</summary>
/// <param name="recorder">The way into the record.</param>
public sealed class RecordImporter(Recorder recorder)
{
    /// <summary>Records the steps of a file in order, up to the first that is refused.</summary>
    /// <param name="path">The file.</param>
    /// <param name="by">Who records.</param>
    /// <param name="progress">Told after each step.</param>
    /// <param name="cancellation">Stops the work between two steps; a new run goes on from there.</param>
    public async Task<ImportResult> ImportAsync(
        string path, Actor by, IProgress<ImportProgress>? progress = null, CancellationToken cancellation = default)
    {
        RecordFile file;
        try
        {
            file = await RecordFile.ReadAsync(path, cancellation);
        }
        catch (RecordFileException e)
        {
            return new(null, 0, 0, 0, [], e.Problem);
        }

        return await RecordAsync(file, by, progress, cancellation);
    }

    private async Task<ImportResult> RecordAsync(
        RecordFile file, Actor by, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        var (recorded, replayed) = (0, 0);
        Dictionary<Guid, long> versions = [];
        List<ImportProblem> warnings = [];
        foreach (var step in file.Steps)
        {
            var outcome = await recorder.RecordAsync(Submit(file, step, by, versions), cancellation);
            if (outcome is not Outcome.Recorded receipt)
                return Result(new(file.FileName, step.Place, Refusals(outcome)));

            versions[step.RecordId] = receipt.Version;
            _ = receipt.Replayed ? replayed++ : recorded++;
            if (receipt.Warnings.Count > 0 && warnings.Count < ImportResult.MostWarnings)
                warnings.Add(new(file.FileName, step.Place, receipt.Warnings));
            progress?.Report(new(recorded + replayed, file.Steps.Count));
        }

        return Result(null);

        ImportResult Result(ImportProblem? problem) => new(file.Import, file.Steps.Count, recorded, replayed, warnings, problem);
    }

    private static Submission Submit(RecordFile file, ImportStep step, Actor by, Dictionary<Guid, long> versions) =>
        new(step.RecordId, step.Command, by)
        {
            SeenVersion = versions.TryGetValue(step.RecordId, out var version) ? version : null,
            IdempotencyKey = step.IdempotencyKey,
            CorrelationId = $"import/{file.Import}",
        };

    private static IReadOnlyList<Refusal> Refusals(Outcome outcome) => outcome switch
    {
        Outcome.Refused r => r.Refusals,
        Outcome.NotFound => [new(ImportRules.RecordThere)],
        Outcome.Conflict c => [new(ImportRules.RecordUntouched, null, c.Seen, c.Version)],
        Outcome.VersionNotSaid v => [new(ImportRules.RecordUntouched, null, 0, v.Version)],
        Outcome.Forbidden f => [new(f.Rule)],
        Outcome.KeyReused => [new(ImportRules.StepUnchanged)],
        _ => throw new System.Diagnostics.UnreachableException(outcome.GetType().Name),
    };
}
