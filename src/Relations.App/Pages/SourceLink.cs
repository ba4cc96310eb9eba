using System.Globalization;
using Relations.App.Recording;
using Relations.Domain.Recording;

namespace Relations.App.Pages;

/// <summary>The addresses of sources, and of passages in them.</summary>
public static class SourceLink
{
    /// <summary>The place of the marked passage on a source's page.</summary>
    public const string Passage = "passage";

    /// <summary>A source's page.</summary>
    /// <param name="source">The source.</param>
    public static string To(SourceId source) => RecordLink.To(source);

    /// <summary>A source's page, opened at a passage.</summary>
    /// <param name="cited">The passage.</param>
    public static string To(CitedPassage cited) => string.Create(
        CultureInfo.InvariantCulture, $"{To(cited.Source)}?from={cited.Offset}&length={cited.Length}#{Passage}");
}
