using System.Collections.Frozen;

namespace Relations.Reading.Dates;

internal sealed partial class DateGrammar
{
    private static readonly FrozenSet<string> PartsOfDay = DateWords.Set("la una esta cada el de del las of toda");
    private static readonly FrozenSet<string> Earlier = DateWords.Set("pasado pasada ultimo ultima last");
    private static readonly FrozenSet<string> Later = DateWords.Set("proximo proxima siguiente next entrante coming");
    private static readonly FrozenSet<string> Present = DateWords.Set("este esta this presente");

    /// <summary>Dates that are counted from the day of the text.</summary>
    private FoundDate? Relative(int i) => OfDay(i) ?? OfWeekday(i) ?? OfSpan(i) ?? Ago(i);

    private FoundDate? OfDay(int i) => (Word(i), Word(i + 1), Word(i + 2)) switch
    {
        ("pasado", "manana", _) => Found(i, i + 2, new DayCount(2)),
        ("anteayer" or "antier", _, _) => Found(i, i + 1, new DayCount(-2)),
        ("ayer" or "anoche" or "yesterday", _, _) => Found(i, i + 1, new DayCount(-1)),
        ("last", "night", _) => Found(i, i + 2, new DayCount(-1)),
        ("hoy", "en", "dia") => null,
        ("hoy", "por", "hoy") => null,
        ("today", "’" or "'", _) => null,
        ("hoy" or "today", _, _) => Found(i, i + 1, new DayCount(0)),
        ("esta", "manana" or "tarde" or "noche", _) or ("this", "morning" or "afternoon" or "evening", _) => Found(i, i + 2, new DayCount(0)),
        ("manana", _, _) when !Is(i - 1, PartsOfDay) && Digits(i - 1, 1, 2) is null && !tokens[i].IsCapitalised => Found(i, i + 1, new DayCount(1)),
        ("tomorrow", _, _) when Word(i + 1) is not ("’" or "'") => Found(i, i + 1, new DayCount(1)),
        _ => null,
    };

    /// <summary>“el jueves 07”, “el pasado jueves”, “el lunes próximo”, “on Thursday”; “los jueves” is a habit.</summary>
    private FoundDate? OfWeekday(int i)
    {
        if (!DateWords.Weekdays.TryGetValue(Word(i), out var day) || IsCity(i) || Word(i).Length < 5)
            return null;
        var before = Word(i - 1);
        var direction = Is(i - 1, Earlier) ? -1 : Is(i - 1, Later) ? 1 : Word(i + 1) is "pasado" or "ultimo" ? -1 : Word(i + 1) is "proximo" or "siguiente" or "entrante" ? 1 : 0;
        if (isEnglish ? !tokens[i].IsCapitalised : tokens[i].IsCapitalised && !tokens[i].IsAllCapitals)
            return null;
        if (Digits(i + 1, 1, 2) is { } number and >= 1 and <= 31 && Word(i + 2) is not (":" or "." or "h" or "horas" or "de" or "del" or "/"))
            return Found(i, i + 2, new WeekdayDate((DayOfWeek)day, number, direction));
        if (direction == 0 && !isEnglish && before is not ("el" or "este" or "del" or "al" or "mismo"))
            return null;
        var to = direction != 0 && !Is(i - 1, Earlier) && !Is(i - 1, Later) ? i + 2 : i + 1;
        var from = direction != 0 && to == i + 1 ? i - 1 : i;
        return Found(Math.Max(from, 0), to, new WeekdayDate((DayOfWeek)day, null, direction));
    }

    /// <summary>“la semana pasada”, “el próximo mes”, “this year”.</summary>
    private FoundDate? OfSpan(int i)
    {
        if (EndOfSpan(i) is { } end)
            return end;
        if (Kind(i) is { } after && Shift(i + 1) is { } shiftAfter && Word(i) is "semana" or "mes" or "ano" && !Is(i + 1, Present) && Number(i + 2) is null)
            return Found(i, i + 2, after(shiftAfter));
        return Shift(i) is { } shift && Kind(i + 1) is { } before && Number(i + 2) is null ? Found(i, i + 2, before(shift)) : null;
    }

    /// <summary>“end of the month”, “fines de mes”, “finales de este año”: within it.</summary>
    private FoundDate? EndOfSpan(int i)
    {
        if (Word(i) is not ("end" or "fin" or "fines" or "finales") || Word(i + 1) is not ("of" or "de" or "del"))
            return null;
        var at = Word(i + 2) is "the" or "this" or "este" or "presente" or "el" ? i + 3 : i + 2;
        return Kind(at) is { } kind && Number(at + 1) is null && Word(at + 1) is not ("of" or "de" or "del") ? Found(i, at + 1, kind(0)) : null;
    }

    private int? Shift(int i) => Is(i, Earlier) ? -1 : Is(i, Later) ? 1 : Is(i, Present) ? 0 : null;

    private Func<int, WrittenDate>? Kind(int i) => Word(i) switch
    {
        "semana" or "week" => n => new WeekCount(n),
        "mes" or "month" => n => new MonthCount(n),
        "ano" or "year" => n => new YearCount(n),
        _ => null,
    };

    /// <summary>“hace dos años”, “two years ago”: about then, save for days.</summary>
    private FoundDate? Ago(int i)
    {
        var isSpanish = Word(i) == "hace";
        var at = isSpanish ? i + 1 : i;
        var number = Digits(at, 1, 2) ?? (DateWords.Small.TryGetValue(Word(at), out var word) ? word : Word(at) is "una" or "a" ? 1 : null);
        if (number is not { } count || !(isSpanish || Word(at + 2) == "ago"))
            return null;
        WrittenDate? date = Word(at + 1) switch
        {
            "dias" or "dia" or "days" or "day" => new DayCount(-count),
            "meses" or "mes" or "months" or "month" => new MonthCount(-count, true),
            "anos" or "ano" or "years" or "year" => new YearCount(-count, true),
            _ => null,
        };
        return date is null ? null : Found(i, isSpanish ? at + 2 : at + 3, date);
    }
}
