using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Relations.App.Pages.Charts;

/// <summary>A text in a drawing. In a template, <c>text</c> means something else.</summary>
public sealed class BandText : ComponentBase
{
    private const int Baseline = 13;

    /// <summary>Where it begins.</summary>
    [Parameter, EditorRequired] public string X { get; set; } = default!;

    /// <summary>The words.</summary>
    [Parameter, EditorRequired] public string Words { get; set; } = default!;

    /// <inheritdoc />
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "x", X);
        builder.AddAttribute(2, "y", Baseline);
        builder.AddAttribute(3, "dx", "3");
        builder.AddContent(4, Words);
        builder.CloseElement();
    }
}
