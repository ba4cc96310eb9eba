using System.Collections.Immutable;
using Relations.App.Recording;
using Relations.App.Views;
using Relations.Domain.Agreements;
using Relations.Domain.Commitments;
using Relations.Domain.Meetings;
using Relations.Domain.Partnerships;
using Relations.Domain.Projects;
using Relations.Domain.Recording;
using Relations.Domain.Sources;
using Relations.Domain.Time;

namespace Relations.App.Tests.Briefings;

/// <summary>A partnership of two as its view shows it, for what is made of views without a database.</summary>
internal static class APartnership
{
    public static readonly DateOnly Today = new(2026, 11, 23);
    public static readonly OrganisationId Can = new(Guid.Parse("00000000-0000-0000-0000-00000000000a"));
    public static readonly OrganisationId Oim = new(Guid.Parse("00000000-0000-0000-0000-00000000000b"));
    private static readonly Guid Id = Guid.Parse("00000000-0000-0000-0000-000000000001");

    public static PartnershipView View { get; } = new()
    {
        Id = Id,
        Partnership = new() { Id = Id, Slug = "can-oim", Parties = [new(Can, On("1992")), new(Oim, On("1992"))], FocalPoint = "oficial" },
    };

    public static EdtfDate On(string date) => EdtfDate.Parse(date);

    public static PartnershipView With(this PartnershipView view, params IEnumerable<RecordState> records) => view with
    {
        Agreements = records.OfType<Agreement>().ToImmutableSortedDictionary(r => r.Id, r => r),
        Commitments = records.OfType<Commitment>().ToImmutableSortedDictionary(r => r.Id, r => r),
        Projects = records.OfType<Project>().ToImmutableSortedDictionary(r => r.Id, r => r),
        Meetings = records.OfType<Meeting>().ToImmutableSortedDictionary(r => r.Id, r => new MeetingLine(r.On ?? r.PlannedFor, r.Status)),
    };

    public static Agreement Agreement(AgreementStatus status, string? since = null, AgreementTerm? term = null) => new()
    {
        Id = Guid.CreateVersion7(),
        Partnerships = [],
        Type = AgreementType.CooperationAgreement,
        Parties = [Can, Oim],
        Status = status,
        Since = since is null ? null : On(since),
        InForceOn = status == AgreementStatus.InForce && since is not null ? On(since) : null,
        Conditions = new(term ?? AgreementTerm.Unknown),
    };

    public static Commitment Promise(OrganisationId by, string? due) => new()
    {
        Id = Guid.CreateVersion7(),
        Partnerships = [],
        What = $"due {due}",
        OwedBy = by,
        OwedTo = [by == Can ? Oim : Can],
        Due = due is null ? null : On(due),
    };

    public static Meeting Held(string on) => new()
    {
        Id = Guid.CreateVersion7(),
        Partnerships = [],
        Status = MeetingStatus.Held,
        On = On(on),
    };

    public static Meeting Planned(string on) => new()
    {
        Id = Guid.CreateVersion7(),
        Partnerships = [],
        PlannedFor = On(on),
    };

    public static Project Running(string? period) => new()
    {
        Id = Guid.CreateVersion7(),
        Partnerships = [],
        Title = "Movilidad",
        Participants = [new(Can, ProjectRole.Implementing), new(Oim, ProjectRole.Funding)],
        Status = ProjectStatus.Implementation,
        Period = period is null ? null : On(period),
    };

    /// <summary>A fact as it stands in a history, with the source that it cites.</summary>
    public static HistoryEntry Fact(Guid record, Event data, long sequence = 1, Source? source = null, string? reason = null) => new(
        sequence,
        record,
        null,
        1,
        data.GetType().Name,
        (data as IDated)?.On,
        new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero),
        "oficial",
        data,
        source is null ? Basis.Known : Basis.Stated,
        null,
        reason,
        source is null ? [] : [new(new(source.Id), source.Title, 0, 3, "CAN", null)]);

    public static Source Source(string title) => new()
    {
        Id = Guid.CreateVersion7(),
        Kind = SourceKind.Communique,
        Title = title,
        Language = "es",
        Sha256 = "",
        Partnerships = [],
    };
}
