using System.Globalization;
using System.Resources;

namespace Relations.Domain.Time;

/// <summary>Says a date in one language, with the words and sentence patterns of <c>DateWords.resx</c>.</summary>
/// <param name="culture">The reader's language; one without resources gets the neutral ones, in English.</param>
internal sealed class EdtfWords(CultureInfo culture)
{
    private static readonly ResourceManager Resources = new(typeof(EdtfWords).Namespace + ".DateWords", typeof(EdtfWords).Assembly);

    /// <summary>A single date with its qualifier.</summary>
    public string OfDate(EdtfPoint point) => Qualified("Date", point);

    /// <summary>An interval; <paramref name="date"/> says what a missing end means.</summary>
    public string OfInterval(EdtfDate date, EdtfPoint? start, EdtfPoint? end) => (start, end) switch
    {
        ({ } from, { } to) => Say("Range", InCase("From", from), InCase("To", to)),
        ({ } from, null) => Say(date.IsOpenEnd ? "OpenEnd" : "UnknownEnd", InCase("Article", from)),
        (null, { } to) => Say(date.IsOpenStart ? "OpenStart" : "UnknownStart", InCase("Article", to)),
        _ => throw new InvalidOperationException("An interval has a date at one end at least."),
    };

    private string InCase(string grammar, EdtfPoint point) => Inflected(grammar, point, Qualified("End", point));

    /// <summary>A qualifier is said differently alone (“hacia 1992”) and within an interval (“desde 1992 (fecha aproximada)”).</summary>
    private string Qualified(string place, EdtfPoint point)
    {
        var noun = Noun(point);
        return point.Qualifier == EdtfQualifier.None
            ? noun
            : Say($"{place}.{point.Qualifier}", noun, Inflected("Article", point, noun));
    }

    /// <summary>
    /// Articles and prepositions depend on what follows (“del 12”, “de la primavera”, “de 1992”); most forms share one pattern.
    /// </summary>
    private string Inflected(string grammar, EdtfPoint point, string noun)
    {
        var form = point.Form == EdtfForm.Season ? SeasonName(point) : point.Form.ToString();
        var pattern = Resources.GetString($"{grammar}.{form}", culture) ?? Word(grammar);
        return string.Format(CultureInfo.InvariantCulture, pattern, noun);
    }

    private string Noun(EdtfPoint point) => point.Form switch
    {
        EdtfForm.Year => Year(point.Earliest.Year),
        EdtfForm.Month => Month(point),
        EdtfForm.Day => Day(point),
        EdtfForm.Time when point.Shift is "" => Say("LocalTime", Day(point), point.Clock!),
        EdtfForm.Time => Say("Time", Day(point), point.Clock!, point.Shift is "Z" ? "" : point.Shift),
        EdtfForm.Season => Say(SeasonName(point), Year(point.Earliest.Year)),
        EdtfForm.UnspecifiedDay => Say("UnspecifiedDay", Month(point)),
        EdtfForm.UnspecifiedMonth or EdtfForm.UnspecifiedMonthAndDay => Say(point.Form.ToString(), Year(point.Earliest.Year)),
        // "1900s" is heard as a century, and decades that touch the years before Christ have no name.
        EdtfForm.Decade when point.Earliest.Year > 0 =>
            Say(point.Earliest.Year % 100 == 0 ? "FirstDecade" : "Decade", Year(point.Earliest.Year)),
        // Not "siglo XXI": that century is counted from 2001 to 2100.
        _ => Say("SomeYear", Year(point.Earliest.Year), Year(point.Latest.Year)),
    };

    private string Day(EdtfPoint point) => Say(
        "Day", point.Earliest.Day.ToString(CultureInfo.InvariantCulture), MonthName(point), Year(point.Earliest.Year));

    private string Month(EdtfPoint point) => Say("Month", MonthName(point), Year(point.Earliest.Year));

    // Own names, because those of the framework come from the system's locale data and change with it.
    private string MonthName(EdtfPoint point) => Word(string.Create(CultureInfo.InvariantCulture, $"Month{point.Earliest.Month:00}"));

    private static string SeasonName(EdtfPoint point) => string.Create(CultureInfo.InvariantCulture, $"Season{point.Season}");

    /// <summary>Year 0 is 1 BC (ISO 8601-1), so every year up to 0 is one more before Christ than its number says.</summary>
    private string Year(long year) => year > 0
        ? year.ToString(CultureInfo.InvariantCulture)
        : Say("BeforeChrist", (1 - year).ToString(CultureInfo.InvariantCulture));

    private string Say(string name, params object[] parts) => string.Format(CultureInfo.InvariantCulture, Word(name), parts);

    private string Word(string name) => Resources.GetString(name, culture) ?? throw new MissingManifestResourceException(name);
}
