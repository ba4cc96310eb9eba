using JasperFx.Events;
using Relations.Domain.Recording;

namespace Relations.App.Recording;

/// <summary>
/// The two clocks of a question: the day in the world, and the moment up to which the record is asked. Without either, the
/// record as it is.
/// </summary>
/// <param name="On">Facts that began after this day are left out.</param>
/// <param name="KnownAt">Events recorded after this moment are left out.</param>
/// <param name="Through">
/// Events after this place in the order of recording are left out: the steps of one transaction share their moment, and a replay goes
/// through them one by one.
/// </param>
public sealed record AsOf(DateOnly? On = null, DateTimeOffset? KnownAt = null, long? Through = null)
{
    /// <summary>The record as it is.</summary>
    public static AsOf Now { get; } = new();

    /// <summary>Whether this asks about the past.</summary>
    public bool IsPast => On is not null || KnownAt is not null || Through is not null;

    /// <summary>
    /// Whether an event counts. A fact without a date in the world counts on every day; so does one that began on an unknown
    /// day, and a correction, since it says what was so all along.
    /// </summary>
    /// <param name="event">A stored event.</param>
    public bool Includes(IEvent @event) =>
        (KnownAt is not { } moment || @event.Timestamp <= moment)
        && (Through is not { } last || @event.Sequence <= last)
        && (On is not { } day || @event.Data is not IDated { On: { } on } || on.HasBegunBy(day));

    /// <summary>
    /// The events that count of many, whole records among them: what has no date of its own is of its record, and before that began, it
    /// was not so either.
    /// </summary>
    /// <param name="events">The events, in the order of recording.</param>
    public IReadOnlyList<IEvent> Of(IReadOnlyList<IEvent> events)
    {
        if (!IsPast)
            return events;
        var notBegun = events.Where(e => e.Version == 1 && !Includes(e)).Select(e => e.StreamId).ToHashSet();
        return [.. events.Where(e => Includes(e) && !notBegun.Contains(e.StreamId))];
    }
}
