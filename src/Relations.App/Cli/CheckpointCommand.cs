using Relations.App.Ledger;
using Relations.App.Ledger.Places;

namespace Relations.App.Cli;

/// <summary>What <c>checkpoint</c> takes.</summary>
public sealed class CheckpointInput : VerbInput;

/// <summary>Signs a checkpoint now, if anything was recorded since the last, and hands it to the places outside.</summary>
[Verb("checkpoint")]
public sealed class CheckpointCommand : Verb<CheckpointInput>
{
    internal override bool Seals => true;

    internal override async Task<ExitCode> RunAsync(CheckpointInput input, RecordAccess record, Terminal terminal, CancellationToken cancellation)
    {
        await record.CaughtUpAsync(cancellation);
        var signer = record.Get<CheckpointSigner>();
        await signer.EnsureKeyAsync(cancellation);
        if ((await signer.SignAsync(cancellation) ?? await signer.LastAsync(cancellation)) is not { } checkpoint)
        {
            terminal.Complain(terminal.Words.Say("checkpoint-of-nothing"));
            return ExitCode.Refused;
        }

        var outside = record.Get<OutsidePlaces>();
        checkpoint = await outside.ServeAsync(checkpoint, cancellation);
        var states = await outside.StatesAsync(cancellation);
        foreach (var state in states.Where(s => s.IsFailing))
            terminal.Complain(terminal.Words.Say("checkpoint-not-taken", state.Id, state.Failure));
        if (input.JsonFlag)
            terminal.SayJson(new Signed(checkpoint.Size, Convert.ToHexStringLower(checkpoint.Root), checkpoint.Note, checkpoint.At));
        else
            terminal.Say(checkpoint.Note.TrimEnd('\n'));
        return states.Any(s => s.IsFailing) ? ExitCode.Failed : ExitCode.Done;
    }

    private sealed record Signed(long Size, string Root, string Note, DateTimeOffset At);
}
