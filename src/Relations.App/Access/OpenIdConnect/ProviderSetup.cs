using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Relations.App.Access.OpenIdConnect;

/// <summary>Signing in with the institution's identity provider (OpenID Connect Core 1.0), where one is set up.</summary>
public static class ProviderSetup
{
    /// <summary>How long the provider may take to answer us.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>How long somebody may take at the provider.</summary>
    private static readonly TimeSpan Awaited = TimeSpan.FromMinutes(15);

    /// <summary>Adds the provider. It is asked for nothing before somebody signs in with it.</summary>
    /// <param name="builder">The host under construction.</param>
    /// <exception cref="Web.UnusableSettingException">A setting is wrong.</exception>
    public static void AddProvider(this WebApplicationBuilder builder)
    {
        var settings = ProviderSettings.Read(builder.Configuration, builder.Environment.IsDevelopment());
        builder.Services.AddSingleton(services => new IdentityProvider(settings, services.GetRequiredService<ILogger<IdentityProvider>>()));
        if (settings is null)
            return;
        builder.Services.AddSingleton(settings);
        builder.Services.AddScoped<ProviderSignIn>();
        builder.Services.AddScoped<ProviderEvents>();
        new AuthenticationBuilder(builder.Services).AddOpenIdConnect(IdentityProvider.Scheme, options => Configure(options, settings));
    }

    /// <summary>Maps the address that leads to the provider, where there is one.</summary>
    /// <param name="app">The application.</param>
    public static void MapProvider(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IdentityProvider>() is { IsSetUp: true } provider)
            app.MapGet(IdentityProvider.Address, (string? back, HttpContext http) => provider.LeadAsync(back, http)).AllowAnonymous().ExcludeFromDescription();
    }

    private static void Configure(OpenIdConnectOptions options, ProviderSettings settings)
    {
        options.Authority = settings.Authority.ToString();
        options.ClientId = settings.ClientId;
        options.ClientSecret = settings.ClientSecret;
        options.RequireHttpsMetadata = settings.RequireHttps;
        options.EventsType = typeof(ProviderEvents);
        options.SignInScheme = options.SignOutScheme = IdentityConstants.ApplicationScheme;

        // A code that only we can redeem, with PKCE, and an answer by redirect: our cookies come along with that alone.
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        foreach (var cookie in new[] { options.CorrelationCookie, options.NonceCookie })
        {
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        }

        options.BackchannelTimeout = Patience;
        options.RemoteAuthenticationTimeout = Awaited;
        options.ProtocolValidator.NonceLifetime = Awaited;
        options.RemoteSignOutPath = PathString.Empty; // or any page could sign people out by a link
        options.DisableTelemetry = true;
        options.TokenValidationParameters.ClockSkew = settings.ClockSkew;

        // The claims as the provider calls them, from the token and from what it tells besides; of these, only what is used.
        options.MapInboundClaims = false;
        options.GetClaimsFromUserInfoEndpoint = true;
        options.ClaimActions.Clear();
        options.ClaimActions.MapUniqueJsonKey(settings.NameClaim, settings.NameClaim);
        options.ClaimActions.MapUniqueJsonKey(settings.DisplayNameClaim, settings.DisplayNameClaim);
        options.ClaimActions.MapJsonKey(settings.RoleClaim, settings.RoleClaim);
        options.Scope.Clear();
        foreach (var scope in settings.Scopes)
            options.Scope.Add(scope);
    }
}
