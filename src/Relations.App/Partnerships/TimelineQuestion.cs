using System.Globalization;
using Relations.App.Recording;
using Relations.App.Views;
using Relations.Domain.Recording;

namespace Relations.App.Partnerships;

/// <summary>
/// What the address of a partnership's page asks of its timeline, as it was written; organisations and people by a part of
/// their name, or by their id.
/// </summary>
/// <param name="Kind">A kind of record.</param>
/// <param name="Organisation">An organisation.</param>
/// <param name="Person">A person.</param>
/// <param name="Theme">A theme.</param>
/// <param name="Text">Words.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Page">The page, from 1.</param>
public sealed record TimelineQuestion(
    string? Kind = null,
    string? Organisation = null,
    string? Person = null,
    string? Theme = null,
    string? Text = null,
    DateOnly? From = null,
    DateOnly? To = null,
    int Page = 1)
{
    /// <summary>Words beyond these are passed over.</summary>
    private const int MostWords = 8;

    /// <summary>The kinds of record that a timeline has facts of.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["meeting", "agreement", "commitment", "project", "source", "partnership"];

    /// <summary>Whether it asks for less than everything.</summary>
    public bool IsFiltered => this with { Page = 1 } != new TimelineQuestion();

    /// <summary>Reads an address. What cannot be read is no filter.</summary>
    /// <param name="given">The value of a parameter; null where there is none.</param>
    public static TimelineQuestion Read(Func<string, string?> given)
    {
        return new(
            Kinds.FirstOrDefault(k => k == given("kind")),
            Text("organisation"),
            Text("person"),
            Text("theme"),
            Text("q"),
            Day("from"),
            Day("to"),
            int.TryParse(given("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, Api.Paging.LastPage) : 1);

        // The database stores no control character, and fails on one.
        string? Text(string name) => string.Concat((given(name) ?? "").Where(c => !char.IsControl(c)).Take(Limits.Name)).Trim() is { Length: > 0 } text
            ? text
            : null;

        DateOnly? Day(string name) =>
            DateOnly.TryParseExact(given(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }

    /// <summary>The address of another page of the same, from the question mark on.</summary>
    /// <param name="asOf">The two clocks.</param>
    /// <param name="page">The page.</param>
    public string Address(AsOf asOf, int page)
    {
        var query = string.Join('&', Parameters(asOf, page).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value)}"));
        return query.Length == 0 ? "" : "?" + query;
    }

    /// <summary>The clocks as parameters, for a form that keeps them.</summary>
    /// <param name="asOf">The two clocks.</param>
    public static IEnumerable<(string Name, string Value)> Clocks(AsOf asOf)
    {
        if (asOf.On is { } on)
            yield return ("on", Written(on));
        if (asOf.KnownAt is { } moment)
            yield return ("asKnownAt", moment.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture));
    }

    /// <summary>The clocks as the query of an address, from the question mark on; empty for the present.</summary>
    /// <param name="asOf">The two clocks.</param>
    public static string QueryOf(AsOf asOf) => new TimelineQuestion().Address(asOf, 1);

    /// <summary>A day as an address and a field of a form write it.</summary>
    /// <param name="day">The day.</param>
    public static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The filter that it means.</summary>
    /// <param name="organisations">The organisations it means; null where it names none.</param>
    /// <param name="people">The people it means; null where it names none.</param>
    public TimelineFilter Filter(IReadOnlySet<Guid>? organisations, IReadOnlySet<Guid>? people) => new(
        Kind,
        organisations,
        people,
        Theme is null ? null : EntryWords.Folded(Theme),
        Text is null ? null : [.. EntryWords.Folded(Text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(MostWords)],
        From,
        To);

    private IEnumerable<(string Name, string Value)> Parameters(AsOf asOf, int page) =>
        Clocks(asOf).Concat(new (string Name, string? Value)[]
        {
            ("kind", Kind), ("organisation", Organisation), ("person", Person), ("theme", Theme), ("q", Text),
            ("from", From is { } from ? Written(from) : null), ("to", To is { } to ? Written(to) : null),
            ("page", page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null),
        }.Where(p => p.Value is not null).Select(p => (p.Name, p.Value!)));
}
