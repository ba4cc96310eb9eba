using System.Globalization;
using System.Resources;

namespace Relations.App.Pages;

/// <summary>The texts of the pages, from <c>Texts.resx</c>, in the reader's language.</summary>
public static class Texts
{
    private static readonly ResourceManager Resources = new(typeof(Texts));

    /// <summary>A text of the interface.</summary>
    /// <param name="key">Its key, written out where it is used: a test finds the keys that nobody uses.</param>
    /// <param name="parts">What the text names.</param>
    /// <exception cref="MissingManifestResourceException">There is no such text.</exception>
    public static string Say(string key, params IReadOnlyList<object?> parts)
    {
        var culture = CultureInfo.CurrentUICulture;
        var text = Resources.GetString(key, culture) ?? throw new MissingManifestResourceException($"The text {key} is missing.");
        return parts.Count == 0 ? text : string.Format(culture, text, [.. parts.Select(p => Domain.Recording.Vocabulary.InWords(p, culture))]);
    }

    /// <summary>A state or kind in the reader's language, with a capital, for the start of a line.</summary>
    /// <param name="value">The state or kind.</param>
    public static string Word(Enum value)
    {
        var culture = CultureInfo.CurrentUICulture;
        var word = Domain.Recording.Vocabulary.InWords(value, culture);
        return char.ToUpper(word[0], culture) + word[1..];
    }
}
