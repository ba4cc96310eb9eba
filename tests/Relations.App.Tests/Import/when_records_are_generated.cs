using System.Text.Json;
using Relations.App.Import.Generated;
using Relations.App.Recording;
using Relations.Domain.Agreements;
using Relations.Domain.Commitments;
using Relations.Domain.Meetings;
using Relations.Domain.Projects;
using Relations.Domain.Recording;

namespace Relations.App.Tests.Import;

/// <summary>Every generated step goes through its decider, which the generator insists on; here is what the whole is like.</summary>
public sealed class when_records_are_generated
{
    private static readonly List<GeneratedRecord> Records = [.. Generator.Records(new(200, 3_000))];

    [Fact]
    public void the_same_seed_gives_the_same_bytes() => Assert.Equal(Text(new(20, 200)), Text(new(20, 200)));

    [Fact]
    public void another_seed_gives_other_records()
    {
        var one = Generator.Records(new(20, 200)).Select(r => r.State.Id);
        var other = Generator.Records(new(20, 200) { Seed = 2 }).Select(r => r.State.Id);
        Assert.Empty(one.Intersect(other));
    }

    [Fact]
    public void records_refer_only_to_records_before_them()
    {
        HashSet<Guid> known = [];
        foreach (var record in Records)
        {
            Assert.True(known.Add(record.State.Id));
            foreach (var (command, concerns) in record.Steps.Select(s => (s.Submission.Command, s.Concerns)))
            {
                Guid[] named = [.. concerns.Partnerships, .. concerns.Organisations, .. concerns.People, .. concerns.Records];
                Assert.Subset(known, named.Concat((command.Provenance.Citations ?? []).Select(c => c.Source.Value)).ToHashSet());
            }
        }
    }

    [Fact]
    public void every_kind_and_state_is_there()
    {
        Assert.Equal(RecordKinds.All.Select(k => k.Name).Order(), Records.Select(r => r.Kind.Name).Distinct().Order());
        Assert.Equal(Enum.GetValues<AgreementStatus>(), States<Agreement>().Select(a => a.Status).Distinct().Order());
        Assert.Equal(Enum.GetValues<MeetingStatus>(), States<Meeting>().Select(m => m.Status).Distinct().Order());
        Assert.Equal(Enum.GetValues<CommitmentStatus>(), States<Commitment>().Select(c => c.Status).Distinct().Order());
        Assert.Equal(Enum.GetValues<ProjectStatus>().Order(), States<Project>().Select(p => p.Status).Distinct().Order());
    }

    [Fact]
    public void dates_are_as_uneven_as_those_of_sources()
    {
        var dates = States<Meeting>().Select(m => m.On).OfType<Relations.Domain.Time.EdtfDate>().ToList();
        Assert.Contains(dates, d => d.Precision == Relations.Domain.Time.EdtfPrecision.Month);
        Assert.Contains(dates, d => d.Precision == Relations.Domain.Time.EdtfPrecision.Year);
        Assert.Contains(dates, d => d.IsApproximate);
        Assert.Contains(dates, d => d.IsInterval);
        Assert.Contains(Records.SelectMany(r => r.Steps), s => s.Submission.Command.Provenance.Inferred is ["on"]);
    }

    [Fact]
    public void some_of_it_is_corrected() =>
        Assert.InRange(Records.SelectMany(r => r.Steps).Count(s => s.Submission.Command is ICorrects) / (double)Records.Count, 0.01, 0.1);

    [Theory]
    [InlineData(0, 10, null)]
    [InlineData(65_001, 10, null)]
    [InlineData(10, -1, null)]
    [InlineData(10, 10_000_001, null)]
    [InlineData(10, 10, 1_000_001)]
    public void sizes_out_of_bounds_are_refused(int partnerships, int meetings, int? people) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Generator.Records(new(partnerships, meetings) { People = people }));

    private static IEnumerable<T> States<T>() => Records.Select(r => r.State).OfType<T>();

    private static string Text(GeneratedSizes sizes) => string.Join('\n', Generator.Records(sizes).Select(r =>
        JsonSerializer.Serialize<object>(r.State, RecordJson.Stored) + string.Join('\n', r.Steps.Select(s =>
            JsonSerializer.Serialize(s.Events.Cast<object>(), RecordJson.Stored)
            + JsonSerializer.Serialize<object>(s.Submission.Command, RecordJson.Stored)
            + JsonSerializer.Serialize(s.Concerns, RecordJson.Stored)))));
}
