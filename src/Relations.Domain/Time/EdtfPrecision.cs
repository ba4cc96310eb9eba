namespace Relations.Domain.Time;

/// <summary>
/// The finest unit of a date whose value is known, from the finest to the coarsest. A unit that is named but not given counts as not
/// known: <c>1985-04-XX</c> has the precision of a month, <c>2004-XX</c> that of a year. So a reader who asks for
/// <see cref="Day"/> never gets a day that nobody wrote.
/// </summary>
public enum EdtfPrecision
{
    /// <summary>A date with a time of day (level 0, “Date and Time”).</summary>
    Time,

    /// <summary>A day, as in <c>2016-02-12</c>.</summary>
    Day,

    /// <summary>A month, as in <c>2016-02</c>.</summary>
    Month,

    /// <summary>A season of a year, as in <c>2001-21</c> (level 1, “Seasons”).</summary>
    Season,

    /// <summary>A year, as in <c>1992</c>.</summary>
    Year,

    /// <summary>Ten years, as in <c>201X</c> (level 1, “Unspecified digit(s) from the right”).</summary>
    Decade,

    /// <summary>A hundred years that share their first two digits, as in <c>20XX</c>: 2000 to 2099.</summary>
    Century,
}
