using System.Globalization;
using Microsoft.AspNetCore.Components;
using Relations.App.Recording;
using Relations.Domain.Recording;

namespace Relations.App.Pages.Records;

/// <summary>What the pages of records have in common: they read a record as it is or as it was.</summary>
/// <typeparam name="T">The record's type.</typeparam>
public abstract class RecordPage<T> : ComponentBase where T : RecordState
{
    /// <summary>The record.</summary>
    [Parameter]
    public Guid Id { get; set; }

    /// <summary>What was asked for; null until it is read.</summary>
    protected AskedRecord? Asked { get; private set; }

    /// <summary>The record's state; only where its page is drawn.</summary>
    protected T State => (T)Picture.State;

    /// <summary>The record with everything that its page shows; only where its page is drawn.</summary>
    protected RecordPicture Picture => Asked!.Picture!;

    /// <summary>The names of what the page speaks of; only where it is drawn.</summary>
    protected RecordNames Names => Asked!.Names!;

    /// <summary>The facts that things on the page rest on; only where it is drawn.</summary>
    protected FactsBehind Behind => Asked!.Behind!;

    [CascadingParameter]
    private HttpContext Context { get; set; } = default!;

    [Inject]
    private RecordPageReader Reader { get; set; } = default!;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        var question = new RecordQuestion(Context.Request);
        var asOf = question.Clocks();
        if (question.Mistakes.Count > 0)
            Context.Response.StatusCode = StatusCodes.Status400BadRequest;
        var (isThere, picture) = await Reader.ReadAsync<T>(Id, asOf, question.Page(RecordQuestion.Facts), Context.RequestAborted);
        Asked = new(
            question,
            asOf,
            isThere,
            picture,
            picture is null ? null : new(picture, question, CultureInfo.CurrentUICulture),
            picture is null ? null : new(picture));
    }
}
