using JasperFx.Events;
using Relations.Domain.Recording;

namespace Relations.App.Recording;

/// <summary>What stands beside an event's data in the store: what it rests on and whom it concerns.</summary>
public static class EventMetadata
{
    /// <summary>The header that holds an event's <see cref="Domain.Recording.Concerns"/>.</summary>
    public const string ConcernsHeader = "concerns";

    /// <summary>The header that holds an event's <see cref="Domain.Recording.Provenance"/>.</summary>
    public const string ProvenanceHeader = "provenance";

    /// <summary>Writes both beside an event that is about to be stored.</summary>
    /// <param name="event">The event.</param>
    /// <param name="provenance">What it rests on.</param>
    /// <param name="concerns">Whom and what it concerns.</param>
    public static void Describe(this IEvent @event, Provenance provenance, Concerns concerns)
    {
        @event.SetHeader(ConcernsHeader, concerns);
        @event.SetHeader(ProvenanceHeader, provenance);
    }

    /// <summary>Whom and what an event concerns.</summary>
    /// <param name="event">A stored event.</param>
    public static Concerns Concerns(this IEvent @event) =>
        Read<Concerns>(@event, ConcernsHeader) ?? Domain.Recording.Concerns.None;

    /// <summary>What an event rests on.</summary>
    /// <param name="event">A stored event.</param>
    public static Provenance Provenance(this IEvent @event) =>
        Read<Provenance>(@event, ProvenanceHeader) ?? Domain.Recording.Provenance.Known;

    private static T? Read<T>(IEvent @event, string header) where T : class => @event.GetHeader(header) switch
    {
        null => null,
        T value => value,
        var other => throw new InvalidOperationException($"The header {header} was read as {other.GetType().Name}."),
    };
}
