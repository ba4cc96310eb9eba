using System.Collections.Frozen;

namespace Relations.Reading.Dates;

internal sealed partial class DateGrammar
{
    private static readonly FrozenSet<string> PartsOfYear = DateWords.Set("fin fines finales final inicios inicio principios comienzos mediados end beginning start middle early later");

    /// <summary>Parts of a year and decades: “primer trimestre de 2016”, “fines de año”, “años noventa”, “1990s”.</summary>
    private FoundDate? Period(int i) => PartOfYear(i) ?? EndOfYear(i) ?? DecadeAt(i);

    private FoundDate? PartOfYear(int i)
    {
        var (ordinal, at) = (Word(i), Word(i + 1)) switch
        {
            ("q", _) when Digits(i + 1, 1, 1) is { } quarter and >= 1 and <= 4 => (quarter, i + 1),
            ("ultimo" or "last", _) => (-1, i + 1),
            var (word, _) => (DateWords.Ordinals.GetValueOrDefault(word), i + 1),
        };
        var months = (Word(i), Word(at)) switch
        {
            ("q", _) => 3,
            (_, "bimestre") => 2,
            (_, "trimestre" or "quarter") => 3,
            (_, "cuatrimestre") => 4,
            (_, "semestre" or "half" or "semester" or "mitad") => 6,
            _ => 0,
        };
        if (months == 0 || ordinal == 0 || ordinal * months > 12)
            return null;
        var year = YearOf(at + 1) ?? (Is(at + 1, DateWords.Of) && Word(at + 2) is "ano" ? new(null, 0, at + 3) : null);
        if (year is null)
            return null;
        var last = ordinal < 0 ? 12 : ordinal * months;
        return Found(i, year.Value.Next, new CalendarDate(new(year.Value.Value, last - months + 1, null, year.Value.Shift), new(year.Value.Value, last, null, year.Value.Shift)));
    }

    /// <summary>“fines de año” is this year, and no more can be told.</summary>
    private FoundDate? EndOfYear(int i)
    {
        if (!Is(i, PartsOfYear))
            return null;
        var next = Is(i + 1, DateWords.Of) ? i + 2 : i + 1;
        if (Word(next) is "ano" && next > i + 1 && Number(next + 1) is null)
            return Found(i, next + 1, new YearCount(0));
        if (Word(next) is "the" && Word(next + 1) is "year" && Number(next + 2) is null)
            return Found(i, next + 2, new YearCount(0));
        return Shifted(next) is { Shift: { } shift } year && year.Next > next + 1 ? Found(i, year.Next, new YearCount(shift)) : null;
    }

    private FoundDate? DecadeAt(int i)
    {
        if (Digits(i, 4, 4) is { } year && year % 10 == 0 && year is >= FirstYear and <= LastYear)
        {
            if (Adjoin(i, i + 1) && Word(i + 1) == "s")
                return Found(i, i + 2, new Decade(year));
            return Word(i - 1) is "de" && Word(i - 2) is "decada" ? Found(i, i + 1, new Decade(year)) : null;
        }

        var next = Word(i) is "anos" ? i + 1 : i;
        var isSaid = next > i || Word(i - 1) is "the" || (Word(i - 1) is "los" && Word(i - 3) is "decada");
        var tens = DateWords.Tens.TryGetValue(Word(next), out var word) && Word(next + 1) is not "y" ? word : Digits(next, 2, 2) is { } digits && digits % 10 == 0 ? digits / 10 : 0;
        var isDecade = isSaid && tens >= 3 && (Word(i - 1) is not "the" || Word(next).EndsWith("ies", StringComparison.Ordinal))
            && (next == i || Word(i - 1) is "los" or "de" || Word(i - 2) is "decada");
        return isDecade ? Found(i, next + 1, new Decade(1900 + tens * 10)) : null;
    }
}
