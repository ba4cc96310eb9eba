using System.Globalization;
using Relations.App.Api;
using Relations.App.Lists;
using Relations.App.Pages;
using Relations.App.Recording;
using Relations.Domain.Access;
using Relations.Domain.Recording;

namespace Relations.App.Reports;

/// <summary>What an auditors' report is asked. It stands whole in the address, and what it cannot say is not asked.</summary>
public sealed record ReportQuestion
{
    /// <summary>What is recorded more days after it happened is late, unless another number is asked for.</summary>
    public const int UsualDelay = Home.AuditedWeek.UsualDelay;

    /// <summary>The most days that can be asked for: a hundred years.</summary>
    public const int MostDays = 36_525;

    /// <summary>The numbers of lines that a page can have, the usual one first.</summary>
    public static IReadOnlyList<int> Sizes => ListQuestion.Sizes;

    /// <summary>The kinds of records that have facts.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [.. RecordKinds.All.Where(k => k.State != typeof(Account)).Select(k => k.Name)];

    /// <summary>A partnership's slug or id.</summary>
    public string? Partnership { get; init; }

    /// <summary>A kind of record.</summary>
    public string? Kind { get; init; }

    /// <summary>The account that recorded it.</summary>
    public string? By { get; init; }

    /// <summary>Nothing recorded before this day; of posts, no meeting before it.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Nothing recorded after this day; of posts, no meeting after it.</summary>
    public DateOnly? To { get; init; }

    /// <summary>How many days late is late.</summary>
    public int Days { get; init; } = UsualDelay;

    /// <summary>The two clocks.</summary>
    public AsOf AsOf { get; init; } = AsOf.Now;

    /// <summary>What it is sorted by, a minus before it where the last comes first; null for the report's own order.</summary>
    public string? Sort { get; init; }

    /// <summary>Which page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Lines a page.</summary>
    public int Size { get; init; } = Sizes[0];

    /// <summary>Whether it asks for anything but all.</summary>
    public bool IsFiltered => this with { Sort = null, Page = 1, Size = Sizes[0] } != new ReportQuestion();

    /// <summary>Reads a question as it comes in an address.</summary>
    /// <param name="report">The report.</param>
    /// <param name="query">The address's query.</param>
    /// <param name="question">The question, without what cannot be read.</param>
    /// <returns>What cannot be read.</returns>
    public static IReadOnlyList<Refusal> Read(Report report, IQueryCollection query, out ReportQuestion question)
    {
        ArgumentNullException.ThrowIfNull(report);
        var address = new AddressReader(query);
        var mistakes = AddressClocks.Read(query["on"], query["asKnownAt"], out var asOf);
        foreach (var clock in mistakes)
            address.Refuse(CommonRules.FieldUnreadable, clock == "On" ? "on" : "asKnownAt", clock == "On" ? "2016-02-12" : "2026-11-23T12:00:00Z");
        question = new()
        {
            Partnership = address.Text("partnership"),
            Kind = report.AsksForKind ? address.OneOf("kind", Kinds) : null,
            By = address.Text("by"),
            From = address.Day("from"),
            To = address.Day("to"),
            Days = (report.AsksForDays ? address.Number("days", 0, MostDays) : null) ?? UsualDelay,
            AsOf = asOf,
            Sort = address.OneOf("sort", [.. report.Sorts.SelectMany(s => new[] { s, "-" + s })]),
            Page = address.Number("page", 1, Paging.LastPage) ?? 1,
            Size = address.OneOf("size", [.. Sizes.Select(s => s.ToString(CultureInfo.InvariantCulture))]) is { } size
                ? int.Parse(size, CultureInfo.InvariantCulture)
                : Sizes[0],
        };
        return address.Refusals;
    }

    /// <summary>The address of a report with this question, written in one way only.</summary>
    /// <param name="report">The report's name.</param>
    public string AddressOf(string report) => $"{Report.Path}/{report}" + AddressReader.Written(
    [
        ("partnership", Partnership),
        ("kind", Kind),
        ("by", By),
        ("from", From),
        ("to", To),
        ("days", Days == UsualDelay ? null : Days),
        .. Partnerships.TimelineQuestion.Clocks(AsOf).Select(c => (c.Name, (object?)c.Value)),
        ("sort", Sort),
        ("page", Page == 1 ? null : Page),
        ("size", Size == Sizes[0] ? null : Size),
    ]);
}
