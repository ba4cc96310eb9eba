using Microsoft.AspNetCore.Http.HttpResults;
using Relations.App.Access;
using Relations.App.Search;

namespace Relations.App.Pages.Search;

/// <summary>What the palette offers for the words typed so far, as a piece of a page: its texts are then those of the pages.</summary>
public static class PaletteEndpoint
{
    /// <summary>Its address.</summary>
    public const string Address = "/search/palette";

    /// <summary>Records that the palette shows; the page of the search has all.</summary>
    private const int Records = 8;

    /// <summary>Maps it. Asked at each pause in typing, it counts as a reader's request and not among the expensive.</summary>
    /// <param name="app">The application.</param>
    public static void MapPalette(this WebApplication app) =>
        app.MapGet(Address, GetAsync).RequireAuthorization().ExcludeFromDescription();

    private static async Task<RazorComponentResult> GetAsync(string? q, SearchReader search, CurrentActor reader, HttpContext http)
    {
        SearchQuestion.Read(q, null, null, null, null, null, null, out var question);
        var answer = question.Text.Trim().Length < 2
            ? SearchAnswer.Nothing(question)
            : await search.FindAsync(question with { IsBeingTyped = true, Size = Records }, http.RequestAborted);
        return new RazorComponentResult<PaletteOffer>(new Dictionary<string, object?> { [nameof(PaletteOffer.Answer)] = answer, [nameof(PaletteOffer.Reader)] = reader.Actor });
    }
}
