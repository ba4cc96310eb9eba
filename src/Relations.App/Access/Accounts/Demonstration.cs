using Microsoft.AspNetCore.Identity;
using Relations.App.Access.Web;
using Relations.App.Recording;
using Relations.Domain.Access;

namespace Relations.App.Access.Accounts;

/// <summary>
/// Signs in as each role with one click, for showing the program to somebody. It exists in development alone: elsewhere neither
/// its accounts nor its address are there, whatever the setting says.
/// </summary>
public static class Demonstration
{
    /// <summary>The setting that asks for it.</summary>
    public const string Setting = "Relations:Demo";

    /// <summary>Where its buttons lead.</summary>
    public const string Address = "/account/demonstration";

    /// <summary>Whether it was asked for.</summary>
    /// <param name="configuration">The application's settings.</param>
    public static bool IsAskedFor(IConfiguration configuration) => configuration.GetValue<bool>(Setting);

    /// <summary>Whether it is there.</summary>
    /// <param name="configuration">The application's settings.</param>
    /// <param name="environment">Where the application runs.</param>
    public static bool IsOn(IConfiguration configuration, IHostEnvironment environment) =>
        IsAskedFor(configuration) && environment.IsDevelopment();

    /// <summary>The name of the account with a role.</summary>
    /// <param name="role">The role.</param>
    public static string NameOf(Role role) => $"demo.{role.ToString().ToLowerInvariant()}";

    /// <summary>Makes its accounts at the start, where it is on.</summary>
    /// <param name="builder">The host under construction.</param>
    public static void AddDemonstration(this WebApplicationBuilder builder)
    {
        if (IsOn(builder.Configuration, builder.Environment))
            builder.Services.AddHostedService<Accounts>();
    }

    /// <summary>Maps its address, where it is on.</summary>
    /// <param name="app">The application.</param>
    public static void MapDemonstration(this WebApplication app)
    {
        if (IsOn(app.Configuration, app.Environment))
            app.MapPost(Address, SignInAsync).AllowAnonymous().RequireRateLimiting(RateLimits.SignIn).ExcludeFromDescription();
    }

    private static async Task<IResult> SignInAsync(
        [Microsoft.AspNetCore.Mvc.FromForm] Role role, HttpContext http, UserManager<Credentials> users, SignInManager<Credentials> signIn, AccessLog log)
    {
        if (await users.FindByNameAsync(NameOf(role)) is not { } user || !await signIn.CanSignInAsync(user))
            return Results.NotFound();
        await signIn.SignInAsync(user, isPersistent: false);
        await log.WriteAsync(user.Name, new SignedIn(Proof.Demonstration, http.Connection.RemoteIpAddress?.ToString()), http.RequestAborted);
        return Results.LocalRedirect("/");
    }

    /// <summary>Opens an account for each role, once. None of them has a password.</summary>
    private sealed class Accounts(IServiceScopeFactory scopes) : IHostedService
    {
        public async Task StartAsync(CancellationToken cancellationToken)
        {
            await using var scope = scopes.CreateAsyncScope();
            var users = scope.ServiceProvider.GetRequiredService<UserManager<Credentials>>();
            foreach (var role in Enum.GetValues<Role>())
            {
                var name = NameOf(role);
                if (await users.FindByNameAsync(name) is not null)
                    continue;
                var recorder = scope.ServiceProvider.GetRequiredService<Recorder>();
                var (id, by) = (Guid.CreateVersion7(), Actor.Operator(name));
                await recorder.RecordAsync(new(id, new OpenAccount(name, name), by), cancellationToken);
                await recorder.RecordAsync(new(id, new GrantRole(role), by) { SeenVersion = 1 }, cancellationToken);
                (await users.CreateAsync(new() { Id = id, Name = name })).MustSucceed();
            }
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
