using System.Net;
using System.Text.Json.Nodes;
using Relations.App.Pages.QuickLog;
using Relations.App.Tests.Pages.Forms;
using Relations.Domain.Commitments;
using Relations.Domain.Meetings;
using Relations.Domain.Organisations;
using Relations.Domain.People;
using Relations.Domain.Recording;
using static Relations.App.Tests.Pages.Forms.FormFixture;

namespace Relations.App.Tests.QuickLog;

/// <summary>The quick log as a browser without scripts sends it, and what it is offered by its script.</summary>
public sealed class when_a_meeting_is_logged_quickly(FormFixture forms) : IClassFixture<FormFixture>
{
    private Cast Cast => forms.Cast;

    [Fact]
    public async Task all_that_was_said_is_recorded_at_once_and_once()
    {
        (string, string)[] typed =
        [
            ("who[0].person.text", "Walker San Miguel"), ("who[0].organisation.text", "SGCAN"), ("who[0].post", "Secretario General"),
            ("who[2].person", "new"), ("who[2].person.text", "Rosa Quispe"), ("who[2].organisation.text", "OIM"), ("who[2].post", "Asesora"),
            ("who[3].person.text", "José Iván Dávalos"), ("who[3].organisation", "new"), ("who[3].organisation.text", "Foro Andino (FOA)"), ("who[3].organisation.kind", "Ngo"),
            ("when", "12/02/2016"), ("where", "Lima"), ("topics", "Migración\r\nCiudadanía andina\r\n"),
            ("promises[0].what", "Enviar el acta"), ("promises[0].owedBy.text", "OIM"), ("promises[0].due", "1 mar 2016"),
            ("partnership.text", "can-oim"), ("key", "un-registro"),
        ];
        var before = await forms.App.EventsAsync();
        var id = await RecordedAsync(await SendAsync(typed));
        var meeting = await StateAsync<Meeting>(id);
        Assert.Equal(("2016-02-12", "Lima", 3, 2), (meeting.On!.ToString(), meeting.Place!.Name, meeting.Participants.Count, meeting.Topics.Count));
        var rosa = await StateAsync<Person>(meeting.Participants[1].Person.Value);
        Assert.Equal(("Quispe", "Asesora"), (rosa.Name!.Family, Assert.Single(rosa.Appointments).Post));
        var forum = await StateAsync<Organisation>(meeting.Participants[2].OnBehalfOf.Value);
        Assert.Equal((OrganisationKind.Ngo, "FOA"), (forum.Kind, forum.Names[0].Acronym));
        await using var session = forms.App.Documents.QuerySession();
        var promise = Assert.Single(await Marten.QueryableExtensions.ToListAsync(session.Query<Commitment>().Where(c => c.What == "Enviar el acta")));
        Assert.Equal((Cast.Oim, 2, "2016-03-01", new MeetingId(id)), (promise.OwedBy, promise.OwedTo.Count, promise.Due!.ToString(), promise.Meeting));

        var recorded = await forms.App.EventsAsync();
        Assert.Equal(before + 10, recorded);
        Assert.Equal(id, await RecordedAsync(await SendAsync(typed)));
        Assert.Equal(recorded, await forms.App.EventsAsync());
    }

    [Fact]
    public async Task the_partnership_is_that_of_those_who_met_and_the_date_is_shown_first()
    {
        (string, string)[] typed =
        [
            ("who[0].person.text", "San Miguel"), ("who[0].organisation.text", "Comunidad Andina"), ("who[1].person.text", "Dávalos"), ("who[1].organisation.text", "OIM"),
            ("when", "12 feb"), ("key", "otro-registro"),
        ];
        var before = await forms.App.EventsAsync();
        using var asked = await SendAsync(typed);
        var html = await asked.Content.ReadAsStringAsync();
        Assert.True(asked.StatusCode is HttpStatusCode.OK, System.Text.RegularExpressions.Regex.Match(html, "<section class=\"mistakes\".*?</section>", System.Text.RegularExpressions.RegexOptions.Singleline).Value);
        Assert.Contains("La fecha se entiende como", html, StringComparison.Ordinal);
        Assert.Equal(before, await forms.App.EventsAsync());
        var shown = System.Text.RegularExpressions.Regex.Match(html, "name=\"understood\" value=\"([^\"]+)").Groups[1].Value;
        var id = await RecordedAsync(await SendAsync([.. typed, ("understood", shown)]));
        Assert.Equal([Cast.CanOim], (await StateAsync<Meeting>(id)).Partnerships);
    }

    [Theory]
    [InlineData("es", "Nada en el registro tiene ese nombre", "No es una fecha que se pueda leer", "Indique quién lo debe")]
    [InlineData("en", "Nothing on record has this name", "This is no date that can be read", "Say who owes it")]
    public async Task what_is_wrong_stands_at_its_field_in_the_readers_language_and_nothing_is_recorded(string language, params string[] said)
    {
        var before = await forms.App.EventsAsync();
        forms.Ana.DefaultRequestHeaders.AcceptLanguage.Clear();
        forms.Ana.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        using var answer = await SendAsync(("who[0].person.text", "Nadie Conocido"), ("when", "quizás"), ("promises[0].what", "Algo"));
        forms.Ana.DefaultRequestHeaders.AcceptLanguage.Clear();
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.All(said, s => Assert.Contains(s, html, StringComparison.Ordinal));
        foreach (var field in new[] { "f-who-0-person", "f-who-0-organisation", "f-when", "f-promises-0-owedBy", "f-partnership" })
            Assert.Contains($"id=\"{field}-mistake\"", html, StringComparison.Ordinal);
        Assert.Contains("value=\"new\"", html, StringComparison.Ordinal);
        Assert.Contains("value=\"Nadie Conocido\"", html, StringComparison.Ordinal);
        Assert.Equal(before, await forms.App.EventsAsync());
    }

    [Fact]
    public async Task a_rule_that_stands_against_one_part_keeps_all_of_it_out()
    {
        var before = await forms.App.EventsAsync();
        using var answer = await SendAsync(
            ("who[0].person", "new"), ("who[0].person.text", "Rosa Mamani"), ("who[0].organisation.text", "CAN"), ("who[1].person.text", "Dávalos"), ("who[1].organisation.text", "OIM"),
            ("when", "12/02/2016"), ("promises[0].what", "Enviar"), ("promises[0].owedBy.text", "CAN"), ("promises[0].due", "01/01/2015"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("id=\"f-promises-0-due-mistake\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(before, await forms.App.EventsAsync());
    }

    [Fact]
    public async Task people_are_offered_with_their_posts_and_by_them()
    {
        await forms.App.Api.AddAsync($"/api/people/{Cast.Davalos}/appoint", new AppointPerson(Cast.Oim, "Jefe de Misión"));
        foreach (var typed in new[] { "davalos", "jefe misión", "migraciones" })
        {
            var offers = JsonNode.Parse(await PageAsync(forms.Ana, $"/log/people?q={Uri.EscapeDataString(typed)}"))!.AsArray();
            var first = offers[0]!;
            Assert.Equal("José Iván Dávalos · Jefe de Misión, OIM", first["name"]!.GetValue<string>());
            Assert.Equal((Cast.Oim.ToString(), "Jefe de Misión"), (first["fills"]!["organisation"]!.GetValue<string>(), first["fills"]!["post"]!.GetValue<string>()));
            Assert.Equal("new", offers[^1]!["id"]!.GetValue<string>());
        }
    }

    [Theory]
    [InlineData("ayer 10:00&today=2016-02-16", "2016-02-15T10:00:00")]
    [InlineData("nunca", null)]
    public async Task a_date_is_shown_as_it_is_understood(string typed, string? date)
    {
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var answer = JsonNode.Parse(await PageAsync(forms.Ana, $"/log/date?q={typed.Replace("2016-02-16", Day(today), StringComparison.Ordinal)}"))!;
        Assert.Equal(date?.Replace("2016-02-15", Day(today.AddDays(-1)), StringComparison.Ordinal), answer["date"]?.GetValue<string>());

        static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
    }

    private Task<HttpResponseMessage> SendAsync(params (string Name, string Value)[] typed) =>
        TestAccounts.SendFormAsync(forms.Ana, QuickLogPage.Address, QuickLogPage.FormName, typed);

    private async Task<T> StateAsync<T>(Guid id) where T : RecordState
    {
        await using var session = forms.App.Documents.QuerySession();
        return (await session.LoadAsync<T>(id))!;
    }
}
