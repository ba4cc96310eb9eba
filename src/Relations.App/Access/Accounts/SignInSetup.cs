using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Relations.Domain.Access;

namespace Relations.App.Access.Accounts;

/// <summary>Signing in: ASP.NET Core Identity on our store, cookies for people and tokens for machines.</summary>
public static class SignInSetup
{
    /// <summary>Failures in a row that lock an account.</summary>
    public const int MostFailures = 10;

    /// <summary>How long an account stays locked.</summary>
    public static readonly TimeSpan Locked = TimeSpan.FromMinutes(15);

    private const string EitherScheme = "cookie or token";

    /// <summary>Adds what signing in needs. Whoever did not sign in gets nowhere, except where a page or an address says so.</summary>
    /// <param name="services">The application's services.</param>
    public static void AddSignIn(this IServiceCollection services)
    {
        services.AddSingleton<ILookupNormalizer, AccountNames>();
        services.AddScoped<IUserConfirmation<Credentials>, OpenAccounts>();
        services.AddScoped<IPasswordHasher<Credentials>, NormalisingPasswordHasher>();
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = NormalisingPasswordHasher.Rounds);
        services.AddIdentityCore<Credentials>(Configure)
            .AddUserStore<CredentialStore>()
            .AddPasswordValidator<PasswordRules>()
            .AddSignInManager()
            .AddUserManager<CredentialManager>()
            .AddTokenProvider<OneTimeCodes>(TokenOptions.DefaultAuthenticatorProvider);
        services.Configure<IdentityPasskeyOptions>(o =>
        {
            // A passkey alone opens the account, so it must know its owner, by a finger or a PIN, and say whose it is.
            o.UserVerificationRequirement = "required";
            o.ResidentKeyRequirement = "required";
        });

        services.AddSingleton<OpenAccounts>();
        services.AddSingleton<ApiTokens>();
        services.AddSingleton<FirstRun>();
        services.AddSingleton<Sessions>();
        services.AddScoped<FirstAdministrators>();
        services.AddScoped<Invitations>();
        services.AddScoped<PasswordSignIn>();
        services.AddScoped<FurtherSignIn>();
        services.AddScoped<OwnAccount>();

        var authentication = services.AddAuthentication(EitherScheme);
        authentication.AddPolicyScheme(EitherScheme, null, o => o.ForwardDefaultSelector = http =>
            TokenHandler.Comes(http.Request) ? TokenHandler.Name : IdentityConstants.ApplicationScheme);
        authentication.AddScheme<AuthenticationSchemeOptions, TokenHandler>(TokenHandler.Name, null);
        authentication.AddIdentityCookies(cookies =>
        {
            cookies.ApplicationCookie!.Configure(Sessions.Configure);
            cookies.TwoFactorUserIdCookie!.Configure(Sessions.ConfigureBetween);
        });
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
    }

    /// <summary>
    /// Says for whom each request is carried out, with the roles that the account holds at this moment: a role taken away and
    /// an account closed take effect with the next request.
    /// </summary>
    /// <param name="app">The application.</param>
    public static void UseActor(this WebApplication app) => app.Use(async (http, next) =>
    {
        if (http.User.Identity is { IsAuthenticated: true } identity)
        {
            if (await ActorAsync(http, identity.AuthenticationType) is { } actor)
                http.RequestServices.GetRequiredService<CurrentActor>().Is(actor, http.Request.Path);
            else
                http.User = new(new ClaimsIdentity());
        }

        await next(http);
    });

    private static async Task<Actor?> ActorAsync(HttpContext http, string? authentication)
    {
        var accounts = http.RequestServices.GetRequiredService<OpenAccounts>();
        if (!Guid.TryParse(http.User.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            || await accounts.FindAsync(id, http.RequestAborted) is not { } account)
            return null;
        return authentication == TokenHandler.Name
            ? account.ToActor() with { Token = [.. http.User.FindAll(TokenHandler.Scope).Select(c => Enum.Parse<TokenScope>(c.Value))] }
            : account.ToActor();
    }

    private static void Configure(IdentityOptions options)
    {
        options.SignIn.RequireConfirmedAccount = true; // OpenAccounts: it is not closed
        options.Lockout.MaxFailedAccessAttempts = MostFailures;
        options.Lockout.DefaultLockoutTimeSpan = Locked;
        options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;

        // PasswordRules says what a password must be.
        options.Password.RequiredLength = 1;
        options.Password.RequireDigit = false;
        options.Password.RequireLowercase = false;
        options.Password.RequireUppercase = false;
        options.Password.RequireNonAlphanumeric = false;
    }
}
