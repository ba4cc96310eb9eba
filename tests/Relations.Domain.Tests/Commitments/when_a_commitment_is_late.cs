using Relations.Domain.Commitments;
using Relations.Domain.Recording;
using Relations.Domain.Tests.Recording;

namespace Relations.Domain.Tests.Commitments;

public class when_a_commitment_is_late
{
    [Theory]
    [InlineData("2016-06", "2016-06-30", null)]
    [InlineData("2016-06", "2016-07-01", 1)]
    [InlineData("2016-06-30", "2017-06-30", 365)]
    [InlineData("2016-06/..", "2030-01-01", null)]
    public void it_counts_the_days_since_the_last_on_which_it_was_due(string due, string day, int? expected) =>
        Assert.Equal(expected, Owed(due).DaysOverdue(DateOnly.ParseExact(day, "yyyy-MM-dd", null)));

    [Fact]
    public void what_was_kept_is_never_late() =>
        Assert.Null((Owed("2016") with { Status = CommitmentStatus.Kept }).DaysOverdue(new(2020, 1, 1)));

    private static Commitment Owed(string due) => new()
    {
        Id = Guid.CreateVersion7(),
        Partnerships = [Some.CanOim],
        What = "Share the migration figures",
        OwedBy = Some.Oim,
        OwedTo = [Some.Can],
        Due = Some.Day(due),
    };
}
