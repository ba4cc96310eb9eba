using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace Relations.Domain.Time;

/// <summary>
/// A date in the world, as precise as its source and no more: EDTF levels 0 and 1 (ISO 8601-2:2019; Library of Congress, “Extended
/// Date/Time Format Specification”, 2019). It keeps what was written, and answers questions by its bounds, the first and the last day that
/// the text can mean.
/// </summary>
/// <remarks>
/// <para><b>Unknown is not open.</b> <c>1992/</c> ends on a day that nobody wrote down; <c>1992/..</c> has no end. Neither has a last day,
/// so questions about bounds answer the same for both; what differs is <see cref="IsUnknownEnd"/>, <see cref="IsOpenEnd"/> and the
/// words.</para>
/// <para><b>Qualifiers do not move the bounds.</b> The specification does not say how far from 1992 <c>1992~</c> may be, so the
/// bounds are those of <c>1992</c>, and <see cref="IsApproximate"/> and <see cref="IsUncertain"/> say that they are not firm.</para>
/// <para><b>Seasons</b> (21 spring to 24 winter) are bounded by their whole year. The specification names neither their months nor a
/// hemisphere, so the year is all that was certainly said. The consequence: seasons of one year sort by their number.</para>
/// <para><b>Refused</b>: all of level 2 (which includes unspecified digits within an interval), days that do not exist, an interval that
/// cannot end on or after its start, an interval without any date, spaces, more than 64 characters, a year with more than 18 digits, the
/// year -0000, fractions of a second, leap seconds, hour 24, and a time of day within an interval or with a qualifier. Months, seasons and
/// days of negative years are accepted, as are seasons with qualifiers or within an interval.</para>
/// </remarks>
[JsonConverter(typeof(EdtfDateJsonConverter))]
public sealed class EdtfDate : IParsable<EdtfDate>, IComparable<EdtfDate>, IEquatable<EdtfDate>
{
    private readonly string _text;
    private readonly EdtfPoint? _start;
    private readonly EdtfPoint? _end;

    /// <summary>Only the parser makes dates, so every date in existence has been checked. One of the ends at least is not null.</summary>
    internal EdtfDate(string text, EdtfPoint? start, EdtfPoint? end)
    {
        _text = text;
        _start = start;
        _end = end;
    }

    /// <summary>The first day that the date can mean; null where the start is unknown (<c>/2016</c>) or open (<c>../2016</c>).</summary>
    public EdtfDay? Earliest => _start?.Earliest;

    /// <summary>The last day that the date can mean; null where the end is unknown (<c>1992/</c>) or open (<c>1992/..</c>).</summary>
    public EdtfDay? Latest => _end?.Latest;

    /// <summary>Whether it is an interval (level 0 “Time Interval”, level 1 “Extended Interval”).</summary>
    public bool IsInterval => _text.Contains('/', StringComparison.Ordinal);

    /// <summary>Whether it is an interval that has no start: <c>../2016</c>.</summary>
    public bool IsOpenStart => _text.StartsWith("../", StringComparison.Ordinal);

    /// <summary>Whether it is an interval with a start that nobody knows: <c>/2016</c>.</summary>
    public bool IsUnknownStart => _text.StartsWith('/');

    /// <summary>Whether it is an interval that has no end: <c>1992/..</c>.</summary>
    public bool IsOpenEnd => _text.EndsWith("/..", StringComparison.Ordinal);

    /// <summary>Whether it is an interval with an end that nobody knows: <c>1992/</c>.</summary>
    public bool IsUnknownEnd => _text.EndsWith('/');

    /// <summary>Whether the date, or either end of the interval, is uncertain: <c>?</c> or <c>%</c>.</summary>
    public bool IsUncertain => Qualifier.HasFlag(EdtfQualifier.Uncertain);

    /// <summary>Whether the date, or either end of the interval, is approximate: <c>~</c> or <c>%</c>.</summary>
    public bool IsApproximate => Qualifier.HasFlag(EdtfQualifier.Approximate);

    /// <summary>The finest unit whose value is known; of an interval, that of its less precise end.</summary>
    public EdtfPrecision Precision => (EdtfPrecision)Math.Max((int)(_start ?? _end)!.Precision, (int)(_end ?? _start)!.Precision);

    private EdtfQualifier Qualifier => (_start?.Qualifier ?? EdtfQualifier.None) | (_end?.Qualifier ?? EdtfQualifier.None);

    /// <summary>Reads a date.</summary>
    /// <param name="text">1 to 64 characters of EDTF, level 0 or 1, without spaces.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="FormatException">The text is not such a date; the message is a sentence that says why.</exception>
    public static EdtfDate Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var problem = EdtfParser.Read(text, out var date);
        return date ?? throw new FormatException(problem);
    }

    /// <summary>Reads a date, and never throws.</summary>
    /// <param name="text">Any text, or null.</param>
    /// <param name="date">The date, or null where the text is not one.</param>
    /// <returns>Whether the text is a date of EDTF level 0 or 1.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out EdtfDate? date)
    {
        date = null;
        return text is not null && EdtfParser.Read(text, out date) is null;
    }

    // Hidden behind the interface: no culture changes how EDTF is read, and callers need not think of one.
    static EdtfDate IParsable<EdtfDate>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<EdtfDate>.TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out EdtfDate result) => TryParse(s, out result);

    /// <summary>The date of one known day.</summary>
    /// <param name="day">Any day.</param>
    public static EdtfDate Of(DateOnly day) => Parse(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>
    /// Whether it had begun by a day: the first day it can mean is that day or an earlier one. An unknown or open start counts as begun: the
    /// thing is known to have happened, and nothing says that it came later. A year counts as begun from its first day.
    /// </summary>
    /// <param name="day">The day asked about.</param>
    // A comparison with null is false, which is what "unknown" needs here and below.
    public bool HasBegunBy(DateOnly day) => !(Earliest > EdtfDay.Of(day));

    /// <summary>
    /// Whether it had ended before a day: the last day it can mean is an earlier one. Never so where the end is unknown or open.
    /// </summary>
    /// <param name="day">The day asked about.</param>
    public bool HasEndedBefore(DateOnly day) => Latest < EdtfDay.Of(day);

    /// <summary>
    /// Whether the two can share a day, going by their bounds. An unknown or open end sets no limit.
    /// </summary>
    /// <param name="other">The other date.</param>
    public bool Overlaps(EdtfDate other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return !EndsBefore(other) && !other.EndsBefore(this);
    }

    private bool IsQualified => IsUncertain || IsApproximate;

    private bool EndsBefore(EdtfDate other) => Latest < other.Earliest;

    /// <summary>
    /// Whether every day that this can mean comes before every day that the other can mean. False where the end of this or the start of the
    /// other is unknown or open, and where either is uncertain or approximate: "about 1992" rules no neighbouring year out.
    /// </summary>
    /// <param name="other">The other date.</param>
    public bool CertainlyBefore(EdtfDate other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return !IsQualified && !other.IsQualified && EndsBefore(other);
    }

    /// <summary>
    /// The date in words, for the middle of a sentence: <c>12 de febrero de 2016</c>, <c>about 1992</c>. Spanish and English; any other
    /// language gets English. The ambient culture plays no part.
    /// </summary>
    /// <param name="culture">The reader's language.</param>
    public string ToWords(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        var words = new EdtfWords(culture);
        return IsInterval ? words.OfInterval(this, _start, _end) : words.OfDate(_start!);
    }

    /// <summary>Exactly what was written.</summary>
    public override string ToString() => _text;

    /// <summary>
    /// A total order, consistent with equality: by earliest day, an unknown or open start first (nothing bounds it); then by latest day, an
    /// unknown or open end last; then by the text, character by character. Null comes before every date.
    /// </summary>
    /// <param name="other">The date to compare with.</param>
    public int CompareTo(EdtfDate? other)
    {
        if (other is null)
        {
            return 1;
        }

        var byEarliest = Nullable.Compare(Earliest, other.Earliest);
        if (byEarliest != 0)
        {
            return byEarliest;
        }

        var byLatest = (Latest is null, Latest ?? default).CompareTo((other.Latest is null, other.Latest ?? default));
        return byLatest != 0 ? byLatest : string.CompareOrdinal(_text, other._text);
    }

    /// <summary>Two dates are equal when the same text was written. <c>1992</c> and <c>1992-XX</c> are not, though they share bounds.</summary>
    /// <param name="other">The date to compare with.</param>
    public bool Equals(EdtfDate? other) => other is not null && _text == other._text;

    /// <inheritdoc cref="Equals(EdtfDate?)"/>
    public override bool Equals(object? obj) => Equals(obj as EdtfDate);

    /// <summary>The hash of the text.</summary>
    public override int GetHashCode() => _text.GetHashCode(StringComparison.Ordinal);

    /// <summary>Whether the same text was written in both, or both are null.</summary>
    public static bool operator ==(EdtfDate? left, EdtfDate? right) => Equals(left, right);

    /// <summary>Whether different texts were written, or only one is null.</summary>
    public static bool operator !=(EdtfDate? left, EdtfDate? right) => !Equals(left, right);
}
