using Relations.App.Coming;
using Relations.App.Views;
using Relations.Domain.Agreements;
using Relations.Domain.Partnerships;

namespace Relations.App.Reminders;

/// <summary>A date that a digest tells.</summary>
/// <param name="Date">The date.</param>
/// <param name="IsNew">Whether the digest before did not tell it, its day has come since, or something of its record was recorded since.</param>
public sealed record DigestDate(ComingDate Date, bool IsNew);

/// <summary>A partnership that a digest tells.</summary>
/// <param name="Partnership">The partnership with its figures.</param>
/// <param name="Count">Days without a meeting, or facts recorded.</param>
/// <param name="IsNew">Whether the digest before did not tell it.</param>
public sealed record DigestPartnership(PortfolioLine Partnership, int? Count, bool IsNew);

/// <summary>A part of a digest: as much of it as a mail holds.</summary>
/// <typeparam name="T">What it tells.</typeparam>
/// <param name="Items">What it tells.</param>
/// <param name="Total">How many there are.</param>
public sealed record DigestPart<T>(IReadOnlyList<T> Items, int Total)
{
    /// <summary>How many are left out.</summary>
    public int More => Total - Items.Count;

    /// <summary>A part with as many as a mail holds.</summary>
    /// <param name="all">All of them.</param>
    internal static DigestPart<T> Of(IReadOnlyList<T> all) => new([.. all.Take(Digest.Most)], all.Count);
}

/// <summary>What there is to tell somebody on a day. Pure: the same words stand in the mail and in its preview.</summary>
/// <param name="Day">The day.</param>
/// <param name="Overdue">Open commitments whose due date has passed, the newest first.</param>
/// <param name="Notices">Last days for notice.</param>
/// <param name="Ends">Ends of terms, of the time to renew and of notice given.</param>
/// <param name="Due">Commitments that fall due.</param>
/// <param name="Quiet">Partnerships without a meeting for long.</param>
/// <param name="Changed">Partnerships of which others recorded something since the last digest.</param>
public sealed record Digest(
    DateOnly Day,
    DigestPart<DigestDate> Overdue,
    DigestPart<DigestDate> Notices,
    DigestPart<DigestDate> Ends,
    DigestPart<DigestDate> Due,
    DigestPart<DigestPartnership> Quiet,
    DigestPart<DigestPartnership> Changed)
{
    /// <summary>The most that each part tells.</summary>
    public const int Most = 25;

    /// <summary>How far back what is overdue is looked for, in months.</summary>
    private const int MonthsBack = 22;

    private bool hasNews;

    /// <summary>Whether there is nothing to tell.</summary>
    public bool IsEmpty => Overdue.Total + Notices.Total + Ends.Total + Due.Total + Quiet.Total + Changed.Total == 0;

    /// <summary>The days whose dates a digest may tell: within what <see cref="ComingReader"/> reads at once.</summary>
    /// <param name="day">The day of the digest.</param>
    public static Period Reach(DateOnly day) => new(day.AddMonths(-MonthsBack), day.AddDays(ReminderDays.MostAhead));

    /// <summary>Whether it is worth a mail: a weekly one tells what stands, a daily one is sent for something new.</summary>
    /// <param name="rhythm">How often there is one.</param>
    public bool IsWorth(DigestRhythm rhythm) => rhythm switch
    {
        DigestRhythm.Daily => hasNews,
        DigestRhythm.Weekly => !IsEmpty,
        _ => false,
    };

    /// <summary>What there is to tell.</summary>
    /// <param name="days">When something is worth a word.</param>
    /// <param name="day">The day.</param>
    /// <param name="before">The day of the digest before; null where this is the first.</param>
    /// <param name="dates">The dates within <see cref="Reach"/>.</param>
    /// <param name="partnerships">The partnerships with their figures on the day.</param>
    /// <param name="facts">How many facts others recorded of each since the digest before.</param>
    public static Digest Of(
        ReminderDays days,
        DateOnly day,
        DateOnly? before,
        IReadOnlyList<ComingDate> dates,
        IReadOnlyList<PortfolioLine> partnerships,
        IReadOnlyDictionary<Guid, int> facts)
    {
        List<DigestDate> overdue =
        [
            .. dates.Where(d => d.Kind == ComingKind.CommitmentDue && d.On.HasEndedBefore(day))
                .Select(d => new DigestDate(d, before is not { } then || WasRecorded(d, then) || !d.On.HasEndedBefore(then)))
                .Reverse(),
        ];
        var notices = Within(days.Notice, ComingKind.LastDayForNotice);
        var ends = Within(days.Ends, ComingKind.TermEnds, ComingKind.RenewalCloses, ComingKind.NoticeTakesEffect);
        var due = Within(days.Due, ComingKind.CommitmentDue);
        List<DigestPartnership> quiet =
        [
            .. partnerships.Where(p => p.Row.Status == PartnershipStatus.Active && p.Figures.IsQuietFor(p.Row, days.Quiet))
                .OrderByDescending(p => p.Figures.DaysQuiet)
                .Select(p => new DigestPartnership(p, p.Figures.DaysQuiet, before is not { } then || WasHeardOf(p, day.DayNumber - then.DayNumber))),
        ];
        List<DigestPartnership> changed =
        [
            .. partnerships.Where(p => facts.GetValueOrDefault(p.Row.Id) > 0)
                .Select(p => new DigestPartnership(p, facts[p.Row.Id], true))
                .OrderByDescending(p => p.Count),
        ];
        return new(
            day, DigestPart<DigestDate>.Of(overdue), DigestPart<DigestDate>.Of(notices), DigestPart<DigestDate>.Of(ends), DigestPart<DigestDate>.Of(due),
            DigestPart<DigestPartnership>.Of(quiet), DigestPart<DigestPartnership>.Of(changed))
        {
            hasNews = overdue.Concat(notices).Concat(ends).Concat(due).Any(d => d.IsNew) || quiet.Any(q => q.IsNew) || changed.Count > 0,
        };

        List<DigestDate> Within(int ahead, params ComingKind[] kinds) =>
        [
            .. dates.Where(d => kinds.Contains(d.Kind) && IsOpen(d) && Ahead(day, ahead).Touches(d.On))
                .Select(d => new DigestDate(d, before is not { } then || WasRecorded(d, then) || !Ahead(then, ahead).Touches(d.On) || (d.On.HasBegunBy(day) && !d.On.HasBegunBy(then)))),
        ];

        static bool WasRecorded(ComingDate date, DateOnly since) => DateOnly.FromDateTime(date.Recorded.UtcDateTime) >= since;

        static Period Ahead(DateOnly from, int ahead) => new(from, from.AddDays(ahead));

        // Whoever was quiet already when the digest before was written is no news.
        bool WasHeardOf(PortfolioLine line, int since) => line.Figures.DaysQuiet is { } silent && silent - since <= days.Quiet;
    }

    /// <summary>The term of what has expired is over; that it can still be renewed is told.</summary>
    private static bool IsOpen(ComingDate date) =>
        date is not { Record: Agreement { Status: AgreementStatus.Expired } } or { Kind: ComingKind.RenewalCloses };
}
