using JasperFx.Events;
using Marten;
using Relations.App.Recording;
using Relations.Domain.Recording;

namespace Relations.App.Import.Generated;

/// <summary>A generated record: the commands that made it and what they made.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="State">Its state after all of them.</param>
/// <param name="Steps">The commands in order.</param>
public sealed record GeneratedRecord(RecordKind Kind, RecordState State, IReadOnlyList<GeneratedStep> Steps)
{
    /// <summary>How many events it has.</summary>
    public int Events => State.Version;

    /// <summary>Its event stream, as recording the commands one by one would have written it.</summary>
    /// <param name="session">Knows the names of the events' types.</param>
    public StreamAction ToStream(IDocumentSession session)
    {
        var version = 0L;
        var stream = StreamAction.Start(
            State.Id, [.. Steps.SelectMany(step => step.Events.Select(e => ToEvent(session, step, e, ++version)))]);
        stream.AggregateType = Kind.State;
        return stream;
    }

    private IEvent ToEvent(IDocumentSession session, GeneratedStep step, Event @event, long version)
    {
        var built = session.Events.BuildEvent(@event);
        built.Id = Chance.Id(State.Id, version);
        built.Describe(step.Submission.Command.Provenance, step.Concerns);
        built.UserName = step.Submission.By.Name;
        built.CorrelationId = built.CausationId = step.Submission.CorrelationId;
        return built;
    }
}

/// <summary>A command and the events that the decider made of it.</summary>
/// <param name="Submission">The command on its way, to be sent as it is.</param>
/// <param name="Events">The events.</param>
/// <param name="Concerns">Whom and what they concern.</param>
public sealed record GeneratedStep(Submission Submission, IReadOnlyList<Event> Events, Concerns Concerns);
