using System.Diagnostics;
using Relations.App.Replay;
using Relations.Domain.Agreements;
using static Relations.App.Pages.Texts;

namespace Relations.App.Pages.Replay;

/// <summary>Puts into a sentence where an agreement stands on a day if nobody acts.</summary>
public static class StandingWords
{
    /// <summary>The rule that makes it so, or that none does.</summary>
    /// <param name="standing">Where it stands.</param>
    public static string Why(StandingAnswer standing)
    {
        ArgumentNullException.ThrowIfNull(standing);
        return (standing.Reason, standing.Turning) switch
        {
            (null, _) => Say("Standing.NotYet"),
            (StandingReason.AsRecorded, null) => Say("Standing.AsRecorded"),
            (StandingReason.AsRecorded, var end) => Say("Standing.AsRecordedUntil", end),
            (StandingReason.TermMayHavePassed, var end) => Say("Standing.TermMayHavePassed", end),
            (StandingReason.InGracePeriod, var end) => Say("Standing.InGracePeriod", end),
            (StandingReason.TermPassed, var end) => Say("Standing.TermPassed", end),
            (StandingReason.RenewedAutomatically, null) => Say("Standing.RenewedForUnknown"),
            (StandingReason.RenewedAutomatically, var end) => Say("Standing.Renewed", end),
            (StandingReason.NoticePeriodRunning, var effect) => Say("Standing.NoticeRunning", effect),
            (StandingReason.NoticeTookEffect, var effect) => Say("Standing.NoticeTookEffect", effect),
            var other => throw new UnreachableException(other.ToString()),
        };
    }
}
