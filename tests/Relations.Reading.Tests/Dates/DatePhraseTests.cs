using Relations.Domain.Time;
using Relations.Reading.Dates;

namespace Relations.Reading.Tests.Dates;

/// <summary>A date typed by itself, on Tuesday the 16th of February 2016.</summary>
public sealed class DatePhraseTests
{
    private static readonly DateOnly Today = new(2016, 2, 16);

    [Theory]
    [InlineData("ayer 10:00", "2016-02-15T10:00:00")]
    [InlineData("hoy a las 3 pm", "2016-02-16T15:00:00")]
    [InlineData("10:30", "2016-02-16T10:30:00")]
    [InlineData("yesterday at 9:05 a.m.", "2016-02-15T09:05:00")]
    [InlineData("12 feb 2016 16h30", "2016-02-12T16:30:00")]
    [InlineData("12 feb", "2016-02-12")]
    [InlineData("12 de febrero", "2016-02-12")]
    [InlineData("Feb 12th", "2016-02-12")]
    [InlineData("1.º marzo", null)]
    [InlineData("1º de marzo", "2015-03-01")]
    [InlineData("12/02", "2016-02-12")]
    [InlineData("17/02", "2015-02-17")]
    [InlineData("hoy", "2016-02-16")]
    [InlineData("el jueves", "2016-02-11")]
    [InlineData("martes", "2016-02-09")]
    [InlineData("el jueves 11", "2016-02-11")]
    [InlineData("jueves 11 de febrero", "2016-02-11")]
    [InlineData("jueves 12 de febrero de 2016", null)]
    [InlineData("viernes, 12 de febrero de 2016", "2016-02-12")]
    [InlineData("last Friday", "2016-02-12")]
    [InlineData("el próximo viernes", "2016-02-19")]
    [InlineData("12/02/2016", "2016-02-12")]
    [InlineData("2016-02", "2016-02")]
    [InlineData("enero", "2016-01")]
    [InlineData("marzo", "2015-03")]
    [InlineData("anteayer", "2016-02-14")]
    [InlineData("hace tres días", "2016-02-13")]
    [InlineData("two weeks ago", "2016-02-02~")]
    [InlineData("hace 2 meses", "2015-12")]
    [InlineData("la semana pasada", "2016-02-08/2016-02-14")]
    [InlineData("29 feb", "2012-02-29")]
    [InlineData("31 feb", null)]
    [InlineData("25:00", null)]
    [InlineData("quizás mañana", null)]
    [InlineData("99999999999 feb", null)]
    [InlineData("hace 99999999999 días", null)]
    [InlineData("", null)]
    public void what_happened_is_looked_for_before_today(string typed, string? date) =>
        Assert.Equal(date, DatePhrase.Read(typed, Today)?.ToString());

    [Theory]
    [InlineData("viernes", "2016-02-19")]
    [InlineData("el martes", "2016-02-23")]
    [InlineData("30 de junio", "2016-06-30")]
    [InlineData("12 feb", "2017-02-12")]
    [InlineData("mañana", "2016-02-17")]
    [InlineData("pasado mañana", "2016-02-18")]
    [InlineData("en 10 días", "2016-02-26")]
    [InlineData("dentro de dos semanas", "2016-03-01~")]
    [InlineData("end of month", "2016-02-29")]
    [InlineData("a fin de año", "2016-12-31")]
    [InlineData("marzo", "2016-03")]
    [InlineData("next month", "2016-03")]
    public void what_is_due_is_looked_for_after_today(string typed, string date) =>
        Assert.Equal(date, DatePhrase.Read(typed, Today, DateSense.Coming)?.ToString());

    [Fact]
    public void what_is_no_date_is_refused_whatever_it_is()
    {
        foreach (var typed in new[] { new string('1', 10_000), "\0\0", "a las", "//", "12/13", "el", "hace hace", "\ud800 feb" })
            Assert.Null(DatePhrase.Read(typed, Today));
    }

    [Fact]
    public void a_date_that_edtf_can_say_is_that_date() => Assert.Equal(EdtfDate.Parse("1992/.."), DatePhrase.Read(" 1992/.. ", Today));
}
