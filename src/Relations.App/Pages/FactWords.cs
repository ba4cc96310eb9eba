using System.Globalization;
using System.Resources;

namespace Relations.App.Pages;

/// <summary>The words for what is recorded: a title for each event, a label for each of its fields.</summary>
public static class FactWords
{
    private static readonly ResourceManager Resources = new(typeof(FactWords));

    /// <summary>What an event is called.</summary>
    /// <param name="alias">Its name in the store.</param>
    /// <param name="culture">The reader's language.</param>
    /// <exception cref="MissingManifestResourceException">It has no title; a test sees to it that each has.</exception>
    public static string Title(string alias, CultureInfo culture) => Find(alias, culture)
        ?? throw new MissingManifestResourceException($"The event {alias} has no title.");

    /// <summary>What a field is called.</summary>
    /// <param name="owner">The event's name in the store, or the name of the type that a part of an event has.</param>
    /// <param name="field">The property's name.</param>
    /// <param name="culture">The reader's language.</param>
    /// <exception cref="MissingManifestResourceException">It has no label; a test sees to it that each has.</exception>
    public static string Label(string owner, string field, CultureInfo culture) => Find(OwnKey(owner, field), culture)
        ?? Find(SharedKey(field), culture)
        ?? throw new MissingManifestResourceException($"{owner}.{field} has no label.");

    /// <summary>
    /// What the fields that a citation or an inference names are called, for the middle of a sentence; as it stands where one is
    /// no field of an event.
    /// </summary>
    /// <param name="fields">Their names in camel case, as in JSON.</param>
    /// <param name="culture">The reader's language.</param>
    public static string Labels(IEnumerable<string> fields, CultureInfo culture) => string.Join(", ", fields
        .Where(f => f.Length > 0)
        .Select(f => Find(SharedKey(char.ToUpperInvariant(f[0]) + f[1..]), culture)?.ToLower(culture) ?? f));

    /// <summary>The key of a label that one event alone gives to a field.</summary>
    internal static string OwnKey(string owner, string field) => $"{owner}.{field}";

    /// <summary>The key of the label that a field has everywhere else.</summary>
    internal static string SharedKey(string field) => $"Field.{field}";

    /// <summary>The text with a key; null where there is none.</summary>
    internal static string? Find(string key, CultureInfo culture) => Resources.GetString(key, culture);
}
