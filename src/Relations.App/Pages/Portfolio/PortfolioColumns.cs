using Relations.App.Views;
using static Relations.App.Pages.Texts;

namespace Relations.App.Pages.Portfolio;

/// <summary>The columns of the portfolio where it leaves the application as a file.</summary>
public static class PortfolioColumns
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<(Func<string> Name, Func<PortfolioLine, object?> Value)> All { get; } =
    [
        (() => Say("Partnership"), l => l.Name),
        (() => Say("Portfolio.Address"), l => l.Row.Slug),
        (() => Say("Partnership.State"), l => l.Row.Status),
        (() => Say("Portfolio.Last"), l => l.Row.LastMeeting),
        (() => Say("Portfolio.Quiet"), l => l.Figures.DaysQuiet),
        (() => Say("Portfolio.Next"), l => l.Figures.NextMeeting),
        (() => Say("Portfolio.InForce"), l => l.Row.InForce),
        (() => Say("Portfolio.Ending"), l => l.Figures.Ending),
        (() => Say("Portfolio.Overdue"), l => l.Figures.Overdue),
        (() => Say("Portfolio.Open"), l => l.Row.OpenCommitments),
        (() => Say("Portfolio.Running"), l => l.Row.RunningProjects),
        (() => Say("Portfolio.Trend", PortfolioFigures.Months), l => l.Figures.Trend.Sum(m => m.Meetings)),
        (() => Say("Partnership.FocalPoint"), l => l.Row.FocalPoint),
        (() => Say("Partnership.Themes"), l => l.Row.Themes),
    ];
}
