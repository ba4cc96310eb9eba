using System.Globalization;
using Relations.App.Api;
using Relations.App.Lists;
using Relations.App.Partnerships;
using Relations.App.Recording;
using Relations.Domain.Access;
using Relations.Domain.Partnerships;
using Relations.Domain.Recording;

namespace Relations.App.Views;

/// <summary>What the portfolio is asked. It stands whole in the address.</summary>
public sealed record PortfolioQuestion
{
    /// <summary>Entries a page.</summary>
    public const int Size = 50;

    /// <summary>The most days that can be asked for.</summary>
    public const int MostDays = 36_500;

    /// <summary>The days without a meeting after which the summary calls a partnership quiet.</summary>
    public const int UsualQuietDays = 365;

    /// <summary>What it can be sorted by; a minus before it puts the last first.</summary>
    public static IReadOnlyList<string> Sorts { get; } =
        ["name", "state", "last", "next", "in-force", "ending", "overdue", "open", "running", "meetings", "focal-point", "themes"];

    /// <summary>Words of its name, its address, its parties or its themes.</summary>
    public string? Text { get; init; }

    /// <summary>A theme.</summary>
    public string? Theme { get; init; }

    /// <summary>The account name of its focal point.</summary>
    public string? FocalPoint { get; init; }

    /// <summary>Where it stands.</summary>
    public PartnershipStatus? State { get; init; }

    /// <summary>No meeting for more than so many days.</summary>
    public int? QuietFor { get; init; }

    /// <summary>An agreement in force certainly ends within so many months.</summary>
    public int? EndsWithin { get; init; }

    /// <summary>Some commitment is overdue.</summary>
    public bool Overdue { get; init; }

    /// <summary>Some agreement is in force.</summary>
    public bool InForce { get; init; }

    /// <summary>Those that who asks is the focal point of.</summary>
    public bool Mine { get; init; }

    /// <summary>What it is sorted by; null for the address.</summary>
    public string? Sort { get; init; }

    /// <summary>Which page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>The two clocks.</summary>
    public AsOf AsOf { get; init; } = AsOf.Now;

    /// <summary>All partnerships at the same moment.</summary>
    public PortfolioQuestion All => new() { AsOf = AsOf };

    /// <summary>Whether it asks for anything but all.</summary>
    public bool IsFiltered => this with { Sort = null, Page = 1 } != All;

    /// <summary>Reads a question as it comes in an address.</summary>
    /// <param name="query">The address's query.</param>
    /// <param name="question">The question, without what cannot be read.</param>
    /// <returns>What cannot be read.</returns>
    public static IReadOnlyList<Refusal> Read(IQueryCollection query, out PortfolioQuestion question)
    {
        var address = new AddressReader(query);
        var unread = Pages.AddressClocks.Read(query["on"], query["asKnownAt"], out var asOf);
        foreach (var clock in unread)
            address.Refuse(CommonRules.FieldUnreadable, clock == "On" ? "on" : "asKnownAt", clock == "On" ? "2016-02-12" : "2026-11-23T12:00:00Z");
        question = new()
        {
            Text = address.Words("text"),
            Theme = address.Text("theme"),
            FocalPoint = address.Text("focal-point"),
            State = address.OneOf("state", [.. Enum.GetValues<PartnershipStatus>().Select(s => ListQuestion.NameOf(s))]) is { } state
                ? Enum.GetValues<PartnershipStatus>().First(s => ListQuestion.NameOf(s) == state)
                : null,
            QuietFor = address.Number("quiet-for", 0, MostDays),
            EndsWithin = address.Number("ends-within", 1, ListQuestion.MostMonths),
            Overdue = address.OneOf("overdue", ["true"]) is not null,
            InForce = address.OneOf("in-force", ["true"]) is not null,
            Mine = address.OneOf("mine", ["true"]) is not null,
            Sort = address.OneOf("sort", [.. Sorts.SelectMany(s => new[] { s, "-" + s })]),
            Page = address.Number("page", 1, Paging.LastPage) ?? 1,
            AsOf = asOf,
        };
        return address.Refusals;
    }

    /// <summary>The address of the portfolio with this question, written in one way only.</summary>
    public string Address => "/portfolio" + AddressReader.Written(
    [
        ("text", Text),
        ("theme", Theme),
        ("focal-point", FocalPoint),
        ("state", State is { } state ? ListQuestion.NameOf(state) : null),
        ("quiet-for", QuietFor),
        ("ends-within", EndsWithin),
        ("overdue", Overdue ? "true" : null),
        ("in-force", InForce ? "true" : null),
        ("mine", Mine ? "true" : null),
        ("sort", Sort),
        ("page", Page == 1 ? null : Page),
        .. TimelineQuestion.Clocks(AsOf).Select(c => (c.Name, (object?)c.Value)),
    ]);

    /// <summary>Whether a partnership is asked for.</summary>
    /// <param name="line">The partnership with its figures.</param>
    /// <param name="day">The day that they are of.</param>
    /// <param name="actor">Who asks.</param>
    public bool Asks(PortfolioLine line, DateOnly day, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(actor);
        var (row, figures, _, _) = line;
        return (Text is null || Listing.WordsOf(Text).Split(' ').All(line.Words.Contains))
            && (Theme is null || row.Themes.Any(t => Listing.WordsOf(t) == Listing.WordsOf(Theme)))
            && (FocalPoint is null || row.FocalPoint == FocalPoint)
            && (State is null || row.Status == State)
            && (QuietFor is not { } days || figures.IsQuietFor(row, days))
            && (EndsWithin is not { } months || PortfolioFigures.EndingWithin(row, day, months) > 0)
            && (!Overdue || figures.Overdue > 0)
            && (!InForce || row.InForce > 0)
            && (!Mine || row.FocalPoint == actor.Name);
    }

    /// <summary>Sorts partnerships; those that are the same in what is asked for stand by their addresses.</summary>
    /// <param name="lines">The partnerships.</param>
    /// <param name="culture">The reader's language.</param>
    public IEnumerable<PortfolioLine> Sorted(IEnumerable<PortfolioLine> lines, CultureInfo culture)
    {
        var text = StringComparer.Create(culture, CompareOptions.IgnoreCase);
        return (Sort?.TrimStart('-')) switch
        {
            "name" => By(l => l.Name, text),
            "state" => By(l => l.Row.Status),
            "last" => By(l => l.Row.LastMeeting),
            "next" => By(l => l.Figures.NextMeeting),
            "in-force" => By(l => l.Row.InForce),
            "ending" => By(l => l.Figures.Ending),
            "overdue" => By(l => l.Figures.Overdue),
            "open" => By(l => l.Row.OpenCommitments),
            "running" => By(l => l.Row.RunningProjects),
            "meetings" => By(l => l.Figures.Trend.Sum(m => m.Meetings)),
            "focal-point" => By(l => l.Row.FocalPoint ?? "", text),
            "themes" => By(l => string.Join(' ', l.Row.Themes), text),
            _ => lines.OrderBy(l => l.Row.Slug, StringComparer.Ordinal),
        };

        IEnumerable<PortfolioLine> By<T>(Func<PortfolioLine, T> key, IComparer<T>? order = null) =>
            (Sort!.StartsWith('-') ? lines.OrderByDescending(key, order) : lines.OrderBy(key, order)).ThenBy(l => l.Row.Slug, StringComparer.Ordinal);
    }
}

/// <summary>A partnership in the portfolio with its figures on a day.</summary>
/// <param name="Row">The row.</param>
/// <param name="Figures">Its figures.</param>
/// <param name="Name">What it goes by in the reader's language.</param>
/// <param name="Parties">The names of its parties, with their acronyms.</param>
public sealed record PortfolioLine(PortfolioRow Row, PortfolioFigures Figures, string Name, IReadOnlyList<string> Parties)
{
    /// <summary>The words that it is found by.</summary>
    public string Words { get; } = Listing.WordsOf(string.Join(' ', [Name, Row.Slug, .. Parties, .. Row.Themes]));
}

/// <summary>What the portfolio says of all partnerships that who asks may read.</summary>
/// <param name="Partnerships">How many there are.</param>
/// <param name="InForce">How many have agreements in force.</param>
/// <param name="Ending">How many have one that ends within twelve months.</param>
/// <param name="Overdue">How many have overdue commitments.</param>
/// <param name="Quiet">How many had no meeting for a year.</param>
public sealed record PortfolioSummary(int Partnerships, int InForce, int Ending, int Overdue, int Quiet)
{
    /// <summary>The summary of some partnerships.</summary>
    /// <param name="lines">The partnerships.</param>
    public static PortfolioSummary Of(IReadOnlyCollection<PortfolioLine> lines) => new(
        lines.Count,
        lines.Count(l => l.Row.InForce > 0),
        lines.Count(l => l.Figures.Ending > 0),
        lines.Count(l => l.Figures.Overdue > 0),
        lines.Count(l => l.Figures.IsQuietFor(l.Row, PortfolioQuestion.UsualQuietDays)));
}
