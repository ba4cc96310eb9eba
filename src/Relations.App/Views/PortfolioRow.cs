using System.Globalization;
using JasperFx.Events;
using JasperFx.Events.Grouping;
using Marten.Events.Projections;
using Relations.Domain.Agreements;
using Relations.Domain.Commitments;
using Relations.Domain.Meetings;
using Relations.Domain.Partnerships;
using Relations.Domain.Projects;
using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.App.Views;

/// <summary>One partnership in the portfolio: small enough to load all, and without a clock, so that a rebuild makes the same.</summary>
public sealed record PortfolioRow
{
    /// <summary>The partnership's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its address.</summary>
    public required string Slug { get; init; }

    /// <summary>Its name, where it has one.</summary>
    public string? Name { get; init; }

    /// <summary>Where it stands.</summary>
    public PartnershipStatus Status { get; init; }

    /// <summary>Who may read it.</summary>
    public Classification Classification { get; init; }

    /// <summary>Its parties.</summary>
    public IReadOnlyList<OrganisationId> Parties { get; init; } = [];

    /// <summary>Its themes.</summary>
    public IReadOnlyList<string> Themes { get; init; } = [];

    /// <summary>The officer who answers for it.</summary>
    public string? FocalPoint { get; init; }

    /// <summary>When its last meeting was held.</summary>
    public EdtfDate? LastMeeting { get; init; }

    /// <summary>When meetings are planned for.</summary>
    public IReadOnlyList<EdtfDate> Planned { get; init; } = [];

    /// <summary>Meetings held by month, <c>2016-02</c>; those known by year alone under <c>2016</c>.</summary>
    public IReadOnlyDictionary<string, int> MeetingsByMonth { get; init; } = new SortedDictionary<string, int>();

    /// <summary>Agreements in force.</summary>
    public int InForce { get; init; }

    /// <summary>The ends of the agreements in force whose end is known.</summary>
    public IReadOnlyList<EdtfDate> Ends { get; init; } = [];

    /// <summary>Open commitments.</summary>
    public int OpenCommitments { get; init; }

    /// <summary>The due dates of the open commitments that have one.</summary>
    public IReadOnlyList<EdtfDate> Due { get; init; } = [];

    /// <summary>Projects under way.</summary>
    public int RunningProjects { get; init; }

    /// <summary>When something was last recorded.</summary>
    public DateTimeOffset LastRecorded { get; init; }

    /// <summary>The row that a partnership's view makes; null while the partnership itself is not on record.</summary>
    /// <param name="view">The view.</param>
    public static PortfolioRow? Fold(PartnershipView view)
    {
        if (view.Partnership is not { } partnership)
            return null;
        var held = view.Meetings.Values.Where(m => m.Status == MeetingStatus.Held && m.On is not null).Select(m => m.On!).ToList();
        var inForce = view.Agreements.Values.Where(a => a.Status == AgreementStatus.InForce).ToList();
        var open = view.Commitments.Values.Where(c => c.Status == CommitmentStatus.Open).ToList();
        return new()
        {
            Id = view.Id,
            Slug = partnership.Slug,
            Name = partnership.Name,
            Status = partnership.Status,
            Classification = partnership.Classification,
            Parties = [.. partnership.Parties.Select(p => p.Organisation)],
            Themes = partnership.Themes,
            FocalPoint = partnership.FocalPoint,
            LastMeeting = held.Max(),
            Planned = [.. view.Meetings.Values.Where(m => m.Status == MeetingStatus.Scheduled).Select(m => m.On).OfType<EdtfDate>().Order()],
            MeetingsByMonth = new SortedDictionary<string, int>(
                held.GroupBy(Month).ToDictionary(g => g.Key, g => g.Count()), StringComparer.Ordinal),
            InForce = inForce.Count,
            Ends = [.. inForce.Select(a => a.TermEnd).OfType<EdtfDate>().Order()],
            OpenCommitments = open.Count,
            Due = [.. open.Select(c => c.Due).OfType<EdtfDate>().Order()],
            RunningProjects = view.Projects.Values.Count(p => p.Status == ProjectStatus.Implementation),
            LastRecorded = view.LastRecorded,
        };
    }

    private static string Month(EdtfDate on) => on.Earliest is { } day
        ? on.Precision > EdtfPrecision.Month
            ? day.Year.ToString("D4", CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{day.Year:D4}-{day.Month:D2}")
        : "";
}

/// <summary>Keeps the portfolio up to date, from the views that the same batch of events changed.</summary>
internal sealed partial class PortfolioProjection : MultiStreamProjection<PortfolioRow, Guid>
{
    /// <summary>Sets the grouping.</summary>
    public PortfolioProjection()
    {
        Name = nameof(PortfolioRow);
        Identity<Updated<PartnershipView>>(u => u.Entity.Id);
    }

    /// <inheritdoc />
    public override PortfolioRow? Evolve(PortfolioRow? snapshot, Guid id, IEvent e) =>
        e.Data is Updated<PartnershipView> updated ? PortfolioRow.Fold(updated.Entity) : snapshot;
}
