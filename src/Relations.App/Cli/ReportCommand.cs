using Microsoft.Extensions.Primitives;
using Relations.App.Api;
using Relations.App.Pages.Reports;
using Relations.App.Recording;
using Relations.App.Reports;
using Relations.Domain.Recording;

namespace Relations.App.Cli;

/// <summary>What <c>report</c> takes.</summary>
public sealed class ReportInput : AsOfInput
{
    /// <summary>The report's name.</summary>
    public string Name { get; set; } = "";

    /// <summary>A partnership's slug or id.</summary>
    public string? PartnershipFlag { get; set; }

    /// <summary>A kind of record.</summary>
    public string? KindFlag { get; set; }

    /// <summary>The account that recorded it.</summary>
    public string? ByFlag { get; set; }

    /// <summary>The first day of recording; of posts, of the meetings.</summary>
    public string? FromFlag { get; set; }

    /// <summary>The last day.</summary>
    public string? ToFlag { get; set; }

    /// <summary>How many days late is late.</summary>
    public string? DaysFlag { get; set; }

    /// <summary>What it is sorted by.</summary>
    public string? SortFlag { get; set; }

    /// <summary>Which page, from 1.</summary>
    public int? PageFlag { get; set; }

    /// <summary>Lines a page, 1 to 200; 50 unless said.</summary>
    public int? SizeFlag { get; set; }

    /// <summary>Which page, read as the API reads it.</summary>
    internal Paging Paging => Paging.Of(PageFlag, SizeFlag);

    /// <summary>What is asked, read as the page reads it.</summary>
    /// <param name="report">The report.</param>
    /// <param name="question">The question.</param>
    /// <returns>What cannot be read.</returns>
    internal IReadOnlyList<Refusal> Read(Report report, out ReportQuestion question) => ReportQuestion.Read(
        report,
        new QueryCollection(new Dictionary<string, StringValues>
        {
            ["partnership"] = PartnershipFlag,
            ["kind"] = KindFlag,
            ["by"] = ByFlag,
            ["from"] = FromFlag,
            ["to"] = ToFlag,
            ["days"] = DaysFlag,
            ["on"] = OnFlag,
            ["asKnownAt"] = AsKnownAtFlag,
            ["sort"] = SortFlag,
        }),
        out question);
}

/// <summary>Shows a report for auditors, by the query of its page.</summary>
[Verb("report")]
public sealed class ReportCommand : Verb<ReportInput>
{
    internal override IReadOnlyList<string> Mistakes(ReportInput input, Words words) => AllReports.Find(input.Name) is { } report
        ? [.. input.Paging.OutOfBounds().Concat(input.Read(report, out _)).Select(words.Say)]
        : [words.Say("unknown-report", input.Name, string.Join(", ", AllReports.All.Select(r => r.Name)))];

    internal override async Task<ExitCode> RunAsync(
        ReportInput input, RecordAccess record, Terminal terminal, CancellationToken cancellation)
    {
        var (report, words, paging) = (AllReports.Find(input.Name)!, terminal.Words, input.Paging);
        input.Read(report, out var question);
        var reader = record.Get<ReportReader>();
        if (input.JsonFlag)
        {
            var (page, unknown) = await report.PageAsync(reader, question, paging, cancellation);
            if (unknown.Count > 0)
                return NotOnRecord(terminal, input.PartnershipFlag!);
            terminal.SayJson(page);
            return ExitCode.Done;
        }

        var answer = await report.ReadAsync(reader, record.Get<RecordReader>(), question, paging.Skipped, paging.Size, cancellation);
        if (answer.Refusals.Count > 0)
            return NotOnRecord(terminal, input.PartnershipFlag!);
        new Sheet(words, report.Title())
            .Line("lines", answer.Count)
            .Table([.. report.Columns.Select(c => c.Name())], answer.Rows.Select(r => r.Cells.Select(ReportValues.Plain)))
            .WriteTo(terminal.Answers);
        return ExitCode.Done;
    }
}
