using Relations.Domain.Agreements;
using Relations.Domain.Time;

namespace Relations.App.Agreements;

/// <summary>What is known of an end of a band.</summary>
public enum TermEdge
{
    /// <summary>The day.</summary>
    Known,

    /// <summary>About when: a month, a year, “about 1992”.</summary>
    Inexact,

    /// <summary>Nobody wrote it down.</summary>
    Unknown,

    /// <summary>There is none: the instrument says that it runs without an end.</summary>
    Open,
}

/// <summary>One end of a band.</summary>
/// <param name="At">Where it is drawn, in hundredths of the width.</param>
/// <param name="Is">What is known of it.</param>
/// <param name="On">The date; null where there is none or nobody knows it.</param>
public sealed record TermEnd(double At, TermEdge Is, EdtfDate? On);

/// <summary>A stretch of time within a chart, in hundredths of the width.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends.</param>
public sealed record TermSpan(double From, double To)
{
    /// <summary>How wide it is.</summary>
    public double Width => Math.Round(To - From, 2);
}

/// <summary>An agreement's time, as a band.</summary>
/// <param name="Agreement">The agreement.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Renewals">Where it renewed itself.</param>
/// <param name="GoesOn">Whether it goes on by itself after its end.</param>
/// <param name="Notice">The last day on which a notice prevents another period; null where there is none to come, or it is unknown.</param>
/// <param name="Window">When its parties can settle what follows; null where there is no such time.</param>
public sealed record TermBand(
    Agreement Agreement,
    TermEnd Start,
    TermEnd End,
    IReadOnlyList<double> Renewals,
    bool GoesOn,
    double? Notice,
    TermSpan? Window)
{
    /// <summary>The band itself.</summary>
    public TermSpan Span => new(Start.At, End.At);
}

/// <summary>A year on the axis.</summary>
/// <param name="Year">The year.</param>
/// <param name="At">Where it begins.</param>
public sealed record TermYear(int Year, double At);

/// <summary>The terms of agreements over time, as bands. All places are hundredths of the width, so that it fits every window.</summary>
/// <param name="Today">Where the day shown is.</param>
/// <param name="Years">The years on the axis.</param>
/// <param name="Bands">A band for each agreement.</param>
public sealed record TermChart(double Today, IReadOnlyList<TermYear> Years, IReadOnlyList<TermBand> Bands)
{
    private const double Whole = 100;

    /// <summary>Nothing is drawn further from the day shown: a term until 2999 would press all others together.</summary>
    private const int YearsAround = 40;

    private const int MostYears = 8;

    /// <summary>The chart of some agreements on a day.</summary>
    /// <param name="agreements">The agreements, in the order to be drawn.</param>
    /// <param name="day">The day.</param>
    public static TermChart Of(IReadOnlyCollection<Agreement> agreements, DateOnly day)
    {
        var terms = agreements.Select(a => (Agreement: a, Start: StartOf(a), End: EndOf(a, day))).ToList();
        var days = terms.SelectMany(t => new[] { t.Start?.Earliest?.ToDateOnly(), t.End.On?.Latest?.ToDateOnly() }).OfType<DateOnly>()
            .Append(day).ToList();
        var first = new DateOnly(Math.Max(days.Min().Year, Math.Max(1, day.Year - YearsAround)), 1, 1);
        var last = new DateOnly(Math.Min(days.Max().Year, Math.Min(DateOnly.MaxValue.Year - 2, day.Year + YearsAround)) + 2, 1, 1);
        return new(Place(day), Axis(first.Year, last.Year, Place), [.. terms.Select(t => Band(t.Agreement, t.Start, t.End))]);

        double Place(DateOnly on) => Math.Round(Math.Clamp(Whole * (on.DayNumber - first.DayNumber) / (last.DayNumber - first.DayNumber), 0, Whole), 2);

        TermBand Band(Agreement agreement, EdtfDate? start, (EdtfDate? On, TermEdge Is) end)
        {
            var from = start?.Earliest?.ToDateOnly() is { } began
                ? new TermEnd(Place(began), Exactness(start), start)
                : new TermEnd(0, TermEdge.Unknown, null);
            var to = end.On?.Latest?.ToDateOnly() is { } ended ? Place(ended) : end.Is == TermEdge.Open || !agreement.HasEnded ? Whole : Place(day);
            var window = agreement.RenewalWindow(day);
            return new(
                agreement,
                from,
                new(Math.Max(from.At, to), end.Is, end.On),
                [.. Renewals(agreement, end.On).Select(Place)],
                agreement.RenewsItself && end.On is not null,
                agreement.LastDayForNotice(day)?.Latest?.ToDateOnly() is { } notice ? Place(notice) : null,
                window is { Opens: { } opens, Closes: var closes } && opens.Earliest?.ToDateOnly() is { } open && closes.Latest?.ToDateOnly() is { } close
                    ? new(Place(open), Place(close))
                    : null);
        }
    }

    /// <summary>When an agreement began to run; null where nobody knows, or it does not yet.</summary>
    private static EdtfDate? StartOf(Agreement agreement) =>
        agreement.InForceOn ?? (agreement.HasEnded || agreement.Status == AgreementStatus.InForce ? null : agreement.Since);

    private static (EdtfDate? On, TermEdge Is) EndOf(Agreement agreement, DateOnly day)
    {
        var end = agreement switch
        {
            { HasEnded: true } => agreement.Since,
            { Status: AgreementStatus.NoticeGiven, Notice: { } notice } => notice.EffectiveOn,
            _ => agreement.TermEndOn(day),
        };
        return end?.Latest?.ToDateOnly() is not null
            ? (end, Exactness(end))
            : (null, agreement is { HasEnded: false, TermEndIs: TermEndKnowledge.OpenEnded } ? TermEdge.Open : TermEdge.Unknown);
    }

    private static TermEdge Exactness(EdtfDate date) =>
        date.Earliest == date.Latest && !date.IsApproximate && !date.IsUncertain ? TermEdge.Known : TermEdge.Inexact;

    /// <summary>The ends of the periods that ran out before the one that runs.</summary>
    private static IEnumerable<DateOnly> Renewals(Agreement agreement, EdtfDate? end)
    {
        if (!agreement.RenewsItself || agreement.Conditions.RenewalMonths is not { } months
            || agreement.TermEnd?.Latest?.ToDateOnly() is not { } first || end?.Latest?.ToDateOnly() is not { } last)
        {
            yield break;
        }

        var period = first;
        for (var periods = 1; period < last; periods++)
        {
            yield return period;
            period = first.AddMonths(periods * months);
        }
    }

    private static IReadOnlyList<TermYear> Axis(int first, int last, Func<DateOnly, double> place)
    {
        int[] steps = [1, 2, 5, 10, 20, 50];
        var step = steps.First(s => (last - first) / s < MostYears);
        return
        [
            .. Enumerable.Range(first, last - first).Where(y => y % step == 0).Select(y => new TermYear(y, place(new(y, 1, 1)))),
        ];
    }
}
