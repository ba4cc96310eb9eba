using System.Globalization;
using Relations.App.Coming;
using Relations.App.Recording;
using Relations.Domain.Agreements;
using Relations.Domain.Commitments;
using Relations.Domain.Meetings;
using Relations.Domain.Organisations;
using Relations.Domain.Partnerships;
using Relations.Domain.Projects;
using Relations.Domain.Recording;
using static Relations.App.Pages.Texts;

namespace Relations.App.Pages.Calendar;

/// <summary>What dates are called, in the reader's language.</summary>
public sealed class ComingNames
{
    /// <summary>The longest title: a commitment may be written as a page.</summary>
    private const int LongestTitle = 160;

    private readonly IReadOnlyDictionary<Guid, Partnership> partnerships;
    private readonly IReadOnlyDictionary<Guid, Organisation> organisations;
    private readonly CultureInfo culture;

    private ComingNames(
        IReadOnlyDictionary<Guid, Partnership> partnerships, IReadOnlyDictionary<Guid, Organisation> organisations, CultureInfo culture) =>
        (this.partnerships, this.organisations, this.culture) = (partnerships, organisations, culture);

    /// <summary>The names that some dates need.</summary>
    /// <param name="dates">The dates that are shown.</param>
    /// <param name="records">Reads records, for whoever the dates are shown to.</param>
    /// <param name="culture">The reader's language.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task<ComingNames> OfAsync(
        IReadOnlyCollection<ComingDate> dates, RecordReader records, CultureInfo culture, CancellationToken cancellation)
    {
        var partnerships = await records.ReadManyAsync<Partnership>(
            [.. dates.SelectMany(d => d.Partnerships).Distinct()], AsOf.Now, cancellation);
        var organisations = await records.ReadManyAsync<Organisation>(
            [
                .. partnerships.Values.Where(p => p.Name is null).SelectMany(p => p.Parties).Select(p => p.Organisation.Value)
                    .Concat(dates.Select(d => d.Record).OfType<Agreement>().Where(a => a.Title is null).SelectMany(a => a.Parties).Select(p => p.Value))
                    .Distinct(),
            ],
            AsOf.Now,
            cancellation);
        return new(partnerships, organisations, culture);
    }

    /// <summary>What a kind of date is called.</summary>
    /// <param name="kind">The kind.</param>
    public static string Of(ComingKind kind) => kind switch
    {
        ComingKind.MeetingPlanned => Say("Coming.MeetingPlanned"),
        ComingKind.MeetingHeld => Say("Coming.MeetingHeld"),
        ComingKind.LastDayForNotice => Say("Coming.LastDayForNotice"),
        ComingKind.TermEnds => Say("Coming.TermEnds"),
        ComingKind.RenewalCloses => Say("Coming.RenewalCloses"),
        ComingKind.NoticeTakesEffect => Say("Coming.NoticeTakesEffect"),
        ComingKind.Review => Say("Coming.Review"),
        ComingKind.CommitmentDue => Say("Coming.CommitmentDue"),
        ComingKind.ProjectEnds => Say("Coming.ProjectEnds"),
        _ => Say("Coming.Milestone"),
    };

    /// <summary>What the record of a date is called.</summary>
    /// <param name="date">The date.</param>
    public string TitleOf(ComingDate date)
    {
        var title = date.Note ?? date.Record switch
        {
            Meeting m => m.Title ?? Say("Coming.Meeting"),
            Agreement a => a.Title ?? $"{Vocabulary.InWords(a.Type, culture)} {Together(a.Parties)}",
            Commitment c => c.What,
            _ => ((Project)date.Record).Title ?? Say("Coming.Project"),
        };
        return title.Length <= LongestTitle ? title : string.Concat(title.AsSpan(0, LongestTitle), "…");
    }

    /// <summary>The partnerships that a date belongs to and the reader may know of, by name.</summary>
    /// <param name="date">The date.</param>
    public IEnumerable<Named> PartnershipsOf(ComingDate date) => date.Partnerships
        .Select(id => partnerships.GetValueOrDefault(id)).OfType<Partnership>().Select(p => new Named(Of(p), $"/partnerships/{p.Slug}"));

    private string Of(Partnership partnership) => partnership.Name ?? Together([.. partnership.Parties.Select(p => p.Organisation)]);

    private string Together(IReadOnlyList<OrganisationId> parties) =>
        string.Join("–", parties.Select(p => organisations.GetValueOrDefault(p.Value)?.ShortNameIn(culture)).OfType<string>());
}
