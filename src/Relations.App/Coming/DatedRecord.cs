using System.Text.Json.Serialization;
using JasperFx.Events;
using JasperFx.Events.Grouping;
using Marten.Events.Projections;
using Relations.App.Views;
using Relations.Domain.Agreements;
using Relations.Domain.Commitments;
using Relations.Domain.Meetings;
using Relations.Domain.People;
using Relations.Domain.Projects;
using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.App.Coming;

/// <summary>
/// A record that has dates, under the months in which they are: what the calendar is read from. It keeps what the dates are derived
/// from and no date that depends on today, so that a rebuild makes the same.
/// </summary>
public sealed record DatedRecord
{
    /// <summary>In the place of months where there is no telling, or too many: what has no end, or spans decades.</summary>
    public const string AnyMonth = "any";

    /// <summary>The most months that one date is kept under.</summary>
    private const int MostMonths = 24;

    /// <summary>After so many years every leap day and its neighbours have come round.</summary>
    private const int YearsOfACycle = 9;

    private const int MonthsOfAYear = 12;

    /// <summary>The record.</summary>
    public required Guid Id { get; init; }

    /// <summary>The partnerships it belongs to.</summary>
    public IReadOnlyCollection<Guid> Partnerships { get; init; } = [];

    /// <summary>
    /// The months in which its dates are, such as <c>2016-02</c>; <c>*-02</c> where it renews itself by the year, or <see cref="AnyMonth"/>.
    /// </summary>
    public IReadOnlyCollection<string> Months { get; init; } = [];

    /// <summary>When something of it was last recorded.</summary>
    public DateTimeOffset Recorded { get; init; }

    /// <summary>The meeting, where it is one: what it is called, where and when. What was said there is no matter of dates.</summary>
    public Meeting? Meeting { get; init; }

    /// <summary>The agreement, where it is one.</summary>
    public Agreement? Agreement { get; init; }

    /// <summary>The commitment, where it is one.</summary>
    public Commitment? Commitment { get; init; }

    /// <summary>The project, where it is one.</summary>
    public Project? Project { get; init; }

    /// <summary>The record, whatever it is.</summary>
    [JsonIgnore]
    public RecordState State => Meeting ?? Agreement ?? Commitment ?? (RecordState)Project!;

    /// <summary>The record after one more event; null for what has no dates here.</summary>
    /// <param name="record">The record before; null before its first event.</param>
    /// <param name="id">The record.</param>
    /// <param name="event">The event.</param>
    /// <param name="recorded">When it was recorded.</param>
    public static DatedRecord? Fold(DatedRecord? record, Guid id, Event @event, DateTimeOffset recorded)
    {
        var state = record?.State switch
        {
            null => Meeting.Fold(null, id, @event) ?? Agreement.Fold(null, id, @event)
                ?? Commitment.Fold(null, id, @event) ?? (RecordState?)Project.Fold(null, id, @event),
            Meeting m => Meeting.Fold(m, id, @event),
            Agreement a => Agreement.Fold(a, id, @event),
            Commitment c => Commitment.Fold(c, id, @event),
            var p => Project.Fold((Project)p, id, @event),
        };
        return state is null ? null : new()
        {
            Id = id,
            Partnerships = state.Concerns.Partnerships,
            Months = [.. MonthsOf(state)],
            Recorded = recorded,
            Meeting = state is Meeting meeting ? DatesOf(meeting) : null,
            Agreement = state as Agreement,
            Commitment = state as Commitment,
            Project = state as Project,
        };
    }

    private static Meeting DatesOf(Meeting meeting) => meeting with
    {
        Participants = [],
        Topics = [],
        Statements = [],
        Outcomes = [],
        Minutes = null,
        Sources = [],
    };

    private static SortedSet<string> MonthsOf(RecordState state) => new(
        state is Agreement { RenewsItself: true, TermEnd: { } end, Conditions.RenewalMonths: { } months }
            ? MonthsOf((Agreement)state, end, months)
            : ComingDates.Of(state, Period.Everything).SelectMany(date => MonthsOf(date.On)),
        StringComparer.Ordinal);

    /// <summary>What renews itself by whole years has its dates in the same months for ever.</summary>
    private static IEnumerable<string> MonthsOf(Agreement agreement, EdtfDate end, int months)
    {
        if (months % MonthsOfAYear != 0 || end.Latest?.ToDateOnly() is not { Year: < 9_000 } last)
            return [AnyMonth];
        var cycle = ComingDates.Of(agreement, new(DateOnly.MinValue, last.AddMonths(months).AddYears(YearsOfACycle)));
        return cycle.SelectMany(date => MonthsOf(date.On)).Select(month => month == AnyMonth ? month : Period.EveryYear(month));
    }

    private static IEnumerable<string> MonthsOf(EdtfDate on) =>
        on.Earliest?.ToDateOnly() is { } first && on.Latest?.ToDateOnly() is { } last
        && ((last.Year - first.Year) * 12) + last.Month - first.Month < MostMonths
            ? new Period(first, last).Months
            : [AnyMonth];
}

/// <summary>Keeps <see cref="DatedRecord"/> up to date.</summary>
internal sealed partial class DatedRecordProjection : MultiStreamProjection<DatedRecord, Guid>
{
    /// <summary>Sets the grouping: a record is its own.</summary>
    public DatedRecordProjection()
    {
        Name = nameof(DatedRecord);
        CustomGrouping(async (session, events, grouping) =>
        {
            foreach (var e in events)
            {
                grouping.AddEvent(e.StreamId, e);
                if (e.Data is not PersonErasureCompleted completed)
                    continue;
                foreach (var (record, made) in await Remaking.DatedAsync(session, e, completed.Records))
                    grouping.AddEvent(record, e.WithData(made));
            }
        });
    }

    /// <inheritdoc />
    public override DatedRecord? Evolve(DatedRecord? snapshot, Guid id, IEvent e) =>
        e.Data as DatedRecord ?? (e.Data is Event @event ? DatedRecord.Fold(snapshot, id, @event, e.Timestamp) : snapshot);
}
