using System.Net;
using Relations.App.Recording;
using Relations.Domain.Agreements;
using Relations.Domain.Commitments;
using Relations.Domain.Meetings;
using Relations.Domain.Organisations;
using Relations.Domain.People;
using Relations.Domain.Projects;
using Relations.Domain.Recording;
using static Relations.App.Tests.Pages.Forms.FormFixture;

namespace Relations.App.Tests.Pages.Forms;

/// <summary>Forms as a browser without scripts sends them.</summary>
public sealed class when_something_is_recorded_on_a_page(FormFixture forms) : IClassFixture<FormFixture>
{
    private Cast Cast => forms.Cast;

    [Theory]
    [InlineData("es")]
    [InlineData("en")]
    public async Task every_command_has_its_form_with_every_field_labelled(string language)
    {
        foreach (var command in AllowedActions.Commands.Values)
        {
            var html = await PageAsync(forms.Ana, forms.FormOf(command), language);
            Assert.Contains("name=\"_key\"", html, StringComparison.Ordinal);
            Assert.True(!Unlabelled(html).Any(), $"{command.Name}: {string.Join('\n', Unlabelled(html))}");
        }
    }

    [Fact]
    public async Task an_agreement_lives_its_life()
    {
        var id = await RecordedAsync(await SendAsync("/record/propose-agreement?partnerships=can-oim",
            ("type", "FrameworkAgreement"), ("title", "Convenio marco de cooperación"), ("parties[0].text", "CAN"), ("parties[1].text", "migraciones"),
            ("on", "1/2/2024"), ("term.kind", "Months"), ("term.months", "24"), ("noticeMonths", "3")));
        await AddAsync<OpenNegotiation>(id, ("on", "feb 2024"));
        await AddAsync<SignAgreement>(id, ("party", $"{Cast.Can}"), ("on", "3 de marzo de 2024"));
        await AddAsync<SignAgreement>(id, ("party", $"{Cast.Oim}"), ("signatory.text", "davalos"), ("on", "2024-03-03"));
        await AddAsync<EnterIntoForce>(id, ("on", "2024-04-01"));
        await AddAsync<RenewAgreement>(id, ("on", "2025-06-01"), ("term.kind", "Until"), ("term.until", "2030-04-01"));
        await AddAsync<SuspendAgreement>(id, ("on", "2025-07-01"), ("why", "Falta de fondos"));
        await AddAsync<ResumeAgreement>(id, ("on", "2025-08-01"));
        await AddAsync<GiveNotice>(id, ("party", $"{Cast.Oim}"), ("on", "2025-09-01"), ("effectiveOn", "2025-12-31"));
        await AddAsync<TerminateAgreement>(id, ("on", "2026-01-01"));
        var agreement = await StateAsync<Agreement>(id);
        Assert.Equal((AgreementStatus.Terminated, 10), (agreement.Status, agreement.Version));
        Assert.Equal(Cast.Davalos, agreement.Signatures[1].Signatory);
    }

    [Fact]
    public async Task an_agreement_ends_by_its_term_and_another_takes_the_place_of_one()
    {
        var (old, later) = (await AttestedAsync("2010", "2020-01-01"), await AttestedAsync("2018", "2028-01-01"));
        await AddAsync<ExpireAgreement>(old, ("on", "2020-01-02"));
        await AddAsync<SupersedeAgreement>(later, ("by", $"{old}"), ("on", "2021"));
        Assert.Equal(AgreementStatus.Expired, (await StateAsync<Agreement>(old)).Status);
        Assert.Equal(new AgreementId(old), (await StateAsync<Agreement>(later)).SupersededBy);
    }

    [Fact]
    public async Task the_rest_of_the_record_is_kept_too()
    {
        var scheduled = await RecordedAsync(await SendAsync("/record/schedule-meeting?partnerships=can-oim", ("plannedFor", "2020-05-01"), ("title", "Reunión anual")));
        await AddAsync<RecordParticipant>(scheduled, ("person.text", "san miguel"), ("onBehalfOf.text", "SGCAN"), ("post", "Secretario General"), ("role", "Host"));
        await AddAsync<HoldMeeting>(scheduled, ("on", "2020-05-02"));
        await AddAsync<RecordParticipant>(scheduled, ("person.text", "san miguel"), ("onBehalfOf.text", "SGCAN"), ("role", "Host"));
        await AddAsync<DiscussTopic>(scheduled, ("topic", "Libre circulación"));
        await AddAsync<RecordStatement>(scheduled, ("speaker", $"{Cast.SanMiguel}"), ("language", "es"), ("text", "Es un gusto."), ("quoted", "true"));
        await AddAsync<RecordOutcome>(scheduled, ("text", "Lazos renovados"), ("kind", "Reaffirmation"));
        var meeting = await StateAsync<Meeting>(scheduled);
        Assert.Equal((MeetingStatus.Held, 1, 1, 1, 1), (meeting.Status, meeting.Participants.Count, meeting.Topics.Count, meeting.Statements.Count, meeting.Outcomes.Count));
        Assert.True(meeting.Statements[0].Quoted);

        var commitment = await RecordedAsync(await SendAsync("/record/make-commitment?partnerships=can-oim",
            ("what", "Enviar el estudio"), ("owedBy.text", "CAN"), ("owedTo[0].text", "OIM"), ("on", "2020"), ("due", "2021")));
        await AddAsync<KeepCommitment>(commitment, ("on", "2021-01-01"), ("evidence", "Nota 12"));
        Assert.Equal(CommitmentStatus.Kept, (await StateAsync<Commitment>(commitment)).Status);

        var project = await RecordedAsync(await SendAsync("/record/propose-project?partnerships=can-oim",
            ("title", "Migración andina"), ("participants[0].organisation.text", "OIM"), ("participants[0].role", "Implementing"), ("on", "2020")));
        await AddAsync<CommitFunds>(project, ("by", $"{Cast.Oim}"), ("amount", "1250,50"), ("currency", "USD"), ("on", "2020"));
        Assert.Equal(1250.50m, Assert.Single((await StateAsync<Project>(project)).FundsCommitted).Amount);

        var person = await RecordedAsync(await SendAsync("/record/register-person", ("name.given", "Elmer"), ("name.family", "Schialer Salcedo")));
        await AddAsync<AppointPerson>(person, ("organisation.text", "sgcan"), ("post", "Director General"), ("from", "2015"));
        Assert.Equal(Cast.Sgcan, Assert.Single((await StateAsync<Person>(person)).Appointments).Organisation);

        var organisation = await RecordedAsync(await SendAsync("/record/register-organisation",
            ("names[0].language", "es"), ("names[0].name", "Parlamento Andino"), ("kind", "Organ")));
        await AddAsync<CorrectOrganisation>(organisation, ("seat", "Bogotá"), ("provenance.reason", "Faltaba la sede"));
        Assert.Equal("Bogotá", (await StateAsync<Organisation>(organisation)).Seat);
    }

    [Fact]
    public async Task a_meeting_is_logged_whole_and_undone()
    {
        var answer = await SendAsync("/record/log-meeting?partnerships=can-oim",
            ("on", "12/02/2016"), ("place.name", "Sede de la SGCAN"), ("place.city", "Lima"), ("place.country", "PE"),
            ("participants[0].person.text", "José Iván Dávalos"), ("participants[0].onBehalfOf.text", "oim"), ("participants[0].role", "Head"),
            ("participants[2].person.text", "Walker San Miguel"), ("participants[2].onBehalfOf.text", "SGCAN"), ("participants[2].role", "Host"),
            ("topics[0]", "Ciudadanía andina"), ("topics[1]", ""), ("topics[2]", "Migración"), ("outcomes[0].text", "Lazos"), ("outcomes[0].kind", "Reaffirmation"));
        var id = await RecordedAsync(answer);
        var meeting = await StateAsync<Meeting>(id);
        Assert.Equal((2, 2, 1, "2016-02-12"), (meeting.Participants.Count, meeting.Topics.Count, meeting.Outcomes.Count, meeting.On!.ToString()));

        // The message is any page's; it is for who recorded it, and for nobody else.
        var told = "/?" + TestAccounts.LeadsTo(answer)!.Split('?')[1];
        Assert.Contains("Deshacer", await PageAsync(forms.Ana, told), StringComparison.Ordinal);
        Assert.DoesNotContain("recorded-note", await PageAsync(forms.Berta, told), StringComparison.Ordinal);
        Assert.DoesNotContain("recorded-note", await PageAsync(forms.Ana, told[..^3] + "AAA"), StringComparison.Ordinal);
        using var undone = await TestAccounts.SendFormAsync(forms.Ana, told, "undo");
        Assert.Equal(id, await RecordedAsync(undone));
        Assert.Equal(MeetingStatus.Withdrawn, (await StateAsync<Meeting>(id)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await forms.Berta.GetAsync(new Uri($"/record/undo/{id}?from=90&to=91", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task what_is_wrong_stands_at_its_field_and_nothing_is_lost()
    {
        var before = await forms.App.EventsAsync();
        using var answer = await SendAsync("/record/log-meeting?partnerships=can-oim",
            ("on", "mañana quizás"), ("place.city", "Lima"), ("participants[0].person.text", "Nadie Conocido"), ("participants[0].role", "Head"), ("topics[0]", "Migración"));
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        foreach (var field in new[] { "f-on", "f-participants-0-person" })
        {
            Assert.Contains($"#{field}\"", html, StringComparison.Ordinal);
            Assert.Contains($"id=\"{field}-mistake\"", html, StringComparison.Ordinal);
        }

        Assert.Contains("value=\"ma&#xF1;ana quiz&#xE1;s\"", html, StringComparison.Ordinal);
        Assert.Contains("value=\"Migraci&#xF3;n\"", html, StringComparison.Ordinal);
        Assert.Contains("value=\"Lima\"", html, StringComparison.Ordinal);
        Assert.Equal(before, await forms.App.EventsAsync());
    }

    [Fact]
    public async Task a_rule_stands_at_its_field()
    {
        var id = await AttestedAsync("2010", "2028-01-01");
        using var answer = await SendAsync(FormOf<ExtendAgreement>(id), ("on", "2020"), ("until", "2011"));
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("id=\"f-until-mistake\"", html, StringComparison.Ordinal);
        Assert.Contains("id=\"f-until\" name=\"until\"", html, StringComparison.Ordinal);
        using var corrected = await SendAsync(FormOf<CorrectAgreement>(id), ("facts.title", "Otro título"));
        Assert.Contains("id=\"f-provenance-reason-mistake\"", await corrected.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task what_is_sent_twice_is_recorded_once()
    {
        var before = await forms.App.EventsAsync();
        (string, string)[] typed = [("name.given", "Javier"), ("name.family", "Vega Cabieses"), ("_key", "un-clic-y-otro")];
        var (first, second) = (await SendAsync("/record/register-person", typed), await SendAsync("/record/register-person", typed));
        Assert.Equal(await RecordedAsync(first), await RecordedAsync(second));
        Assert.Equal(before + 1, await forms.App.EventsAsync());
    }

    [Fact]
    public async Task rows_come_and_go_without_scripts()
    {
        using var added = await SendAsync("/record/log-meeting", ("topics[0]", "Uno"), ("topics.rows", "1"), ("_add", "topics"));
        var html = await added.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, added.StatusCode);
        Assert.Contains("name=\"topics[1]\"", html, StringComparison.Ordinal);
        Assert.Contains("name=\"topics[0]\" type=\"text\" value=\"Uno\"", html, StringComparison.Ordinal);
        using var removed = await SendAsync("/record/log-meeting", ("topics[0]", "Uno"), ("topics[1]", "Dos"), ("topics.rows", "2"), ("_remove", "topics[0]"));
        html = await removed.Content.ReadAsStringAsync();
        Assert.Contains("name=\"topics[0]\" type=\"text\" value=\"Dos\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"topics[1]\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task where_several_are_meant_one_is_chosen()
    {
        var (one, other) = (await PersonAsync("Ana María", "Quispe"), await PersonAsync("Rosa", "Quispe"));
        var id = await RecordedAsync(await SendAsync("/record/log-meeting?partnerships=can-oim", ("on", "2020")));
        (string, string)[] typed = [("person.text", "quispe"), ("onBehalfOf.text", "OIM"), ("role", "Guest")];
        using var asked = await SendAsync(FormOf<RecordParticipant>(id), typed);
        var html = await asked.Content.ReadAsStringAsync();
        Assert.Contains($"name=\"person.choice\" value=\"{one}\"", html, StringComparison.Ordinal);
        await AddAsync<RecordParticipant>(id, [.. typed, ("person.choice.of", "quispe"), ("person.choice", $"{other}")]);
        Assert.Equal(new PersonId(other), (await StateAsync<Meeting>(id)).Participants[0].Person);
    }

    [Fact]
    public async Task who_is_not_on_record_yet_is_registered_in_passing()
    {
        var id = await RecordedAsync(await SendAsync("/record/log-meeting?partnerships=can-oim", ("on", "2020")));
        using var begun = await SendAsync(FormOf<RecordParticipant>(id), ("person.text", "Lucía Paredes Rojas"), ("_begin", "person"));
        var html = await begun.Content.ReadAsStringAsync();
        Assert.Contains("name=\"person.new.name.given\" type=\"text\" value=\"Luc&#xED;a\"", html, StringComparison.Ordinal);
        await AddAsync<RecordParticipant>(id,
            ("person.new", "1"), ("person.new.name.given", "Lucía"), ("person.new.name.family", "Paredes Rojas"), ("onBehalfOf.text", "OIM"), ("role", "Guest"));
        var person = (await StateAsync<Meeting>(id)).Participants[0].Person;
        Assert.Equal("Lucía Paredes Rojas", (await StateAsync<Person>(person.Value)).Name!.Display);
    }

    [Fact]
    public async Task the_words_of_a_document_are_found_in_it()
    {
        var id = await RecordedAsync(await SendAsync("/record/log-meeting?partnerships=can-oim", ("on", "2020")));
        (string, string)[] cited = [("topic", "Encuentro"), ("provenance.basis", "Stated"), ("provenance.source.text", "Comunicado")];
        using var missing = await SendAsync(FormOf<DiscussTopic>(id), [.. cited, ("provenance.passage", "se vieron")]);
        Assert.Contains("id=\"f-provenance-passage-mistake\"", await missing.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var often = await SendAsync(FormOf<DiscussTopic>(id), [.. cited, ("provenance.passage", "e")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, often.StatusCode);
        await AddAsync<DiscussTopic>(id, [.. cited, ("provenance.passage", "se\r\n reunieron")]);
        var history = await forms.App.Api.GetAsync($"/api/meetings/{id}/history");
        Assert.Equal("se reunieron", history.Body["items"]![1]!["citations"]![0]!["passage"]!.GetValue<string>());
    }

    [Fact]
    public async Task two_officers_see_both_versions_and_what_differs()
    {
        var id = await AttestedAsync("2010", "2028-01-01");
        var form = FormOf<CorrectAgreement>(id);
        (string, string)[] seen = [("_version", "1"), ("provenance.reason", "Según el original")];
        Assert.Equal(id, await RecordedAsync(await SendAsync(form, [("facts.title", "Título de Ana"), .. seen])));
        using var answer = await TestAccounts.SendFormAsync(forms.Berta, form, "record", [("facts.title", "Título de Berta"), .. seen]);
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Registrado por ana", html, StringComparison.Ordinal);
        Assert.Contains("class=\"differs\"", html, StringComparison.Ordinal);
        Assert.Contains("<span class=\"words\">Título de Ana</span>", html, StringComparison.Ordinal);
        Assert.Contains("name=\"facts.title\" type=\"text\" value=\"Título de Berta\"", html, StringComparison.Ordinal);
        Assert.Contains("name=\"_version\" value=\"2\"", html, StringComparison.Ordinal);
        Assert.Equal("Título de Ana", (await StateAsync<Agreement>(id)).Title);

        using var onTop = await TestAccounts.SendFormAsync(forms.Berta, form, "record", ("facts.title", "Título de Berta"), ("_version", "2"), ("provenance.reason", "Según el original"));
        Assert.Equal(id, await RecordedAsync(onTop));
        Assert.Equal("Título de Berta", (await StateAsync<Agreement>(id)).Title);
    }

    [Theory]
    [InlineData("organisation", "migracion", "Organización Internacional para las Migraciones (OIM)")]
    [InlineData("person", "davalos jose", "José Iván Dávalos")]
    [InlineData("partnership", "can-oim", "can-oim")]
    [InlineData("source", "COMUNICADO", "Comunicado")]
    public async Task what_is_typed_finds_the_record(string kind, string typed, string found)
    {
        var choices = await PageAsync(forms.Ana, $"/choices/{kind}?q={Uri.EscapeDataString(typed)}");
        Assert.Equal(found, System.Text.Json.Nodes.JsonNode.Parse(choices)![0]!["name"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("/choices/account?q=a")]
    [InlineData("/record/no-such-command")]
    [InlineData("/record/sign-agreement")]
    [InlineData("/record/open-account")]
    public async Task what_is_no_form_is_not_there(string address)
    {
        using var answer = await forms.Ana.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private Task<HttpResponseMessage> SendAsync(string address, params (string Name, string Value)[] typed) =>
        TestAccounts.SendFormAsync(forms.Ana, address, "record", typed);

    private async Task AddAsync<T>(Guid id, params (string Name, string Value)[] typed)
    {
        using var answer = await SendAsync(FormOf<T>(id), typed);
        Assert.Equal(id, await RecordedAsync(answer));
    }

    private async Task<Guid> AttestedAsync(string since, string until) => await RecordedAsync(await SendAsync(
        "/record/attest-agreement?partnerships=can-oim",
        ("type", "MemorandumOfUnderstanding"), ("title", $"Memorando {since}"), ("parties[0].text", "CAN"), ("parties[1].text", "OIM"), ("status", "InForce"), ("since", since),
        ("term.kind", "Until"), ("term.until", until)));

    private async Task<Guid> PersonAsync(string given, string family) =>
        await RecordedAsync(await SendAsync("/record/register-person", ("name.given", given), ("name.family", family)));

    private async Task<T> StateAsync<T>(Guid id) where T : RecordState
    {
        await using var session = forms.App.Documents.QuerySession();
        return (await session.LoadAsync<T>(id))!;
    }
}
