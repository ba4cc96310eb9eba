using System.Collections.Frozen;

namespace Relations.Reading.Dates;

internal sealed partial class DateGrammar
{
    private static readonly FrozenSet<string> OrdinalMarks = DateWords.Set("º ° ª ro er do to st nd rd th");
    private static readonly FrozenSet<string> BeforeDay = DateWords.Set("el los the dia dias day");
    private static readonly FrozenSet<string> BetweenDayAndMonth = DateWords.Set("de del of dia dias day the mes month - / ,");
    private static readonly FrozenSet<string> Between = DateWords.Set("entre between");
    private static readonly FrozenSet<string> BeforeMonth = DateWords.Set(
        "en desde hasta durante mes in since until by last next during early late mid month of de para pasado pasada proximo");

    private readonly record struct Part(int Value, int Next);

    /// <summary>Dates of the calendar: days, months, digits, and the periods between two of them.</summary>
    private List<FoundDate> Calendar(int i)
    {
        var start = Weekday(i) is { } weekday ? weekday.Next : i;
        var found = DaysOfMonth(start, i) ?? MonthAndDay(start, i) ?? Numeric(start) ?? MonthAndYear(start, i);
        if (found is null)
            return [];
        if (start > i && found is [{ Date: CalendarDate { End: null, Start.Day: not null } date } one])
            found = [one with { From = i, Date = date with { Weekday = (DayOfWeek)Weekday(i)!.Value.Value } }];
        return found is [{ Date: CalendarDate { End: null } } first] && Through(first) is { } period ? [period] : found;
    }

    /// <summary>“del 30 de marzo al 2 de abril de 2016”: the second date ends the period that the first begins.</summary>
    private FoundDate? Through(FoundDate first)
    {
        var isBetween = IsBetween(first.From);
        if (!Is(first.To, DateWords.To) && !Is(first.To, DateWords.Dashes) && !(isBetween && Is(first.To, DateWords.And)))
            return null;
        var next = Skip(first.To + 1, BeforeDay);
        next = Weekday(next)?.Next ?? next;
        var second = DaysOfMonth(next, next) ?? MonthAndDay(next, next) ?? Numeric(next) ?? MonthAndYear(next, next);
        if (second is not [{ Date: CalendarDate { End: null } last } found])
            return null;
        var (from, to) = Share(((CalendarDate)first.Date).Start, last.Start);
        return IsAfter(to, from) ? Found(first.From, found.To, new CalendarDate(from, to)) : null;
    }

    private static (CalendarPoint First, CalendarPoint Last) Share(CalendarPoint first, CalendarPoint last)
    {
        if (first is { Year: null, Shift: null })
            first = first with { Year = last.Year is { } year && first.Month > last.Month ? year - 1 : last.Year, Shift = last.Shift };
        if (last is { Year: null, Shift: null })
            last = last with { Year = first.Year is { } year && last.Month < first.Month ? year + 1 : first.Year, Shift = first.Shift };
        return (first, last);
    }

    private static bool IsAfter(CalendarPoint to, CalendarPoint from) =>
        (to.Year ?? 0, to.Month ?? 0, to.Day ?? 31).CompareTo((from.Year ?? 0, from.Month ?? 0, from.Day ?? 0)) > 0;

    private bool IsBetween(int i) => Is(i - 1, Between) || (Is(i - 1, BeforeDay) && (Is(i - 2, Between) || Is(i - 3, Between)));

    /// <summary>“12 de febrero del 2016”, “10 y 11 de marzo”, “10-12 March 2016”, “a los doce días del mes de febrero”.</summary>
    private List<FoundDate>? DaysOfMonth(int i, int from)
    {
        if (IsNameOfSomething(i))
            return null;
        List<(int At, int Value)> days = [];
        var isPeriod = false;
        var isListed = true;
        var next = i;
        while (days.Count < 8 && Day(next) is { } day)
        {
            days.Add((days.Count == 0 ? i : next, day.Value));
            next = day.Next;
            if (!JoinsDays(next, out var after, out var joinsPeriod) || Day(after) is null)
                break;
            isListed = joinsPeriod || Is(next, DateWords.And);
            isPeriod |= joinsPeriod;
            next = after;
        }

        if (days.Count == 0 || !isListed || (isPeriod && days.Count != 2))
            return null;
        var month = Month(Skip(next, BetweenDayAndMonth, 5));
        if (month is null || (days.Count == 1 && Word(next) == "," && Digits(i, 1, 2) is null))
            return null;
        var year = YearOf(month.Value.Next);
        CalendarPoint Point(int day) => new(year?.Value, month.Value.Value, day, year?.Shift);
        return Spread(days, Point, isPeriod || IsBetween(from), from, year?.Next ?? month.Value.Next);
    }

    /// <summary>Days that follow each other are a period; others are dates of their own.</summary>
    private List<FoundDate> Spread(List<(int At, int Value)> days, Func<int, CalendarPoint> point, bool isPeriod, int from, int to)
    {
        var areConsecutive = days.Zip(days.Skip(1)).All(pair => pair.Second.Value == pair.First.Value + 1);
        return days switch
        {
            [var one] => [Found(from, to, new CalendarDate(point(one.Value)))],
            _ when (isPeriod && days[^1].Value > days[0].Value) || areConsecutive =>
                [Found(from, to, new CalendarDate(point(days[0].Value), point(days[^1].Value)))],
            _ => [.. days.Select((day, n) => Found(day.At, n == days.Count - 1 ? to : day.At + 1, new CalendarDate(point(day.Value))))],
        };
    }

    private bool JoinsDays(int i, out int next, out bool isPeriod)
    {
        isPeriod = Is(i, DateWords.Dashes) || Is(i, DateWords.To);
        var joins = isPeriod || Is(i, DateWords.And) || Word(i) == ",";
        next = Skip(i + 1, BeforeDay);
        next = Weekday(next)?.Next ?? next;
        return joins;
    }

    /// <summary>“June 5, 2014”, “March 10-12, 2016”, “marzo 4 de 2015”; in Spanish only with the year.</summary>
    private List<FoundDate>? MonthAndDay(int i, int from)
    {
        if (Month(i) is not { } month || Digits(month.Next, 1, 2) is null || Day(month.Next) is not { } day || Word(day.Next) is ":" or "%")
            return null;
        List<(int At, int Value)> days = [(i, day.Value)];
        var next = day.Next;
        var isPeriod = false;
        if (JoinsDays(next, out var after, out var joinsPeriod) && Digits(after, 1, 2) is not null && Day(after) is { } last && Word(last.Next) is not (":" or "%")
            && !(Word(next) == ","))
        {
            days.Add((after, last.Value));
            (next, isPeriod) = (last.Next, joinsPeriod);
        }

        var year = YearOf(next);
        if (year is null && (!isEnglish || !tokens[i].IsCapitalised))
            return null;
        CalendarPoint Point(int value) => new(year?.Value, month.Value, value, year?.Shift);
        return Spread(days, Point, isPeriod || IsBetween(from), from, year?.Next ?? next);
    }

    /// <summary>“febrero de 2016”, “enero a marzo de 2016”, “en febrero”.</summary>
    private List<FoundDate>? MonthAndYear(int i, int from)
    {
        if (MonthPair(i) is { } pair)
            return YearOf(i + 1) is { } of
                ? [Found(from, of.Next, new CalendarDate(new(of.Value, pair.First, null, of.Shift), new(of.Value, pair.Last, null, of.Shift)))]
                : null;
        if (Month(i) is not { } month)
            return null;
        var year = YearOf(month.Next);
        return year is not null || IsCuedMonth(i, month.Next) || IsPeriodOfMonths(month.Next)
            ? [Found(from, year?.Next ?? month.Next, new CalendarDate(new(year?.Value, month.Value, null, year?.Shift)))]
            : null;
    }

    /// <summary>A month without a day or a year: only after a word that dates stand after, and where its name is no other word.</summary>
    private bool IsCuedMonth(int i, int next) =>
        Is(i - 1, BeforeMonth) && !DateWords.NotAlone.Contains(Word(i)) && Word(next) is not "-" && (Word(i - 1) is not ("de" or "of") || IsPartOfMonth(i - 2));

    private bool IsPeriodOfMonths(int i) =>
        (Is(i, DateWords.To) || Is(i, DateWords.Dashes) || Is(i, DateWords.And)) && Month(i + 1) is { } last && YearOf(last.Next) is not null;

    private bool IsPartOfMonth(int i) => Word(i) is "mes" or "mediados" or "fines" or "finales" or "fin" or "inicios" or "principios" or "comienzos" or "month" or "end" or "beginning";

    /// <summary>“julio-agosto” is one word.</summary>
    private (int First, int Last)? MonthPair(int i) =>
        Word(i).Contains('-', StringComparison.Ordinal) && Word(i).Split('-') is [var first, var last] && DateWords.Months.TryGetValue(first, out var from) && DateWords.Months.TryGetValue(last, out var to) && from < to
            ? (from, to)
            : null;

    /// <summary>“12/02/2016”, “12.02.2016”, “12-02-2016”, “2016-02-12”, “12/02/16”.</summary>
    private List<FoundDate>? Numeric(int i)
    {
        if (Digits(i, 1, 4) is not { } first || Word(i + 1) is not ("/" or "." or "-") || Word(i + 1) != Word(i + 3)
            || Digits(i + 2, 1, 2) is not { } second || Digits(i + 4, 1, 4) is not { } third || !StandsAlone(i, i + 4))
            return null;
        return (Word(i).Length, Word(i + 4).Length) switch
        {
            (4, <= 2) => Day(new(first, second, third), null),
            ( <= 2, 4) => InEitherOrder(first, second, third),
            ( <= 2, 2) when Word(i + 1) is "/" => InEitherOrder(first, second, third < 60 ? 2000 + third : 1900 + third),
            _ => null,
        };

        List<FoundDate>? InEitherOrder(int a, int b, int year)
        {
            var dayFirst = new CalendarPoint(year, b, a);
            var monthFirst = new CalendarPoint(year, a, b);
            var (likely, other) = isMonthFirst ? (monthFirst, dayFirst) : (dayFirst, monthFirst);
            if (likely.Month > 12)
                (likely, other) = (other, likely);
            return Day(likely, isEnglish && other.Month <= 12 && a != b ? other : null);
        }

        List<FoundDate>? Day(CalendarPoint point, CalendarPoint? other) =>
            point is { Month: >= 1 and <= 12, Day: >= 1 and <= 31, Year: >= 1800 and <= 2100 }
                ? [Found(i, i + 5, new CalendarDate(point) { Other = other })]
                : null;
    }

    /// <summary>Whether digits stand together without a space, and no more of them on either side, as in the numbers of telephones.</summary>
    private bool StandsAlone(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (!Adjoin(i, i + 1))
                return false;
        }

        return !(Adjoin(from - 1, from) && Word(from - 1) is "-" or "/" or "." or "+") && !(Adjoin(to, to + 1) && Word(to + 1) is "-" or "/" && Digits(to + 2, 1, 9) is not null);
    }

    /// <summary>“Av. 28 de Julio” is a street.</summary>
    private bool IsNameOfSomething(int i) => Is(i - 1, DateWords.NamedAfterDays) || (Word(i - 1) == "." && Is(i - 2, DateWords.NamedAfterDays));

    /// <summary>“Santo Domingo, 6 de febrero”: the city is no Sunday.</summary>
    private bool IsCity(int i) => Word(i) is "domingo" && tokens[i].IsCapitalised && Word(i - 1) is "santo";

    private Part? Weekday(int i)
    {
        if (!DateWords.Weekdays.TryGetValue(Word(i), out var day) || IsCity(i) || (!isEnglish && Word(i).Length < 5) || (isEnglish && !tokens[i].IsCapitalised))
            return null;
        var next = Word(i).Length < 6 && Word(i + 1) == "." ? i + 2 : i + 1;
        next = Word(next) == "," ? next + 1 : next;
        return new(day, Skip(next, BeforeDay, 2));
    }

    private Part? Day(int i)
    {
        if (Digits(i, 1, 2) is { } number)
        {
            if (number is < 1 or > 31)
                return null;
            if (Word(i + 1) == "." && Is(i + 2, OrdinalMarks))
                return new(number, i + 3);
            return new(number, Adjoin(i, i + 1) && Is(i + 1, OrdinalMarks) ? i + 2 : i + 1);
        }

        if (!DateWords.Small.TryGetValue(Word(i), out var word) || (isEnglish && Word(i) == "once"))
            return null;
        return word == 30 && Word(i + 1) == "y" && Word(i + 2) is "uno" or "un" ? new(31, i + 3) : new(word, i + 1);
    }

    private Part? Month(int i)
    {
        if (!DateWords.Months.TryGetValue(Word(i), out var month) || (isEnglish && !tokens[i].IsCapitalised))
            return null;
        return new(month, Word(i).Length <= 4 && Word(i + 1) == "." && Adjoin(i, i + 1) && Word(i + 2) is not ("-" or "–" or "—") ? i + 2 : i + 1);
    }
}
