using Microsoft.Extensions.Primitives;
using Relations.App.Api;
using Relations.App.Views;
using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.App.Cli;

/// <summary>What <c>portfolio</c> takes.</summary>
public sealed class PortfolioInput : AsOfInput
{
    /// <summary>Which page, from 1.</summary>
    public int? PageFlag { get; set; }

    /// <summary>Entries a page, 1 to 200; 50 unless said.</summary>
    public int? SizeFlag { get; set; }

    /// <summary>Words of the name, the address, the parties or the themes.</summary>
    public string? TextFlag { get; set; }

    /// <summary>A theme.</summary>
    public string? ThemeFlag { get; set; }

    /// <summary>The account name of the focal point.</summary>
    public string? FocalPointFlag { get; set; }

    /// <summary>Where it stands.</summary>
    public string? StateFlag { get; set; }

    /// <summary>No meeting for more than so many days.</summary>
    public string? QuietForFlag { get; set; }

    /// <summary>An agreement in force ends within so many months.</summary>
    public string? EndsWithinFlag { get; set; }

    /// <summary>Those with overdue commitments.</summary>
    public bool OverdueFlag { get; set; }

    /// <summary>Those with agreements in force.</summary>
    public bool InForceFlag { get; set; }

    /// <summary>What it is sorted by.</summary>
    public string? SortFlag { get; set; }

    /// <summary>Which page, read as the API reads it.</summary>
    internal Paging Paging => Paging.Of(PageFlag, SizeFlag);

    /// <summary>What is asked, read as the page reads it.</summary>
    /// <param name="question">The question.</param>
    /// <returns>What cannot be read.</returns>
    internal IReadOnlyList<Refusal> Read(out PortfolioQuestion question) => PortfolioQuestion.Read(
        new QueryCollection(new Dictionary<string, StringValues>
        {
            ["text"] = TextFlag,
            ["theme"] = ThemeFlag,
            ["focal-point"] = FocalPointFlag,
            ["state"] = StateFlag,
            ["quiet-for"] = QuietForFlag,
            ["ends-within"] = EndsWithinFlag,
            ["overdue"] = OverdueFlag ? "true" : null,
            ["in-force"] = InForceFlag ? "true" : null,
            ["sort"] = SortFlag,
            ["on"] = OnFlag,
            ["asKnownAt"] = AsKnownAtFlag,
        }),
        out question);
}

/// <summary>Shows all partnerships with the figures that a manager compares.</summary>
[Verb("portfolio")]
public sealed class PortfolioCommand : Verb<PortfolioInput>
{
    internal override IReadOnlyList<string> Mistakes(PortfolioInput input, Words words) =>
        [.. input.Paging.OutOfBounds().Concat(input.Read(out _)).Select(words.Say)];

    internal override async Task<ExitCode> RunAsync(
        PortfolioInput input, RecordAccess record, Terminal terminal, CancellationToken cancellation)
    {
        var words = terminal.Words;
        input.Read(out var question);
        var portfolio = await record.Get<PortfolioReader>().ReadAsync(question, cancellation);
        var page = PortfolioEndpoint.PageOf(portfolio, input.Paging);
        if (input.JsonFlag)
        {
            terminal.SayJson(page);
            return ExitCode.Done;
        }

        var names = new Names(words, portfolio.Organisations, new Dictionary<Guid, Domain.People.Person>());
        new Sheet(words, words.Say("portfolio"))
            .Line("total", page.Total)
            .Table(
                "partnerships",
                ["slug", "name", "status", "last-meeting", "planned", "in-force", "next-end", "open", "running-projects"],
                page.Items,
                r => [r.Slug, r.Name ?? names.Of(r.Parties), r.Status, r.LastMeeting, First(r.Planned), r.InForce, First(r.Ends), r.OpenCommitments, r.RunningProjects])
            .WriteTo(terminal.Answers);
        return ExitCode.Done;
    }

    private static EdtfDate? First(IReadOnlyList<EdtfDate> dates) => dates.Count == 0 ? null : dates[0];
}
