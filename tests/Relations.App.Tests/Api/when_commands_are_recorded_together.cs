using Microsoft.Extensions.DependencyInjection;
using Relations.App.Recording;
using Relations.Domain.Access;
using Relations.Domain.Meetings;
using Relations.Domain.Organisations;
using Relations.Domain.People;
using Relations.Domain.Recording;
using Relations.Domain.Time;
using Outcome = Relations.App.Recording.Outcome;

namespace Relations.App.Tests.Api;

[Collection(AppCollection.Name)]
public sealed class when_commands_are_recorded_together(AppFixture app)
{
    private static readonly Actor Officer = Actor.Operator("oficial");

    private BatchRecorder Recorder => app.Host.Services.GetRequiredService<BatchRecorder>();

    [Fact]
    public async Task a_later_one_builds_on_what_an_earlier_one_opened()
    {
        var (person, meeting) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var outcome = await Recorder.RecordAllAsync(
        [
            new(person, new RegisterPerson(new("Rosa", "Quispe")), Officer),
            new(person, new AppointPerson(app.Cast.Oim, "Asesora"), Officer) { SeenVersion = 1 },
            new(meeting, Met(person), Officer),
        ]);
        Assert.Equal([1, 2, 2], Assert.IsType<BatchOutcome.Recorded>(outcome).Each.Select(r => r.Version));
        Assert.Equal("Asesora", Assert.Single((await LoadAsync<Person>(person))!.Appointments).Post);
        Assert.Equal(person, Assert.Single((await LoadAsync<Meeting>(meeting))!.Participants).Person.Value);
    }

    [Fact]
    public async Task where_one_is_refused_none_is_recorded_and_nothing_is_remembered_of_it()
    {
        var before = await app.EventsAsync();
        var person = Guid.CreateVersion7();
        var outcome = await Recorder.RecordAllAsync(
        [
            new(person, new RegisterPerson(new("Rosa", "Mamani")), Officer),
            new(Guid.CreateVersion7(), Met(person), Officer),
            new(Guid.CreateVersion7(), Met(person) with { On = EdtfDate.Parse("2999") }, Officer),
        ]);
        var stopped = Assert.IsType<BatchOutcome.Stopped>(outcome);
        Assert.Equal(2, stopped.At);
        Assert.Equal(CommonRules.NotInTheFuture, Assert.Single(Assert.IsType<Outcome.Refused>(stopped.Why).Refusals).Rule);
        Assert.Equal(before, await app.EventsAsync());
        Assert.Null(await LoadAsync<Person>(person));
        var after = Assert.IsType<BatchOutcome.Stopped>(await Recorder.RecordAllAsync([new(Guid.CreateVersion7(), Met(person), Officer)]));
        Assert.Equal(CommonRules.ReferenceUnknown, Assert.Single(Assert.IsType<Outcome.Refused>(after.Why).Refusals).Rule);
    }

    [Fact]
    public async Task what_is_sent_twice_also_in_the_same_instant_is_recorded_once()
    {
        var before = await app.EventsAsync();
        var (person, meeting) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        Submission[] batch =
        [
            new(person, new RegisterPerson(new("Rosa", "Condori")), Officer) { IdempotencyKey = $"{person}/1" },
            new(meeting, Met(person), Officer) { IdempotencyKey = $"{person}/2" },
        ];
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Recorder.RecordAllAsync(batch)));
        Assert.All(outcomes, o => Assert.IsType<BatchOutcome.Recorded>(o));
        Assert.Equal(1, outcomes.Count(o => ((BatchOutcome.Recorded)o).Each.All(r => !r.Replayed)));
        Assert.Equal(before + 3, await app.EventsAsync());
    }

    private LogMeeting Met(Guid person) => new(
        [app.Cast.CanOim], EdtfDate.Parse("2020-02-03"), Participants: [new(new(person), app.Cast.Oim, "Asesora", ParticipantRole.Delegate)]);

    private async Task<T?> LoadAsync<T>(Guid id) where T : RecordState
    {
        await using var session = app.Documents.QuerySession();
        return await session.LoadAsync<T>(id);
    }
}
