using System.Net;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Relations.App.Api;
using Relations.Domain.Access;

namespace Relations.App.Access;

/// <summary>
/// Until accounts exist, everybody at this machine is one named local user, so that no event is without its recorder.
/// Nobody else gets in: requests from another machine are refused.
/// </summary>
public static class LocalUser
{
    /// <summary>The authentication scheme.</summary>
    public const string Scheme = "local";

    /// <summary>The setting with the local user's name; without it, the name of the account that runs the application.</summary>
    public const string NameSetting = "Relations:LocalUser";

    /// <summary>
    /// The setting that lets requests in from beyond the loopback interface. Only for a container or a proxy that itself
    /// admits nobody but this machine.
    /// </summary>
    public const string BeyondLoopbackSetting = "Relations:AcceptBeyondLoopback";

    /// <summary>The local user's name.</summary>
    /// <param name="configuration">The application's settings.</param>
    public static string Name(IConfiguration configuration) => configuration[NameSetting] ?? Environment.UserName;

    /// <summary>Signs every request in as the local user.</summary>
    /// <param name="services">The application's services.</param>
    public static void AddLocalUser(this IServiceCollection services)
    {
        services.AddAuthentication(Scheme).AddScheme<AuthenticationSchemeOptions, Handler>(Scheme, null);
        services.AddAuthorizationBuilder().SetFallbackPolicy(new([new Microsoft.AspNetCore.Authorization.Infrastructure.DenyAnonymousAuthorizationRequirement()], [Scheme]));
    }

    /// <summary>Refuses whoever does not come from this machine.</summary>
    /// <param name="app">The application.</param>
    public static void UseLoopbackOnly(this WebApplication app)
    {
        if (app.Configuration.GetValue<bool>(BeyondLoopbackSetting))
            return;
        app.Use((http, next) => http.Connection.RemoteIpAddress is { } from && !IPAddress.IsLoopback(from)
            ? Problems.Of(StatusCodes.Status403Forbidden).ExecuteAsync(http)
            : next(http));
    }

    /// <summary>Says for whom each request is carried out.</summary>
    /// <param name="app">The application.</param>
    public static void UseActor(this WebApplication app) => app.Use((http, next) =>
    {
        if (http.User.Identity?.Name is { } name)
        {
            var everything = new Actor(name, [new(Role.Officer), new(Role.Manager), new(Role.Auditor), new(Role.Administrator)]);
            http.RequestServices.GetRequiredService<CurrentActor>().Is(everything, http.Request.Path);
        }

        return next(http);
    });

    private sealed class Handler(
        IOptionsMonitor<AuthenticationSchemeOptions> options,
        ILoggerFactory logger,
        UrlEncoder encoder,
        IConfiguration configuration)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            var identity = new ClaimsIdentity([new(ClaimTypes.Name, Name(configuration))], LocalUser.Scheme);
            return Task.FromResult(AuthenticateResult.Success(new(new(identity), LocalUser.Scheme)));
        }
    }
}
