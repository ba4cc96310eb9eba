using Relations.App.Pages;
using Relations.App.Pages.Replay;
using Relations.App.Recording;
using Relations.App.Replay;

namespace Relations.App.Cli;

/// <summary>What <c>standing</c> takes.</summary>
public sealed class StandingInput : AsOfInput
{
    /// <summary>The agreement's id.</summary>
    public string Agreement { get; set; } = "";
}

/// <summary>Shows where an agreement stands on a day, past or to come, if nobody acts.</summary>
[Verb("standing")]
public sealed class StandingCommand : Verb<StandingInput>
{
    internal override IReadOnlyList<string> Mistakes(StandingInput input, Words words)
    {
        List<string> mistakes = [.. input.Clocks.Read(out _).Select(words.Say)];
        if (!Guid.TryParse(input.Agreement, out _))
            mistakes.Add(words.Say("not-an-id", input.Agreement));
        return mistakes;
    }

    internal override async Task<ExitCode> RunAsync(StandingInput input, RecordAccess record, Terminal terminal, CancellationToken cancellation)
    {
        input.Clocks.Read(out var asOf);
        if (await record.Get<StandingReader>().ReadAsync(Guid.Parse(input.Agreement), asOf, cancellation) is not { } answer)
            return NotOnRecord(terminal, input.Agreement);
        if (input.JsonFlag)
        {
            terminal.SayJson(answer);
            return ExitCode.Done;
        }

        var words = terminal.Words;
        terminal.Say(string.Join(" · ", new[] { words.Show(answer.Day), words.Show(answer.Status), StandingWords.Why(answer) }.Where(p => p.Length > 0)));
        foreach (var fact in new[] { answer.By, answer.RuleFrom }.OfType<HistoryEntry>().DistinctBy(f => f.Sequence))
            terminal.Say($"  {FactWords.Title(fact.Event, words.Language)} {words.Show(fact.On)} #{fact.Sequence}");
        return ExitCode.Done;
    }
}
