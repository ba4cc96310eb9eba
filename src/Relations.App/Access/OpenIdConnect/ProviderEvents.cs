using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Relations.App.Access.Accounts;
using Relations.App.Pages;
using Relations.Domain.Access;

namespace Relations.App.Access.OpenIdConnect;

/// <summary>What is done at each turn of the protocol.</summary>
/// <param name="settings">The provider.</param>
/// <param name="signIn">Lets somebody in.</param>
/// <param name="log">The trail of access.</param>
/// <param name="clock">The time.</param>
/// <param name="logger">Told what goes wrong.</param>
internal sealed class ProviderEvents(
    ProviderSettings settings, ProviderSignIn signIn, AccessLog log, TimeProvider clock, ILogger<ProviderEvents> logger) : OpenIdConnectEvents
{
    /// <inheritdoc />
    public override Task RedirectToIdentityProvider(RedirectContext context)
    {
        context.ProtocolMessage.UiLocales = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public override Task TokenValidated(TokenValidatedContext context)
    {
        // The framework has held the token's end against the clock. That it was not issued in the future is held here.
        if (context.SecurityToken.IssuedAt > (clock.GetUtcNow() + settings.ClockSkew).UtcDateTime)
            context.Fail(new SecurityTokenNotYetValidException("The token was issued in the future."));

        // Signing out there needs this token and no other.
        context.Properties!.StoreTokens([new() { Name = OpenIdConnectParameterNames.IdToken, Value = context.TokenEndpointResponse!.IdToken }]);
        return Task.CompletedTask;
    }

    /// <summary>Whoever the provider vouches for gets a session of ours at once, and nothing of the provider's is kept beside it.</summary>
    public override async Task TicketReceived(TicketReceivedContext context)
    {
        var refusal = await signIn.TryAsync(context.Principal!, context.Properties!.GetTokenValue(OpenIdConnectParameterNames.IdToken)!, context.HttpContext.RequestAborted);
        context.HandleResponse();
        context.Response.Redirect(refusal is { } why ? ProviderRefusals.AddressOf(why) : LocalAddress.Or(context.ReturnUri, "/"));
    }

    /// <inheritdoc />
    public override Task AccessDenied(AccessDeniedContext context)
    {
        context.HandleResponse();
        return RefuseAsync(context.HttpContext, ProviderRefusal.Denied, null);
    }

    /// <inheritdoc />
    public override Task RemoteFailure(RemoteFailureContext context)
    {
        context.HandleResponse();
        return RefuseAsync(context.HttpContext, ProviderRefusals.Of(context.Failure), context.Failure?.Message);
    }

    /// <summary>Back from signing out there. Where to is for us to say, whatever came with it.</summary>
    public override Task SignedOutCallbackRedirect(RemoteSignOutContext context)
    {
        context.HandleResponse();
        context.Response.Redirect(Sessions.SignInAddress);
        return Task.CompletedTask;
    }

    private async Task RefuseAsync(HttpContext http, ProviderRefusal refusal, string? reason)
    {
        ProviderLog.Failed(logger, refusal, reason);
        await log.WriteAsync(
            AccessLog.Nobody, new SignInRefused(Proof.Provider, Address: http.Connection.RemoteIpAddress?.ToString()), http.RequestAborted);
        http.Response.Redirect(ProviderRefusals.AddressOf(refusal));
    }
}
