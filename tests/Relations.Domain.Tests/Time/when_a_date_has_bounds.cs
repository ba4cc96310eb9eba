using Relations.Domain.Time;

namespace Relations.Domain.Tests.Time;

public class when_a_date_has_bounds
{
    [Theory]
    [InlineData("2016-02-12", "2016-02-12", "2016-02-12", EdtfPrecision.Day)]
    [InlineData("2016-02", "2016-02-01", "2016-02-29", EdtfPrecision.Month)]
    [InlineData("2015-02~", "2015-02-01", "2015-02-28", EdtfPrecision.Month)]
    [InlineData("1992?", "1992-01-01", "1992-12-31", EdtfPrecision.Year)]
    [InlineData("1985-04-12T23:20:30-04", "1985-04-12", "1985-04-12", EdtfPrecision.Time)]
    [InlineData("2001-21", "2001-01-01", "2001-12-31", EdtfPrecision.Season)]
    [InlineData("2001-24", "2001-01-01", "2001-12-31", EdtfPrecision.Season)]
    [InlineData("201X", "2010-01-01", "2019-12-31", EdtfPrecision.Decade)]
    [InlineData("20XX", "2000-01-01", "2099-12-31", EdtfPrecision.Century)]
    [InlineData("2004-XX", "2004-01-01", "2004-12-31", EdtfPrecision.Year)]
    [InlineData("1985-04-XX", "1985-04-01", "1985-04-30", EdtfPrecision.Month)]
    [InlineData("1985-XX-XX", "1985-01-01", "1985-12-31", EdtfPrecision.Year)]
    [InlineData("0000", "0000-01-01", "0000-12-31", EdtfPrecision.Year)]
    [InlineData("0000-02", "0000-02-01", "0000-02-29", EdtfPrecision.Month)]
    [InlineData("-0001-02", "-0001-02-01", "-0001-02-28", EdtfPrecision.Month)]
    [InlineData("-1985", "-1985-01-01", "-1985-12-31", EdtfPrecision.Year)]
    [InlineData("-198X", "-1989-01-01", "-1980-12-31", EdtfPrecision.Decade)]
    [InlineData("-000X", "-0009-01-01", "-0001-12-31", EdtfPrecision.Decade)]
    [InlineData("-00XX", "-0099-01-01", "-0001-12-31", EdtfPrecision.Century)]
    [InlineData("Y170000002", "170000002-01-01", "170000002-12-31", EdtfPrecision.Year)]
    [InlineData("Y-170000002", "-170000002-01-01", "-170000002-12-31", EdtfPrecision.Year)]
    [InlineData("2010/2015-02", "2010-01-01", "2015-02-28", EdtfPrecision.Year)]
    [InlineData("2010-05-01/2015-02", "2010-05-01", "2015-02-28", EdtfPrecision.Month)]
    [InlineData("1992-05/..", "1992-05-01", null, EdtfPrecision.Month)]
    [InlineData("1992/", "1992-01-01", null, EdtfPrecision.Year)]
    [InlineData("../2016", null, "2016-12-31", EdtfPrecision.Year)]
    [InlineData("/2016-02-12", null, "2016-02-12", EdtfPrecision.Day)]
    public void they_are_the_first_and_last_day_it_can_mean(string text, string? earliest, string? latest, EdtfPrecision precision)
    {
        var date = EdtfDate.Parse(text);
        Assert.Equal(earliest, date.Earliest?.ToString());
        Assert.Equal(latest, date.Latest?.ToString());
        Assert.Equal(precision, date.Precision);
    }

    [Theory]
    [InlineData("1992", false, false, false, false, false)]
    [InlineData("1992/2016", true, false, false, false, false)]
    [InlineData("1992/", true, false, false, false, true)]
    [InlineData("1992/..", true, false, false, true, false)]
    [InlineData("/1992", true, false, true, false, false)]
    [InlineData("../1992", true, true, false, false, false)]
    public void unknown_is_not_open(string text, bool interval, bool openStart, bool unknownStart, bool openEnd, bool unknownEnd)
    {
        var date = EdtfDate.Parse(text);
        Assert.Equal(interval, date.IsInterval);
        Assert.Equal(openStart, date.IsOpenStart);
        Assert.Equal(unknownStart, date.IsUnknownStart);
        Assert.Equal(openEnd, date.IsOpenEnd);
        Assert.Equal(unknownEnd, date.IsUnknownEnd);
    }

    [Theory]
    [InlineData("1992", false, false)]
    [InlineData("1992?", true, false)]
    [InlineData("1992~", false, true)]
    [InlineData("1992%", true, true)]
    [InlineData("1992?/..", true, false)]
    [InlineData("/1992~", false, true)]
    [InlineData("1984?/2004~", true, true)]
    [InlineData("2004-XX%", true, true)]
    public void a_qualifier_anywhere_is_seen(string text, bool uncertain, bool approximate)
    {
        var date = EdtfDate.Parse(text);
        Assert.Equal(uncertain, date.IsUncertain);
        Assert.Equal(approximate, date.IsApproximate);
    }

    [Theory]
    [InlineData("2016-02-12", "2016-02-11", false, false)]
    [InlineData("2016-02-12", "2016-02-12", true, false)]
    [InlineData("2016-02-12", "2016-02-13", true, true)]
    [InlineData("2016", "2015-12-31", false, false)]
    [InlineData("2016", "2016-01-01", true, false)]
    [InlineData("2016", "2016-12-31", true, false)]
    [InlineData("2016", "2017-01-01", true, true)]
    [InlineData("1992/..", "1991-12-31", false, false)]
    [InlineData("1992/..", "9999-12-31", true, false)]
    [InlineData("1992/", "9999-12-31", true, false)]
    [InlineData("/2016", "0001-01-01", true, false)]
    [InlineData("../2016", "2017-01-01", true, true)]
    [InlineData("-1985", "0001-01-01", true, true)]
    [InlineData("Y10000", "9999-12-31", false, false)]
    public void it_has_begun_and_ended_as_far_as_they_say(string text, string day, bool begun, bool ended)
    {
        var date = EdtfDate.Parse(text);
        var asked = EdtfDate.Parse(day).Earliest!.Value.ToDateOnly()!.Value;
        Assert.Equal(begun, date.HasBegunBy(asked));
        Assert.Equal(ended, date.HasEndedBefore(asked));
    }

    [Theory]
    [InlineData("1992", "1993", true, false)]
    [InlineData("1992~", "1993", false, false)]
    [InlineData("1992", "1993?", false, false)]
    [InlineData("1992", "1992-12-31", false, true)]
    [InlineData("1992/", "2016", false, true)]
    [InlineData("1992/..", "2016", false, true)]
    [InlineData("1992/..", "1991", false, false)]
    [InlineData("1991", "/2016", false, true)]
    [InlineData("/1991", "1992/", true, false)]
    [InlineData("../1992", "1992/..", false, true)]
    [InlineData("2010/2015", "2015/2020", false, true)]
    [InlineData("-1985", "0000", true, false)]
    public void two_dates_overlap_or_follow_as_far_as_they_say(string first, string second, bool before, bool overlap)
    {
        var (one, other) = (EdtfDate.Parse(first), EdtfDate.Parse(second));
        Assert.Equal(before, one.CertainlyBefore(other));
        Assert.Equal(overlap, one.Overlaps(other));
        Assert.Equal(overlap, other.Overlaps(one));
    }

    [Fact]
    public void a_year_outside_the_calendar_of_the_framework_is_no_DateOnly()
    {
        Assert.Null(new EdtfDay(0, 12, 31).ToDateOnly());
        Assert.Null(new EdtfDay(10_000, 1, 1).ToDateOnly());
        Assert.Equal(new DateOnly(9999, 12, 31), new EdtfDay(9999, 12, 31).ToDateOnly());
        Assert.Throws<ArgumentOutOfRangeException>(() => new EdtfDay(2015, 2, 29).ToDateOnly());
    }
}
