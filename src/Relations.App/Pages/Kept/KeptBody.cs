using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;
using Relations.App.Access;
using Relations.App.Kept;

namespace Relations.App.Pages.Kept;

/// <summary>
/// A page whose body is a component of its own, made anew only when something that it shows has changed. The body reads by
/// itself, and nothing is read for a body that is kept. What belongs to the request alone, such as a form's token, stands outside.
/// </summary>
/// <typeparam name="TBody">The component. It tells its title to the <see cref="Frame"/> that cascades to it.</typeparam>
public sealed class KeptBody<TBody> : ComponentBase where TBody : IComponent
{
    private KeptPage? page;
    private bool isMissing;

    [Inject] private KeptAnswers Answers { get; set; } = default!;

    [Inject] private CurrentActor Current { get; set; } = default!;

    [Inject] private Sight Sight { get; set; } = default!;

    [Inject] private IServiceProvider Services { get; set; } = default!;

    [Inject] private ILoggerFactory Loggers { get; set; } = default!;

    [Inject] private TimeProvider Clock { get; set; } = default!;

    [CascadingParameter] private HttpContext Context { get; set; } = default!;

    /// <summary>What is on record now of what the body shows; null where nothing is kept of it.</summary>
    [Parameter, EditorRequired] public string? Stamp { get; set; }

    /// <summary>What the body is told.</summary>
    [Parameter] public IReadOnlyDictionary<string, object?> Of { get; set; } = new Dictionary<string, object?>();

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        var address = Context.Request.Path + Context.Request.QueryString;
        var key = KeptKey.Of(address, Current.Actor, DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime));
        page = Answers.Find<KeptPage>(key, Stamp);
        if (page is not null)
            return;
        var frame = new Frame();
        var html = await RenderAsync(frame);
        page = new(frame.Title, html);
        isMissing = frame.IsMissing;

        // Each reading of what is restricted is noted, so each is a reading.
        if (Stamp is not null && Context.Response.StatusCode == StatusCodes.Status200OK && !isMissing && !Sight.HasNoted)
            Answers.Keep(key, Stamp, page, Encoding.Unicode.GetByteCount(html));
    }

    /// <inheritdoc />
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        // A component is drawn before its data come, too.
        if (isMissing)
        {
            builder.OpenComponent<FailurePage>(0);
            builder.AddComponentParameter(1, nameof(FailurePage.Status), StatusCodes.Status404NotFound);
            builder.CloseComponent();
        }
        else if (page is not null)
        {
            builder.OpenComponent<PageTitle>(2);
            builder.AddComponentParameter(3, nameof(PageTitle.ChildContent), (RenderFragment)(title => title.AddContent(0, page.Title)));
            builder.CloseComponent();
            builder.AddMarkupContent(4, page.Html);
        }
    }

    private async Task<string> RenderAsync(Frame frame)
    {
        await using var renderer = new HtmlRenderer(Services, Loggers);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var body = await renderer.RenderComponentAsync<CascadingValue<Frame>>(ParameterView.FromDictionary(new Dictionary<string, object?>
            {
                [nameof(CascadingValue<>.Value)] = frame,
                [nameof(CascadingValue<>.IsFixed)] = true,
                [nameof(CascadingValue<>.ChildContent)] = (RenderFragment)(content =>
                {
                    content.OpenComponent<TBody>(0);
                    content.AddMultipleAttributes(1, Of!);
                    content.CloseComponent();
                }),
            }));
            return body.ToHtmlString();
        });
    }
}

/// <summary>What a body says about the page that it is the body of.</summary>
public sealed class Frame
{
    /// <summary>The page's title.</summary>
    public string Title { get; set; } = "";

    /// <summary>Whether there is no such page for who asks.</summary>
    public bool IsMissing { get; set; }
}

/// <summary>The body of a page.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Html">Its markup.</param>
internal sealed record KeptPage(string Title, string Html);
