using Relations.App.Access.Web;

namespace Relations.App.Reminders;

/// <summary>
/// Stops mails for whoever has the key of one: by the button of the page at the same address, or as mail programs do it, with one click
/// and no page (RFC 8058). The key is all that is asked for, so no form is forged here that a key would not open anyway.
/// </summary>
public static class MailStop
{
    /// <summary>Where it is.</summary>
    public const string Address = "/mail/unsubscribe";

    private const string OneClick = "List-Unsubscribe";

    /// <summary>Maps it before the page, which takes forms at its address, too.</summary>
    /// <param name="app">The application.</param>
    public static void MapMailStop(this WebApplication app) => app.MapPost(Address, StopAsync)
        .AllowAnonymous().RequireRateLimiting(RateLimits.SignIn).ExcludeFromDescription().WithOrder(-1);

    private static async Task<IResult> StopAsync(string? key, HttpContext http, ReminderBook book)
    {
        if (!await book.StopAsync(key, http.RequestAborted))
            return Results.StatusCode(StatusCodes.Status404NotFound);

        // A mail program follows no redirect; a person wants to see that it is done.
        var isProgram = http.Request.HasFormContentType && (await http.Request.ReadFormAsync(http.RequestAborted)).ContainsKey(OneClick);
        return isProgram ? Results.NoContent() : Results.LocalRedirect($"{Address}?key={Uri.EscapeDataString(key!)}");
    }
}
