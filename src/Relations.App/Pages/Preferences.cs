using System.Globalization;
using Microsoft.AspNetCore.Localization;
using static Relations.App.Pages.Texts;

namespace Relations.App.Pages;

/// <summary>What a reader chose for all pages: the language and the theme. Kept in cookies, so that it works without scripts.</summary>
public static class Preferences
{
    /// <summary>The preference of a language.</summary>
    public const string Language = "language";

    /// <summary>The preference of a theme.</summary>
    public const string Theme = "theme";

    /// <summary>The preference of keys without Ctrl or Alt, which a reader who speaks to the machine, or whose hand shakes, turns off (WCAG 2.2, 2.1.4).</summary>
    public const string Keys = "keys";

    private const string KeysOff = "off";

    /// <summary>The theme that follows the reader's system.</summary>
    public const string SystemTheme = "system";

    private const string Address = "/preferences";

    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    /// <summary>The languages of the pages, the default first (ISO 639-1).</summary>
    public static IReadOnlyList<string> Languages { get; } = ["es", "en"];

    /// <summary>The themes, the default first.</summary>
    public static IReadOnlyList<string> Themes { get; } = [SystemTheme, "light", "dark"];

    /// <summary>The theme that a request asks for.</summary>
    /// <param name="http">The request.</param>
    public static string ThemeOf(HttpContext http) =>
        http.Request.Cookies[Theme] is { } theme && Themes.Contains(theme) ? theme : SystemTheme;

    /// <summary>Whether or not there are keys, the default first.</summary>
    public static IReadOnlyList<string> KeyChoices { get; } = ["on", KeysOff];

    /// <summary>Whether a request comes from a reader with keys.</summary>
    /// <param name="http">The request.</param>
    public static bool HasKeys(HttpContext http) => http.Request.Cookies[Keys] != KeysOff;

    /// <summary>A theme in words.</summary>
    /// <param name="theme">One of <see cref="Themes"/>.</param>
    public static string NameOf(string theme) => theme switch
    {
        "light" => Say("Theme.Light"),
        "dark" => Say("Theme.Dark"),
        _ => Say("Theme.System"),
    };

    /// <summary>The address that sets a preference and comes back.</summary>
    /// <param name="preference">Which.</param>
    /// <param name="value">The choice.</param>
    /// <param name="back">The page to come back to.</param>
    public static string AddressOf(string preference, string value, string back) =>
        $"{Address}?{preference}={value}&back={Uri.EscapeDataString(back)}";

    /// <summary>Maps the address that sets preferences.</summary>
    /// <param name="app">The application.</param>
    public static void MapPreferences(this WebApplication app) => app.MapGet(Address, Set).AllowAnonymous().ExcludeFromDescription();

    private static IResult Set(string? language, string? theme, string? keys, string? back, HttpContext http)
    {
        if (language is not null && Languages.Contains(language))
        {
            Keep(http, CookieRequestCultureProvider.DefaultCookieName, CookieRequestCultureProvider.MakeCookieValue(
                new(CultureInfo.GetCultureInfo(language))));
        }

        if (theme is not null && Themes.Contains(theme))
            Keep(http, Theme, theme);

        if (keys is not null && KeyChoices.Contains(keys))
            Keep(http, Keys, keys);

        return Results.LocalRedirect(LocalAddress.Or(back, "/"));
    }

    private static void Keep(HttpContext http, string name, string value) => http.Response.Cookies.Append(name, value, new()
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = Kept,
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
    });
}
