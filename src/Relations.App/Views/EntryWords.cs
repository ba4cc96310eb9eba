using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using Relations.Domain.Recording;
using Relations.Domain.Sources;
using Relations.Domain.Time;

namespace Relations.App.Views;

/// <summary>The texts in an event, written so that a search finds them however their letters are written.</summary>
public static class EntryWords
{
    /// <summary>Characters kept of one event: enough for any statement.</summary>
    public const int Longest = 4_000;

    /// <summary>Codes of languages and countries are two letters long, and nobody searches for them.</summary>
    private const int Code = 2;

    /// <summary>What an event says in words. The text of a source is not in it: it may be a book, and has its own page.</summary>
    /// <param name="event">The event.</param>
    public static string Of(object @event)
    {
        var words = @event is SourceTextProvided ? "" : Folded(string.Join('\n', Texts(@event)));
        return words.Length > Longest ? words[..Longest] : words;
    }

    /// <summary>A text in small letters without accents: “Migración” as “migracion”.</summary>
    /// <param name="text">The text.</param>
    public static string Folded(string text) => string.Concat(
        text.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark))
        .Normalize(NormalizationForm.FormC).ToLowerInvariant();

    private static IEnumerable<string> Texts(object? value) => value switch
    {
        string { Length: > Code } text => [text],
        null or string or EdtfDate or IRecordId => [],
        IEnumerable many => many.Cast<object?>().SelectMany(Texts),
        _ when value.GetType() is { IsEnum: false, IsPrimitive: false } type && type.Assembly == typeof(Event).Assembly =>
            type.GetProperties(BindingFlags.Public | BindingFlags.Instance).SelectMany(p => Texts(p.GetValue(value))),
        _ => [],
    };
}
