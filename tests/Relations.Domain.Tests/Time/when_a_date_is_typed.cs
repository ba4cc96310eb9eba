using CsCheck;
using Relations.Domain.Time;

namespace Relations.Domain.Tests.Time;

public sealed class when_a_date_is_typed
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory]
    [InlineData("12/02/2016", "2016-02-12")]
    [InlineData("12-2-2016", "2016-02-12")]
    [InlineData("12.02.2016", "2016-02-12")]
    [InlineData("02/2016", "2016-02")]
    [InlineData("12 feb 2016", "2016-02-12")]
    [InlineData("12 de febrero de 2016", "2016-02-12")]
    [InlineData("12 de febrero del 2016", "2016-02-12")]
    [InlineData("1º de marzo de 2016", "2016-03-01")]
    [InlineData("12 February 2016", "2016-02-12")]
    [InlineData("February 12, 2016", "2016-02-12")]
    [InlineData("Feb 1st 2016", "2016-02-01")]
    [InlineData("febrero de 2016", "2016-02")]
    [InlineData("setiembre 2016", "2016-09")]
    [InlineData("AGO 2016", "2016-08")]
    [InlineData(" hoy ", "2026-11-23")]
    [InlineData("yesterday", "2026-11-22")]
    [InlineData("1992/..", "1992/..")]
    [InlineData("2016~", "2016~")]
    public void it_is_read_as_it_is_meant(string typed, string date) => Assert.Equal(date, TypedDate.Read(typed, Today)?.ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("mañana")]
    [InlineData("31/02/2016")]
    [InlineData("12/13/2016")]
    [InlineData("12/02/16")]
    [InlineData("ma 2016")]
    [InlineData("12 foo 2016")]
    public void what_says_no_date_is_none(string? typed) => Assert.Null(TypedDate.Read(typed, Today));

    [Fact]
    public void whatever_is_typed_is_a_date_or_none() =>
        Gen.String.Sample(typed => TypedDate.Read(typed, Today) is not { } date || EdtfDate.TryParse(date.ToString(), out _));
}
