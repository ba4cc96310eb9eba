using System.Net.Mime;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;
using Relations.App.Access.Web;
using Relations.App.Api;

namespace Relations.App.Access.Accounts;

/// <summary>What a browser must know before it makes a passkey or signs with one. Asked for by <c>passkeys.js</c>.</summary>
internal static class PasskeyOptions
{
    /// <summary>Where the options for a new passkey are.</summary>
    public const string ToCreate = "/account/passkeys/create";

    /// <summary>Where the options for signing in are.</summary>
    public const string ToSignIn = "/account/passkeys/sign-in";

    /// <summary>Maps both addresses.</summary>
    /// <param name="app">The application.</param>
    public static void MapPasskeyOptions(this WebApplication app)
    {
        app.MapPost(ToCreate, CreateAsync).RequireRateLimiting(RateLimits.SignIn).ExcludeFromDescription();
        app.MapPost(ToSignIn, SignInAsync).AllowAnonymous().RequireRateLimiting(RateLimits.SignIn).ExcludeFromDescription();
    }

    private static async Task<IResult> CreateAsync(HttpContext http, IAntiforgery antiforgery, OwnAccount account, SignInManager<Credentials> signIn)
    {
        if (!await antiforgery.IsRequestValidAsync(http) || await account.FindAsync() is not { } own)
            return Problems.Of(StatusCodes.Status400BadRequest);
        var user = new PasskeyUserEntity { Id = own.Id.ToString(), Name = own.Name, DisplayName = own.Name };
        return Results.Text(await signIn.MakePasskeyCreationOptionsAsync(user), MediaTypeNames.Application.Json);
    }

    /// <summary>Names no account: the passkey itself says whose it is, and nobody learns who has one.</summary>
    private static async Task<IResult> SignInAsync(HttpContext http, IAntiforgery antiforgery, SignInManager<Credentials> signIn) =>
        await antiforgery.IsRequestValidAsync(http)
            ? Results.Text(await signIn.MakePasskeyRequestOptionsAsync(null), MediaTypeNames.Application.Json)
            : Problems.Of(StatusCodes.Status400BadRequest);
}
