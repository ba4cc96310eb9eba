using System.Globalization;
using Relations.Domain.Recording;

namespace Relations.App.Lists;

/// <summary>Reads the query of an address field by field, and keeps what cannot be read, so that each field is told its mistake.</summary>
/// <param name="query">The query.</param>
internal sealed class AddressReader(IQueryCollection query)
{
    private const string DayFormat = "yyyy-MM-dd";

    private readonly List<Refusal> refusals = [];

    /// <summary>What could not be read.</summary>
    public IReadOnlyList<Refusal> Refusals => refusals;

    /// <summary>Writes a query, without what is not said.</summary>
    /// <param name="values">Names and values.</param>
    public static string Written(params IEnumerable<(string Name, object? Value)> values) => QueryString.Create(
        from value in values
        let text = value.Value is DateOnly day
            ? day.ToString(DayFormat, CultureInfo.InvariantCulture)
            : Convert.ToString(value.Value, CultureInfo.InvariantCulture)
        where !string.IsNullOrEmpty(text)
        select KeyValuePair.Create<string, string?>(value.Name, text)).Value ?? "";

    /// <summary>Refuses a field.</summary>
    /// <param name="rule">By which rule.</param>
    /// <param name="field">The field.</param>
    /// <param name="arguments">What the rule's sentence names.</param>
    public void Refuse(Rule rule, string field, params IReadOnlyList<object?> arguments) => refusals.Add(new(rule, field, arguments));

    /// <summary>A text of a name's length.</summary>
    /// <param name="field">The field.</param>
    public string? Text(string field)
    {
        var text = query[field].ToString().Trim();
        if (text.Length == 0)
            return null;
        if (text.Length > Limits.Name)
            Refuse(CommonRules.TextTooLong, field, Limits.Name);
        else if (text.Any(char.IsControl))
            Refuse(CommonRules.TextUnreadable, field);
        else
            return text;
        return null;
    }

    /// <summary>A text with at least a letter or a digit.</summary>
    /// <param name="field">The field.</param>
    public string? Words(string field)
    {
        if (Text(field) is not { } text)
            return null;
        if (Listing.WordsOf(text).Length > 0)
            return text;
        Refuse(CommonRules.TextUnreadable, field);
        return null;
    }

    /// <summary>One of some names.</summary>
    /// <param name="field">The field.</param>
    /// <param name="names">The names.</param>
    public string? OneOf(string field, IReadOnlyList<string> names)
    {
        var text = Text(field);
        if (text is null || names.Contains(text))
            return text;
        Refuse(CommonRules.FieldUnreadable, field, names[0]);
        return null;
    }

    /// <summary>A whole number.</summary>
    /// <param name="field">The field.</param>
    /// <param name="least">The least that it can be.</param>
    /// <param name="most">The most that it can be.</param>
    public int? Number(string field, int least, int most)
    {
        if (Text(field) is not { } text)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        Refuse(CommonRules.OutOfRange, field, least, most);
        return null;
    }

    /// <summary>A day.</summary>
    /// <param name="field">The field.</param>
    public DateOnly? Day(string field)
    {
        if (Text(field) is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        Refuse(CommonRules.FieldUnreadable, field, "2016-02-12");
        return null;
    }
}
