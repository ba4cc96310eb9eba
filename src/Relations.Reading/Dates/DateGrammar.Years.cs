using System.Collections.Frozen;

namespace Relations.Reading.Dates;

internal sealed partial class DateGrammar
{
    private const int FirstYear = 1800;
    private const int LastYear = 2100;

    private static readonly FrozenSet<string> YearCues = DateWords.Set(
        "en desde durante hasta hacia in since until till during circa through throughout by before after early late mid del from ano anos year years para al entre between " +
        "periodo period bienio trienio quinquenio biennium around about");

    private static readonly FrozenSet<string> AboutWords = DateWords.Set("hacia circa around about approximately aproximadamente alrededor");
    private static readonly FrozenSet<string> Amounts = DateWords.Set("mas menos cerca total cantidad suma cifra numero more less some total number than up");
    private static readonly FrozenSet<string> NotPeriods = DateWords.Set("n no nro num ° º tel telefono fono fax phone resolucion resolution decision ley law cel");

    // What may follow "de 1992" in small letters; any other word would be what is counted.
    private static readonly FrozenSet<string> AfterYear = DateWords.Set(
        "y e a al en que se entre para por con fue hasta cuando como sobre la el los las un una and or to in that which was were is are with by for on at as the between has had se su sus ambas ambos donde where");

    private static readonly FrozenSet<string> Instruments = DateWords.Set(
        "agreement convention treaty memorandum protocol constitution declaration summit conference accord charter convenio acuerdo tratado convencion memorando protocolo carta declaracion ley");

    private readonly record struct YearPart(int? Value, int? Shift, int Next);

    /// <summary>The year after a day or a month: “de 2016”, “, 2016”, “del año dos mil dieciséis”, “de este año”; null where none is written.</summary>
    private YearPart? YearOf(int i)
    {
        if (Word(i) is "-" or "/" && Adjoin(i, i + 1) && Digits(i + 1, 4, 4) is { } joined and >= FirstYear and <= LastYear)
            return new(joined, null, i + 2);
        var next = Word(i) == "," ? i + 1 : i;
        if (Is(next, DateWords.Of))
            next = Word(next + 1) is "el" or "the" ? next + 2 : next + 1;
        if (Shifted(next) is { } shifted)
            return shifted;
        next = Word(next) is "ano" or "year" ? next + 1 : next;
        return Number(next) is { } year && !Is(year.Next, DateWords.Counted) ? new(year.Value, null, year.Next) : null;
    }

    private YearPart? Shifted(int i) => (Word(i), Word(i + 1), Word(i + 2)) switch
    {
        ("ano", "en", "curso") => new(null, 0, i + 3),
        ("este" or "presente", "mismo", "ano") => new(null, 0, i + 3),
        ("este" or "presente" or "actual" or "corriente", "ano", _) or ("this", "year", _) => new(null, 0, i + 2),
        ("ano", "pasado" or "anterior", _) or ("pasado", "ano", _) or ("last", "year", _) => new(null, -1, i + 2),
        ("ano", "proximo" or "entrante" or "siguiente", _) or ("proximo", "ano", _) or ("next", "year", _) => new(null, 1, i + 2),
        ("presente", _, _) => new(null, 0, i + 1),
        _ => null,
    };

    /// <summary>A year in four digits or in words.</summary>
    private Part? Number(int i)
    {
        if (Digits(i, 4, 4) is { } digits)
            return digits is >= FirstYear and <= LastYear && !IsPartOfNumber(i) ? new(digits, i + 1) : null;
        var thousands = (Word(i), Word(i + 1)) switch
        {
            ("mil", "novecientos") => new Part(1900, i + 2),
            ("mil", "ochocientos") => new Part(1800, i + 2),
            ("dos", "mil") or ("two", "thousand") => new Part(2000, Word(i + 2) == "and" ? i + 3 : i + 2),
            ("nineteen", _) => new Part(1900, i + 1),
            ("twenty", _) when TensAndOnes(i + 1) is not null => new Part(2000, i + 1),
            _ => default,
        };
        if (thousands.Value == 0)
            return null;
        if (TensAndOnes(thousands.Next) is { } rest)
            return new(thousands.Value + rest.Value, rest.Next);
        return Word(i) is "nineteen" or "twenty" ? null : thousands;
    }

    private Part? TensAndOnes(int i)
    {
        if (Word(i).Split('-') is [var ten, var one] && DateWords.Tens.TryGetValue(ten, out var tens) && DateWords.Small.TryGetValue(one, out var ones) && ones < 10)
            return new(tens * 10 + ones, i + 1);
        if (DateWords.Tens.TryGetValue(Word(i), out tens))
            return Word(i + 1) == "y" && DateWords.Small.TryGetValue(Word(i + 2), out ones) && ones < 10 ? new(tens * 10 + ones, i + 3) : new(tens * 10, i + 1);
        return DateWords.Small.TryGetValue(Word(i), out var small) && Word(i) is not ("i" or "un" or "once") ? new(small, i + 1)
            : Word(i) == "once" && !isEnglish ? new(11, i + 1) : null;
    }

    /// <summary>“1.992” and “2016-123” are no years; “2010-2015” is looked at before.</summary>
    private bool IsPartOfNumber(int i) =>
        (Adjoin(i - 1, i) && (Word(i - 1) is "/" or "+" or "$" or "€" or "#" || (Word(i - 1) is "." or "," or "-" or "–" && Digits(i - 2, 1, 9) is not null && Adjoin(i - 2, i - 1))))
        || (Adjoin(i, i + 1) && (Word(i + 1) is "%" or "°" || (Word(i + 1) is "." or "," or "-" or "/" && Digits(i + 2, 1, 9) is not null && Adjoin(i + 1, i + 2))));

    /// <summary>A year that something tells to be one, or a period of years.</summary>
    private FoundDate? Year(int i) => PeriodOfYears(i) ?? SingleYear(i);

    private FoundDate? PeriodOfYears(int i)
    {
        if (Digits(i, 4, 4) is not ({ } first and >= FirstYear and <= LastYear) || Is(i - 1, NotPeriods) || (Adjoin(i - 1, i) && Word(i - 1) is "/" or "-" or "."))
            return null;
        var next = Skip(i + 2, DateWords.Lead, 2);
        var isDashed = Is(i + 1, DateWords.Dashes) || (Word(i + 1) == "/" && Is(i - 1, YearCues));
        var isSaid = Is(i + 1, DateWords.To) && (Is(i - 1, YearCues) || Word(i - 1) is "de" || Is(i - 2, YearCues));
        var isBetween = Is(i + 1, DateWords.And) && (Is(i - 1, Between) || Is(i - 2, Between) || Is(i - 3, Between));
        if (!isDashed && !isSaid && !isBetween)
            return null;
        var last = Digits(next, 4, 4) ?? (isDashed && Is(i - 1, YearCues) && Adjoin(i, next - 1) && Digits(next, 2, 2) is { } two ? first / 100 * 100 + two : null);
        return last > first && last <= LastYear && !Is(next + 1, DateWords.Counted) && !(Adjoin(next, next + 1) && Word(next + 1) is "-" or "/" or "%")
            ? Found(i, next + 1, new CalendarDate(new(first), new(last)))
            : null;
    }

    private FoundDate? SingleYear(int i)
    {
        if (Number(i) is not { } year || !HasYearCue(i, year.Next) || Is(year.Next, DateWords.Counted) || year.Value < FirstYear)
            return null;
        var isAbout = Is(i - 1, AboutWords) || (Word(i - 1) is "de" or "del" or "ano" or "el" && (Is(i - 2, AboutWords) || Is(i - 3, AboutWords)));
        return Found(i, year.Next, new CalendarDate(new(year.Value)) { IsApproximate = isAbout });
    }

    private bool HasYearCue(int i, int next)
    {
        var before = Word(i - 1);
        if (before is "ano" or "anos" or "year")
            return true;
        if (Digits(i, 4, 4) is null)
            return false;
        if (before == "(")
            return Word(next) is ")" or "," or ";" && i > 1 && tokens[i - 2].IsWord;
        if (before == "," && Word(next) == ")")
            return true;
        if (before is "el" or "the")
            return Is(i - 2, YearCues) || (before == "the" && Is(next, Instruments));
        if (before == "-" && Word(i - 2) == "mid")
            return true;
        if (before is "de" or "of")
            return !Is(i - 2, Amounts) && (FollowsYear(next) || (i > 1 && tokens[i - 2].IsCapitalised) || Is(i - 2, Instruments));
        return Is(i - 1, YearCues) && FollowsCue(next);
    }

    private bool FollowsCue(int next) => next >= tokens.Count || Word(next) is not ("$" or "€" or "%");

    private bool FollowsYear(int next) => next >= tokens.Count || !tokens[next].IsWord || tokens[next].IsCapitalised || Is(next, AfterYear);
}
