using System.Net;
using Npgsql;
using Relations.App.Home;
using Relations.Domain.Access;
using Relations.Domain.Commitments;
using Relations.Domain.Meetings;
using Relations.Domain.Partnerships;
using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.App.Tests.Home;

/// <summary>The first page over HTTP: what each role sees to, and no more than it may read.</summary>
[Collection(AppCollection.Name)]
public sealed class when_somebody_comes_home(AppFixture app)
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(DateTime.UtcNow);

    [Theory]
    [InlineData("es", "Compromisos vencidos", "Pasó su día y no consta que se celebrara", "Acta sin aprobar", "Reuniones en los próximos 60 días")]
    [InlineData("en", "Commitments overdue", "Day passed, not recorded as held", "Minutes not approved", "Meetings in the next 60 days")]
    public async Task an_officer_sees_what_is_due_open_and_coming_in_what_they_answer_for(string language, params string[] titles)
    {
        var name = $"portada.responsable.{language}";
        var mine = await PartnershipAsync($"portada-mia-{language}");
        var another = await PartnershipAsync($"portada-ajena-{language}");
        var http = await app.Accounts.SignInAsync(name, new Grant(Role.Officer, [mine, another]));
        await app.Api.AddAsync($"/api/partnerships/{mine}/assign-focal-point", new AssignFocalPoint(name));
        await DeskAsync(mine, $"propia {language}");
        await DeskAsync(another, $"ajena {language}");
        await app.ViewsAsync();

        var page = await PageAsync(http, language);
        Assert.All(titles, title => Assert.Contains(title, page, StringComparison.Ordinal));
        Assert.All(Titles, title => Assert.Contains($"{title} propia {language}", page, StringComparison.Ordinal));
        Assert.DoesNotContain($"ajena {language}", page, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"manager\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"auditor\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task who_answers_for_nothing_sees_all_they_work_with_and_nothing_restricted()
    {
        var held = await PartnershipAsync("portada-encargada");
        var other = await PartnershipAsync("portada-sin-encargo");
        await DeskAsync(held, "encargada");
        await DeskAsync(other, "sin encargo");
        var secret = await app.Api.OpenAsync("/api/commitments", new MakeCommitment([held], "Nota reservada vencida", app.Cast.Can, [app.Cast.Oim], On(-90), On(-3)));
        await app.Accounts.OpenAsync("portada.lectora");
        await app.Api.AddAsync($"/api/commitments/{secret}/classify", new ClassifyRecord(Classification.Restricted, ["portada.lectora"]));
        await app.ViewsAsync();
        var page = await PageAsync(await app.Accounts.SignInAsync("portada.oficial", new Grant(Role.Officer, [held])));
        Assert.All(Titles, title => Assert.Contains($"{title} encargada", page, StringComparison.Ordinal));
        Assert.DoesNotContain("sin encargo", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Nota reservada", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task what_others_recorded_is_new_on_the_next_visit_and_still_after_a_reload()
    {
        var partnership = await PartnershipAsync("portada-novedades");
        var account = await app.Accounts.OpenAsync("portada.visita", new Grant(Role.Officer, [partnership]));
        var http = await app.Accounts.WithTokenAsync(account, "portada.visita");
        await app.ViewsAsync();
        Assert.Contains("A partir de su próxima visita", await PageAsync(http), StringComparison.Ordinal);

        await app.Api.OpenAsync("/api/meetings/log", new LogMeeting([partnership], On(-1), Title: "Reunión nueva"));
        var secret = await app.Api.OpenAsync("/api/meetings/log", new LogMeeting([partnership], On(-1), Title: "Reunión callada"));
        await app.Accounts.OpenAsync("portada.testigo");
        await app.Api.AddAsync($"/api/meetings/{secret}/classify", new ClassifyRecord(Classification.Restricted, ["portada.testigo"]));
        await new ApiClient(http).OpenAsync("/api/meetings/log", new LogMeeting([partnership], On(-1), Title: "Reunión propia"));
        await app.ViewsAsync();
        Assert.Contains("Reunión nueva", OfOthers(await PageAsync(http)), StringComparison.Ordinal);

        await AgoAsync(account, TimeSpan.FromHours(2), seenNothing: true);
        foreach (var page in new[] { OfOthers(await PageAsync(http)), OfOthers(await PageAsync(http)) })
        {
            Assert.Contains("Desde su última visita", page, StringComparison.Ordinal);
            Assert.Contains("Reunión nueva", page, StringComparison.Ordinal);
            Assert.Contains("Todo sobre", page, StringComparison.Ordinal);
            Assert.DoesNotContain("Reunión callada", page, StringComparison.Ordinal);
            Assert.DoesNotContain("Reunión propia", page, StringComparison.Ordinal);
        }

        await AgoAsync(account, TimeSpan.FromHours(2), seenNothing: false);
        Assert.DoesNotContain("Reunión nueva", OfOthers(await PageAsync(http)), StringComparison.Ordinal);

        // A meeting without minutes is a loose end as well, and stands above.
        static string OfOthers(string page) => page[page.IndexOf("Registrado por otras personas", StringComparison.Ordinal)..];
    }

    [Fact]
    public async Task a_manager_sees_what_needs_them_in_what_they_were_given()
    {
        var held = await PartnershipAsync("portada-dirigida");
        var other = await PartnershipAsync("portada-no-dirigida");
        await DeskAsync(held, "dirigida");
        await DeskAsync(other, "no dirigida");
        await app.ViewsAsync();
        var http = await app.Accounts.SignInAsync("portada.gerente", new Grant(Role.Manager, [held]));
        var page = await PageAsync(http, "en");
        Assert.Contains("/commitments?partnership=portada-dirigida&state=overdue\" class=\"overdue\">1 overdue<", page, StringComparison.Ordinal);
        Assert.Contains("Nobody answers for it", page, StringComparison.Ordinal);
        Assert.DoesNotContain("portada-no-dirigida", page, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"officer\"", page, StringComparison.Ordinal);
        Assert.Contains("1 vencidos", await PageAsync(http), StringComparison.Ordinal);
    }

    [Fact]
    public async Task an_auditor_sees_corrections_with_their_reason_and_what_came_late()
    {
        var meeting = await app.Api.OpenAsync("/api/meetings/log", new LogMeeting([app.Cast.CanOim], EdtfDate.Parse("2001-05-04"), Title: "Reunión tardía"));
        await app.Api.AddAsync(
            $"/api/meetings/{meeting}/correct", new CorrectMeeting(Title: "Reunión muy tardía") { Provenance = new(Reason: "Errata del título") });
        var http = await app.Accounts.SignInAsync("portada.auditora", new Grant(Role.Auditor));
        var page = await PageAsync(http);
        Assert.Contains("Errata del título", page, StringComparison.Ordinal);
        Assert.Contains(AppFixture.Officer, page, StringComparison.Ordinal);
        Assert.Contains("Reunión muy tardía", page, StringComparison.Ordinal);
        Assert.Contains("días tarde", page, StringComparison.Ordinal);
        Assert.Contains("Without a source", await PageAsync(http, "en"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task an_administrator_keeps_accounts_and_who_holds_no_role_reads_what_is_public()
    {
        var id = await app.Api.OpenAsync("/api/partnerships", new EstablishPartnership("portada-publica", [app.Cast.Can, app.Cast.Oim]));
        await app.Api.AddAsync($"/api/partnerships/{id}/classify", new ClassifyRecord(Classification.Public, []));
        await app.ViewsAsync();
        var administrator = await PageAsync(await app.Accounts.SignInAsync("portada.administra", new Grant(Role.Administrator)));
        Assert.Contains("Cuentas a su cargo", administrator, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"visitor\"", administrator, StringComparison.Ordinal);
        Assert.DoesNotContain("main-action", administrator, StringComparison.Ordinal);
        var visitor = await PageAsync(await app.Accounts.SignInAsync("portada.visitante"));
        Assert.Contains("/partnerships/portada-publica", visitor, StringComparison.Ordinal);
        Assert.DoesNotContain("portada-mia-es", visitor, StringComparison.Ordinal);
        Assert.DoesNotContain("Cuentas a su cargo", visitor, StringComparison.Ordinal);
    }

    [Fact]
    public async Task the_last_days_are_found_through_their_index()
    {
        await using var connection = new NpgsqlConnection(app.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            """
            select string_agg(indexdef, ' ') from pg_indexes
            where indexname in ('idx_mt_events_time', 'mt_doc_meeting_relation_minutes')
            """,
            connection);
        var indexes = (string)(await command.ExecuteScalarAsync())!;
        Assert.Contains("(\"timestamp\")", indexes, StringComparison.Ordinal);
        Assert.Contains("approvals", indexes, StringComparison.Ordinal);
    }

    private static readonly string[] Titles = ["Vencido", "Sin cerrar", "Con acta", "Próxima"];

    /// <summary>One thing of each sort that is to be seen to.</summary>
    private async Task DeskAsync(PartnershipId partnership, string of)
    {
        await app.Api.OpenAsync("/api/commitments", new MakeCommitment([partnership], $"Vencido {of}", app.Cast.Can, [app.Cast.Oim], On(-90), On(-3)));
        await app.Api.OpenAsync("/api/meetings/schedule", new ScheduleMeeting([partnership], On(-2), Title: $"Sin cerrar {of}"));
        await app.Api.OpenAsync("/api/meetings/schedule", new ScheduleMeeting([partnership], On(20), Title: $"Próxima {of}"));
        var meeting = await app.Api.OpenAsync("/api/meetings/log", new LogMeeting([partnership], On(-40), Title: $"Con acta {of}"));
        await app.Api.AddAsync($"/api/meetings/{meeting}/draft-minutes", new DraftMinutes(Text: "Se acordó."));
    }

    private static EdtfDate On(int days) => EdtfDate.Of(Today.AddDays(days));

    private async Task<PartnershipId> PartnershipAsync(string slug) =>
        new(await app.Api.OpenAsync("/api/partnerships", new EstablishPartnership(slug, [app.Cast.Can, app.Cast.Oim])));

    private static async Task<string> PageAsync(HttpClient http, string language = "es")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.AcceptLanguage.ParseAdd(language);
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>As if the last look had been some time ago; and, if said, before anything of this test was recorded.</summary>
    private async Task AgoAsync(AccountId account, TimeSpan ago, bool seenNothing)
    {
        await using var session = app.Documents.LightweightSession();
        var mark = (await session.LoadAsync<SeenMark>(account.Value))!;
        session.Store(mark with { At = mark.At - ago, Latest = seenNothing ? mark.Since : mark.Latest });
        await session.SaveChangesAsync();
    }
}
