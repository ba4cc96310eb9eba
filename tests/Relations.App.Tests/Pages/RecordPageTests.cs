using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Relations.Domain.Agreements;
using Relations.Domain.Commitments;
using Relations.Domain.Meetings;
using Relations.Domain.Organisations;
using Relations.Domain.People;
using Relations.Domain.Projects;
using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.App.Tests.Pages;

/// <summary>The pages of records, over HTTP, on stories that are told here.</summary>
[Collection(AppCollection.Name)]
public sealed partial class RecordPageTests(AppFixture app)
{
    /// <summary>The most bytes of a page as it goes over the line.</summary>
    private const int MostBytes = 20_000;

    private static readonly string[] Languages = ["es", "en"];

    [Fact]
    public async Task a_meeting_shows_the_post_of_that_day_and_never_todays()
    {
        var person = await app.Api.OpenAsync("/api/people", new RegisterPerson(new("Rosa", "Quispe")));
        var meeting = await MeetingAsync("2016-02-12", new ParticipantEntry(new(person), app.Cast.Oim, "Jefa de Misión", ParticipantRole.Head));
        await app.Api.AddAsync($"/api/people/{person}/appoint", new AppointPerson(app.Cast.Can, "Directora regional", EdtfDate.Parse("2020")));

        var page = await TextAsync($"/meetings/{meeting}");

        Assert.Contains("Jefa de Misión", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Directora regional", page, StringComparison.Ordinal);
        var persons = await TextAsync($"/people/{person}");
        Assert.Contains("Jefa de Misión", persons, StringComparison.Ordinal);
        Assert.Contains("Directora regional", persons, StringComparison.Ordinal);
    }

    [Fact]
    public async Task an_agreement_says_who_has_not_ratified_yet()
    {
        var agreement = await app.Api.OpenAsync("/api/agreements/propose", new ProposeAgreement(
            [app.Cast.CanOim], AgreementType.Treaty, "Tratado sobre datos", null, [app.Cast.Can, app.Cast.Oim], EdtfDate.Parse("2020-01-01"), EntryRequires: ConsentKind.Ratification));
        await app.Api.AddAsync($"/api/agreements/{agreement}/sign", new SignAgreement(app.Cast.Can, null, false, EdtfDate.Parse("2020-02-01")));
        var half = await TextAsync($"/agreements/{agreement}", "en");
        Assert.Matches("Has not signed OIM", half);

        await app.Api.AddAsync($"/api/agreements/{agreement}/sign", new SignAgreement(app.Cast.Oim, null, false, EdtfDate.Parse("2020-03-01")));
        await app.Api.AddAsync($"/api/agreements/{agreement}/ratify", new RatifyAgreement(app.Cast.Oim, EdtfDate.Parse("2020-04-01")));

        var page = await TextAsync($"/agreements/{agreement}", "en");
        Assert.DoesNotContain("Has not signed", page, StringComparison.Ordinal);
        Assert.Matches("Has not ratified CAN ", page);
    }

    [Fact]
    public async Task a_commitment_says_for_how_long_it_is_overdue_and_how_it_was_put_off()
    {
        var commitment = await CommitmentAsync(due: "2020-06-30");
        await app.Api.AddAsync($"/api/commitments/{commitment}/defer", new DeferCommitment(EdtfDate.Parse("2020-12-31"), EdtfDate.Parse("2020-06-01")));

        var page = await TextAsync($"/commitments/{commitment}?on=2021-01-10", "en");

        Assert.Contains("overdue by 10 days", page, StringComparison.Ordinal);
        Assert.Matches("Deferrals 1 Put off until (31 December 2020|December 31, 2020)", page);
        Assert.DoesNotContain("overdue", await TextAsync($"/commitments/{commitment}?on=2020-07-10", "en"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_corrected_record_shows_both_values()
    {
        var commitment = await CommitmentAsync(due: "2020-06-30");
        await app.Api.AddAsync($"/api/commitments/{commitment}/correct", new CorrectCommitment(Due: EdtfDate.Parse("2020-07-31"))
        {
            Provenance = Provenance.Known with { Reason = "Mal copiado" },
        });

        var page = await TextAsync($"/commitments/{commitment}", "en");

        Assert.Matches("As recorded (30 June 2020|June 30, 2020) Corrected (31 July 2020|July 31, 2020)", page);
        Assert.Contains("Reason: Mal copiado", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task records_lead_to_the_records_tied_to_them_and_back()
    {
        var framework = await AgreementAsync("Convenio marco de prueba");
        var under = await AgreementAsync("Convenio derivado", new AgreementId(framework));
        var project = await app.Api.OpenAsync("/api/projects/record", new RecordProject(
            [app.Cast.CanOim], [new(app.Cast.Oim, ProjectRole.Funding)], ProjectStatus.Implementation, "Fronteras", Agreement: new(framework)));
        var meeting = await MeetingAsync("2021-05-01", new ParticipantEntry(app.Cast.Davalos, app.Cast.Oim, null, ParticipantRole.Head));
        var commitment = await CommitmentAsync("2030-01-01", new(meeting), new(framework));
        await app.Api.AddAsync($"/api/commitments/{commitment}/assign", new AssignCommitment(app.Cast.Davalos));
        await app.Api.AddAsync($"/api/organisations/{app.Cast.Sgcan}/place", new PlaceOrganisation(OrganisationRelation.OrganOf, app.Cast.Can));

        await LeadsAsync($"/agreements/{framework}", $"/agreements/{under}", $"/projects/{project}", $"/commitments/{commitment}", $"/organisations/{app.Cast.Oim}", $"/partnerships/{app.Cast.CanOim}");
        await LeadsAsync($"/agreements/{under}", $"/agreements/{framework}");
        await LeadsAsync($"/projects/{project}", $"/agreements/{framework}", $"/organisations/{app.Cast.Oim}");
        await LeadsAsync($"/meetings/{meeting}", $"/commitments/{commitment}", $"/people/{app.Cast.Davalos}", $"/agreements/{framework}");
        await LeadsAsync($"/commitments/{commitment}", $"/meetings/{meeting}", $"/agreements/{framework}", $"/people/{app.Cast.Davalos}");
        await LeadsAsync($"/people/{app.Cast.Davalos}", $"/meetings/{meeting}", $"/commitments/{commitment}");
        await LeadsAsync($"/organisations/{app.Cast.Can}", $"/organisations/{app.Cast.Sgcan}", $"/partnerships/{app.Cast.CanOim}");
    }

    [Fact]
    public async Task what_was_tied_to_a_record_is_found_in_the_past_as_it_is_in_the_store()
    {
        var framework = await AgreementAsync("Convenio de las dos vistas");
        await AgreementAsync("Otro derivado", new AgreementId(framework));
        var meeting = await MeetingAsync("2021-06-01", new ParticipantEntry(app.Cast.SanMiguel, app.Cast.Sgcan, "Secretario General", ParticipantRole.Host));
        await CommitmentAsync("2030-02-01", new(meeting), new(framework));
        await app.Api.AddAsync($"/api/people/{app.Cast.SanMiguel}/appoint", new AppointPerson(app.Cast.Sgcan, "Secretario General", EdtfDate.Parse("2016")));
        foreach (var path in new[] { $"/agreements/{framework}", $"/meetings/{meeting}", $"/people/{app.Cast.SanMiguel}", $"/organisations/{app.Cast.Sgcan}" })
        {
            var now = Related(await HtmlAsync(path));
            Assert.NotEmpty(now);
            Assert.Equal(now, Related(await HtmlAsync($"{path}?asKnownAt=2100-01-01T00:00:00Z")));
        }
    }

    [Fact]
    public async Task before_it_was_recorded_a_record_was_not_there()
    {
        var meeting = await MeetingAsync("2016-02-12");

        Assert.Contains("This was not on record then", await TextAsync($"/meetings/{meeting}?asKnownAt=2000-01-01T00:00:00Z", "en"), StringComparison.Ordinal);
        Assert.Contains("This was not on record then", await TextAsync($"/meetings/{meeting}?on=2010-01-01", "en"), StringComparison.Ordinal);
        using var never = await app.Http.GetAsync(new Uri($"/meetings/{Guid.CreateVersion7()}?on=2010-01-01", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, never.StatusCode);
    }

    [Fact]
    public async Task the_past_leads_on_into_the_same_past()
    {
        var meeting = await MeetingAsync("2016-02-12", new ParticipantEntry(app.Cast.Davalos, app.Cast.Oim, null, ParticipantRole.Head));

        var page = await HtmlAsync($"/meetings/{meeting}?on=2016-12-31");

        Assert.Contains($"/people/{app.Cast.Davalos}?on=2016-12-31", page, StringComparison.Ordinal);
        Assert.Contains("""role="note""", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?on=ayer")]
    [InlineData("?asKnownAt=2016")]
    public async Task a_clock_that_cannot_be_read_is_a_mistake_at_its_field(string clock)
    {
        var meeting = await MeetingAsync("2016-02-12");
        using var answer = await app.Http.GetAsync(new Uri($"/meetings/{meeting}{clock}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("aria-invalid=\"true\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_meeting_of_two_hundred_is_shown_a_page_at_a_time_and_stays_small()
    {
        List<ParticipantEntry> participants = [];
        for (var i = 0; i < Limits.Items; i++)
        {
            var person = await app.Api.OpenAsync("/api/people", new RegisterPerson(new($"Delegado {i}", $"Apellido {i}")));
            participants.Add(new(new(person), i % 2 == 0 ? app.Cast.Can : app.Cast.Oim, $"Cargo número {i}", ParticipantRole.Delegate));
        }

        var meeting = await MeetingAsync("2019-03-04", [.. participants]);

        var first = await TextAsync($"/meetings/{meeting}", "en");
        Assert.Contains("Apellido 24 ", first, StringComparison.Ordinal);
        Assert.DoesNotContain("Apellido 26 ", first, StringComparison.Ordinal);
        Assert.Contains("1 to 25 of 200", first, StringComparison.Ordinal);
        Assert.Contains("Apellido 199 ", await TextAsync($"/meetings/{meeting}?participants=8", "en"), StringComparison.Ordinal);
        Assert.Contains("Apellido 199 ", await TextAsync($"/meetings/{meeting}?facts=9", "en"), StringComparison.Ordinal);
        Assert.InRange(Compressed(await HtmlAsync($"/meetings/{meeting}?participants=3&facts=4")), 1, MostBytes);
    }

    [Theory]
    [InlineData("?participants=0&facts=x")]
    [InlineData("?participants=99999999999&facts=-1")]
    [InlineData("?participants=1000000&facts=1000000")]
    public async Task any_page_asked_for_is_answered(string query)
    {
        var meeting = await MeetingAsync("2016-02-12", new ParticipantEntry(app.Cast.Davalos, app.Cast.Oim, null, ParticipantRole.Head));
        using var answer = await app.Http.GetAsync(new Uri($"/meetings/{meeting}{query}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task a_field_leads_to_its_fact_in_the_timeline()
    {
        var meeting = await MeetingAsync("2016-02-12");
        var page = await HtmlAsync($"/meetings/{meeting}");
        var places = FactAddress().Matches(page).Select(m => m.Groups["place"].Value).ToList();
        Assert.NotEmpty(places);
        Assert.All(places, place => Assert.Contains($"id=\"{place}\"", page, StringComparison.Ordinal));
    }

    private Task<Guid> MeetingAsync(string on, params ParticipantEntry[] participants) => app.Api.OpenAsync(
        "/api/meetings/log", new LogMeeting([app.Cast.CanOim], EdtfDate.Parse(on), new("Sede de la SGCAN", app.Cast.Sgcan, "Lima", "PE"), Participants: participants));

    private Task<Guid> AgreementAsync(string title, AgreementId? under = null) => app.Api.OpenAsync("/api/agreements/attest", new AttestAgreement(
        [app.Cast.CanOim], AgreementType.FrameworkAgreement, title, null, [app.Cast.Can, app.Cast.Oim], AgreementStatus.InForce, EdtfDate.Parse("1992"), UnderAgreement: under));

    private Task<Guid> CommitmentAsync(string due, MeetingId? meeting = null, AgreementId? agreement = null) => app.Api.OpenAsync("/api/commitments", new MakeCommitment(
        [app.Cast.CanOim], $"Enviar las cifras antes de {due}", app.Cast.Oim, [app.Cast.Can], EdtfDate.Parse("2020-01-15"), EdtfDate.Parse(due), meeting, agreement));

    private async Task LeadsAsync(string path, params string[] to)
    {
        foreach (var language in Languages)
        {
            var page = await HtmlAsync(path, language);
            Assert.All(to, address => Assert.Contains($"href=\"{address}\"", page, StringComparison.Ordinal));
        }
    }

    private async Task<string> HtmlAsync(string path, string language = "es")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptLanguage.ParseAdd(language);
        using var answer = await app.Http.SendAsync(request);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode}");
        return html;
    }

    /// <summary>What a reader reads of the main part of a page.</summary>
    private async Task<string> TextAsync(string path, string language = "es")
    {
        var html = await HtmlAsync(path, language);
        return WebUtility.HtmlDecode(Blank().Replace(Tag().Replace(html[html.IndexOf("<main", StringComparison.Ordinal)..], " "), " "));
    }

    /// <summary>The related records shown, without the moment that their links carry.</summary>
    private static IReadOnlyList<string> Related(string html) =>
        [.. RelatedSection().Matches(html).SelectMany(m => Address().Matches(m.Value)).Select(m => m.Groups["path"].Value)];

    private static int Compressed(string html)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal))
            gzip.Write(Encoding.UTF8.GetBytes(html));
        return compressed.ToArray().Length;
    }

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();

    [GeneratedRegex("""<section[^>]*class="related".*?</section>""", RegexOptions.Singleline)]
    private static partial Regex RelatedSection();

    [GeneratedRegex("""href="(?<path>/[a-z]+/[0-9a-f-]{36})[?"]""")]
    private static partial Regex Address();

    [GeneratedRegex("""href="[^"]*#(?<place>f-\d+)""")]
    private static partial Regex FactAddress();
}
