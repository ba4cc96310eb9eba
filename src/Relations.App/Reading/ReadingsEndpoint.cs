using Relations.App.Access.Web;
using Relations.App.Api;
using Relations.App.Recording;
using Relations.Domain.Recording;
using Relations.Domain.Time;
using Relations.Reading;

namespace Relations.App.Reading;

/// <summary>Reads a document for a program: the facts as JSON, by the register as far as who asks may read it. Nothing is stored.</summary>
internal static class ReadingsEndpoint
{
    /// <summary>The address.</summary>
    public const string Address = "/api/readings";

    /// <summary>Maps the address.</summary>
    /// <param name="app">The application.</param>
    public static void MapReadings(this WebApplication app) =>
        app.MapPost(Address, ReadAsync).RequireRateLimiting(RateLimits.Expensive).ExcludeFromDescription();

    private static async Task<IResult> ReadAsync(HttpContext http, ReadingRegister register, TimeProvider clock, string? published = null)
    {
        EdtfDate? on = null;
        if (published is not null && !EdtfDate.TryParse(published, out on))
            return Problems.BadRequest([new(CommonRules.FieldUnreadable, nameof(published), "EDTF (2016-02-12)")]);
        if (await http.Request.Body.ReadAtMostAsync(PastedText.MostBytes, http.RequestAborted) is not { } bytes)
            return Problems.Of(StatusCodes.Status413PayloadTooLarge);
        var (document, _) = await PastedText.OfAsync(bytes, "", http.RequestAborted);
        if (document is null)
            return Problems.Of(StatusCodes.Status415UnsupportedMediaType);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var reading = CommuniqueReader.Read(document.Text, await register.ContextAsync(document.Text, on, today, http.RequestAborted));
        return Results.Json(reading, RecordJson.Stored);
    }
}
