using Relations.Domain.Time;

namespace Relations.Domain.Tests.Time;

/// <summary>Every example of the Library of Congress specification (4 February 2019), under its headings, and what lies around them.</summary>
public class when_a_date_is_read
{
    [Theory]
    [InlineData("Level 0, Date", "1985-04-12")]
    [InlineData("Level 0, Date", "1985-04")]
    [InlineData("Level 0, Date", "1985")]
    [InlineData("Level 0, Date and Time", "1985-04-12T23:20:30")]
    [InlineData("Level 0, Date and Time", "1985-04-12T23:20:30Z")]
    [InlineData("Level 0, Date and Time", "1985-04-12T23:20:30-04")]
    [InlineData("Level 0, Date and Time", "1985-04-12T23:20:30+04:30")]
    [InlineData("Level 0, Time Interval", "1964/2008")]
    [InlineData("Level 0, Time Interval", "2004-06/2006-08")]
    [InlineData("Level 0, Time Interval", "2004-02-01/2005-02-08")]
    [InlineData("Level 0, Time Interval", "2004-02-01/2005-02")]
    [InlineData("Level 0, Time Interval", "2004-02-01/2005")]
    [InlineData("Level 0, Time Interval", "2005/2006-02")]
    [InlineData("Level 1, Letter-prefixed calendar year", "Y170000002")]
    [InlineData("Level 1, Letter-prefixed calendar year", "Y-170000002")]
    [InlineData("Level 1, Seasons", "2001-21")]
    [InlineData("Level 1, Qualification of a date (complete)", "1984?")]
    [InlineData("Level 1, Qualification of a date (complete)", "2004-06~")]
    [InlineData("Level 1, Qualification of a date (complete)", "2004-06-11%")]
    [InlineData("Level 1, Unspecified digit(s) from the right", "201X")]
    [InlineData("Level 1, Unspecified digit(s) from the right", "20XX")]
    [InlineData("Level 1, Unspecified digit(s) from the right", "2004-XX")]
    [InlineData("Level 1, Unspecified digit(s) from the right", "1985-04-XX")]
    [InlineData("Level 1, Unspecified digit(s) from the right", "1985-XX-XX")]
    [InlineData("Level 1, Extended Interval: open end", "1985-04-12/..")]
    [InlineData("Level 1, Extended Interval: open end", "1985-04/..")]
    [InlineData("Level 1, Extended Interval: open end", "1985/..")]
    [InlineData("Level 1, Extended Interval: open start", "../1985-04-12")]
    [InlineData("Level 1, Extended Interval: open start", "../1985-04")]
    [InlineData("Level 1, Extended Interval: open start", "../1985")]
    [InlineData("Level 1, Extended Interval: unknown end", "1985-04-12/")]
    [InlineData("Level 1, Extended Interval: unknown end", "1985-04/")]
    [InlineData("Level 1, Extended Interval: unknown end", "1985/")]
    [InlineData("Level 1, Extended Interval: unknown start", "/1985-04-12")]
    [InlineData("Level 1, Extended Interval: unknown start", "/1985-04")]
    [InlineData("Level 1, Extended Interval: unknown start", "/1985")]
    [InlineData("Level 1, Negative calendar year", "-1985")]
    // What the features make together.
    [InlineData("Together", "/2016-02-12")]
    [InlineData("Together", "1984-06-02?/2004-08-08~")]
    [InlineData("Together", "1984%/..")]
    [InlineData("Together", "2001-21~")]
    [InlineData("Together", "2001-21/2003-24")]
    [InlineData("Together", "2004-XX?")]
    [InlineData("Together", "2004-06/2004")]
    [InlineData("Together", "2004-06-20/2004-06")]
    [InlineData("Together", "Y-170000002/-1985-04-12")]
    [InlineData("Together", "-1985-04-12T23:20:30+00:00")]
    [InlineData("Together", "2016-02-29")]
    [InlineData("Together", "-0004-02-29")]
    [InlineData("Together", "0000")]
    [InlineData("Together", "-000X")]
    [InlineData("Together", "Y999999999999999999%/Y999999999999999999%")]
    public void it_is_accepted_and_kept_as_written(string heading, string text)
    {
        Assert.True(EdtfDate.TryParse(text, out var date), $"{heading}: {text}");
        Assert.Equal(text, date.ToString());
        Assert.Equal(date, EdtfDate.Parse(date.ToString()));
    }

    [Theory]
    [InlineData("Level 2, Exponential year", "Y-17E7")]
    [InlineData("Level 2, Significant digits", "1950S2")]
    [InlineData("Level 2, Significant digits", "Y171010000S3")]
    [InlineData("Level 2, Significant digits", "Y3388E2S3")]
    [InlineData("Level 2, Sub-year groupings", "2001-34")]
    [InlineData("Level 2, Set representation", "[1667,1668,1670..1672]")]
    [InlineData("Level 2, Set representation", "[..1760-12-03]")]
    [InlineData("Level 2, Set representation", "[1760-12..]")]
    [InlineData("Level 2, Set representation", "[1760-01,1760-02,1760-12..]")]
    [InlineData("Level 2, Set representation", "[1667,1760-12]")]
    [InlineData("Level 2, Set representation", "[..1984]")]
    [InlineData("Level 2, Set representation", "{1667,1668,1670..1672}")]
    [InlineData("Level 2, Set representation", "{1960,1961-12}")]
    [InlineData("Level 2, Set representation", "{..1984}")]
    [InlineData("Level 2, Qualification: group", "2004-06~-11")]
    [InlineData("Level 2, Qualification: group", "2004?-06-11")]
    [InlineData("Level 2, Qualification: individual component", "?2004-06-~11")]
    [InlineData("Level 2, Qualification: individual component", "2004-%06-11")]
    [InlineData("Level 2, Unspecified digit", "156X-12-25")]
    [InlineData("Level 2, Unspecified digit", "15XX-12-25")]
    [InlineData("Level 2, Unspecified digit", "XXXX-12-XX")]
    [InlineData("Level 2, Unspecified digit", "1XXX-XX")]
    [InlineData("Level 2, Unspecified digit", "1XXX-12")]
    [InlineData("Level 2, Unspecified digit", "1984-1X")]
    [InlineData("Level 2, Interval", "2004-06-~01/2004-06-~20")]
    [InlineData("Level 2, Interval", "2004-06-XX/2004-07-03")]
    public void a_form_of_level_2_is_refused(string heading, string text) =>
        Assert.False(EdtfDate.TryParse(text, out _), $"{heading}: {text}");

    [Theory]
    [InlineData("XXXX", "level 2")]
    [InlineData("1950S2", "level 2")]
    [InlineData("Y-17E7", "level 2")]
    [InlineData("[1667,1760-12]", "level 2")]
    [InlineData("{..1984}", "level 2")]
    [InlineData("12 DE FEBRERO", "not a date")]
    [InlineData("2XXX", "level 2")]
    [InlineData("2004-06-0X", "level 2")]
    [InlineData("2004-XX-03", "level 2")]
    [InlineData("2001-25", "level 2")]
    [InlineData("201X/2020", "level 2")]
    [InlineData("", "1 to 64 characters")]
    [InlineData("Y999999999999999999%/Y999999999999999999%/Y999999999999999999%/Y9", "1 to 64 characters")]
    [InlineData("2015-02-29", "does not have that day")]
    [InlineData("1900-02-29", "does not have that day")]
    [InlineData("2016-04-31", "does not have that day")]
    [InlineData("2016-04-00", "does not have that day")]
    [InlineData("2016-00", "month is 01 to 12")]
    [InlineData("2016-13", "month is 01 to 12")]
    [InlineData("2016-20", "month is 01 to 12")]
    [InlineData("2016-42", "month is 01 to 12")]
    [InlineData("2016-21-01", "month is 01 to 12")]
    [InlineData("-0000", "no year -0000")]
    [InlineData("-0000-01", "no year -0000")]
    [InlineData("2010/2009", "ends before it starts")]
    [InlineData("2010-03/2010-02-28", "ends before it starts")]
    [InlineData("-0001/-0002", "ends before it starts")]
    [InlineData("/", "at one end at least")]
    [InlineData("../..", "at one end at least")]
    [InlineData("../", "at one end at least")]
    [InlineData("1985-04-12T10:00:00/1986", "without a time of day")]
    [InlineData("1990/1991/1992", "not a date")]
    [InlineData("1990//1992", "not a date")]
    [InlineData("1990/...", "not a date")]
    [InlineData("..", "not a date")]
    [InlineData("?", "not a date")]
    [InlineData("1984?~", "not a date")]
    [InlineData("1984??", "not a date")]
    [InlineData(" 1984", "not a date")]
    [InlineData("1984 ", "not a date")]
    [InlineData("1984\n", "not a date")]
    [InlineData("198\0", "not a date")]
    [InlineData("١٩٨٤", "not a date")]
    [InlineData("+1984", "not a date")]
    [InlineData("--1984", "not a date")]
    [InlineData("19840412", "not a date")]
    [InlineData("1984-4", "not a date")]
    [InlineData("1984-04-1", "not a date")]
    [InlineData("1984/04/12", "not a date")]
    [InlineData("12345", "not a date")]
    [InlineData("201x", "not a date")]
    [InlineData("12 de febrero", "not a date")]
    [InlineData("Y2016", "5 to 18 digits")]
    [InlineData("Y02016", "5 to 18 digits")]
    [InlineData("Y12345-01", "5 to 18 digits")]
    [InlineData("Y1000000000000000000", "5 to 18 digits")]
    [InlineData("y170000002", "not a date")]
    [InlineData("1985-04-12T", "hh:mm:ss")]
    [InlineData("1985-04-12T23:20", "hh:mm:ss")]
    [InlineData("1985-04-12T24:00:00", "hh:mm:ss")]
    [InlineData("1985-04-12T23:60:00", "hh:mm:ss")]
    [InlineData("1985-04-12T23:59:60", "hh:mm:ss")]
    [InlineData("1985-04-12T23:20:30.5", "hh:mm:ss")]
    [InlineData("1985-04-12T23:20:30z", "hh:mm:ss")]
    [InlineData("1985-04-12T23:20:30-00:00", "hh:mm:ss")]
    [InlineData("1985-04-12T23:20:30+0430", "hh:mm:ss")]
    [InlineData("1985-04-12T23:20:30+24:00", "hh:mm:ss")]
    [InlineData("1985-04-XXT23:20:30", "hh:mm:ss")]
    [InlineData("1985-04T23:20:30", "hh:mm:ss")]
    [InlineData("1985-04-31T23:20:30", "does not have that day")]
    [InlineData("1985-04-12T23:20:30?", "not a date")]
    [InlineData("1985-04-12t23:20:30", "not a date")]
    public void what_is_not_a_date_is_refused_with_the_reason(string text, string reason) =>
        Assert.Contains(reason, Refused(text), StringComparison.Ordinal);

    [Fact]
    public void nothing_is_not_a_date()
    {
        Assert.False(EdtfDate.TryParse(null, out var date));
        Assert.Null(date);
        Assert.Throws<ArgumentNullException>(() => EdtfDate.Parse(null!));
    }

    [Fact]
    public void a_known_day_is_written_whole()
    {
        Assert.Equal("2016-02-12", EdtfDate.Of(new DateOnly(2016, 2, 12)).ToString());
        Assert.Equal(DateOnly.MinValue, EdtfDate.Of(DateOnly.MinValue).Earliest?.ToDateOnly());
        Assert.Equal(DateOnly.MaxValue, EdtfDate.Of(DateOnly.MaxValue).Latest?.ToDateOnly());
    }

    [Fact]
    public void code_that_knows_only_IParsable_can_read_it()
    {
        Assert.Equal(EdtfDate.Parse("1992~"), Parsed<EdtfDate>("1992~"));
        Assert.Throws<FormatException>(() => Parsed<EdtfDate>("1992~~"));
        Assert.False(TryParsed<EdtfDate>("1992~~"));
        Assert.True(TryParsed<EdtfDate>("1992~"));
    }

    private static T Parsed<T>(string text)
        where T : IParsable<T> => T.Parse(text, null);

    private static bool TryParsed<T>(string text)
        where T : IParsable<T> => T.TryParse(text, null, out _);

    private static string Refused(string text)
    {
        Assert.False(EdtfDate.TryParse(text, out var date));
        Assert.Null(date);
        return Assert.Throws<FormatException>(() => EdtfDate.Parse(text)).Message;
    }
}
