using JasperFx.Events;
using Marten.Events.Aggregation;
using Relations.Domain.Recording;

namespace Relations.App.Store;

/// <summary>Keeps the state of one kind of record beside its events, in the same transaction. The fold is the domain's.</summary>
/// <typeparam name="TState">The record's state.</typeparam>
/// <typeparam name="TCommand">Its commands.</typeparam>
public sealed partial class RecordProjection<TState, TCommand> : SingleStreamProjection<TState, Guid>
    where TState : RecordState, IRecordKind<TState, TCommand>
    where TCommand : Command
{
    /// <summary>Names the projection after the record.</summary>
    public RecordProjection() => Name = typeof(TState).Name;

    /// <inheritdoc />
    public override TState? Evolve(TState? snapshot, Guid id, IEvent e) =>
        e.Data is Event @event ? TState.Fold(snapshot, id, @event) : snapshot;
}
