using System.Collections;
using System.Globalization;
using System.Resources;

namespace Relations.App.Tests.Pages;

/// <summary>Reads a resource file whole.</summary>
internal static class ResourceTexts
{
    /// <summary>The texts that the file of one language has itself, by key.</summary>
    public static IReadOnlyDictionary<string, string> Of(ResourceManager resources, string language) => resources
        .GetResourceSet(language == "en" ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: false)!
        .Cast<DictionaryEntry>()
        .ToDictionary(e => (string)e.Key, e => (string)e.Value!);
}
