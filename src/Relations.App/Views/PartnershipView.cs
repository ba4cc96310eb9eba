using System.Collections.Immutable;
using System.Text.Json.Serialization;
using JasperFx.Events;
using Relations.App.Recording;
using Relations.Domain.Agreements;
using Relations.Domain.Commitments;
using Relations.Domain.Meetings;
using Relations.Domain.Partnerships;
using Relations.Domain.Projects;
using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.App.Views;

/// <summary>
/// Everything that a partnership's page stands on, made of every event that concerns it. The one fold serves the live
/// projection, the replay of any moment, and the check that both agree.
/// </summary>
public sealed record PartnershipView
{
    /// <summary>The partnership's id.</summary>
    public Guid Id { get; init; }

    /// <summary>The partnership itself.</summary>
    public Partnership? Partnership { get; init; }

    /// <summary>Its agreements, by id.</summary>
    public ImmutableSortedDictionary<Guid, Agreement> Agreements { get; init; } = ImmutableSortedDictionary<Guid, Agreement>.Empty;

    /// <summary>Its projects, by id.</summary>
    public ImmutableSortedDictionary<Guid, Project> Projects { get; init; } = ImmutableSortedDictionary<Guid, Project>.Empty;

    /// <summary>Its commitments, by id.</summary>
    public ImmutableSortedDictionary<Guid, Commitment> Commitments { get; init; } = ImmutableSortedDictionary<Guid, Commitment>.Empty;

    /// <summary>Its meetings, by id. Only what figures are made of: a partnership may have thousands.</summary>
    public ImmutableSortedDictionary<Guid, MeetingLine> Meetings { get; init; } = ImmutableSortedDictionary<Guid, MeetingLine>.Empty;

    /// <summary>Every organisation that a fact of the partnership names.</summary>
    public ImmutableSortedSet<Guid> Organisations { get; init; } = [];

    /// <summary>Every person that a fact of the partnership names.</summary>
    public ImmutableSortedSet<Guid> People { get; init; } = [];

    /// <summary>Every source that a fact of the partnership cites.</summary>
    public ImmutableSortedSet<Guid> Sources { get; init; } = [];

    /// <summary>The records in it that are restricted.</summary>
    [JsonIgnore]
    public IEnumerable<Guid> Restricted =>
        Agreements.Values.Concat<RecordState>(Projects.Values).Concat(Commitments.Values)
            .Where(r => r.Classification == Classification.Restricted).Select(r => r.Id);

    /// <summary>How many events it is made of.</summary>
    public long Events { get; init; }

    /// <summary>How many of them begin a step of the timeline; the others are told with the meeting they are part of.</summary>
    public long Steps { get; init; }

    /// <summary>When the last of them was recorded.</summary>
    public DateTimeOffset LastRecorded { get; init; }

    /// <summary>The view after one more event.</summary>
    /// <param name="view">The view before; null before the first event.</param>
    /// <param name="id">The partnership.</param>
    /// <param name="e">An event that concerns it.</param>
    public static PartnershipView Fold(PartnershipView? view, Guid id, IEvent e)
    {
        view ??= new PartnershipView { Id = id };
        var concerns = e.Concerns();
        view = view with
        {
            Organisations = view.Organisations.Union(concerns.Organisations),
            People = view.People.Union(concerns.People),
            Sources = view.Sources.Union((e.Provenance().Citations ?? []).Select(c => c.Source.Value)),
            Events = view.Events + 1,
            Steps = view.Steps + (TimelineEntry.IsPartOfMeeting(e.Data) ? 0 : 1),
            LastRecorded = e.Timestamp,
        };
        return e.Data is Event @event ? view.FoldRecord(e.StreamId, e.Version, @event) : view;
    }

    private PartnershipView FoldRecord(Guid record, long version, Event @event)
    {
        // An event that any record can have goes to the record it belongs to.
        var kind = RecordKinds.Of(@event)?.Name ?? KindOf(record);
        return kind switch
        {
            "partnership" => this with { Partnership = Folded(Partnership, Partnership.Fold) },
            "agreement" => this with { Agreements = FoldedIn(Agreements, Agreement.Fold) },
            "project" => this with { Projects = FoldedIn(Projects, Project.Fold) },
            "commitment" => this with { Commitments = FoldedIn(Commitments, Commitment.Fold) },
            "meeting" when MeetingLine.Fold(Meetings.GetValueOrDefault(record), @event) is { } line =>
                this with { Meetings = Meetings.SetItem(record, line) },
            _ => this,
        };

        ImmutableSortedDictionary<Guid, T> FoldedIn<T>(ImmutableSortedDictionary<Guid, T> records, Func<T?, Guid, Event, T?> fold)
            where T : RecordState =>
            Folded(records.GetValueOrDefault(record), fold) is { } state ? records.SetItem(record, state) : records;

        T? Folded<T>(T? state, Func<T?, Guid, Event, T?> fold) where T : RecordState =>
            fold(state, record, @event) is { } after ? after with { Version = (int)version } : null;
    }

    private string? KindOf(Guid record) => this switch
    {
        _ when record == Id => "partnership",
        _ when Agreements.ContainsKey(record) => "agreement",
        _ when Projects.ContainsKey(record) => "project",
        _ when Commitments.ContainsKey(record) => "commitment",
        _ => null,
    };
}

/// <summary>What figures are made of, of one meeting.</summary>
/// <param name="On">When it was held, or is planned for.</param>
/// <param name="Status">Where it stands.</param>
public sealed record MeetingLine(EdtfDate? On, MeetingStatus Status)
{
    /// <summary>The line after one more event of the meeting.</summary>
    /// <param name="line">The line before; null before the first event.</param>
    /// <param name="event">The event.</param>
    public static MeetingLine? Fold(MeetingLine? line, Event @event) => (line, @event) switch
    {
        (_, MeetingScheduled e) => new(e.PlannedFor, MeetingStatus.Scheduled),
        (_, MeetingHeld e) => new(e.On ?? line?.On, MeetingStatus.Held),
        (null, _) => null,
        (_, MeetingRescheduled e) => line with { On = e.PlannedFor },
        (_, MeetingCancelled) => line with { Status = MeetingStatus.Cancelled },
        (_, MeetingNotHeld) => line with { Status = MeetingStatus.NotHeld },
        (_, MeetingWithdrawn) => line with { Status = MeetingStatus.Withdrawn },
        (_, MeetingCorrected { After: var after }) => new(after.On ?? after.PlannedFor ?? line.On, after.Status ?? line.Status),
        _ => line,
    };
}
