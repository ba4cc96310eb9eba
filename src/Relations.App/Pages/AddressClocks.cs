using System.Globalization;
using Relations.App.Api;
using Relations.App.Recording;

namespace Relations.App.Pages;

/// <summary>The two clocks in the address of a page: an empty field is no question, and a moment without an offset is in UTC.</summary>
internal static class AddressClocks
{
    /// <summary>Beyond it nothing is on record, and a look a year ahead would leave the calendar.</summary>
    private const int LastYear = 9990;

    private static readonly string[] Local = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"];

    /// <summary>Reads both; what cannot be read is left out and named among the mistakes.</summary>
    /// <param name="on">The day in the world.</param>
    /// <param name="asKnownAt">The moment of recording.</param>
    /// <param name="asOf">The two clocks.</param>
    /// <returns>The fields that cannot be read.</returns>
    public static IReadOnlyList<string> Read(string? on, string? asKnownAt, out AsOf asOf)
    {
        List<string> mistakes = [];
        if (new Clocks(Given(on), null).Read(out var day).Count > 0 || day.On?.Year > LastYear)
            mistakes.Add("On");
        if (new Clocks(null, WithOffset(Given(asKnownAt))).Read(out var moment).Count > 0 || moment.KnownAt?.Year > LastYear)
            mistakes.Add("AsKnownAt");
        asOf = new(
            mistakes.Contains("On") ? null : day.On,
            mistakes.Contains("AsKnownAt") ? null : moment.KnownAt);
        return mistakes;
    }

    /// <summary>A day in an address; null where there is none, or none that can be read.</summary>
    /// <param name="written">What stands in the address.</param>
    /// <param name="isMistake">Whether something stands there that is no day.</param>
    public static DateOnly? Day(string? written, out bool isMistake)
    {
        isMistake = Read(written, null, out var asOf).Count > 0;
        return asOf.On;
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string? WithOffset(string? moment) =>
        DateTime.TryParseExact(moment, Local, CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? moment + "Z" : moment;
}
