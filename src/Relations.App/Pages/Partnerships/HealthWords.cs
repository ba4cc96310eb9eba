using System.Diagnostics;
using Relations.App.Partnerships;
using static Relations.App.Pages.Texts;

namespace Relations.App.Pages.Partnerships;

/// <summary>Puts into sentences why a partnership stands as it does.</summary>
public static class HealthWords
{
    /// <summary>A reason in a sentence; the names of its records stand after it.</summary>
    /// <param name="reason">The reason.</param>
    public static string Of(HealthReason reason) => reason switch
    {
        HealthReason.AtRest { Since: { } since, Why: { } why } r => Say("Health.AtRestSince", Capital(r.Status), since) + ": " + why,
        HealthReason.AtRest { Since: { } since } r => Say("Health.AtRestSince", Capital(r.Status), since),
        HealthReason.AtRest { Why: { } why } r => Capital(r.Status) + ": " + why,
        HealthReason.AtRest r => Capital(r.Status),
        HealthReason.NeverMet => Say("Health.NeverMet"),
        HealthReason.Quiet r => Say("Health.Quiet", Of(r.Since)),
        HealthReason.Met r => Say("Health.Met", r.On),
        HealthReason.WillMeet r => Say("Health.WillMeet", r.On),
        HealthReason.Unreported { Meetings.Count: 1 } => Say("Health.UnreportedOne"),
        HealthReason.Unreported r => Say("Health.UnreportedMany", r.Meetings.Count),
        HealthReason.TermPassed r => Say("Health.TermPassed", r.End),
        HealthReason.Ends { Days: 0, RenewsItself: false } => Say("Health.EndsToday"),
        HealthReason.Ends { RenewsItself: false } r => Say("Health.Ends", Days(r.Days), r.End),
        HealthReason.Ends r => Say("Health.Renews", Days(r.Days), r.End),
        HealthReason.NoticeBy r => Say("Health.NoticeBy", Days(r.Days), r.Last),
        HealthReason.TermUnknown { All: true } => Say("Health.NoTermKnown"),
        HealthReason.TermUnknown { Agreements.Count: 1 } => Say("Health.TermUnknownOne"),
        HealthReason.TermUnknown r => Say("Health.TermUnknownMany", r.Agreements.Count),
        HealthReason.NothingInForce => Say("Health.NothingInForce"),
        HealthReason.Overdue { Commitments.Count: 1 } r => Say("Health.OverdueOne", Of(r.Since)),
        HealthReason.Overdue r => Say("Health.OverdueMany", r.Commitments.Count, Of(r.Since)),
        HealthReason.PostsChanged { People.Count: 1 } => Say("Health.PostsChangedOne"),
        HealthReason.PostsChanged r => Say("Health.PostsChangedMany", r.People.Count),
        HealthReason.NobodyAnswers => Say("Health.NobodyAnswers"),
        _ => throw new UnreachableException(reason.GetType().Name),
    };

    /// <summary>A time in its two largest units: “10 years and 9 months”, “3 months and 2 days”, “1 day”.</summary>
    /// <param name="elapsed">The time.</param>
    public static string Of(Elapsed elapsed)
    {
        List<string> units = [];
        if (elapsed.Years > 0)
            units.Add(elapsed.Years == 1 ? Say("Health.YearOne") : Say("Health.YearMany", elapsed.Years));
        if (elapsed.Months > 0)
            units.Add(elapsed.Months == 1 ? Say("Health.MonthOne") : Say("Health.MonthMany", elapsed.Months));
        if (elapsed.Years == 0 && (elapsed.Days > 0 || units.Count == 0))
            units.Add(Days(elapsed.Days));
        return units is [var one, var other] ? Say("Health.Both", one, other) : units[0];
    }

    /// <summary>Some days: “83 days”, “1 day”.</summary>
    /// <param name="days">How many.</param>
    public static string Days(int days) => days == 1 ? Say("Health.DayOne") : Say("Health.DayMany", days);

    private static string Capital(Domain.Partnerships.PartnershipStatus status)
    {
        var words = Domain.Recording.Vocabulary.InWords(status, System.Globalization.CultureInfo.CurrentUICulture);
        return char.ToUpper(words[0], System.Globalization.CultureInfo.CurrentUICulture) + words[1..];
    }
}
