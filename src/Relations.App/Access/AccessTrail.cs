using Relations.Domain.Access;

namespace Relations.App.Access;

/// <summary>The rule that a refused request was told, for the trail.</summary>
/// <param name="Rule">Its code.</param>
internal sealed record RefusedBy(string Rule);

/// <summary>
/// Notes every request of somebody signed in that was refused because of who they are, whichever endpoint or page it was for.
/// What is not there and what they may not know of are noted alike: an auditor wants to hear of those who try ids. It is
/// written when the answer is on its way, so that the time it takes tells nobody the one from the other.
/// </summary>
public static class AccessTrail
{
    /// <summary>Notes refusals from here on.</summary>
    /// <param name="app">The application.</param>
    public static void UseAccessTrail(this WebApplication app) => app.Use(async (http, next) =>
    {
        await next(http);
        var current = http.RequestServices.GetRequiredService<CurrentActor>();
        if (current.IsSomebody && IsRefusal(http))
        {
            await http.RequestServices.GetRequiredService<AccessLog>().WriteAsync(
                current.Actor.Name,
                new RequestRefused(
                    http.Request.Method,
                    AccessLog.Shortened(http.Request.Path),
                    http.Response.StatusCode,
                    http.Features.Get<RefusedBy>()?.Rule));
        }
    });

    private static bool IsRefusal(HttpContext http) =>
        http.Response.StatusCode == StatusCodes.Status403Forbidden
        || (http.Response.StatusCode == StatusCodes.Status404NotFound && http.GetEndpoint() is not null);
}
