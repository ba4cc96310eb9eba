using System.Collections.Frozen;
using Relations.Domain.Agreements;
using Relations.Domain.Commitments;
using Relations.Domain.Meetings;
using Relations.Domain.Organisations;
using Relations.Domain.Partnerships;
using Relations.Domain.People;
using Relations.Domain.Projects;
using Relations.Domain.Recording;
using Relations.Domain.Sources;

namespace Relations.App.Replay;

/// <summary>A field that is compared.</summary>
/// <param name="Name">Its name in sentences and data: that of the property, or <see cref="ComparedFields.Standing"/>.</param>
/// <param name="Read">Its value; of a list, all entries.</param>
/// <param name="KeyOf">What tells the entries of a list apart; null for a single value.</param>
internal sealed record ComparedField(string Name, Func<RecordState, object?> Read, Func<object, object>? KeyOf)
{
    /// <summary>Its entries; only of a list.</summary>
    /// <param name="state">The record; null has none.</param>
    public IEnumerable<object> EntriesOf(RecordState? state) => state is null ? [] : ((System.Collections.IEnumerable)Read(state)!).Cast<object>();
}

/// <summary>
/// What is compared of each kind of record, in the order in which differences are told. A test sees to it that no property of a record
/// is forgotten.
/// </summary>
internal static class ComparedFields
{
    /// <summary>The field that says where a record stands, since when and why: a <see cref="StandingValue"/>.</summary>
    public const string Standing = "Standing";

    /// <summary>The fields of each kind, by the type of its state.</summary>
    public static FrozenDictionary<Type, IReadOnlyList<ComparedField>> All { get; } = new Dictionary<Type, IReadOnlyList<ComparedField>>
    {
        [typeof(Partnership)] =
        [
            One<Partnership>(Standing, p => new StandingValue(p.Status, p.StatusSince, p.StatusReason)),
            One<Partnership>(nameof(Partnership.Name), p => p.Name),
            One<Partnership>(nameof(Partnership.Since), p => p.Since),
            Many<Partnership, PartnershipParty>(nameof(Partnership.Parties), p => p.Parties, p => p.Organisation),
            Many<Partnership, PartnershipParty>(nameof(Partnership.FormerParties), p => p.FormerParties, p => (p.Organisation, p.Since)),
            One<Partnership>(nameof(Partnership.FocalPoint), p => p.FocalPoint),
            Many<Partnership, string>(nameof(Partnership.Themes), p => p.Themes, t => t),
            .. Common,
        ],
        [typeof(Agreement)] =
        [
            One<Agreement>(Standing, a => new StandingValue(a.Status, a.Since, a.Why)),
            One<Agreement>(nameof(Agreement.Term), a => a.Term),
            Many<Agreement, AgreementChange>(nameof(Agreement.Changes), a => a.Changes, c => c.Number),
            One<Agreement>(nameof(Agreement.InForceOn), a => a.InForceOn),
            One<Agreement>(nameof(Agreement.Notice), a => a.Notice),
            One<Agreement>(nameof(AgreementConditions.Renewal), a => a.Conditions.Renewal),
            One<Agreement>(nameof(AgreementConditions.RenewalMonths), a => a.Conditions.RenewalMonths),
            One<Agreement>(nameof(AgreementConditions.NoticeMonths), a => a.Conditions.NoticeMonths),
            One<Agreement>(nameof(AgreementConditions.GraceDays), a => a.Conditions.GraceDays),
            One<Agreement>(nameof(AgreementConditions.ReviewOn), a => a.Conditions.ReviewOn),
            Many<Agreement, OrganisationId>(nameof(Agreement.Parties), a => a.Parties, p => p),
            Many<Agreement, AgreementSignature>(nameof(Agreement.Signatures), a => a.Signatures, s => s.Party),
            Many<Agreement, AgreementRatification>(nameof(Agreement.Ratifications), a => a.Ratifications, r => r.Party),
            Many<Agreement, AgreementAccession>(nameof(Agreement.Accessions), a => a.Accessions, x => x.Party),
            Many<Agreement, AgreementWithdrawal>(nameof(Agreement.Withdrawals), a => a.Withdrawals, w => w.Party),
            Many<Agreement, AgreementRegistration>(nameof(Agreement.Registrations), a => a.Registrations, r => r.Number),
            Many<Agreement, AgreementReservation>(nameof(Agreement.Reservations), a => a.Reservations, r => r.Number),
            Many<Agreement, AgreementObligation>(nameof(Agreement.Obligations), a => a.Obligations, o => o.Number),
            One<Agreement>(nameof(Agreement.Type), a => a.Type),
            One<Agreement>(nameof(Agreement.Title), a => a.Title),
            One<Agreement>(nameof(Agreement.Subject), a => a.Subject),
            One<Agreement>(nameof(Agreement.Reference), a => a.Reference),
            One<Agreement>(nameof(Agreement.EntryRequires), a => a.EntryRequires),
            One<Agreement>(nameof(Agreement.Supersedes), a => a.Supersedes),
            One<Agreement>(nameof(Agreement.SupersededBy), a => a.SupersededBy),
            One<Agreement>(nameof(Agreement.UnderAgreement), a => a.UnderAgreement),
            Belonging<Agreement>(a => a.Partnerships),
            .. Common,
        ],
        [typeof(Project)] =
        [
            One<Project>(Standing, p => new StandingValue(p.Status, null, p.StatusReason)),
            One<Project>(nameof(ProjectDates.Proposed), p => p.Dates.Proposed),
            One<Project>(nameof(ProjectDates.Approved), p => p.Dates.Approved),
            One<Project>(nameof(ProjectDates.Started), p => p.Dates.Started),
            One<Project>(nameof(ProjectDates.Suspended), p => p.Dates.Suspended),
            One<Project>(nameof(ProjectDates.Resumed), p => p.Dates.Resumed),
            One<Project>(nameof(ProjectDates.Completed), p => p.Dates.Completed),
            One<Project>(nameof(ProjectDates.Ended), p => p.Dates.Ended),
            One<Project>(nameof(Project.Title), p => p.Title),
            One<Project>(nameof(Project.Description), p => p.Description),
            One<Project>(nameof(Project.Period), p => p.Period),
            One<Project>(nameof(Project.Agreement), p => p.Agreement),
            Many<Project, ProjectParticipant>(nameof(Project.Participants), p => p.Participants, x => x),
            Many<Project, ProjectMilestone>(nameof(Project.Milestones), p => p.Milestones, m => m.Entry),
            Many<Project, ProjectFunds>(nameof(Project.FundsCommitted), p => p.FundsCommitted, f => f.Entry),
            Many<Project, ProjectFunds>(nameof(Project.FundsDisbursed), p => p.FundsDisbursed, f => f.Entry),
            Many<Project, ProjectResult>(nameof(Project.Results), p => p.Results, r => r.Entry),
            Belonging<Project>(p => p.Partnerships),
            .. Common,
        ],
        [typeof(Commitment)] =
        [
            One<Commitment>(Standing, c => new StandingValue(c.Status, c.SettledOn, c.Outcome)),
            One<Commitment>(nameof(Commitment.Due), c => c.Due),
            One<Commitment>(nameof(Commitment.AssignedTo), c => c.AssignedTo),
            One<Commitment>(nameof(Commitment.What), c => c.What),
            One<Commitment>(nameof(Commitment.On), c => c.On),
            One<Commitment>(nameof(Commitment.OwedBy), c => c.OwedBy),
            Many<Commitment, OrganisationId>(nameof(Commitment.OwedTo), c => c.OwedTo, o => o),
            One<Commitment>(nameof(Commitment.Meeting), c => c.Meeting),
            One<Commitment>(nameof(Commitment.Agreement), c => c.Agreement),
            Belonging<Commitment>(c => c.Partnerships),
            .. Common,
        ],
        [typeof(Meeting)] =
        [
            One<Meeting>(Standing, m => new StandingValue(m.Status, m.On, m.Why)),
            One<Meeting>(nameof(Meeting.PlannedFor), m => m.PlannedFor),
            One<Meeting>(nameof(Meeting.Title), m => m.Title),
            One<Meeting>(nameof(Meeting.Place), m => m.Place),
            One<Meeting>(nameof(Meeting.Modality), m => m.Modality),
            Many<Meeting, Participant>(nameof(Meeting.Participants), m => m.Participants, p => p.Number),
            Many<Meeting, Topic>(nameof(Meeting.Topics), m => m.Topics, t => t.Number),
            Many<Meeting, Statement>(nameof(Meeting.Statements), m => m.Statements, s => s.Number),
            Many<Meeting, Outcome>(nameof(Meeting.Outcomes), m => m.Outcomes, o => o.Number),
            One<Meeting>(nameof(Meeting.Minutes), m => m.Minutes is { } minutes ? minutes with { Approvals = [] } : null),
            Many<Meeting, MinutesApproval>(nameof(Minutes.Approvals), m => m.Minutes?.Approvals ?? [], a => string.Join(',', a.By)),
            Many<Meeting, SourceId>(nameof(Meeting.Sources), m => m.Sources, s => s),
            Belonging<Meeting>(m => m.Partnerships),
            .. Common,
        ],
        [typeof(Organisation)] =
        [
            Many<Organisation, OrganisationName>(nameof(Organisation.Names), o => o.Names, n => n.Language),
            One<Organisation>(nameof(Organisation.Kind), o => o.Kind),
            One<Organisation>(nameof(Organisation.Seat), o => o.Seat),
            One<Organisation>(nameof(Organisation.Country), o => o.Country),
            One<Organisation>(nameof(Organisation.Founded), o => o.Founded),
            One<Organisation>(nameof(Organisation.Dissolved), o => o.Dissolved),
            Many<Organisation, Placement>(nameof(Organisation.Placements), o => o.Placements, p => (p.Relation, p.Parent, p.From)),
            Many<Organisation, OrganisationIdentifier>(nameof(Organisation.Identifiers), o => o.Identifiers, i => i),
            One<Organisation>(nameof(Organisation.DuplicateOf), o => o.DuplicateOf),
            .. Common,
        ],
        [typeof(Person)] =
        [
            One<Person>(nameof(Person.Name), p => p.Name),
            Many<Person, Appointment>(nameof(Person.Appointments), p => p.Appointments, a => (a.Organisation, a.Post, a.From)),
            Many<Person, FullPowers>(nameof(Person.FullPowers), p => p.FullPowers, f => f),
            One<Person>(nameof(Person.DuplicateOf), p => p.DuplicateOf),
            One<Person>(nameof(Person.ErasureRequest), p => p.ErasureRequest),
            One<Person>(nameof(Person.ErasureDecision), p => p.ErasureDecision),
            .. Common,
        ],
        [typeof(Source)] =
        [
            One<Source>(nameof(Source.Kind), s => s.Kind),
            One<Source>(nameof(Source.Title), s => s.Title),
            One<Source>(nameof(Source.Language), s => s.Language),
            One<Source>(nameof(Source.Publisher), s => s.Publisher),
            One<Source>(nameof(Source.PublisherName), s => s.PublisherName),
            One<Source>(nameof(Source.Date), s => s.Date),
            One<Source>(nameof(Source.Address), s => s.Address),
            One<Source>(nameof(Source.Text), s => s.Text?.Length),
            One<Source>(nameof(Source.Summarises), s => s.Summarises),
            Many<Source, SourceReading>(nameof(Source.Readings), s => s.Readings, r => r),
            One<Source>(nameof(Source.SupersededBy), s => s.SupersededBy),
            One<Source>(nameof(Source.SupersededOn), s => s.SupersededOn),
            Belonging<Source>(s => s.Partnerships),
            .. Common,
        ],
    }.ToFrozenDictionary();

    private static ComparedField[] Common =>
    [
        One<RecordState>(nameof(RecordState.Classification), r => r.Classification),
        Many<RecordState, string>(nameof(RecordState.Readers), r => r.Readers, name => name),
    ];

    private static ComparedField One<T>(string name, Func<T, object?> read) where T : RecordState => new(name, state => read((T)state), null);

    private static ComparedField Many<T, TEntry>(string name, Func<T, IReadOnlyList<TEntry>> read, Func<TEntry, object> keyOf)
        where T : RecordState
        where TEntry : notnull => new(name, state => read((T)state), entry => keyOf((TEntry)entry));

    private static ComparedField Belonging<T>(Func<T, IReadOnlyList<PartnershipId>> read) where T : RecordState =>
        Many(nameof(Agreement.Partnerships), read, p => p);
}
