using System.Net;
using Npgsql;
using Relations.App.Coming;
using Relations.Domain.Access;
using Relations.Domain.Agreements;
using Relations.Domain.Commitments;
using Relations.Domain.Meetings;
using Relations.Domain.Partnerships;
using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.App.Tests.Coming;

/// <summary>The calendar over HTTP: what is in a month, for whom, and how much of it one page shows.</summary>
[Collection(AppCollection.Name)]
public sealed class when_the_calendar_is_read(AppFixture app)
{
    private PartnershipId[] CanOim => [app.Cast.CanOim];

    [Fact]
    public async Task a_month_has_what_is_planned_due_and_ending_in_it_and_no_other_month_has()
    {
        await app.Api.OpenAsync("/api/meetings/schedule", new ScheduleMeeting(CanOim, On("2041-03-12"), Title: "Comité mixto 2041"));
        await app.Api.OpenAsync("/api/commitments", new MakeCommitment(CanOim, "Enviar el informe 2041", app.Cast.Can, [app.Cast.Oim], On("2026-01-10"), On("2041-03-20")));
        await app.Api.OpenAsync("/api/agreements/attest", new AttestAgreement(
            CanOim, AgreementType.CooperationAgreement, "Convenio 2041", null, [app.Cast.Can, app.Cast.Oim], AgreementStatus.InForce, On("2016-01-01"),
            AgreementTerm.EndingOn(On("2041-06-30")), RenewalMode.ByExchangeOfLetters, NoticeMonths: 3));
        await app.ViewsAsync();

        var march = await PageAsync("/calendar?month=2041-03");
        Assert.Equal(["Comité mixto 2041", "Enviar el informe 2041", "Convenio 2041"], Found(march, "Comité mixto 2041", "Enviar el informe 2041", "Convenio 2041"));
        Assert.Contains("Último día para el preaviso", march, StringComparison.Ordinal);
        Assert.Equal(["Convenio 2041"], Found(await PageAsync("/calendar?month=2041-06"), "Comité mixto 2041", "Enviar el informe 2041", "Convenio 2041"));
        Assert.Equal(["Comité mixto 2041"], Found(await PageAsync("/calendar?month=2041-03&kind=meetings"), "Comité mixto 2041", "Enviar el informe 2041", "Convenio 2041"));
        Assert.Contains("No hay nada registrado", await PageAsync("/calendar?month=2041-04"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_date_known_by_its_month_stands_on_no_day()
    {
        await app.Api.OpenAsync("/api/meetings/schedule", new ScheduleMeeting(CanOim, On("2042-02"), Title: "Visita de febrero"));
        await app.ViewsAsync();
        var page = await PageAsync("/calendar?month=2042-02");
        var sometime = page[page.IndexOf("id=\"sometime\"", StringComparison.Ordinal)..page.IndexOf("<table", StringComparison.Ordinal)];
        Assert.Contains("Visita de febrero", sometime, StringComparison.Ordinal);
        Assert.DoesNotContain("Visita de febrero", page[page.IndexOf("<table", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_crowded_month_is_shown_in_pages_and_each_meeting_once()
    {
        var meetings = Enumerable.Range(1, 30).Select(i => $"Sesión n.º {i:00}").ToArray();
        foreach (var title in meetings)
            await app.Api.OpenAsync("/api/meetings/schedule", new ScheduleMeeting(CanOim, On("2043-05-05"), Title: title));
        await app.ViewsAsync();
        var sheet = await PageAsync("/calendar?month=2043-05");
        Assert.Equal(3, Found(sheet, meetings).Count);
        Assert.Contains("27 más", sheet, StringComparison.Ordinal);
        var first = Found(await PageAsync("/calendar?month=2043-05&view=list"), meetings);
        var second = Found(await PageAsync("/calendar?month=2043-05&view=list&page=2"), meetings);
        Assert.Equal((25, 5), (first.Count, second.Count));
        Assert.Equal(meetings, first.Concat(second).Order());
    }

    [Fact]
    public async Task who_may_not_read_a_record_does_not_find_it_in_the_calendar()
    {
        await app.Accounts.OpenAsync("calendario.lectora");
        var open = await app.Api.OpenAsync("/api/meetings/schedule", new ScheduleMeeting(CanOim, On("2044-07-01"), Title: "Reunión abierta"));
        var restricted = await app.Api.OpenAsync("/api/meetings/schedule", new ScheduleMeeting(CanOim, On("2044-07-02"), Title: "Reunión reservada"));
        await app.Api.AddAsync($"/api/meetings/{restricted}/classify", new ClassifyRecord(Classification.Restricted, ["calendario.lectora"]));
        await app.ViewsAsync();
        var colleague = await app.Accounts.SignInAsync("calendario.colega", new Grant(Role.Officer));
        var outsider = await app.Accounts.SignInAsync("calendario.ajeno", new Grant(Role.Officer, [await PartnershipAsync("calendario-ajena")]));

        Assert.Equal(["Reunión abierta"], Found(await colleague.GetStringAsync("/calendar?month=2044-07"), "Reunión abierta", "Reunión reservada"));
        Assert.Empty(Found(await outsider.GetStringAsync("/calendar?month=2044-07"), "Reunión abierta", "Reunión reservada"));
        Assert.Equal(2, Found(await PageAsync("/calendar?month=2044-07"), "Reunión abierta", "Reunión reservada").Count); // an auditor, too
        Assert.Contains($"/meetings/{open}", await colleague.GetStringAsync("/calendar?month=2044-07"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task mine_is_what_i_answer_for()
    {
        var mine = await PartnershipAsync("calendario-mia");
        var another = await PartnershipAsync("calendario-otra");
        await app.Api.AddAsync($"/api/partnerships/{mine}/assign-focal-point", new AssignFocalPoint(AppFixture.Officer));
        await app.Api.OpenAsync("/api/meetings/schedule", new ScheduleMeeting([mine], On("2045-08-01"), Title: "De la mía"));
        await app.Api.OpenAsync("/api/meetings/schedule", new ScheduleMeeting([another], On("2045-08-01"), Title: "De la otra"));
        await app.ViewsAsync();
        Assert.Equal(["De la mía"], Found(await PageAsync("/calendar?month=2045-08&mine=true"), "De la mía", "De la otra"));
        Assert.Equal(["De la otra"], Found(await PageAsync("/calendar?month=2045-08&partnership=calendario-otra"), "De la mía", "De la otra"));
        Assert.Empty(Found(await PageAsync("/calendar?month=2045-08&mine=true&partnership=calendario-otra"), "De la mía", "De la otra"));
    }

    [Theory]
    [InlineData("/calendar?month=x")]
    [InlineData("/calendar?month=9999-12&page=-3&view=list&kind=x")]
    [InlineData("/calendar?month=0001-01")]
    public async Task nonsense_in_the_address_shows_this_month(string address)
    {
        using var answer = await app.Http.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        Assert.Contains($"value=\"{today:yyyy-MM}\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_partnership_that_is_not_there_is_not_found()
    {
        using var answer = await app.Http.GetAsync("/calendar?partnership=no-hay-tal");
        Assert.Contains("404", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task months_are_found_through_their_index()
    {
        await using var connection = new NpgsqlConnection(app.ConnectionString);
        await connection.OpenAsync();
        await using var explain = new NpgsqlCommand(
            """
            set enable_seqscan = off;
            explain select d.data from relations.mt_doc_datedrecord d
                where d.data @> '{"months":["2041-03"]}'::jsonb or d.data @> '{"months":["any"]}'::jsonb
            """,
            connection);
        await using var reader = await explain.ExecuteReaderAsync();
        List<string> plan = [];
        while (await reader.ReadAsync())
            plan.Add(reader.GetString(0));
        Assert.Contains(plan, line => line.Contains("mt_doc_datedrecord_idx_data", StringComparison.Ordinal));
    }

    private static EdtfDate On(string date) => EdtfDate.Parse(date);

    private async Task<PartnershipId> PartnershipAsync(string slug) =>
        new(await app.Api.OpenAsync("/api/partnerships", new EstablishPartnership(slug, [app.Cast.Can, app.Cast.Oim])));

    private async Task<string> PageAsync(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.AcceptLanguage.ParseAdd("es");
        using var answer = await app.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    private static List<string> Found(string page, params string[] titles) =>
        [.. titles.Where(title => WebUtility.HtmlDecode(page).Contains(title, StringComparison.Ordinal))];
}
