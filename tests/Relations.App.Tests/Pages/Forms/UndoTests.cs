using Relations.App.Recording;
using Relations.Domain.Meetings;
using Relations.Domain.Recording;

namespace Relations.App.Tests.Pages.Forms;

/// <summary>What undoes a step leaves the record as it was before, or is not offered.</summary>
public sealed class UndoTests
{
    /// <summary>
    /// What has no way back to the same state: what nobody knew cannot be said to be unknown again, and an entry recorded once
    /// more has another number. A correction in the officer's own words is open to each.
    /// </summary>
    private static readonly string[] WithoutUndo =
    [
        "ApproveMinutes", "AssignCommitment", "AssignFocalPoint", "CorrectMeeting", "CorrectPartnership", "CorrectPartnershipParty",
        "CorrectProject", "EndAppointment", "RequestErasure", "ResumePartnership", "RetractAppointment", "RetractConsent", "RetractEntry",
        "RetractFullPowers", "RetractIdentifier", "RetractMinutes", "RetractOutcome", "RetractParticipant", "RetractProjectEntry",
        "RetractProjectParticipant", "RetractSource", "RetractStatement", "RetractSupersession", "RetractTopic", "WithdrawFromAgreement",
    ];

    public static TheoryData<string> Kinds => [.. Reachable.Kinds.Select(k => k.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void after_undo_the_record_stands_as_before(string name)
    {
        var kind = RecordKinds.All.Single(k => k.Name == name);
        foreach (var step in Steps(kind).Where(s => s.Before is not null))
        {
            if (Undo.Of(step.Before, step.After, Reachable.Today, "Por error") is not { } undo)
                continue;
            Assert.Equal("Por error", undo.Provenance.Reason);
            var events = Assert.IsType<Decision.Accepted>(kind.Decide(step.After, undo, Reachable.Today)).Events;
            Assert.True(Undo.Stands(events.Aggregate((RecordState?)step.After, (s, e) => kind.Fold(s, step.After.Id, e)), step.Before!));
        }
    }

    [Fact]
    public void what_can_never_be_undone_is_known()
    {
        var steps = Reachable.Kinds.SelectMany(Steps).Where(s => s.Before is not null).ToLookup(s => s.Command.GetType().Name);
        var never = string.Join(' ', steps.Where(s => s.All(step => Undo.Of(step.Before, step.After, Reachable.Today, "Por error") is null)).Select(s => s.Key).Order());
        Assert.True(string.Join(' ', WithoutUndo) == never, never);
    }

    [Fact]
    public void of_what_was_opened_only_a_meeting_is_taken_back()
    {
        var opened = Reachable.Kinds.SelectMany(Reachable.Of).Where(s => s.Before is null).ToList();
        Assert.All(opened, s => Assert.Equal(s.After is Meeting, Undo.Of(null, s.After, Reachable.Today, "Por error") is WithdrawMeeting));
    }

    private static IEnumerable<Step> Steps(RecordKind kind) =>
        Reachable.Of(kind).Select(s => s.After).SelectMany(state => Reachable.Next(kind, state));
}
