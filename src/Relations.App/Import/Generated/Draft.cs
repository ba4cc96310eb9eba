using Relations.App.Recording;
using Relations.Domain.Recording;

namespace Relations.App.Import.Generated;

/// <summary>
/// A record in the making. Every step is a command that the record's own decider accepts, so generated data keeps every rule
/// that recorded data keeps.
/// </summary>
/// <typeparam name="TState">The record's state.</typeparam>
/// <typeparam name="TCommand">Its commands.</typeparam>
/// <param name="id">The record's id.</param>
/// <param name="sizes">For the day and the seed.</param>
internal sealed class Draft<TState, TCommand>(Guid id, GeneratedSizes sizes)
    where TState : RecordState, IRecordKind<TState, TCommand>
    where TCommand : Command
{
    private static readonly RecordKind Kind = RecordKinds.Of(typeof(TState))!;
    private readonly List<GeneratedStep> steps = [];
    private TState? state;

    /// <summary>The state so far; there is none before the first step.</summary>
    public TState State => state ?? throw new InvalidOperationException("Nothing was recorded yet.");

    /// <summary>Takes a step.</summary>
    /// <param name="command">The command.</param>
    /// <exception cref="InvalidOperationException">The decider refuses it, which is a mistake in the generator.</exception>
    public Draft<TState, TCommand> Do(Command command)
    {
        if (SubmissionHandler.Decide<TState, TCommand>(state, command, GeneratedSizes.Today) is not Decision.Accepted { Events: var events })
            throw new InvalidOperationException($"The generator made a {command.GetType().Name} that the rules refuse.");

        var before = state;
        state = events.Aggregate(before, (s, e) => TState.Fold(s, id, e));
        var submission = new Submission(id, command, GeneratedSizes.Recorder)
        {
            SeenVersion = before?.Version,
            CorrelationId = sizes.Correlation,
        };
        steps.Add(new(submission, events, SubmissionHandler.ConcernsOf(before, state)));
        state = state! with { Version = (before?.Version ?? 0) + events.Count };
        return this;
    }

    /// <summary>Takes a step where it fits.</summary>
    /// <param name="when">Whether it fits.</param>
    /// <param name="command">Makes the command; asked only then.</param>
    public Draft<TState, TCommand> DoIf(bool when, Func<Command> command) => when ? Do(command()) : this;

    /// <summary>The finished record.</summary>
    public GeneratedRecord Finish() => new(Kind, State, steps);
}
