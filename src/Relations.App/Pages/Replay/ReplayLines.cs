using Relations.App.Replay;
using Relations.Domain.Agreements;
using Relations.Domain.Commitments;
using Relations.Domain.Meetings;
using Relations.Domain.Projects;
using Relations.Domain.Recording;
using Relations.Domain.Time;
using static Relations.App.Pages.Texts;

namespace Relations.App.Pages.Replay;

/// <summary>A record in the view of a step.</summary>
/// <param name="Record">The record.</param>
/// <param name="Name">Its name and address.</param>
/// <param name="State">Where it stood.</param>
/// <param name="Date">The date that matters of it: of a commitment, when it was due.</param>
/// <param name="IsChanged">Whether the step changed it.</param>
public sealed record ReplayLine(Guid Record, Named Name, string State, EdtfDate? Date, bool IsChanged);

/// <summary>The records of a kind in the view of a step.</summary>
/// <param name="Title">What they are called together.</param>
/// <param name="Lines">Some of them: what the step changed, and those that came last before it.</param>
/// <param name="Total">How many there were.</param>
public sealed record ReplayGroup(string Title, IReadOnlyList<ReplayLine> Lines, int Total);

/// <summary>What the view of a step shows: enough to see the partnership as it was, and not more than fits beside the step.</summary>
internal static class ReplayLines
{
    private const int Most = 6;

    /// <summary>The groups that had a record then, or that the step changed.</summary>
    /// <param name="step">The step.</param>
    /// <param name="names">The names of the records.</param>
    public static IReadOnlyList<ReplayGroup> Of(ReplayStep step, KnownNames names)
    {
        var view = step.View;
        return
        [
            .. new[]
            {
                Group(Say("Agreements"), view.Agreements.Values.Select(a => Line(a.Id, a.Status, a.TermEnd ?? a.Since))),
                Group(Say("Projects"), view.Projects.Values.Select(p => Line(p.Id, p.Status, p.Period))),
                Group(Say("Commitments"), view.Commitments.Values.Select(c => Line(c.Id, c.Status, c.Due))),
                Group(Say("Meetings"), view.Meetings.Select(m => Line(m.Key, m.Value.Status, m.Value.On))),
                Group(Say("Sources"), view.Sources.Contains(step.Event.StreamId) || step.Event.AggregateTypeName == "source" ? [Other(step.Event.StreamId)] : []),
            }.Where(g => g.Total > 0),
        ];

        ReplayLine Line(Guid record, Enum status, EdtfDate? date) => new(
            record, names.OfRecord(record) is { Address: not null } named ? named : Unnamed(record, date), Word(status), date, record == step.Event.StreamId);

        ReplayLine Other(Guid record) => new(record, names.OfRecord(record), "", null, true);

        ReplayGroup Group(string title, IEnumerable<ReplayLine> all)
        {
            List<ReplayLine> lines = [.. all];
            return new(title, [.. lines.Where(l => l.IsChanged).Concat(lines.Where(l => !l.IsChanged).TakeLast(Most))], lines.Count);
        }
    }

    /// <summary>A meeting that is not read whole goes by its day.</summary>
    private static Named Unnamed(Guid meeting, EdtfDate? date) =>
        new(date is null ? Say("Meeting.Undated") : Say("Meeting.Of", date), RecordLink.To(new MeetingId(meeting)));
}
