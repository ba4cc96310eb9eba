using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Relations.App.Access.Web;

/// <summary>
/// How often somebody may ask: so much at once, and then so much a minute. Whoever asks more is told when to come back. Counted
/// are the address, before anything else is done for it; the user; and apart from those, what is worth guessing at (signing in)
/// and what costs much. Each node counts for itself.
/// </summary>
public static class RateLimits
{
    /// <summary>The policy for signing in, to be named by every page and endpoint that takes a password or a code.</summary>
    public const string SignIn = "sign-in";

    /// <summary>The policy for what costs much: whole views, views of the past, exports.</summary>
    public const string Expensive = "expensive";

    /// <summary>The settings that say how much.</summary>
    public const string Section = "Relations:RateLimits";

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>Reads how much is allowed, and adds the limits.</summary>
    /// <param name="builder">The host under construction.</param>
    public static void AddRateLimits(this WebApplicationBuilder builder)
    {
        var settings = builder.Configuration.GetSection(Section);
        var user = Allowance.Read(settings, "User", new(Burst: 600, PerMinute: 1_200));
        var signIn = Allowance.Read(settings, "SignIn", new(Burst: 30, PerMinute: 20));
        var expensive = Allowance.Read(settings, "Expensive", new(Burst: 120, PerMinute: 120));
        var address = Allowance.Read(settings, "Address", new(Burst: 2_000, PerMinute: 6_000));
        builder.Services.AddRateLimiter(o =>
        {
            o.TellWhenToComeBack();
            o.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => UserOf(http) is { } name ? Within(name, user) : None());

            // Guesses are sent, not asked for; and whoever guesses at many accounts does so from one place.
            o.AddPolicy(SignIn, http => IsSafe(http.Request.Method) ? None() : Within(PlaceOf(http.Connection.RemoteIpAddress), signIn));
            o.AddPolicy(Expensive, http => Within(UserOf(http) ?? PlaceOf(http.Connection.RemoteIpAddress), expensive));
        });
        builder.Services.AddSingleton(new AddressLimiter(address));
    }

    /// <summary>Counts addresses. It stands before whatever costs anything, such as looking a token up.</summary>
    /// <param name="app">The application.</param>
    public static void UseAddressLimit(this WebApplication app)
    {
        var options = new RateLimiterOptions { GlobalLimiter = app.Services.GetRequiredService<AddressLimiter>().Limiter };
        options.TellWhenToComeBack();
        app.UseRateLimiter(options);
    }

    /// <summary>
    /// The place that an address stands for: itself, or its network of 64 bits, which is what one subscriber has of IPv6
    /// (RFC 6177) and could change addresses in without end.
    /// </summary>
    /// <param name="address">The address; null in a process that is not asked over a network.</param>
    internal static string PlaceOf(IPAddress? address)
    {
        if (address is null)
            return "";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address.ToString();
    }

    private static string? UserOf(HttpContext http) => http.User.Identity is { IsAuthenticated: true, Name: { } name } ? name : null;

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method);

    private static RateLimitPartition<string> None() => RateLimitPartition.GetNoLimiter("");

    private static RateLimitPartition<string> Within(string key, Allowance allowance) => RateLimitPartition.GetTokenBucketLimiter(key, _ => new()
    {
        TokenLimit = allowance.Burst,
        TokensPerPeriod = 1,
        ReplenishmentPeriod = Minute / allowance.PerMinute,
    });

    private static void TellWhenToComeBack(this RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = (rejected, _) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.Zero;
            var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
            rejected.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
    }

    private sealed class AddressLimiter(Allowance allowance) : IAsyncDisposable
    {
        public PartitionedRateLimiter<HttpContext> Limiter { get; } =
            PartitionedRateLimiter.Create<HttpContext, string>(http => Within(PlaceOf(http.Connection.RemoteIpAddress), allowance));

        public ValueTask DisposeAsync() => Limiter.DisposeAsync();
    }
}

/// <summary>How much is allowed.</summary>
/// <param name="Burst">Requests at once.</param>
/// <param name="PerMinute">Requests a minute, in the long run.</param>
internal sealed record Allowance(int Burst, int PerMinute)
{
    private const int Most = 1_000_000;

    /// <summary>Reads an allowance.</summary>
    /// <param name="settings">The settings of all.</param>
    /// <param name="name">Which.</param>
    /// <param name="otherwise">What is allowed where nothing is set.</param>
    public static Allowance Read(IConfiguration settings, string name, Allowance otherwise)
    {
        var section = settings.GetSection(name);
        return new(section.Number(nameof(Burst), otherwise.Burst, Most), section.Number(nameof(PerMinute), otherwise.PerMinute, Most));
    }
}
