using Relations.App.Replay;

namespace Relations.App.Cli;

/// <summary>What <c>diff</c> takes.</summary>
public sealed class DiffInput : VerbInput
{
    /// <summary>A partnership's slug, or its id.</summary>
    public string Partnership { get; set; } = "";

    /// <summary>The first moment: a day in the world.</summary>
    public string? FromOnFlag { get; set; }

    /// <summary>The first moment: a moment of recording, with its offset.</summary>
    public string? FromKnownAtFlag { get; set; }

    /// <summary>The second moment: a day in the world.</summary>
    public string? ToOnFlag { get; set; }

    /// <summary>The second moment: a moment of recording, with its offset.</summary>
    public string? ToKnownAtFlag { get; set; }

    /// <summary>Both moments, read as the API reads them.</summary>
    internal TwoMoments Moments => new(FromOnFlag, FromKnownAtFlag, ToOnFlag, ToKnownAtFlag);
}

/// <summary>Shows in what a partnership differs between two moments.</summary>
[Verb("diff")]
public sealed class DiffCommand : Verb<DiffInput>
{
    internal override IReadOnlyList<string> Mistakes(DiffInput input, Words words) => [.. input.Moments.Read(out _, out _).Select(words.Say)];

    internal override async Task<ExitCode> RunAsync(DiffInput input, RecordAccess record, Terminal terminal, CancellationToken cancellation)
    {
        input.Moments.Read(out var from, out var to);
        if (await record.Get<DifferenceReader>().ReadAsync(input.Partnership, from, to, cancellation) is not { } picture)
            return NotOnRecord(terminal, input.Partnership);
        var words = terminal.Words;
        var answer = DifferencesAnswer.Of(picture, words.Language);
        if (input.JsonFlag)
        {
            terminal.SayJson(answer);
            return ExitCode.Done;
        }

        foreach (var differing in answer.Records)
        {
            terminal.Say(differing.Title);
            foreach (var (_, _, _, sentence, by) in differing.Differences)
                terminal.Say($"  {sentence}{(by is { Corrects: true } ? $" ({words.Say("correction")})" : null)}{(by is null ? null : $" #{by.Sequence}")}");
        }

        terminal.Say(words.Say("differences", answer.Records.Sum(r => r.Differences.Count), answer.Total));
        return ExitCode.Done;
    }
}
