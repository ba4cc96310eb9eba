using System.Globalization;
using System.Resources;

namespace Relations.App.Ledger.Checks;

/// <summary>Says findings in words: what is wrong, and where.</summary>
public static class FindingWords
{
    /// <summary>Characters of a value that are told; what was put there may be long.</summary>
    private const int MostOfValue = 200;

    /// <summary>In the place of a value that the ledger has no copy of.</summary>
    internal const string Committed = "\0";

    private static readonly ResourceManager Texts = new(typeof(FindingWords));

    /// <summary>A finding in words.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="language">The reader's language.</param>
    public static string InWords(this Finding finding, CultureInfo language)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return Text(
            language,
            $"finding.{finding.Kind}",
            PlaceOf(finding, language),
            FieldOf(finding.Field, language),
            ValueOf(finding.Expected, language),
            ValueOf(finding.Found, language),
            finding.Where);
    }

    private static string PlaceOf(Finding finding, CultureInfo language)
    {
        var kind = finding.RecordKind ?? Text(language, "kind.unknown");
        return finding switch
        {
            { Sequence: { } sequence, Event: { } name } => Text(language, "place.event", sequence, name, finding.Version, kind, finding.Record),
            { Sequence: { } sequence } => Text(language, "place.sequence", sequence),
            { Record: { } record } => Text(language, "place.record", kind, record),
            { Index: { } index } => Text(language, "place.leaf", index),
            _ => finding.Where ?? "",
        };
    }

    private static string FieldOf(string? pointer, CultureInfo language) => pointer?.Split('/', 3) switch
    {
        null or [""] => Text(language, "field.whole"),
        ["", "headers", var header] => Text(language, "field.header", header),
        ["", "data", var field] => Text(language, "field.data", field),
        ["", var column] when Texts.GetString($"field.{column}", language) is { } known => known,
        _ => Text(language, "field.data", pointer.TrimStart('/')),
    };

    private static string ValueOf(string? json, CultureInfo language) => json switch
    {
        null => Text(language, "value.none"),
        Committed => Text(language, "value.committed"),
        { Length: > MostOfValue } => json[..MostOfValue] + "…",
        _ => json,
    };

    private static string Text(CultureInfo language, string key, params object?[] arguments)
    {
        var text = Texts.GetString(key, language) ?? throw new MissingManifestResourceException(key);
        return arguments.Length == 0 ? text : string.Format(language, text, arguments);
    }
}
