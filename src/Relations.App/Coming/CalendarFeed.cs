using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Microsoft.Net.Http.Headers;
using Relations.App.Access;
using Relations.App.Access.Accounts;
using Relations.App.Access.Web;
using Relations.App.Pages;
using Relations.App.Pages.Calendar;
using Relations.App.Recording;
using Relations.Domain.Access;
using static Relations.App.Pages.Texts;

namespace Relations.App.Coming;

/// <summary>
/// The calendar for calendar programs (iCalendar, RFC 5545). They send no headers, so a key stands in the address: a token that is good for
/// this and nothing else. What it shows is what its owner may read at that moment.
/// </summary>
public static class CalendarFeed
{
    /// <summary>Where it is.</summary>
    public const string Address = "/calendar.ics";

    /// <summary>Dates at most; what is nearest to come goes before.</summary>
    public const int Most = 2_000;

    private const int MonthsBack = 3;
    private const int MonthsAhead = 24;
    private const string MediaType = "text/calendar";

    /// <summary>Maps it.</summary>
    /// <param name="app">The application.</param>
    public static void MapCalendarFeed(this WebApplication app) =>
        app.MapGet(Address, ReadAsync).AllowAnonymous().RequireRateLimiting(RateLimits.Expensive).ExcludeFromDescription();

    private static async Task<IResult> ReadAsync(
        string? key, string? language, string? mine, HttpContext http, ApiTokens tokens, OpenAccounts accounts, CurrentActor current, TimeProvider clock)
    {
        // No key, one that ended or was revoked, one that is good for more, and a closed account: nobody learns which.
        if (await tokens.FindAsync(key ?? "", http.RequestAborted) is not { Scopes: [TokenScope.Calendar] } token
            || !token.IsGood(clock.GetUtcNow())
            || await accounts.FindAsync(token.Account, http.RequestAborted) is not { } account)
            return Results.StatusCode(StatusCodes.Status404NotFound);

        await tokens.UsedAsync(token, http.RequestAborted);
        current.Is(account.ToActor() with { Token = token.Scopes }, Address);
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(
            Preferences.Languages.Contains(language) ? language! : Preferences.Languages[0]);
        var text = await WriteAsync(http, mine == "true", DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        var bytes = Encoding.UTF8.GetBytes(text);
        http.Response.Headers.CacheControl = "private, no-cache";
        return Results.Bytes(
            bytes, $"{MediaType}; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))}\""));
    }

    private static async Task<string> WriteAsync(HttpContext http, bool mine, DateOnly today)
    {
        // After the actor is known: what reads for somebody is made for them.
        var coming = http.RequestServices.GetRequiredService<ComingReader>();
        var records = http.RequestServices.GetRequiredService<RecordReader>();
        var actor = http.RequestServices.GetRequiredService<CurrentActor>().Actor;
        var partnerships = mine ? (await coming.AnsweredForByAsync(actor.Name, http.RequestAborted)).Select(p => p.Id).ToList() : null;
        var dates = await coming.ReadAsync(new(today.AddMonths(-MonthsBack), today.AddMonths(MonthsAhead)), partnerships, http.RequestAborted);

        // A date that names no day is left out: a program would show it on days that nobody named. The page has it.
        List<ComingDate> shown =
        [
            .. dates.Where(d => d.Days is not null).OrderBy(d => d.Days!.Last < today).ThenBy(d => Math.Abs(d.Days!.First.DayNumber - today.DayNumber)).Take(Most),
        ];
        var names = await ComingNames.OfAsync(shown, records, CultureInfo.CurrentUICulture, http.RequestAborted);
        var site = $"{http.Request.Scheme}://{http.Request.Host}";
        var calendar = new Ical.Net.Calendar { ProductId = "-//Relations//Relations//ES", Method = "PUBLISH" };
        calendar.AddProperty("X-WR-CALNAME", Say("Product"));
        calendar.Events.AddRange(shown.OrderBy(d => d.Days!.First).ThenBy(d => d.Kind).ThenBy(d => d.Of.Value).Select(d => EventOf(d, names, site)));
        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    private static CalendarEvent EventOf(ComingDate date, ComingNames names, string site) => new()
    {
        Uid = $"{UidOf(date)}@relations",
        DtStamp = new CalDateTime(date.Recorded.UtcDateTime),
        DtStart = new CalDateTime(date.Days!.First),
        DtEnd = new CalDateTime(date.Days.Last.AddDays(1)),
        Summary = $"{ComingNames.Of(date.Kind)}: {names.TitleOf(date)}",
        Description = string.Join(", ", names.PartnershipsOf(date).Select(p => p.Text)),
        Url = new Uri(site + RecordLink.To(date.Of)),
        Transparency = Ical.Net.TransparencyType.Transparent,
    };

    /// <summary>
    /// The same for as long as it is the same thing: a meeting that was moved or held stays itself, while each end of an agreement that
    /// renews itself, and each milestone, is one of its own.
    /// </summary>
    private static string UidOf(ComingDate date) => date switch
    {
        { Kind: ComingKind.MeetingPlanned or ComingKind.MeetingHeld } => $"meeting-{date.Of.Value}",
        { Kind: ComingKind.Milestone } or { Record: Domain.Agreements.Agreement { RenewsItself: true } } =>
            $"{date.Kind}-{date.Of.Value}-{date.Entry?.ToString(CultureInfo.InvariantCulture) ?? date.On.ToString()}".ToLowerInvariant(),
        _ => $"{date.Kind}-{date.Of.Value}".ToLowerInvariant(),
    };
}
