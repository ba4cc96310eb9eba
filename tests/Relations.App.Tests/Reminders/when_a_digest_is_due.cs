using System.Net;
using MimeKit;
using Relations.App.Reminders;
using Relations.App.Tests.Coming;
using Relations.App.Tests.Reminders.Smtp;
using Relations.Domain.Access;
using Relations.Domain.Recording;

namespace Relations.App.Tests.Reminders;

/// <summary>Reminders from the schedule to a mail server, over sockets: to whom, of what, when, and once.</summary>
public sealed class when_a_digest_is_due(when_a_digest_is_due.MailServer server) : IClassFixture<when_a_digest_is_due.MailServer>
{
    private static DateOnly Today => RemindedApp.Today;

    private SmtpServer Smtp => server.Server;

    [Fact]
    public async Task an_address_is_confirmed_by_its_link_before_anything_else_goes_there()
    {
        await using var app = await RemindedApp.StartAsync(Smtp, RemindedApp.Now);
        await app.CommitmentAsync("Enviar el informe", RemindedApp.Now.AddDays(3));
        using var browser = await app.SignedInAsync();
        using var saved = await SaveAsync(browser, app.Address);
        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        var asked = Assert.Single(await app.MailsAsync());
        Assert.Equal("auto-generated", asked.Message.Headers[HeaderId.AutoSubmitted]);

        // Whoever reads the mail need not be signed in.
        var link = RemindedApp.LinkIn(asked.Text, ReminderBook.ConfirmAddress);
        using var stranger = app.Accounts.Browser();
        using var confirmed = await TestAccounts.SendFormAsync(stranger, link, "confirm");
        Assert.Equal((HttpStatusCode.Redirect, "/account/reminders"), (confirmed.StatusCode, TestAccounts.LeadsTo(confirmed)!));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(new Uri(link, UriKind.Relative))).StatusCode);
        await app.PassAsync(1);
        Assert.Contains("Enviar el informe", Assert.Single(await app.DigestsAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_link_is_good_for_a_day_and_another_address_is_asked_anew()
    {
        await using var app = await RemindedApp.StartAsync(Smtp, RemindedApp.Now);
        using var browser = await app.SignedInAsync();
        using (await SaveAsync(browser, app.Address))
            app.App.Clock.Advance(TimeSpan.FromHours(24));
        var late = RemindedApp.LinkIn(Assert.Single(await app.MailsAsync()).Text, ReminderBook.ConfirmAddress);
        using var stranger = app.Accounts.Browser();
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(new Uri(late, UriKind.Relative))).StatusCode);

        await using var confirmed = await RemindedApp.StartAsync(Smtp, RemindedApp.Now);
        await confirmed.WantsAsync(s => s);
        using var own = await confirmed.SignedInAsync();
        using (await SaveAsync(own, "otra." + confirmed.Address))
            Assert.Null((await confirmed.SettingsAsync()).Since);
        Assert.Single(await Smtp.MailsAsync(), m => m.To == "otra." + confirmed.Address);
    }

    [Fact]
    public async Task nobody_fills_a_mailbox_from_here()
    {
        await using var app = await RemindedApp.StartAsync(Smtp, RemindedApp.Now);
        using var browser = await app.SignedInAsync();
        using (await SaveAsync(browser, app.Address))
        {
        }

        for (var time = 1; time < ReminderBook.MostAsked; time++)
        {
            using var again = await TestAccounts.SendFormAsync(browser, "/account/reminders", "again");
            Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        }

        using var refused = await TestAccounts.SendFormAsync(browser, "/account/reminders", "again");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(ReminderBook.MostAsked, (await app.MailsAsync()).Count);
    }

    [Theory]
    [InlineData("address", "nadie")]
    [InlineData("address", "a@example.org, b@example.org")]
    [InlineData("ends", "0")]
    [InlineData("quiet", "3651")]
    [InlineData("scope", "Chosen")]
    public async Task what_cannot_be_meant_is_not_kept(string field, string value)
    {
        await using var app = await RemindedApp.StartAsync(Smtp, RemindedApp.Now);
        using var browser = await app.SignedInAsync();
        using var refused = await SaveAsync(browser, app.Address, (field, value));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(0, (await app.SettingsAsync()).Version);
        Assert.Empty(await app.MailsAsync());
    }

    [Fact]
    public async Task a_daily_mail_tells_what_is_new_with_links_and_how_to_stop_it()
    {
        await using var app = await RemindedApp.StartAsync(Smtp);
        await app.WantsAsync(s => s);
        var due = await app.CommitmentAsync("Enviar el <informe>", Today.AddDays(15));
        await app.AgreementAsync("Convenio marco", Today.AddDays(60));
        await app.AgreementAsync("Convenio lejano", Today.AddDays(300));
        await app.PassAsync(1);

        var mail = Assert.Single(await app.DigestsAsync());
        var (message, text) = (mail.Message, mail.Text);
        Assert.Contains("Enviar el <informe>", text, StringComparison.Ordinal);
        Assert.Contains("Enviar el &lt;informe&gt;", mail.Html, StringComparison.Ordinal);
        Assert.Contains($"https://relations.example.org/commitments/{due}", text, StringComparison.Ordinal);
        Assert.Contains($"href=\"https://relations.example.org/commitments/{due}\"", mail.Html, StringComparison.Ordinal);
        Assert.Contains("Convenio marco", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Convenio lejano", text + mail.Html, StringComparison.Ordinal);
        Assert.Equal("Relations: últimos días para el preaviso: 1 · plazos que terminan: 1 · compromisos por vencer: 1", message.Subject);
        Assert.Equal($"digest-{app.Account.Value:N}-20310311@relations.example.org", message.MessageId);
        Assert.Equal("auto-generated", message.Headers[HeaderId.AutoSubmitted]);
        Assert.Equal("List-Unsubscribe=One-Click", message.Headers[HeaderId.ListUnsubscribePost]);
        Assert.StartsWith("<https://relations.example.org/mail/unsubscribe?key=", message.Headers[HeaderId.ListUnsubscribe], StringComparison.Ordinal);
        Assert.DoesNotContain("<img", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", mail.Html, StringComparison.Ordinal);

        await app.CommitmentAsync("Convocar el comité", Today.AddDays(17));
        await app.PassAsync(1);
        Assert.Single(await app.DigestsAsync());
        await app.PassAsync(1);
        var next = (await app.DigestsAsync())[^1].Text;
        Assert.Contains("Convocar el comité [nuevo]", next, StringComparison.Ordinal);
        Assert.DoesNotContain("Enviar el <informe> [nuevo]", next, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_mail_is_no_longer_than_its_parts()
    {
        await using var app = await RemindedApp.StartAsync(Smtp);
        await app.WantsAsync(s => s);
        foreach (var i in Enumerable.Range(1, 40))
            await app.CommitmentAsync($"Compromiso {i} {new string('x', 2_000)}", Today.AddDays(10));
        await app.PassAsync(1);
        var mail = Assert.Single(await app.DigestsAsync());
        Assert.Contains("15 más", mail.Text, StringComparison.Ordinal);
        Assert.InRange(mail.Html.Length, 1_000, 100_000);
    }

    [Fact]
    public async Task a_weekly_mail_comes_on_its_weekday_in_the_language_asked_for()
    {
        await using var app = await RemindedApp.StartAsync(Smtp);
        await app.WantsAsync(s => s with { Rhythm = DigestRhythm.Weekly, Weekday = DayOfWeek.Wednesday, Language = "en" });
        await app.CommitmentAsync("Enviar el informe", Today.AddDays(9));
        await app.PassAsync(1);
        Assert.Empty(await app.DigestsAsync());
        await app.PassAsync(1);
        var mail = Assert.Single(await app.DigestsAsync());
        Assert.Equal("Relations: commitments due: 1", mail.Message.Subject);
        Assert.All(mail.Message.BodyParts, part => Assert.Equal("en", part.Headers[HeaderId.ContentLanguage]));
        Assert.Contains("Stop these mails", mail.Text, StringComparison.Ordinal);
        await app.PassAsync(6);
        Assert.Single(await app.DigestsAsync());
        await app.PassAsync(1);
        Assert.Equal("Relations: commitments due: 1", (await app.DigestsAsync())[^1].Message.Subject);
    }

    [Fact]
    public async Task nothing_restricted_goes_by_mail_not_even_to_its_readers()
    {
        await using var app = await RemindedApp.StartAsync(Smtp);
        await app.WantsAsync(s => s);
        await app.CommitmentAsync("Enviar el informe", Today.AddDays(5));
        var kept = await app.AgreementAsync("Protocolo reservado", Today.AddDays(50));
        await app.RecordAsync(kept, new ClassifyRecord(Classification.Restricted, [RemindedApp.Officer]), 1);
        await app.PassAsync(1);
        var mail = Assert.Single(await app.DigestsAsync());
        Assert.Contains("Enviar el informe", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Protocolo", mail.Message.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(kept.ToString(), mail.Message.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task who_lost_a_role_since_is_told_nothing_that_it_let_them_read()
    {
        await using var app = await RemindedApp.StartAsync(Smtp);
        await app.WantsAsync(s => s);
        await app.CommitmentAsync("Enviar el informe", Today.AddDays(5));
        await app.RecordAsync(app.Account.Value, new RevokeRole(Role.Officer), 2);
        await app.PassAsync(1);
        Assert.Equal(Today.AddDays(1), (await app.MarkAsync())!.Queued);
        Assert.Empty(await app.DigestsAsync());
    }

    [Fact]
    public async Task a_closed_account_gets_none()
    {
        await using var app = await RemindedApp.StartAsync(Smtp);
        await app.WantsAsync(s => s);
        await app.CommitmentAsync("Enviar el informe", Today.AddDays(5));
        await app.RecordAsync(app.Account.Value, new CloseAccount(), 2);
        await app.PassAsync(1);
        Assert.Equal(Today.AddDays(1), (await app.MarkAsync())!.Queued);
        Assert.Empty(await app.DigestsAsync());
    }

    [Fact]
    public async Task nothing_to_say_is_no_mail()
    {
        await using var app = await RemindedApp.StartAsync(Smtp);
        await app.WantsAsync(s => s with { Rhythm = DigestRhythm.Weekly, Weekday = DayOfWeek.Tuesday });
        await app.PassAsync(1);
        Assert.Equal((Today.AddDays(1), null), ((await app.MarkAsync())!.Queued, (await app.MarkAsync())!.Told));
        Assert.Empty(await app.DigestsAsync());
    }

    [Fact]
    public async Task the_link_in_a_mail_stops_them_by_a_button()
    {
        await using var app = await RemindedApp.StartAsync(Smtp);
        await app.WantsAsync(s => s);
        await app.CommitmentAsync("Enviar el informe", Today.AddDays(15));
        await app.PassAsync(1);
        var link = RemindedApp.LinkIn(Assert.Single(await app.DigestsAsync()).Text, MailStop.Address);
        using var stranger = app.Accounts.Browser();
        Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync(new Uri(link, UriKind.Relative))).StatusCode);
        Assert.Equal(DigestRhythm.Daily, (await app.SettingsAsync()).Rhythm); // to look at it stops nothing
        using var stopped = await TestAccounts.SendFormAsync(stranger, link, MailStop.Address + "?key=" + link.Split('=')[1]);
        Assert.Equal((HttpStatusCode.Redirect, link), (stopped.StatusCode, TestAccounts.LeadsTo(stopped)!));
        Assert.Contains("Los avisos están desactivados", WebUtility.HtmlDecode(await stranger.GetStringAsync(new Uri(link, UriKind.Relative))), StringComparison.Ordinal);
        await app.CommitmentAsync("Convocar el comité", Today.AddDays(10));
        await app.PassAsync(1);
        Assert.Single(await app.DigestsAsync());
    }

    [Fact]
    public async Task a_mail_program_stops_them_with_one_click()
    {
        await using var app = await RemindedApp.StartAsync(Smtp);
        await app.WantsAsync(s => s);
        await app.CommitmentAsync("Enviar el informe", Today.AddDays(15));
        await app.PassAsync(1);
        var link = Assert.Single(await app.DigestsAsync()).Message.Headers[HeaderId.ListUnsubscribe]!.Trim('<', '>');
        using var program = app.Accounts.Browser();
        using var click = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
        using var stopped = await program.PostAsync(new Uri(new Uri(link).PathAndQuery, UriKind.Relative), click);
        Assert.Equal(HttpStatusCode.NoContent, stopped.StatusCode);
        Assert.Equal(DigestRhythm.Off, (await app.SettingsAsync()).Rhythm);
        using var again = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
        using var unknown = await program.PostAsync(new Uri(MailStop.Address + "?key=otra", UriKind.Relative), again);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task a_mail_server_that_was_away_gets_it_when_it_is_back_and_once()
    {
        await using var own = await SmtpServer.StartAsync();
        await using var app = await RemindedApp.StartAsync(own);
        await app.WantsAsync(s => s);
        await app.CommitmentAsync("Enviar el informe", Today.AddDays(5));
        await own.StopAsync();
        await app.PassAsync(1);
        await ScheduledApp.UntilAsync(async () => await app.App.WaitingAsync(typeof(SendDigest)) == 1);
        await own.RestartAsync();
        await app.HurryAsync();
        await ScheduledApp.UntilAsync(async () => (await app.DigestsAsync()).Count == 1 && await app.MarkAsync() is { Waiting: null });
        await app.App.DeliverAsync(new SendDigest(app.Account, Today.AddDays(1)));
        Assert.Single(await app.DigestsAsync());
    }

    [Fact]
    public async Task a_mail_server_that_keeps_refusing_is_left_in_peace()
    {
        await using var own = await SmtpServer.StartAsync();
        await using var app = await RemindedApp.StartAsync(own);
        await app.WantsAsync(s => s);
        await app.CommitmentAsync("Enviar el informe", Today.AddDays(5));
        await own.RefuseAsync(451);
        await app.PassAsync(1);
        for (var attempt = 0; attempt < 3; attempt++)
        {
            await ScheduledApp.UntilAsync(async () => await app.App.WaitingAsync(typeof(SendDigest)) == 1);
            await app.HurryAsync();
            await ScheduledApp.UntilAsync(async () => await app.App.WaitingAsync(typeof(SendDigest)) == 0);
        }

        await ScheduledApp.UntilAsync(async () => await app.GivenUpAsync() == 1);
        Assert.Empty(await app.DigestsAsync());

        // The next day is told what this one was not.
        await own.RefuseAsync(null);
        await app.PassAsync(1);
        Assert.Contains("Enviar el informe [nuevo]", Assert.Single(await app.DigestsAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task three_days_slept_through_make_one_mail()
    {
        await using var app = await RemindedApp.StartAsync(Smtp);
        await app.WantsAsync(s => s);
        await app.CommitmentAsync("Enviar el informe", Today.AddDays(5));
        await app.SleepAsync(3);
        await ScheduledApp.UntilAsync(async () => (await app.DigestsAsync()).Count > 0);
        Assert.Equal($"digest-{app.Account.Value:N}-20310313@relations.example.org", Assert.Single(await app.DigestsAsync()).Message.MessageId);
    }

    [Fact]
    public async Task a_message_that_is_delivered_twice_at_once_makes_one_mail()
    {
        await using var own = await SmtpServer.StartAsync();
        await using var app = await RemindedApp.StartAsync(own);
        await app.WantsAsync(s => s);
        await app.CommitmentAsync("Enviar el informe", Today.AddDays(5));
        await own.RefuseAsync(451);
        await app.PassAsync(1);
        await ScheduledApp.UntilAsync(async () => await app.App.WaitingAsync(typeof(SendDigest)) == 1);
        await own.RefuseAsync(null);
        var due = new SendDigest(app.Account, Today.AddDays(1));
        await Task.WhenAll(app.App.DeliverAsync(due), app.App.DeliverAsync(due), app.App.DeliverAsync(due));
        await app.App.DeliverAsync(due);
        Assert.Single(await app.DigestsAsync());
    }

    [Fact]
    public async Task the_preview_says_what_others_recorded_since()
    {
        await using var app = await RemindedApp.StartAsync(Smtp, RemindedApp.Now); // facts are stamped by the database's clock
        await app.WantsAsync(s => s);
        await app.CommitmentAsync("Enviar el informe", RemindedApp.Now.AddDays(300));
        await app.App.ViewsAsync();
        using var browser = await app.SignedInAsync();
        var page = await browser.GetStringAsync(new Uri("/account/reminders", UriKind.Relative));
        Assert.Contains("Registrado por otros (1)", page, StringComparison.Ordinal);
        Assert.Contains("/partnerships/can-oim", page, StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> SaveAsync(HttpClient browser, string address, params (string Name, string Value)[] changes)
    {
        Dictionary<string, string> typed = new()
        {
            ["address"] = address,
            ["language"] = "es",
            ["rhythm"] = "Daily",
            ["weekday"] = "Monday",
            ["ends"] = "90",
            ["notice"] = "60",
            ["due"] = "14",
            ["quiet"] = "3650",
            ["scope"] = "Mine",
        };
        foreach (var (name, value) in changes)
            typed[name] = value;
        return TestAccounts.SendFormAsync(browser, "/account/reminders", "reminders", [.. typed.Select(t => (t.Key, t.Value))]);
    }

    public sealed class MailServer : IAsyncLifetime
    {
        internal SmtpServer Server { get; private set; } = default!;

        public async Task InitializeAsync() => Server = await SmtpServer.StartAsync();

        public Task DisposeAsync() => Server.DisposeAsync().AsTask();
    }
}
