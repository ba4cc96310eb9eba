using Relations.App.Access;
using Relations.App.Partnerships;

namespace Relations.App.Live;

/// <summary>Live change of an open page: server-sent events (HTML Living Standard, section 9.2), asked for by <c>live.js</c>.</summary>
internal static class LiveEndpoint
{
    /// <summary>The address, under a partnership's own.</summary>
    public const string Route = "/partnerships/{key}/changes";

    /// <summary>Maps the address.</summary>
    /// <param name="app">The application.</param>
    public static void MapLiveChanges(this WebApplication app) => app.MapGet(Route, FollowAsync).DisableRequestTimeout().ExcludeFromDescription();

    /// <summary>The address that follows a partnership.</summary>
    /// <param name="slug">The partnership's address.</param>
    /// <param name="seen">How many facts the page counts.</param>
    public static string AddressOf(string slug, long seen) => FormattableString.Invariant($"/partnerships/{slug}/changes?seen={seen}");

    private static async Task<IResult> FollowAsync(
        string key,
        HttpContext http,
        CurrentActor current,
        PartnershipReader partnerships,
        LiveTimeline live,
        IHostApplicationLifetime application,
        long seen = 0)
    {
        if (await partnerships.FindAsync(key, http.RequestAborted) is null)
            return Results.NotFound();

        // A reader who stays must not keep the application from stopping.
        var ends = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, application.ApplicationStopping);
        http.Response.RegisterForDispose(ends);
        return TypedResults.ServerSentEvents(live.FollowAsync(current.Actor, key, seen, ends.Token));
    }
}
