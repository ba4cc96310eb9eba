using System.Globalization;
using Relations.App.Recording;
using Relations.App.Reports;
using Relations.Domain.People;
using Relations.Domain.Time;
using static Relations.App.Pages.Texts;

namespace Relations.App.Pages.Reports;

/// <summary>Every report for auditors, with its columns.</summary>
public static class AllReports
{
    /// <summary>The name of the report that has every fact.</summary>
    public const string EntriesName = "entries";

    private static readonly string[] SortsOfFacts = ["recorded", "by", "kind"];

    /// <summary>What was recorded late.</summary>
    public static Report<LateLine> Late { get; } = new()
    {
        Name = "late",
        Title = () => Say("Report.Late"),
        About = () => Say("Report.LateAbout"),
        AsksForDays = true,
        Sorts = ["late", .. SortsOfFacts],
        UsualSort = "-late",
        Find = (reader, question, skip, take, cancellation) => reader.LateAsync(question, skip, take, cancellation),
        Address = AddressOf,
        Named = OfFact,
        Shown = [.. Fact<LateLine>(), new(() => Say("Report.DaysLate"), (l, _) => l.Days, "late")],
    };

    /// <summary>The corrections.</summary>
    public static Report<CorrectionLine> Corrections { get; } = new()
    {
        Name = "corrections",
        Title = () => Say("Report.Corrections"),
        About = () => Say("Report.CorrectionsAbout"),
        Sorts = SortsOfFacts,
        UsualSort = "-recorded",
        Find = (reader, question, skip, take, cancellation) => reader.CorrectionsAsync(question, skip, take, cancellation),
        Address = AddressOf,
        Named = l => OfFact(l).Concat(ReportValues.NamedIn(l.Changes)),
        Shown =
        [
            .. Fact<CorrectionLine>(withDate: false),
            new(() => Say("Report.Reason"), (l, _) => l.Reason),
            new(() => Say("Report.Changes"), (l, names) => ReportValues.InWords(l.Changes, names)),
        ],
    };

    /// <summary>What two sources say differently.</summary>
    public static Report<ContradictionLine> Contradictions { get; } = new()
    {
        Name = "contradictions",
        Title = () => Say("Report.Contradictions"),
        About = () => Say("Report.ContradictionsAbout"),
        Sorts = SortsOfFacts,
        UsualSort = "-recorded",
        Find = (reader, question, skip, take, cancellation) => reader.ContradictionsAsync(question, skip, take, cancellation),
        Address = AddressOf,
        Named = l => OfFact(l).Concat(l.Fields.SelectMany(f => new[] { f.Earlier, f.Later }).SelectMany(a => ReportValues.NamedIn(a.Value).Concat(a.Sources.Select(s => s.Value)))),
        Shown =
        [
            new(() => Say("Report.Field"), (l, names) => l.Fields.Select(f => ReportValues.Label(f.Field, names.Culture)).ToList()),
            new(() => Say("Report.Record"), (l, names) => names.Of(l.Fact.Record)),
            new(() => Say("Report.FirstSaid"), (l, names) => l.Fields.Select(f => ReportValues.InWords(f.Earlier.Value, names) ?? "").ToList()),
            new(() => Say("Report.FirstSource"), (l, names) => l.Fields.SelectMany(f => f.Earlier.Sources).Distinct().Select(s => names.Of(s)).ToList()),
            new(() => Say("Report.ThenSaid"), (l, names) => l.Fields.Select(f => ReportValues.InWords(f.Later.Value, names) ?? "").ToList()),
            new(() => Say("Report.ThenSource"), (l, names) => l.Fields.SelectMany(f => f.Later.Sources).Distinct().Select(s => names.Of(s)).ToList()),
            new(() => Say("Report.ShownValue"), (l, _) => l.Fields.Select(f => ShownOf(f)).Distinct().ToList()),
            new(() => Say("Report.Reason"), (l, _) => l.Reason),
            new(() => Say("Report.RecordedAt"), (l, _) => l.Fact.RecordedAt, "recorded"),
        ],
    };

    /// <summary>Facts without a source.</summary>
    public static Report<EntryLine> Uncited { get; } = new()
    {
        Name = "uncited",
        Title = () => Say("Report.Uncited"),
        About = () => Say("Report.UncitedAbout"),
        Sorts = SortsOfFacts,
        UsualSort = "-recorded",
        Find = (reader, question, skip, take, cancellation) => reader.UncitedAsync(question, skip, take, cancellation),
        Address = AddressOf,
        Named = OfFact,
        Shown = [.. Fact<EntryLine>(), new(() => Say("Report.Basis"), (l, _) => l.Fact.Basis)],
    };

    /// <summary>Who recorded how much of what.</summary>
    public static Report<TallyLine> Recorded { get; } = new()
    {
        Name = "recorded",
        Title = () => Say("Report.Recorded"),
        About = () => Say("Report.RecordedAbout"),
        AsksForDays = true,
        Sorts = ["month", "by", "kind", "facts"],
        UsualSort = "-month",
        Find = (reader, question, skip, take, cancellation) => reader.TallyAsync(question, skip, take, cancellation),
        Address = (line, question) => EntriesOf(line, question).AddressOf(EntriesName),
        Named = _ => [],
        Shown =
        [
            new(() => Say("Report.By"), (l, _) => l.RecordedBy ?? Say("Unknown"), "by"),
            new(() => Say("Report.Month"), (l, _) => EdtfDate.Parse(l.Month), "month"),
            new(() => Say("Report.Kind"), (l, _) => ReportValues.Kind(l.Kind), "kind"),
            new(() => Say("Report.Facts"), (l, _) => l.Facts, "facts"),
            new(() => Say("Report.Corrected"), (l, _) => l.Corrections),
            new(() => Say("Report.LateOnes"), (l, _) => l.Late),
            new(() => Say("Report.UncitedOnes"), (l, _) => l.Uncited),
        ],
    };

    /// <summary>Every fact.</summary>
    public static Report<EntryLine> Entries { get; } = new()
    {
        Name = EntriesName,
        Title = () => Say("Report.Entries"),
        About = () => Say("Report.EntriesAbout"),
        Sorts = SortsOfFacts,
        UsualSort = "-recorded",
        Find = (reader, question, skip, take, cancellation) => reader.EntriesAsync(question, skip, take, cancellation),
        Address = AddressOf,
        Named = OfFact,
        Shown = [.. Fact<EntryLine>(), new(() => Say("Report.Basis"), (l, _) => l.Fact.Basis)],
    };

    /// <summary>Posts at meetings against the tenure of that day.</summary>
    public static Report<PostLine> Posts { get; } = new()
    {
        Name = "posts",
        Title = () => Say("Report.Posts"),
        About = () => Say("Report.PostsAbout"),
        AsksForKind = false,
        Sorts = ["held", "by"],
        UsualSort = "-held",
        Find = (reader, question, skip, take, cancellation) => reader.PostsAsync(question, skip, take, cancellation),
        Address = (line, question) => FactAddress.To(line.Sequence, question.AsOf),
        Named = l => new[] { l.Meeting, l.Person.Value, l.OnBehalfOf.Value }.Concat(l.Appointments.Select(a => a.Organisation.Value)),
        Shown =
        [
            new(() => Say("Report.Post"), (l, _) => l.Post),
            new(() => Say("Report.Person"), (l, names) => new[] { names.Of(l.Person) }.ToList()),
            new(() => Say("Report.OnBehalfOf"), (l, names) => new[] { names.Of(l.OnBehalfOf) }.ToList()),
            new(() => Say("Report.Meeting"), (l, names) => new[] { names.Of(l.Meeting) }.ToList()),
            new(() => Say("Report.HeldOn"), (l, _) => l.On, "held"),
            new(() => Say("Report.Verdict"), (l, _) => l.Verdict == PostVerdict.OutsideTenure ? Say("Report.OutsideTenure") : Say("Report.OtherPost")),
            new(() => Say("Report.Appointments"), (l, names) => l.Appointments.Select(a => Tenure(a, names)).ToList()),
            new(() => Say("Report.By"), (l, _) => l.RecordedBy ?? Say("Unknown"), "by"),
        ],
    };

    /// <summary>All of them, in the order in which an auditor goes through them.</summary>
    public static IReadOnlyList<Report> All { get; } = [Late, Corrections, Contradictions, Uncited, Posts, Recorded, Entries];

    /// <summary>The report with a name; null where there is none.</summary>
    /// <param name="name">The name.</param>
    public static Report? Find(string? name) => All.FirstOrDefault(r => r.Name == name);

    private static string AddressOf(FactLine line, ReportQuestion question) => FactAddress.To(line.Fact.Sequence, question.AsOf);

    private static IEnumerable<Guid> OfFact(FactLine line) => [line.Fact.Record];

    /// <summary>The columns that all reports on facts begin with; a correction has no date of its own.</summary>
    private static IEnumerable<ReportColumn<T>> Fact<T>(bool withDate = true) where T : FactLine
    {
        yield return new(() => Say("Report.Fact"), (l, names) => FactWords.Title(l.Fact.Event, names.Culture), "kind");
        yield return new(() => Say("Report.Record"), (l, names) => new[] { names.Of(l.Fact.Record) }.ToList());
        if (withDate)
            yield return new(() => Say("Report.HeldOn"), (l, _) => l.Fact.On);
        yield return new(() => Say("Report.RecordedAt"), (l, _) => l.Fact.RecordedAt, "recorded");
        yield return new(() => Say("Report.By"), (l, _) => l.Fact.RecordedBy ?? Say("Unknown"), "by");
    }

    private static string ShownOf(ContradictedField field) => field.ShownSince switch
    {
        var shown when shown == field.Later.Sequence => Say("Report.ShownLater", field.ShownBy ?? Say("Unknown")),
        var shown when shown == field.Earlier.Sequence => Say("Report.ShownFirst", field.ShownBy ?? Say("Unknown")),
        _ => Say("Report.ShownSince", field.ShownBy ?? Say("Unknown")),
    };

    private static ReportQuestion EntriesOf(TallyLine line, ReportQuestion question)
    {
        var first = DateOnly.ParseExact(line.Month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var last = first.AddMonths(1).AddDays(-1);
        return question with
        {
            Kind = line.Kind,
            By = line.RecordedBy,
            From = question.From is { } from && from > first ? from : first,
            To = question.To is { } to && to < last ? to : last,
            Days = ReportQuestion.UsualDelay,
            Sort = null,
            Page = 1,
        };
    }

    private static string Tenure(Appointment appointment, HomeNames names)
    {
        var from = (appointment.From, appointment.AttestedBy) switch
        {
            ({ } since, _) => $"{Say("Person.From")} {since.ToWords(names.Culture)}",
            (_, { } by) => $"{Say("Person.StartUnknown")}, {Say("Person.Before")} {by.ToWords(names.Culture)}",
            _ => Say("Person.StartUnknown"),
        };
        var to = appointment.To is { } end ? $", {Say("Person.To")} {end.ToWords(names.Culture)}" : "";
        return $"{appointment.Post} ({names.Of(appointment.Organisation).Text}), {from}{to}";
    }
}
