using System.Globalization;
using Relations.Domain.Recording;

namespace Relations.App.Import;

/// <summary>Where a step stands in its file.</summary>
/// <param name="Line">The line on which it begins, from 1.</param>
/// <param name="Step">Its number in the file, from 1; 0 outside the steps.</param>
/// <param name="Key">The key of its record.</param>
public sealed record StepPlace(int Line, int Step, string Key);

/// <summary>What stands against a file of records, and where.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Place">Where in it; null for the file as a whole.</param>
/// <param name="Refusals">Each broken rule.</param>
public sealed record ImportProblem(string File, StepPlace? Place, IReadOnlyList<Refusal> Refusals)
{
    /// <summary>The problem in one sentence or more, with its place.</summary>
    /// <param name="culture">The reader's language.</param>
    public string InWords(CultureInfo culture)
    {
        var where = Place switch
        {
            null => File,
            { Step: 0 } => ImportRules.AtLine.InWords(culture, [File, Place.Line]),
            _ => ImportRules.AtStep.InWords(culture, [File, Place.Line, Place.Step, Place.Key]),
        };
        return $"{where}: {string.Join(' ', Refusals.Select(r => Sentence(r, culture)))}";
    }

    private static string Sentence(Refusal refusal, CultureInfo culture)
    {
        var words = refusal.Rule.InWords(culture, refusal.Arguments);
        return refusal.Field is null ? words : $"{refusal.Field}: {words}";
    }
}

/// <summary>A file of records cannot be read. Nothing of it has been recorded.</summary>
/// <param name="problem">What stands against it.</param>
public sealed class RecordFileException(ImportProblem problem) : Exception(problem.InWords(CultureInfo.InvariantCulture))
{
    /// <summary>What stands against it, in any language.</summary>
    public ImportProblem Problem { get; } = problem;
}
