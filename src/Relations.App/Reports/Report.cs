using Relations.App.Api;
using Relations.App.Lists;
using Relations.App.Pages;
using Relations.Domain.Recording;

namespace Relations.App.Reports;

/// <summary>Some rows of a report, as a page, a file and the command line show them.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Count">How many there are in all, as far as they were counted.</param>
/// <param name="IsMore">Whether there are more than were counted.</param>
/// <param name="Refusals">What of the question names nothing on record.</param>
public sealed record ReportAnswer(IReadOnlyList<ListRow> Rows, int Count, bool IsMore, IReadOnlyList<Refusal> Refusals);

/// <summary>A report for auditors: what it can be asked, and what it shows.</summary>
public abstract class Report
{
    /// <summary>Where the reports are.</summary>
    public const string Path = "/reports";

    /// <summary>Its name in addresses and on the command line: <c>late</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What it is called, in the reader's language.</summary>
    public required Func<string> Title { get; init; }

    /// <summary>What it shows and by which rule, in a sentence or two.</summary>
    public required Func<string> About { get; init; }

    /// <summary>Whether it asks how many days late is late.</summary>
    public bool AsksForDays { get; init; }

    /// <summary>Whether it can be asked about one kind of record.</summary>
    public bool AsksForKind { get; init; } = true;

    /// <summary>The orders it can have.</summary>
    public required IReadOnlyList<string> Sorts { get; init; }

    /// <summary>Its own order.</summary>
    public required string UsualSort { get; init; }

    /// <summary>Its columns.</summary>
    public abstract IReadOnlyList<ListColumn> Columns { get; }

    /// <summary>Reads some of its rows.</summary>
    /// <param name="reader">Reads reports.</param>
    /// <param name="records">Reads records, for their names.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="skip">Rows to skip.</param>
    /// <param name="take">Rows to take.</param>
    /// <param name="cancellation">Stops the work.</param>
    public abstract Task<ReportAnswer> ReadAsync(
        ReportReader reader, Recording.RecordReader records, ReportQuestion question, int skip, int take, CancellationToken cancellation);

    /// <summary>A page of its lines as data, as the API and the command line answer with it.</summary>
    /// <param name="reader">Reads reports.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="paging">Which page, within its bounds.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>A <see cref="Page{T}"/> of lines, and what of the question names nothing on record.</returns>
    internal abstract Task<(object Page, IReadOnlyList<Refusal> Refusals)> PageAsync(
        ReportReader reader, ReportQuestion question, Paging paging, CancellationToken cancellation);
}

/// <summary>A report of lines of one type.</summary>
/// <typeparam name="T">Their type.</typeparam>
public sealed class Report<T> : Report where T : ReportLine
{
    /// <summary>Finds its lines.</summary>
    public required Func<ReportReader, ReportQuestion, int, int, CancellationToken, Task<ReportedLines<T>>> Find { get; init; }

    /// <summary>The address that a line opens.</summary>
    public required Func<T, ReportQuestion, string> Address { get; init; }

    /// <summary>The records that a line names.</summary>
    public required Func<T, IEnumerable<Guid>> Named { get; init; }

    /// <summary>The columns; the first says what the line is about.</summary>
    public required IReadOnlyList<ReportColumn<T>> Shown { get; init; }

    /// <inheritdoc />
    public override IReadOnlyList<ListColumn> Columns => Shown;

    /// <inheritdoc />
    public override async Task<ReportAnswer> ReadAsync(
        ReportReader reader, Recording.RecordReader records, ReportQuestion question, int skip, int take, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(question);
        var found = await Find(reader, question, skip, take, cancellation);
        var known = await records.ReadNamedAsync([.. found.Lines.SelectMany(Named).Distinct()], cancellation);
        var names = new HomeNames(known, System.Globalization.CultureInfo.CurrentUICulture);
        return new(
            [.. found.Lines.Select(line => new ListRow(Address(line, question), [.. Shown.Select(c => c.Value(line, names))]))],
            found.Count,
            found.IsMore,
            found.Refusals);
    }

    /// <inheritdoc />
    internal override async Task<(object Page, IReadOnlyList<Refusal> Refusals)> PageAsync(
        ReportReader reader, ReportQuestion question, Paging paging, CancellationToken cancellation)
    {
        var found = await Find(reader, question, paging.Skipped, paging.Size, cancellation);
        return (new Page<T>(found.Lines, paging.Page, paging.Size, found.Count), found.Refusals);
    }
}

/// <summary>A column of a report.</summary>
/// <typeparam name="T">The type of its lines.</typeparam>
/// <param name="Name">Its heading, in the reader's language.</param>
/// <param name="Value">What stands in it.</param>
/// <param name="Sort">The order that it stands for; null where there is none.</param>
public sealed record ReportColumn<T>(Func<string> Name, Func<T, HomeNames, object?> Value, string? Sort = null) : ListColumn(Name, Sort);
