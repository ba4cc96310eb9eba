using System.Net;
using System.Net.Http.Headers;
using Relations.Domain.Access;
using Relations.Domain.Agreements;
using Relations.Domain.Commitments;
using Relations.Domain.Meetings;
using Relations.Domain.Organisations;
using Relations.Domain.Partnerships;
using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.App.Tests.Briefings;

/// <summary>The briefs of a partnership over HTTP: for those who may read all of it, for others, now and as it was.</summary>
[Collection(AppCollection.Name)]
public sealed class BriefTests(AppFixture app)
{
    [Fact]
    public async Task a_briefing_says_what_is_on_record_as_it_is_and_as_it_was()
    {
        var (slug, _) = await RecordedAsync("previo");
        var now = await PageAsync(app.Http, $"/partnerships/{slug}/briefing");
        Assert.Equal(HttpStatusCode.OK, now.Status);
        Assert.Contains("Convenio de previo", now.Html, StringComparison.Ordinal);
        Assert.Contains("Acordar el plan de previo", now.Html, StringComparison.Ordinal);
        Assert.Contains("Enviar el plan de previo", now.Html, StringComparison.Ordinal);
        Assert.Contains("overdue", now.Html, StringComparison.Ordinal);

        var before = await PageAsync(app.Http, $"/partnerships/{slug}/briefing?on=2014-12-31");
        Assert.Equal(HttpStatusCode.OK, before.Status);
        Assert.Contains("Convenio de previo", before.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Acordar el plan de previo", before.Html, StringComparison.Ordinal);

        var unknown = await PageAsync(app.Http, $"/partnerships/{slug}/briefing?asKnownAt=2020-01-01T00:00:00Z");
        Assert.Contains("This partnership was not on record then", unknown.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task what_is_kept_from_somebody_is_in_no_brief_of_theirs()
    {
        var (slug, meeting) = await RecordedAsync("reservado");
        await app.Api.AddAsync($"/api/meetings/{meeting}/classify", new ClassifyRecord(Classification.Restricted, [AppFixture.Officer]));
        await app.ViewsAsync();
        var other = await app.Accounts.SignInAsync("otra.lectora.informe", new Grant(Role.Officer));
        foreach (var brief in new[] { "briefing", "handover?since=2020-01-01" })
        {
            Assert.Contains("12 February 2016", (await PageAsync(app.Http, $"/partnerships/{slug}/{brief}")).Html, StringComparison.Ordinal);
            var theirs = await PageAsync(other, $"/partnerships/{slug}/{brief}");
            Assert.Contains("Enviar el plan de reservado", theirs.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("12 February 2016", theirs.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("Acordar el plan de reservado", theirs.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task a_handover_lists_what_was_recorded_since_and_the_loose_ends()
    {
        var (slug, _) = await RecordedAsync("traspaso");
        var brief = await PageAsync(app.Http, $"/partnerships/{slug}/handover?since=2020-01-01");
        Assert.Equal(HttpStatusCode.OK, brief.Status);
        Assert.Contains("Meeting held", brief.Html, StringComparison.Ordinal);
        Assert.Contains("entered late: it is of", brief.Html, StringComparison.Ordinal);
        Assert.Contains("Nobody answers for it", brief.Html, StringComparison.Ordinal);
        Assert.Contains("/record/assign-focal-point/", brief.Html, StringComparison.Ordinal);

        var nothing = await PageAsync(app.Http, $"/partnerships/{slug}/handover?since=2999-01-01");
        Assert.DoesNotContain("Meeting held", nothing.Html, StringComparison.Ordinal);
        Assert.Contains("Facts about the partnership: 0.", nothing.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task somebodys_partnerships_are_listed_for_whoever_takes_them_over()
    {
        var (slug, _) = await RecordedAsync("cartera");
        var id = (await app.Api.GetAsync($"/api/partnerships/{slug}")).Body["partnership"]!["id"]!.GetValue<Guid>();
        await app.Accounts.OpenAsync("quien.se.va");
        await app.Api.AddAsync($"/api/partnerships/{id}/assign-focal-point", new AssignFocalPoint("quien.se.va"));
        await app.ViewsAsync();

        var list = await PageAsync(app.Http, "/handover?from=quien.se.va");
        Assert.Contains($"/partnerships/{slug}/handover?since=", list.Html, StringComparison.Ordinal);
        Assert.Contains($"/record/assign-focal-point/{id}", list.Html, StringComparison.Ordinal);
        var auditor = await app.Accounts.SignInAsync("auditora.traspaso", new Grant(Role.Auditor));
        var read = await PageAsync(auditor, "/handover?from=quien.se.va");
        Assert.Contains(slug, read.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("/record/assign-focal-point/", read.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(slug, (await PageAsync(app.Http, "/handover")).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/partnerships/can-oim/briefing?on=tomorrow", HttpStatusCode.BadRequest)]
    [InlineData("/partnerships/can-oim/briefing?asKnownAt=2020", HttpStatusCode.BadRequest)]
    [InlineData("/partnerships/can-oim/handover?since=2025", HttpStatusCode.BadRequest)]
    [InlineData("/handover?since=x", HttpStatusCode.BadRequest)]
    [InlineData("/handover?page=x", HttpStatusCode.OK)]
    [InlineData("/handover?page=999999999", HttpStatusCode.OK)]
    [InlineData("/partnerships/can-oim/handover?since=0001-01-01", HttpStatusCode.OK)]
    [InlineData("/partnerships/can-oim/briefing?on=9990-12-31", HttpStatusCode.OK)]
    [InlineData("/partnerships/can-oim/briefing?on=9991-01-01", HttpStatusCode.BadRequest)]
    [InlineData("/partnerships/nobody/briefing", HttpStatusCode.NotFound)]
    [InlineData("/partnerships/nobody/handover", HttpStatusCode.NotFound)]
    public async Task an_address_that_makes_no_sense_is_told_so(string address, HttpStatusCode status) =>
        Assert.Equal(status, (await PageAsync(app.Http, address)).Status);

    private async Task<(string Slug, Guid Meeting)> RecordedAsync(string name)
    {
        var slug = $"informe-{name}";
        PartnershipId partnership = new(await app.Api.OpenAsync(
            "/api/partnerships", new EstablishPartnership(slug, [app.Cast.Can, app.Cast.Oim], null, EdtfDate.Parse("1992"))));
        await app.Api.OpenAsync("/api/agreements/attest", new AttestAgreement(
            [partnership], AgreementType.CooperationAgreement, $"Convenio de {name}", null, [app.Cast.Can, app.Cast.Oim], AgreementStatus.InForce, EdtfDate.Parse("1992")));
        var meeting = await app.Api.OpenAsync("/api/meetings/log", new LogMeeting(
            [partnership],
            EdtfDate.Parse("2016-02-12"),
            new("Lima"),
            Participants: [new(app.Cast.Davalos, app.Cast.Oim, "Jefe de Misión", ParticipantRole.Head)],
            Outcomes: [new($"Acordar el plan de {name}", OutcomeKind.Understanding)]));
        await app.Api.OpenAsync("/api/commitments", new MakeCommitment(
            [partnership], $"Enviar el plan de {name}", app.Cast.Oim, [app.Cast.Can], EdtfDate.Parse("2016-03-01"), EdtfDate.Parse("2016-12-31")));
        await app.ViewsAsync();
        return (slug, meeting);
    }

    internal static async Task<(HttpStatusCode Status, string Html)> PageAsync(HttpClient http, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { AcceptLanguage = { new StringWithQualityHeaderValue("en") } } };
        using var answer = await http.SendAsync(request);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }
}
