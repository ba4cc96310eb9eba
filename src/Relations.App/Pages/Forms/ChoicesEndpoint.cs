using Relations.App.Recording;

namespace Relations.App.Pages.Forms;

/// <summary>What a form offers while somebody types. Part of the pages, for their script alone.</summary>
public static class ChoicesEndpoint
{
    /// <summary>Longer than any name.</summary>
    private const int LongestQuestion = 300;

    /// <summary>The address of the choices of a kind.</summary>
    /// <param name="kind">The kind's name.</param>
    public static string AddressOf(string kind) => $"/choices/{kind}";

    /// <summary>Maps the address.</summary>
    /// <param name="app">The application.</param>
    public static void MapChoices(this WebApplication app) => app.MapGet(AddressOf("{kind}"), FindAsync).ExcludeFromDescription();

    private static async Task<IResult> FindAsync(string kind, string? q, Choices choices, CancellationToken cancellation) =>
        !Choices.Kinds.Contains(kind) ? Results.NotFound()
        : q is { Length: > LongestQuestion } ? Results.BadRequest()
        : Results.Json(await choices.FindAsync(RecordKinds.All.Single(k => k.Name == kind), q ?? "", cancellation));
}
