using System.Net;
using Ical.Net.CalendarComponents;
using Microsoft.Extensions.DependencyInjection;
using Relations.App.Access.Accounts;
using Relations.App.Coming;
using Relations.Domain.Access;
using Relations.Domain.Meetings;
using Relations.Domain.Partnerships;
using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.App.Tests.Coming;

/// <summary>The iCalendar feed: a program reads what its owner may read, by a key that is good for nothing else.</summary>
[Collection(AppCollection.Name)]
public sealed class when_a_calendar_program_asks(AppFixture app)
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(DateTime.UtcNow);

    private ApiTokens Tokens => app.Host.Services.GetRequiredService<ApiTokens>();

    [Fact]
    public async Task it_reads_all_day_events_that_stay_themselves()
    {
        var (_, key) = await SubscribedAsync("agenda.una");
        var day = Today.AddDays(40);
        var id = await ScheduleAsync($"{day:yyyy-MM-dd}", "Sesión del feed");
        var found = Assert.Single(await EventsAsync(key), e => e.Url!.AbsolutePath == $"/meetings/{id}");
        Assert.Equal("Reunión prevista: Sesión del feed", found.Summary);
        Assert.Equal((true, day, day.AddDays(1)), (found.IsAllDay, found.DtStart!.Date, found.DtEnd!.Date));
        Assert.InRange(found.DtStamp!.AsUtc, DateTime.UtcNow.AddMinutes(-5), DateTime.UtcNow.AddMinutes(5));

        await app.Api.AddAsync($"/api/meetings/{id}/reschedule", new RescheduleMeeting(EdtfDate.Of(day.AddDays(2)), "Agenda"));
        await app.ViewsAsync();
        var moved = Assert.Single(await EventsAsync(key, "&language=en"), e => e.Uid == found.Uid);
        Assert.Equal((day.AddDays(2), "Planned meeting: Sesión del feed"), (moved.DtStart!.Date, moved.Summary));
    }

    [Fact]
    public async Task what_names_no_day_is_left_out()
    {
        var (_, key) = await SubscribedAsync("agenda.dos");
        var id = await ScheduleAsync($"{Today.AddMonths(2):yyyy-MM}", "Algún día");
        Assert.DoesNotContain(await EventsAsync(key), e => e.Url!.AbsolutePath == $"/meetings/{id}");
    }

    [Fact]
    public async Task nothing_new_is_not_sent_again()
    {
        var (_, key) = await SubscribedAsync("agenda.tres");
        using var first = await app.Http.GetAsync($"{CalendarFeed.Address}?key={key}");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{CalendarFeed.Address}?key={key}");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var again = await app.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        await ScheduleAsync($"{Today.AddDays(50):yyyy-MM-dd}", "Algo nuevo");
        using var changed = new HttpRequestMessage(HttpMethod.Get, $"{CalendarFeed.Address}?key={key}");
        changed.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var answer = await app.Http.SendAsync(changed);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task what_became_restricted_is_gone()
    {
        var (_, key) = await SubscribedAsync("agenda.cuatro");
        var id = await ScheduleAsync($"{Today.AddDays(60):yyyy-MM-dd}", "Pronto reservada");
        Assert.Contains(await EventsAsync(key), e => e.Url!.AbsolutePath == $"/meetings/{id}");
        await app.Api.AddAsync($"/api/meetings/{id}/classify", new ClassifyRecord(Classification.Restricted, [AppFixture.Officer]));
        Assert.DoesNotContain(await EventsAsync(key), e => e.Url!.AbsolutePath == $"/meetings/{id}");
    }

    [Fact]
    public async Task a_key_that_was_revoked_opens_nothing()
    {
        var (account, key) = await SubscribedAsync("agenda.cinco");
        var token = (await Tokens.FindAsync(key, default))!;
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(key));
        await Tokens.RevokeAsync(account, "agenda.cinco", token.Id, default);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(key));
    }

    [Fact]
    public async Task the_key_of_a_closed_account_opens_nothing()
    {
        var (account, key) = await SubscribedAsync("agenda.seis");
        await app.Api.AddAsync($"/api/accounts/{account}/close", new CloseAccount());
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(key));
    }

    [Fact]
    public async Task the_key_opens_nothing_else_and_no_other_token_opens_the_calendar()
    {
        var (account, key) = await SubscribedAsync("agenda.siete");
        using var machine = app.Host.Server.CreateClient();
        machine.DefaultRequestHeaders.Authorization = new("Bearer", key);
        Assert.Equal(HttpStatusCode.Unauthorized, (await machine.GetAsync("/api/meetings")).StatusCode);
        var wide = await Tokens.IssueAsync(account, "agenda.siete", new("todo", [TokenScope.Record]), default);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(wide.Secret!));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("rel_adivinada"));
    }

    [Fact]
    public async Task its_address_is_made_on_a_page()
    {
        await app.Accounts.OpenWithPasswordAsync("agenda.ocho", new Grant(Role.Officer));
        var browser = app.Accounts.Browser();
        using var signedIn = await TestAccounts.SignInAsync(browser, "agenda.ocho");
        using var answer = await TestAccounts.SendFormAsync(browser, "/calendar/subscription", "subscribe", ("label", "Mi teléfono"), ("mine", "true"));
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        var start = page.IndexOf($"{CalendarFeed.Address}?key=", StringComparison.Ordinal);
        var address = page[start..page.IndexOf('<', start)];
        Assert.EndsWith("&language=es&mine=true", address, StringComparison.Ordinal);
        using var feed = await app.Host.Server.CreateClient().GetAsync(address);
        Assert.Equal(("text/calendar", HttpStatusCode.OK), (feed.Content.Headers.ContentType?.MediaType, feed.StatusCode));
    }

    private async Task<(AccountId Account, string Key)> SubscribedAsync(string name)
    {
        var account = await app.Accounts.OpenAsync(name, new Grant(Role.Officer));
        var issue = await Tokens.IssueAsync(account, name, new("agenda", [TokenScope.Calendar]), default);
        return (account, issue.Secret!);
    }

    private async Task<Guid> ScheduleAsync(string on, string title)
    {
        var id = await app.Api.OpenAsync("/api/meetings/schedule", new ScheduleMeeting([app.Cast.CanOim], EdtfDate.Parse(on), Title: title));
        await app.ViewsAsync();
        return id;
    }

    private async Task<HttpStatusCode> StatusAsync(string key)
    {
        using var answer = await app.Host.Server.CreateClient().GetAsync($"{CalendarFeed.Address}?key={key}");
        return answer.StatusCode;
    }

    private async Task<IReadOnlyList<CalendarEvent>> EventsAsync(string key, string more = "")
    {
        var text = await app.Host.Server.CreateClient().GetStringAsync($"{CalendarFeed.Address}?key={key}{more}");
        return [.. Ical.Net.Calendar.Load(text)!.Events];
    }
}
