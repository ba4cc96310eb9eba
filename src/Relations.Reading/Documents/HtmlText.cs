using System.Collections.Frozen;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Relations.Reading.Documents;

/// <summary>The text of a page: what it is about, without scripts, menus and forms, with its paragraphs.</summary>
internal static class HtmlText
{
    /// <summary>A part of a page that is named its main one has to hold at least so many characters to be taken for the whole.</summary>
    private const int LeastContent = 200;

    private static readonly FrozenSet<string> Left = Set(
        "SCRIPT STYLE NAV NOSCRIPT TEMPLATE FORM BUTTON SELECT TEXTAREA IFRAME OBJECT SVG CANVAS HEAD FOOTER ASIDE AUDIO VIDEO DIALOG MENU");

    private static readonly FrozenSet<string> Paragraphs = Set(
        "P DIV ARTICLE SECTION MAIN HEADER H1 H2 H3 H4 H5 H6 UL OL DL TABLE BLOCKQUOTE PRE FIGURE FIGCAPTION ADDRESS HR BODY");

    private static readonly FrozenSet<string> Lines = Set("BR LI DT DD TR CAPTION");

    /// <summary>The text of a page.</summary>
    /// <param name="html">The page.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static string Read(string html, CancellationToken cancellation)
    {
        HtmlBounds.Check(html);
        using var page = new HtmlParser().ParseDocument(html);
        cancellation.ThrowIfCancellationRequested();
        foreach (var content in page.QuerySelectorAll("main, [role=main], article").Take(8))
        {
            if (Text(content, cancellation) is { Length: >= LeastContent } text)
                return text;
        }

        return page.Body is { } body ? Text(body, cancellation) : "";
    }

    // Not recursive: a page may nest deeper than the stack.
    private static string Text(IElement root, CancellationToken cancellation)
    {
        var text = new TextBuilder();
        INode? node = root;
        while (node is not null)
        {
            cancellation.ThrowIfCancellationRequested();
            if (node is IText words)
                text.Add(words.Data);
            else if (node is IElement element)
                Part(text, element);
            if (node.FirstChild is { } child && !IsLeft(node))
            {
                node = child;
                continue;
            }

            while (node is not null && node != root && node.NextSibling is null)
            {
                node = node.Parent;
                if (node is IElement closed)
                    Part(text, closed, isEnd: true);
            }

            node = node == root ? null : node?.NextSibling;
        }

        return text.ToString();
    }

    private static bool IsLeft(INode node) =>
        node is IElement element && (Left.Contains(element.TagName) || element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") == "true");

    private static void Part(TextBuilder text, IElement element, bool isEnd = false)
    {
        if (Paragraphs.Contains(element.TagName))
            text.Break(isParagraph: true);
        else if (Lines.Contains(element.TagName))
            text.Break(isParagraph: false);
        else if (element.TagName is "TD" or "TH")
            text.NextCell();
        if (element.TagName == "LI" && !isEnd)
            text.Add("• ");
    }

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
