using JasperFx.Events;
using JasperFx.Events.Grouping;
using Marten.Events.Projections;
using Relations.Domain.Recording;
using Relations.Domain.Sources;

namespace Relations.App.Reading;

/// <summary>One reading of a source, and what became of what it proposed.</summary>
/// <param name="Month">The month in which it was recorded, such as <c>2026-03</c>.</param>
/// <param name="Reader">The reader's name and version.</param>
/// <param name="Kinds">What became of the facts, by kind; of one that was not counted by kind the whole, without a name.</param>
public sealed record TalliedReading(string Month, string Reader, IReadOnlyList<KindCount> Kinds);

/// <summary>The readings of a source: what the report on their accuracy is made from.</summary>
public sealed record ReadingTally
{
    /// <summary>The source.</summary>
    public required Guid Id { get; init; }

    /// <summary>The month of the last reading.</summary>
    public required string LastMonth { get; init; }

    /// <summary>Its readings, in the order recorded.</summary>
    public required IReadOnlyList<TalliedReading> Readings { get; init; }

    /// <summary>The tally after one more event of the source; null as long as nobody read it.</summary>
    /// <param name="tally">The tally before.</param>
    /// <param name="source">The source.</param>
    /// <param name="event">The event.</param>
    /// <param name="recorded">When it was recorded.</param>
    public static ReadingTally? Fold(ReadingTally? tally, Guid source, Event @event, DateTimeOffset recorded)
    {
        if (@event is not SourceRead read)
            return tally;
        var month = recorded.ToUniversalTime().ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);
        IReadOnlyList<KindCount> kinds = read.ByKind ?? [new("", read.Proposed, read.Accepted, read.Changed, read.Refused)];
        return new() { Id = source, LastMonth = month, Readings = [.. tally?.Readings ?? [], new(month, read.Reader, kinds)] };
    }
}

/// <summary>Keeps <see cref="ReadingTally"/> up to date.</summary>
internal sealed partial class ReadingTallyProjection : MultiStreamProjection<ReadingTally, Guid>
{
    /// <summary>Sets the grouping: a source has its own.</summary>
    public ReadingTallyProjection()
    {
        Name = nameof(ReadingTally);
        IncludeType<SourceRead>();
        CustomGrouping((_, events, grouping) =>
        {
            foreach (var e in events.Where(e => e.Data is SourceRead))
                grouping.AddEvent(e.StreamId, e);
            return Task.CompletedTask;
        });
    }

    /// <inheritdoc />
    public override ReadingTally? Evolve(ReadingTally? snapshot, Guid id, IEvent e) =>
        e.Data is Event @event ? ReadingTally.Fold(snapshot, id, @event, e.Timestamp) : snapshot;
}
