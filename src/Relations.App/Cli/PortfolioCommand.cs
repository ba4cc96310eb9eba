using Relations.App.Api;
using Relations.App.Views;
using Relations.Domain.Time;

namespace Relations.App.Cli;

/// <summary>What <c>portfolio</c> takes.</summary>
public sealed class PortfolioInput : VerbInput
{
    /// <summary>Which page, from 1.</summary>
    public int? PageFlag { get; set; }

    /// <summary>Entries a page, 1 to 200; 50 unless said.</summary>
    public int? SizeFlag { get; set; }

    /// <summary>Which page, read as the API reads it.</summary>
    internal Paging Paging => Paging.Of(PageFlag, SizeFlag);
}

/// <summary>Shows all partnerships with the figures that a manager compares.</summary>
[Verb("portfolio")]
public sealed class PortfolioCommand : Verb<PortfolioInput>
{
    internal override IReadOnlyList<string> Mistakes(PortfolioInput input, Words words) =>
        [.. input.Paging.OutOfBounds().Select(words.Say)];

    internal override async Task<ExitCode> RunAsync(
        PortfolioInput input, RecordAccess record, Terminal terminal, CancellationToken cancellation)
    {
        var words = terminal.Words;
        var (page, parties) = await record.Get<PortfolioReader>().ReadAsync(input.Paging, cancellation);
        if (input.JsonFlag)
        {
            terminal.SayJson(page);
            return ExitCode.Done;
        }

        var names = new Names(words, parties, new Dictionary<Guid, Domain.People.Person>());
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
