using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Relations.App.Pages;

namespace Relations.App.Access.OpenIdConnect;

/// <summary>The institution's identity provider as the pages know it, where one is set up.</summary>
/// <param name="settings">The settings; null where none is set up.</param>
/// <param name="logger">Told when it cannot be reached.</param>
public sealed class IdentityProvider(ProviderSettings? settings, ILogger<IdentityProvider> logger)
{
    /// <summary>The authentication scheme.</summary>
    public const string Scheme = OpenIdConnectDefaults.AuthenticationScheme;

    /// <summary>
    /// The address that leads to the provider. A link and no form: browsers hold a form's redirects against the policy of
    /// content, and an institution's own pages may link here.
    /// </summary>
    public const string Address = "/account/provider";

    /// <summary>Whether one is set up.</summary>
    public bool IsSetUp => settings is not null;

    /// <summary>What colleagues call it; null where the operator did not say.</summary>
    public string? Name => settings?.Called();

    /// <summary>The address that leads to the provider and then back.</summary>
    /// <param name="back">The page to come back to.</param>
    public static string AddressOf(string? back) => back is null ? Address : $"{Address}?back={Uri.EscapeDataString(back)}";

    /// <summary>Leads to the provider.</summary>
    /// <param name="back">The page to come back to.</param>
    /// <param name="http">The request.</param>
    public async Task LeadAsync(string? back, HttpContext http)
    {
        try
        {
            await http.ChallengeAsync(Scheme, new() { RedirectUri = LocalAddress.Or(back, "/") });
        }
        catch (Exception e) when (IsOfProvider(e))
        {
            ProviderLog.Failed(logger, ProviderRefusal.Unreachable, e.Message);
            http.Response.Redirect(ProviderRefusals.AddressOf(ProviderRefusal.Unreachable));
        }
    }

    /// <summary>
    /// Where the session at the provider ends, too. To be asked while the session here still is: the provider is shown by the
    /// token it gave whose session is meant.
    /// </summary>
    /// <param name="http">The request.</param>
    /// <returns>The address at the provider, which leads back here; null where there is nothing to end there.</returns>
    public async Task<string?> SignOutAddressAsync(HttpContext http)
    {
        if (!IsSetUp || await http.GetTokenAsync(IdentityConstants.ApplicationScheme, OpenIdConnectParameterNames.IdToken) is null)
            return null;
        try
        {
            await http.SignOutAsync(Scheme);
            return http.Response.Headers.Location;
        }
        catch (Exception e) when (IsOfProvider(e))
        {
            // It cannot be reached, or it has no such address: the session here ends all the same.
            ProviderLog.NotSignedOut(logger, e.Message);
            return null;
        }
    }

    private static bool IsOfProvider(Exception e) =>
        e is InvalidOperationException or HttpRequestException or IOException or OperationCanceledException or OpenIdConnectProtocolException;
}

/// <summary>What the log is told of the provider: never a token, nor a name.</summary>
internal static partial class ProviderLog
{
    /// <summary>Nobody was signed in.</summary>
    [LoggerMessage(Level = LogLevel.Warning, Message = "Signing in with the identity provider failed ({Refusal}): {Reason}")]
    public static partial void Failed(ILogger logger, ProviderRefusal refusal, string? reason);

    /// <summary>The session at the provider goes on.</summary>
    [LoggerMessage(Level = LogLevel.Warning, Message = "The session at the identity provider was not ended: {Reason}")]
    public static partial void NotSignedOut(ILogger logger, string reason);

    /// <summary>A role that the provider gives or takes was not recorded.</summary>
    [LoggerMessage(Level = LogLevel.Warning, Message = "{Change} as the identity provider says was refused by the rule {Rule}")]
    public static partial void NotRecorded(ILogger logger, string change, string rule);
}
