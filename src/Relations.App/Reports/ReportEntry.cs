using JasperFx.Events;
using Marten;
using Marten.Events.Projections;
using Relations.App.Recording;
using Relations.App.Store;
using Relations.Domain.Access;
using Relations.Domain.People;
using Relations.Domain.Recording;
using Relations.Domain.Sources;
using Relations.Domain.Time;

namespace Relations.App.Reports;

/// <summary>
/// What the auditors' reports ask of one recorded fact: when and by whom it was recorded, what it rests on, how late it came.
/// It says where to find the event; what a reader is shown comes from the event alone.
/// </summary>
public sealed record ReportEntry
{
    /// <summary>The event's place in the order of recording.</summary>
    public required long Id { get; init; }

    /// <summary>The record it belongs to.</summary>
    public required Guid Record { get; init; }

    /// <summary>The kind of that record.</summary>
    public required string Kind { get; init; }

    /// <summary>The event's name in the store.</summary>
    public required string Event { get; init; }

    /// <summary>The moment of recording.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The day of recording, in UTC.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The account that recorded it; empty where nobody known did.</summary>
    public required string By { get; init; }

    /// <summary>How it is known.</summary>
    public required Basis Basis { get; init; }

    /// <summary>When it held; null where it has no date in the world.</summary>
    public EdtfDate? On { get; init; }

    /// <summary>The first day on which it can have held; null where that is unknown or open.</summary>
    public DateOnly? Begins { get; init; }

    /// <summary>The days from the last on which it can have held to that of recording; null for corrections and where no such day is known.</summary>
    public int? DaysLate { get; init; }

    /// <summary>Whether it corrects what was recorded, or needed a reason for another cause.</summary>
    public bool IsCorrection { get; init; }

    /// <summary>Whether it says something of the world and cites no source.</summary>
    public bool IsUncited { get; init; }

    /// <summary>Whether it says otherwise, by a source, than another source had said of the same field.</summary>
    public bool IsContradiction { get; init; }

    /// <summary>The partnerships it concerns.</summary>
    public required Guid[] Partnerships { get; init; }

    /// <summary>The sources it cites.</summary>
    public required Guid[] Sources { get; init; }

    /// <summary>The entry of an event.</summary>
    /// <param name="e">The event.</param>
    public static ReportEntry Of(IEvent e)
    {
        ArgumentNullException.ThrowIfNull(e);
        var (provenance, on) = (e.Provenance(), (e.Data as IDated)?.On);
        var day = DateOnly.FromDateTime(e.Timestamp.UtcDateTime);
        var isCorrection = provenance.Reason is not null;
        return new()
        {
            Id = e.Sequence,
            Record = e.StreamId,
            Kind = (e.Data is Event data ? RecordKinds.Of(data)?.Name : null) ?? e.AggregateTypeName ?? "",
            Event = e.EventTypeName,
            At = e.Timestamp,
            Day = day,
            By = e.UserName ?? "",
            Basis = provenance.Basis,
            On = on,
            Begins = on?.Earliest?.ToDateOnly(),
            DaysLate = isCorrection ? null : DaysLateOf(on, day),
            IsCorrection = isCorrection,
            IsUncited = SaysSomethingOfTheWorld(e.Data) && provenance.Citations is null or [],
            Partnerships = [.. e.Concerns().Partnerships.Order()],
            Sources = [.. (provenance.Citations ?? []).Select(c => c.Source.Value).Distinct().Order()],
        };
    }

    /// <summary>
    /// How many days after the last on which it can have held a fact was recorded: of a year those after its last day. None where
    /// the date has no known end, or is still to come.
    /// </summary>
    /// <param name="on">When it held.</param>
    /// <param name="recorded">The day of recording.</param>
    public static int? DaysLateOf(EdtfDate? on, DateOnly recorded) =>
        on?.Latest?.ToDateOnly() is { } last && recorded > last ? recorded.DayNumber - last.DayNumber : null;

    /// <summary>Who may read a record, what was asked about erasing, and the sources themselves are no facts that another source could state.</summary>
    private static bool SaysSomethingOfTheWorld(object data) => data
        is not (RecordClassified or PersonErasureRequested or PersonErasureRequestDropped or PersonDataErased or PersonDataMasked or PersonErasureCompleted)
        && data.GetType().Namespace != typeof(Source).Namespace;
}

/// <summary>Keeps <see cref="ReportEntry"/> up to date: one for each event that is about the record, and not about accounts and access.</summary>
internal sealed partial class ReportEntryProjection : EventProjection
{
    private static readonly HashSet<string> OfAccess = [.. EventTypes.OfAccess];

    /// <summary>Sets the name and the sizes.</summary>
    public ReportEntryProjection()
    {
        Name = nameof(ReportEntry);
        Options.BatchSize = 5_000;
        Options.DeleteViewTypeOnTeardown<ReportEntry>();
    }

    /// <inheritdoc />
    public override async ValueTask ApplyAsync(IDocumentOperations operations, IEvent e, CancellationToken cancellation)
    {
        if (OfAccess.Contains(e.EventTypeName))
            return;
        var entry = ReportEntry.Of(e);

        // What the field had said before is told by the events before; corrections that cite a source are few.
        if (entry is { IsCorrection: true, Sources.Length: > 0 })
            entry = entry with { IsContradiction = Contradiction.In(await operations.Events.FetchStreamAsync(e.StreamId, version: e.Version, token: cancellation), e.Sequence).Count > 0 };
        operations.Insert(entry);
    }
}
