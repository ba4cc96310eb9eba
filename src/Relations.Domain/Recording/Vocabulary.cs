using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;
using Relations.Domain.Time;

namespace Relations.Domain.Recording;

/// <summary>The words for the domain's states and kinds, from the <c>Vocabulary</c> resources beside each of them.</summary>
public static class Vocabulary
{
    private static readonly ConcurrentDictionary<string, ResourceManager> Books = new();

    /// <summary>The word for a state or kind.</summary>
    /// <param name="value">A value of one of the domain's enumerations.</param>
    /// <param name="culture">The reader's language; English where there is no word.</param>
    /// <exception cref="MissingManifestResourceException">The value has no word in any language; a test sees to it that each has.</exception>
    public static string InWords(Enum value, CultureInfo culture)
    {
        var type = value.GetType();
        var book = Books.GetOrAdd(type.Namespace!, name => new($"{name}.Vocabulary", type.Assembly));
        return book.GetString($"{type.Name}.{value}", culture)
            ?? throw new MissingManifestResourceException($"{type.Name}.{value} has no word.");
    }

    /// <summary>Any value in the reader's language: states and dates in words, the rest as the culture formats it.</summary>
    /// <param name="value">The value, or null.</param>
    /// <param name="culture">The reader's language.</param>
    public static object? InWords(object? value, CultureInfo culture) => value switch
    {
        Enum e => InWords(e, culture),
        EdtfDate d => d.ToWords(culture),
        _ => value,
    };
}
