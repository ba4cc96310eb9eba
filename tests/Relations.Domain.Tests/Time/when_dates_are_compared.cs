using CsCheck;
using Relations.Domain.Time;

namespace Relations.Domain.Tests.Time;

public class when_dates_are_compared
{
    private static readonly DateOnly SomeDay = new(1992, 3, 1);

    [Fact]
    public void they_sort_by_earliest_then_latest_then_text()
    {
        string[] sorted =
        [
            "/1992", "../2016", "/2016", "Y-170000002", "-1985", "0000", "19XX", "1992-01-01", "1992-01", "1992", "1992-21", "1992-22",
            "1992-XX", "1992~", "1992/2016", "1992/", "1992/..", "1992-02-29", "1992-02-29T10:00:00", "1992-12", "1993", "Y10000",
        ];
        var shuffled = sorted.Reverse().Select(EdtfDate.Parse).Order();
        Assert.Equal(sorted, shuffled.Select(date => date.ToString()));
    }

    [Fact]
    public void null_comes_first()
    {
        Assert.True(EdtfDate.Parse("../1992").CompareTo(null) > 0);
        Assert.Equal([null, EdtfDate.Parse("1992")], new[] { EdtfDate.Parse("1992"), null }.Order());
    }

    [Fact]
    public void equal_is_what_is_written_alike()
    {
        Assert.Equal(EdtfDate.Parse("1992"), EdtfDate.Parse("1992"));
        Assert.Equal(EdtfDate.Parse("1992").GetHashCode(), EdtfDate.Parse("1992").GetHashCode());
        Assert.True(EdtfDate.Parse("1992") == EdtfDate.Parse("1992"));
        Assert.True(EdtfDate.Parse("1992/") != EdtfDate.Parse("1992/.."));
        Assert.False(EdtfDate.Parse("1992").Equals((object)"1992"));
        Assert.False(EdtfDate.Parse("1992") == null);
    }

    [Fact]
    public void the_order_is_total_and_agrees_with_equality() => Gen.Select(DateTexts.Dates, DateTexts.Dates, DateTexts.Dates).Sample((a, b, c) =>
    {
        Assert.Equal(Math.Sign(a.CompareTo(b)), -Math.Sign(b.CompareTo(a)));
        Assert.Equal(a.Equals(b), a.CompareTo(b) == 0);
        Assert.Equal(a.Equals(b), a.ToString() == b.ToString());
        Assert.Equal(0, a.CompareTo(EdtfDate.Parse(a.ToString())));
        EdtfDate[] sorted = [a, b, c];
        Array.Sort(sorted);
        Assert.True(sorted[0].CompareTo(sorted[1]) <= 0 && sorted[1].CompareTo(sorted[2]) <= 0 && sorted[0].CompareTo(sorted[2]) <= 0);
    });

    [Fact]
    public void bounds_agree_with_every_answer() => Gen.Select(DateTexts.Dates, DateTexts.Dates).Sample((a, b) =>
    {
        Assert.True(a.Earliest is null || a.Latest is null || a.Earliest <= a.Latest);
        Assert.True(a.Earliest is not null || a.Latest is not null);
        Assert.Equal(a.Earliest is null, a.IsOpenStart || a.IsUnknownStart);
        Assert.Equal(a.Latest is null, a.IsOpenEnd || a.IsUnknownEnd);
        Assert.True(a.Overlaps(a));
        // At most one of three holds; exactly one where nothing is uncertain or approximate.
        var qualified = a.IsUncertain || a.IsApproximate || b.IsUncertain || b.IsApproximate;
        Assert.InRange(new[] { a.CertainlyBefore(b), b.CertainlyBefore(a), a.Overlaps(b) }.Count(yes => yes), qualified ? 0 : 1, 1);
        Assert.False(a.CertainlyBefore(b) && a.Earliest is not null && a.CompareTo(b) >= 0);
        Assert.True(!a.HasEndedBefore(SomeDay) || a.HasBegunBy(SomeDay));
        Assert.Equal(a.HasEndedBefore(SomeDay) && !a.IsUncertain && !a.IsApproximate, a.CertainlyBefore(EdtfDate.Of(SomeDay)));
    });

    [Fact]
    public void no_text_at_all_makes_reading_throw() => DateTexts.Anything.Sample(text =>
    {
        var read = EdtfDate.TryParse(text, out var date);
        Assert.Equal(read, date is not null);
        Assert.True(date is null || date.ToString() == text);
    });

    [Fact]
    public void days_keep_the_order_of_the_calendar() => Gen.Select(Gen.DateOnly, Gen.DateOnly).Sample((a, b) =>
    {
        var (one, other) = (EdtfDay.Of(a), EdtfDay.Of(b));
        Assert.Equal(Math.Sign(a.CompareTo(b)), Math.Sign(one.CompareTo(other)));
        Assert.Equal(a < b, one < other);
        Assert.Equal(a > b, one > other);
        Assert.Equal(a <= b, one <= other);
        Assert.Equal(a >= b, one >= other);
        Assert.Equal(a, one.ToDateOnly());
    });
}
