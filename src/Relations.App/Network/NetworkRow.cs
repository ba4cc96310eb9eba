using System.Globalization;
using JasperFx.Events;
using Marten.Events.Projections;
using Relations.App.Briefings;
using Relations.App.Views;
using Relations.Domain.Agreements;
using Relations.Domain.Meetings;
using Relations.Domain.Partnerships;
using Relations.Domain.Projects;
using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.App.Network;

/// <summary>A time during which something tied organisations together, as far as is known.</summary>
/// <param name="From">Since when; null where nobody knows.</param>
/// <param name="To">When it ended; null where it did not, or nobody knows when.</param>
/// <param name="HasEnded">Whether it ended.</param>
public sealed record TieSpan(EdtfDate? From, EdtfDate? To, bool HasEnded)
{
    /// <summary>Whether it tied them on a day. What ended on an unknown day is not said to have lasted until any.</summary>
    /// <param name="day">The day.</param>
    public bool Includes(DateOnly day) => From?.HasBegunBy(day) != false && (!HasEnded || To?.HasBegunBy(day) == false);
}

/// <summary>An organisation's time as a party.</summary>
/// <param name="Organisation">The organisation.</param>
/// <param name="Span">When it was a party.</param>
public sealed record TiedParty(Guid Organisation, TieSpan Span);

/// <summary>An agreement or a project that ties organisations together.</summary>
/// <param name="Id">The record.</param>
/// <param name="Title">Its title, as much as a line holds; null where nobody knows it.</param>
/// <param name="Type">The sort of instrument; null of a project.</param>
/// <param name="Organisations">Those it ties.</param>
/// <param name="Span">When it was in force, or under way.</param>
/// <param name="IsRestricted">Whether only named readers may read it.</param>
public sealed record TyingRecord(
    Guid Id, string? Title, AgreementType? Type, IReadOnlyList<Guid> Organisations, TieSpan Span, bool IsRestricted);

/// <summary>
/// What one partnership ties together: small enough to load all, and without a clock, so that a rebuild makes the same and any
/// day can be asked for.
/// </summary>
public sealed record NetworkRow
{
    private const int MostOfTitle = 160;

    /// <summary>The partnership's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its address.</summary>
    public required string Slug { get; init; }

    /// <summary>Its name, where it has one.</summary>
    public string? Name { get; init; }

    /// <summary>Whether only named readers may read it.</summary>
    public bool IsRestricted { get; init; }

    /// <summary>Its themes.</summary>
    public IReadOnlyList<string> Themes { get; init; } = [];

    /// <summary>When it was kept up.</summary>
    public required TieSpan Span { get; init; }

    /// <summary>Its parties, past ones too.</summary>
    public IReadOnlyList<TiedParty> Parties { get; init; } = [];

    /// <summary>Its agreements that are or were in force.</summary>
    public IReadOnlyList<TyingRecord> Agreements { get; init; } = [];

    /// <summary>Its projects that are or were under way.</summary>
    public IReadOnlyList<TyingRecord> Projects { get; init; } = [];

    /// <summary>Meetings held, by the year of their first possible day.</summary>
    public IReadOnlyDictionary<string, int> MeetingsByYear { get; init; } = new SortedDictionary<string, int>();

    /// <summary>The row that a partnership's view makes; null while the partnership itself is not on record.</summary>
    /// <param name="view">The view.</param>
    public static NetworkRow? Fold(PartnershipView view) => view.Partnership is not { } partnership ? null : new()
    {
        Id = view.Id,
        Slug = partnership.Slug,
        Name = partnership.Name,
        IsRestricted = partnership.Classification == Classification.Restricted,
        Themes = partnership.Themes,
        Span = partnership.Status == PartnershipStatus.Closed
            ? new(partnership.Since, partnership.StatusSince, HasEnded: true)
            : new(partnership.Since, null, HasEnded: false),
        Parties =
        [
            .. partnership.Parties.Select(p => new TiedParty(p.Organisation.Value, new(p.Since, null, HasEnded: false))),
            .. partnership.FormerParties.Select(p => new TiedParty(p.Organisation.Value, new(p.Since, p.Until, HasEnded: true))),
        ],
        Agreements =
        [
            .. from agreement in view.Agreements.Values
               let span = InForce(agreement)
               where span is not null
               select new TyingRecord(
                   agreement.Id, agreement.Title?.Beginning(MostOfTitle), agreement.Type, [.. agreement.Parties.Select(p => p.Value)], span,
                   agreement.Classification == Classification.Restricted),
        ],
        Projects =
        [
            .. from project in view.Projects.Values
               let span = UnderWay(project)
               where span is not null
               select new TyingRecord(
                   project.Id, project.Title?.Beginning(MostOfTitle), null, [.. project.Participants.Select(p => p.Organisation.Value).Distinct()],
                   span, project.Classification == Classification.Restricted),
        ],
        MeetingsByYear = new SortedDictionary<string, int>(
            view.Meetings.Values.Where(m => m is { Status: MeetingStatus.Held, On.Earliest: not null })
                .GroupBy(m => m.On!.Earliest!.Value.Year.ToString("D4", CultureInfo.InvariantCulture)).ToDictionary(g => g.Key, g => g.Count()),
            StringComparer.Ordinal),
    };

    /// <summary>When an agreement was in force; null where it never was. It is not while it is suspended.</summary>
    private static TieSpan? InForce(Agreement agreement) => agreement switch
    {
        { Status: AgreementStatus.InForce or AgreementStatus.NoticeGiven } => new(agreement.InForceOn, null, HasEnded: false),
        { Status: AgreementStatus.Suspended } or { HasEnded: true, InForceOn: not null } => new(agreement.InForceOn, agreement.Since, HasEnded: true),
        _ => null,
    };

    /// <summary>When a project was under way; null where its work never began.</summary>
    private static TieSpan? UnderWay(Project project) => project.Status switch
    {
        ProjectStatus.Pipeline => null,
        ProjectStatus.Cancelled when project.Dates.Started is null => null,
        ProjectStatus.Implementation => new(project.Dates.Started ?? project.Period, null, HasEnded: false),
        ProjectStatus.Suspended => new(project.Dates.Started ?? project.Period, project.Dates.Suspended, HasEnded: true),
        _ => new(project.Dates.Started ?? project.Period, project.Dates.Completed ?? project.Dates.Ended ?? LastDay(project.Period), HasEnded: true),
    };

    private static EdtfDate? LastDay(EdtfDate? period) => period?.Latest?.ToDateOnly() is { } day ? EdtfDate.Of(day) : null;
}

/// <summary>Keeps what partnerships tie together up to date, from the views that the same batch of events changed.</summary>
internal sealed partial class NetworkProjection : MultiStreamProjection<NetworkRow, Guid>
{
    /// <summary>Sets the grouping.</summary>
    public NetworkProjection()
    {
        Name = nameof(NetworkRow);
        Identity<Updated<PartnershipView>>(u => u.Entity.Id);
    }

    /// <inheritdoc />
    public override NetworkRow? Evolve(NetworkRow? snapshot, Guid id, IEvent e) =>
        e.Data is Updated<PartnershipView> updated ? NetworkRow.Fold(updated.Entity) : snapshot;
}
