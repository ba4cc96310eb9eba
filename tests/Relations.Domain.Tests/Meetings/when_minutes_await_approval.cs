using Relations.Domain.Meetings;
using Relations.Domain.Tests.Recording;

namespace Relations.Domain.Tests.Meetings;

public class when_minutes_await_approval
{
    private static readonly Meeting Held = new()
    {
        Id = Guid.CreateVersion7(),
        Partnerships = [Some.CanOim],
        Status = MeetingStatus.Held,
        Participants =
        [
            new(1, new(Guid.CreateVersion7()), Some.Can, null, ParticipantRole.Host, null, Expected: false),
            new(2, new(Guid.CreateVersion7()), Some.Can, null, ParticipantRole.Delegate, null, Expected: false),
            new(3, new(Guid.CreateVersion7()), Some.Oim, null, ParticipantRole.Head, null, Expected: false),
        ],
    };

    [Fact]
    public void without_minutes_nothing_is_awaited() => Assert.Empty(Held.AwaitedApprovals());

    [Fact]
    public void a_draft_awaits_whoever_was_represented() =>
        Assert.Equal([Some.Can, Some.Oim], (Held with { Minutes = new(null, "Acta", []) }).AwaitedApprovals());

    [Fact]
    public void who_approved_is_awaited_no_more() =>
        Assert.Equal([Some.Oim], (Held with { Minutes = new(null, "Acta", [new(Some.Day("2016"), [Some.Can])]) }).AwaitedApprovals());

    [Fact]
    public void who_was_only_expected_is_not_awaited()
    {
        var meeting = Held with { Minutes = new(null, "Acta", []), Participants = [Held.Participants[0], Held.Participants[2] with { Expected = true }] };
        Assert.Equal([Some.Can], meeting.AwaitedApprovals());
    }
}
