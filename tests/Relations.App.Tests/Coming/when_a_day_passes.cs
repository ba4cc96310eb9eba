using Relations.App.Coming;
using Relations.Domain.Access;
using Relations.Domain.Agreements;
using Relations.Domain.Organisations;
using Relations.Domain.Partnerships;
using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.App.Tests.Coming;

/// <summary>The schedule on a real database: what time alone brings about is recorded once, whoever slept and whatever came twice.</summary>
public sealed class when_a_day_passes
{
    private static readonly DateOnly Today = new(2031, 3, 10);

    [Fact]
    public async Task a_term_that_passed_is_recorded_once_in_the_name_of_the_schedule()
    {
        await using var app = await ScheduledApp.StartAsync(await TestServer.NewDatabaseAsync(), Today);
        var ends = await AgreementAsync(app, AgreementTerm.EndingOn(On("2031-03-10")));
        var goesOn = await AgreementAsync(app, AgreementTerm.EndingOn(On("2031-03-11")));
        await NextDayAsync(app);
        Assert.Equal(["agreement_attested oficial", "agreement_expired Schedule"], await app.HistoryAsync(ends));
        var expired = await app.StateAsync<Agreement>(ends);
        Assert.Equal((AgreementStatus.Expired, "2031-03-10"), (expired.Status, expired.Since?.ToString()));
        Assert.Single(await app.HistoryAsync(goesOn));
        await NextDayAsync(app);
        Assert.Equal(2, (await app.HistoryAsync(goesOn)).Count);
        Assert.Equal(2, (await app.HistoryAsync(ends)).Count);
    }

    [Fact]
    public async Task a_week_slept_through_is_caught_up_at_the_start()
    {
        var database = await TestServer.NewDatabaseAsync();
        Guid ends;
        await using (var app = await ScheduledApp.StartAsync(database, Today))
            ends = await AgreementAsync(app, AgreementTerm.EndingOn(On("2031-03-12")));
        await using var woken = await ScheduledApp.StartAsync(database, Today.AddDays(7));
        Assert.Equal(["agreement_attested oficial", "agreement_expired Schedule"], await woken.HistoryAsync(ends));
        Assert.Equal(Today.AddDays(8), await woken.NextAsync());
        Assert.Equal("2031-03-12", (await woken.StateAsync<Agreement>(ends)).Since?.ToString());
    }

    [Fact]
    public async Task two_nodes_and_two_deliveries_record_it_once()
    {
        var database = await TestServer.NewDatabaseAsync();
        await using var one = await ScheduledApp.StartAsync(database, Today);
        var ends = await AgreementAsync(one, AgreementTerm.EndingOn(On("2031-03-10")));
        one.Clock.Advance(TimeSpan.FromDays(1));
        await using var other = await ScheduledApp.StartAsync(database, Today);
        other.Clock.Advance(TimeSpan.FromDays(1));
        var due = new RecordPassedTerms(Today.AddDays(1));

        // Who comes second may find the mark moved under its hands; Wolverine then brings the message again.
        await Task.WhenAll(DeliverAsync(one, due), DeliverAsync(other, due), DeliverAsync(one, due));
        await other.DeliverAsync(due);
        Assert.Equal(["agreement_attested oficial", "agreement_expired Schedule"], await one.HistoryAsync(ends));
        Assert.Equal(Today.AddDays(2), await one.NextAsync());
    }

    [Fact]
    public async Task restarts_add_no_message()
    {
        var database = await TestServer.NewDatabaseAsync();
        for (var start = 0; start < 3; start++)
        {
            await using var app = await ScheduledApp.StartAsync(database, Today);
            await ScheduledApp.UntilAsync(async () => await app.WaitingAsync(typeof(RecordPassedTerms)) == 1);
        }
    }

    [Fact]
    public async Task what_was_renewed_meanwhile_goes_on()
    {
        await using var app = await ScheduledApp.StartAsync(await TestServer.NewDatabaseAsync(), Today);
        var renewed = await AgreementAsync(app, AgreementTerm.EndingOn(On("2031-03-10")));
        Assert.IsType<Recording.Outcome.Recorded>(await app.SendAsync(renewed, new ExtendAgreement(On("2031-03-10"), On("2033")), 1));
        await NextDayAsync(app);
        Assert.Equal(AgreementStatus.InForce, (await app.StateAsync<Agreement>(renewed)).Status);
    }

    [Fact]
    public async Task a_year_passes_with_its_last_day()
    {
        var database = await TestServer.NewDatabaseAsync();
        await using var app = await ScheduledApp.StartAsync(database, new(2031, 12, 30));
        var ends = await AgreementAsync(app, AgreementTerm.EndingOn(On("2031")));
        await NextDayAsync(app);
        Assert.Single(await app.HistoryAsync(ends));
        await NextDayAsync(app);
        Assert.Equal("2031", (await app.StateAsync<Agreement>(ends)).Since?.ToString());
    }

    [Fact]
    public async Task periods_that_began_by_themselves_are_recorded_one_by_one()
    {
        var database = await TestServer.NewDatabaseAsync();
        Guid renewing;
        await using (var app = await ScheduledApp.StartAsync(database, Today))
            renewing = await AgreementAsync(app, AgreementTerm.EndingOn(On("2031-06-30")), RenewalMode.Automatic, renewalMonths: 12);
        await using var woken = await ScheduledApp.StartAsync(database, new(2033, 8, 1));
        Assert.Equal(["agreement_attested oficial", .. Enumerable.Repeat("agreement_renewed Schedule", 3)], await woken.HistoryAsync(renewing));
        var agreement = await woken.StateAsync<Agreement>(renewing);
        Assert.Equal((AgreementStatus.InForce, "2034-06-30"), (agreement.Status, agreement.TermEnd?.ToString()));
    }

    [Fact]
    public async Task a_notice_that_took_effect_ends_the_agreement()
    {
        await using var app = await ScheduledApp.StartAsync(await TestServer.NewDatabaseAsync(), Today);
        var left = await AgreementAsync(app, AgreementTerm.OpenEnded);
        var party = (await app.StateAsync<Agreement>(left)).Parties[0];
        Assert.IsType<Recording.Outcome.Recorded>(await app.SendAsync(left, new GiveNotice(party, On("2031-03-01"), On("2031-03-10")), 1));
        await NextDayAsync(app);
        Assert.Equal((AgreementStatus.Terminated, "2031-03-10"), ((await app.StateAsync<Agreement>(left)).Status, (await app.StateAsync<Agreement>(left)).Since?.ToString()));
    }

    [Fact]
    public async Task who_corrects_what_the_schedule_recorded_is_not_contradicted()
    {
        await using var app = await ScheduledApp.StartAsync(await TestServer.NewDatabaseAsync(), Today);
        var ends = await AgreementAsync(app, AgreementTerm.EndingOn(On("2031-03-10")));
        await NextDayAsync(app);
        var correction = new CorrectAgreement(new() { Status = AgreementStatus.InForce }) { Provenance = new(Reason: "Las partes siguen aplicándolo") };
        Assert.IsType<Recording.Outcome.Recorded>(await app.SendAsync(ends, correction, 2));
        await NextDayAsync(app);
        Assert.Equal(AgreementStatus.InForce, (await app.StateAsync<Agreement>(ends)).Status);
    }

    [Fact]
    public async Task the_schedule_may_do_nothing_else()
    {
        await using var app = await ScheduledApp.StartAsync(await TestServer.NewDatabaseAsync(), Today);
        var agreement = await AgreementAsync(app, AgreementTerm.OpenEnded);
        Assert.IsType<Recording.Outcome.Forbidden>(await app.SendAsync(agreement, new ClassifyRecord(Classification.Public), 1, Actor.Schedule));
        Assert.IsType<Recording.Outcome.Forbidden>(await app.SendAsync(Guid.CreateVersion7(), new OpenAccount("intruso", "Intruso"), null, Actor.Schedule));
        Assert.IsType<Recording.Outcome.Refused>(await app.SendAsync(Guid.CreateVersion7(), new OpenAccount(Actor.Schedule.Name, "Nadie")));
    }

    private static EdtfDate On(string date) => EdtfDate.Parse(date);

    private static async Task DeliverAsync(ScheduledApp app, RecordPassedTerms due)
    {
        try
        {
            await app.DeliverAsync(due);
        }
        catch (JasperFx.ConcurrencyException)
        {
            // Another was first.
        }
    }

    private static async Task NextDayAsync(ScheduledApp app)
    {
        app.Clock.Advance(TimeSpan.FromDays(1));
        await app.DeliverAsync(new RecordPassedTerms((await app.NextAsync())!.Value));
    }

    private static async Task<Guid> AgreementAsync(
        ScheduledApp app, AgreementTerm term, RenewalMode renewal = RenewalMode.Unknown, int? renewalMonths = null)
    {
        OrganisationId[] parties = [new(await OpenAsync(Organisation("CAN"))), new(await OpenAsync(Organisation("OIM")))];
        PartnershipId partnership = new(await OpenAsync(new EstablishPartnership($"p-{Guid.CreateVersion7():N}", parties)));
        return await OpenAsync(new AttestAgreement(
            [partnership], AgreementType.CooperationAgreement, "Convenio", null, parties, AgreementStatus.InForce, On("2016-01-01"), term, renewal, renewalMonths));

        async Task<Guid> OpenAsync(Command command)
        {
            var id = Guid.CreateVersion7();
            Assert.IsType<Recording.Outcome.Recorded>(await app.SendAsync(id, command));
            return id;
        }
    }

    private static RegisterOrganisation Organisation(string acronym) =>
        new([new("es", acronym, acronym)], OrganisationKind.IntergovernmentalOrganisation);
}
