using Relations.App.Coming;
using Relations.App.Views;
using Relations.Domain.Partnerships;
using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.App.Home;

/// <summary>Why a partnership needs its manager, the most pressing first.</summary>
public enum NeedKind
{
    /// <summary>Commitments are overdue.</summary>
    Overdue,

    /// <summary>The last day for notice is near.</summary>
    NoticeNear,

    /// <summary>Agreements end within twelve months.</summary>
    Ending,

    /// <summary>No meeting was held for a year.</summary>
    Quiet,

    /// <summary>Nobody answers for it.</summary>
    NoFocalPoint,
}

/// <summary>One reason.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Count">How many records it counts; 0 where it counts none.</param>
/// <param name="On">The day, where it is of one.</param>
/// <param name="Of">The record, where it is of one.</param>
public sealed record NeedReason(NeedKind Kind, int Count = 0, EdtfDate? On = null, IRecordId? Of = null);

/// <summary>A partnership that needs its manager.</summary>
/// <param name="Line">The partnership with its figures.</param>
/// <param name="Reasons">Why, the most pressing first.</param>
public sealed record Need(PortfolioLine Line, IReadOnlyList<NeedReason> Reasons)
{
    /// <summary>The partnerships that need somebody, those with the most pressing reasons first. What is closed needs nobody.</summary>
    /// <param name="lines">The partnerships.</param>
    /// <param name="coming">What is coming in them, in its order.</param>
    public static IEnumerable<Need> Among(IEnumerable<PortfolioLine> lines, IReadOnlyList<ComingDate> coming)
    {
        var notices = coming.Where(date => date.Kind == ComingKind.LastDayForNotice)
            .SelectMany(date => date.Partnerships, (date, partnership) => (partnership, date))
            .ToLookup(n => n.partnership, n => n.date);
        return lines
            .Where(line => line.Row.Status != PartnershipStatus.Closed)
            .Select(line => new Need(line, [.. ReasonsOf(line, notices[line.Row.Id].FirstOrDefault())]))
            .Where(need => need.Reasons.Count > 0)
            .OrderBy(need => need.Reasons[0].Kind)
            .ThenByDescending(need => need.Reasons.Count)
            .ThenBy(need => need.Line.Row.Slug, StringComparer.Ordinal);
    }

    private static IEnumerable<NeedReason> ReasonsOf(PortfolioLine line, ComingDate? notice)
    {
        if (line.Figures.Overdue > 0)
            yield return new(NeedKind.Overdue, line.Figures.Overdue);
        if (notice is not null)
            yield return new(NeedKind.NoticeNear, On: notice.On, Of: notice.Of);
        if (line.Figures.Ending > 0)
            yield return new(NeedKind.Ending, line.Figures.Ending);
        if (line.Figures.IsQuietFor(line.Row, PortfolioQuestion.UsualQuietDays))
            yield return new(NeedKind.Quiet, On: line.Row.LastMeeting);
        if (line.Row.FocalPoint is null)
            yield return new(NeedKind.NoFocalPoint);
    }
}
