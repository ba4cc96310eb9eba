using System.Text.Json.Serialization;
using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.Domain.Projects;

/// <summary>
/// Where a project stands: the IATI codelist ActivityStatus (IATI Standard 2.03), with its codes as values, so that an export needs no table.
/// </summary>
[JsonConverter(typeof(EnumNameConverter<ProjectStatus>))]
public enum ProjectStatus
{
    /// <summary>Code 1, Pipeline/identification: it is being scoped or planned, approved or not.</summary>
    Pipeline = 1,

    /// <summary>Code 2, Implementation: work is under way.</summary>
    Implementation = 2,

    /// <summary>Code 3, Finalisation: its activities are done; sign-off of the accounts or the evaluation is pending.</summary>
    Finalisation = 3,

    /// <summary>Code 4, Closed: nothing remains to be done.</summary>
    Closed = 4,

    /// <summary>Code 5, Cancelled: given up.</summary>
    Cancelled = 5,

    /// <summary>Code 6, Suspended: interrupted for a time.</summary>
    Suspended = 6,
}

/// <summary>What an organisation does in a project: the IATI codelist OrganisationRole (IATI Standard 2.03), with its codes as values.</summary>
[JsonConverter(typeof(EnumNameConverter<ProjectRole>))]
public enum ProjectRole
{
    /// <summary>Code 1, Funding: provides the funds.</summary>
    Funding = 1,

    /// <summary>Code 2, Accountable: answers for the oversight of the project and its outcomes.</summary>
    Accountable = 2,

    /// <summary>Code 3, Extending: manages budget and direction on behalf of the funding organisation.</summary>
    Extending = 3,

    /// <summary>Code 4, Implementing: carries the work out.</summary>
    Implementing = 4,
}

/// <summary>An organisation in one of its roles in a project.</summary>
/// <param name="Organisation">The organisation.</param>
/// <param name="Role">The role.</param>
public sealed record ProjectParticipant(OrganisationId Organisation, ProjectRole Role);

/// <summary>A milestone that was reached.</summary>
/// <param name="Entry">Its number in the project, shared with amounts and results and never given again.</param>
/// <param name="Title">What was reached.</param>
/// <param name="On">When.</param>
public sealed record ProjectMilestone(int Entry, string Title, EdtfDate? On);

/// <summary>An amount committed or disbursed.</summary>
/// <param name="Entry">Its number in the project, shared with milestones and results and never given again.</param>
/// <param name="By">The participant who committed or paid it.</param>
/// <param name="Amount">How much.</param>
/// <param name="Currency">In which currency (ISO 4217).</param>
/// <param name="On">When.</param>
public sealed record ProjectFunds(int Entry, OrganisationId By, decimal Amount, string Currency, EdtfDate? On)
{
    /// <summary>The highest amount that one entry takes: far above any project in any currency, far below what a sum can hold.</summary>
    public const decimal MostAmount = 1_000_000_000_000_000m;

    /// <summary>The most decimals of an amount: no currency of ISO 4217 has a smaller unit than a ten-thousandth.</summary>
    public const int MostDecimals = 4;
}

/// <summary>A result that was reported.</summary>
/// <param name="Entry">Its number in the project, shared with milestones and amounts and never given again.</param>
/// <param name="Title">The result.</param>
/// <param name="Text">What was reported.</param>
/// <param name="On">When it was reported.</param>
public sealed record ProjectResult(int Entry, string Title, string Text, EdtfDate? On);

/// <summary>Joint work over a period, under an agreement or not.</summary>
public sealed record Project : RecordState, IRecordKind<Project, ProjectCommand>
{
    /// <summary>The partnerships it belongs to.</summary>
    public required IReadOnlyList<PartnershipId> Partnerships { get; init; }

    /// <summary>Its title; null where nobody knows it. It then has a description.</summary>
    public string? Title { get; init; }

    /// <summary>What it is about.</summary>
    public string? Description { get; init; }

    /// <summary>When it ran, runs or is planned to run.</summary>
    public EdtfDate? Period { get; init; }

    /// <summary>The agreement it runs under.</summary>
    public AgreementId? Agreement { get; init; }

    /// <summary>Who takes part in which role, at least one.</summary>
    public required IReadOnlyList<ProjectParticipant> Participants { get; init; }

    /// <summary>Where it stands.</summary>
    public required ProjectStatus Status { get; init; }

    /// <summary>When it took each step.</summary>
    public ProjectDates Dates { get; init; } = new();

    /// <summary>Why it is suspended or was cancelled.</summary>
    public string? StatusReason { get; init; }

    /// <summary>The milestones reached, in the order recorded.</summary>
    public IReadOnlyList<ProjectMilestone> Milestones { get; init; } = [];

    /// <summary>The funds committed, in the order recorded.</summary>
    public IReadOnlyList<ProjectFunds> FundsCommitted { get; init; } = [];

    /// <summary>The funds disbursed, in the order recorded.</summary>
    public IReadOnlyList<ProjectFunds> FundsDisbursed { get; init; } = [];

    /// <summary>The results reported, in the order recorded.</summary>
    public IReadOnlyList<ProjectResult> Results { get; init; } = [];

    /// <summary>The number of the entry last made, retracted or not.</summary>
    public int LastEntry { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override Concerns Concerns =>
        Concerns.Of([.. Partnerships, .. Participants.Select(p => p.Organisation), Agreement]);

    /// <inheritdoc />
    [JsonIgnore]
    public override Listing Listing => new(Title ?? Description ?? "", Status, Period);

    /// <summary>Whether its approval was recorded.</summary>
    [JsonIgnore]
    public bool IsApproved => Dates.Approved is not null;

    /// <summary>Whether it was closed or cancelled.</summary>
    [JsonIgnore]
    public bool HasEnded => Status is ProjectStatus.Closed or ProjectStatus.Cancelled;

    /// <summary>Whether an organisation takes part in any role.</summary>
    /// <param name="organisation">The organisation.</param>
    public bool Includes(OrganisationId organisation) => Participants.Any(p => p.Organisation == organisation);

    /// <summary>The sum committed in a currency.</summary>
    /// <param name="currency">Its ISO 4217 letters.</param>
    public decimal Committed(string currency) => FundsCommitted.Where(f => f.Currency == currency).Sum(f => f.Amount);

    /// <summary>The sum disbursed in a currency.</summary>
    /// <param name="currency">Its ISO 4217 letters.</param>
    public decimal Disbursed(string currency) => FundsDisbursed.Where(f => f.Currency == currency).Sum(f => f.Amount);

    /// <summary>Whether an entry of this number stands.</summary>
    /// <param name="entry">The number.</param>
    public bool HasEntry(int entry) =>
        Milestones.Any(m => m.Entry == entry)
        || FundsCommitted.Concat(FundsDisbursed).Any(f => f.Entry == entry)
        || Results.Any(r => r.Entry == entry);

    /// <inheritdoc />
    public static Project? Fold(Project? state, Guid id, Event @event) => (state, @event) switch
    {
        (null, ProjectRecorded e) => Open(id, e),
        (null, ProjectProposed e) => Open(id, e),
        (null, _) => null,
        (_, ProjectApproved e) => state with { Dates = state.Dates with { Approved = e.On } },
        (_, ProjectApprovalRetracted) => state with { Dates = state.Dates with { Approved = null } },
        (_, ProjectStarted e) => state.Stand(ProjectStatus.Implementation, state.Dates with { Started = e.On }),
        (_, ProjectSuspended e) => state.Stand(ProjectStatus.Suspended, state.Dates with { Suspended = e.On, Resumed = null }, e.Why),
        (_, ProjectResumed e) => state.Stand(ProjectStatus.Implementation, state.Dates with { Resumed = e.On }),
        (_, ProjectCompleted e) => state.Stand(ProjectStatus.Finalisation, state.Dates with { Completed = e.On }),
        (_, ProjectClosed e) => state.Stand(ProjectStatus.Closed, state.Dates with { Ended = e.On }),
        (_, ProjectCancelled e) => state.Stand(ProjectStatus.Cancelled, state.Dates with { Ended = e.On }, e.Why),
        (_, ProjectParticipantJoined e) => state with { Participants = [.. state.Participants, new(e.Organisation, e.Role)] },
        (_, ProjectParticipantRetracted e) => state with
        {
            Participants = [.. state.Participants.Where(p => p != new ProjectParticipant(e.Organisation, e.Role))],
        },
        (_, ProjectCorrected { After: var after }) => state.Correct(after),
        _ => state.FoldEntries(@event),
    };

    /// <inheritdoc />
    public static Decision Decide(Project? state, ProjectCommand command, DateOnly today) =>
        ProjectDecider.Decide(state, command, today);

    private Project FoldEntries(Event @event) => @event switch
    {
        ProjectMilestoneReached e => this with { LastEntry = e.Entry, Milestones = [.. Milestones, new(e.Entry, e.Title, e.On)] },
        ProjectFundsCommitted e => this with
        {
            LastEntry = e.Entry,
            FundsCommitted = [.. FundsCommitted, new(e.Entry, e.By, e.Amount, e.Currency, e.On)],
        },
        ProjectFundsDisbursed e => this with
        {
            LastEntry = e.Entry,
            FundsDisbursed = [.. FundsDisbursed, new(e.Entry, e.By, e.Amount, e.Currency, e.On)],
        },
        ProjectResultReported e => this with { LastEntry = e.Entry, Results = [.. Results, new(e.Entry, e.Title, e.Text, e.On)] },
        ProjectEntryRetracted e => this with
        {
            Milestones = [.. Milestones.Where(m => m.Entry != e.Entry)],
            FundsCommitted = [.. FundsCommitted.Where(f => f.Entry != e.Entry)],
            FundsDisbursed = [.. FundsDisbursed.Where(f => f.Entry != e.Entry)],
            Results = [.. Results.Where(r => r.Entry != e.Entry)],
        },
        _ => (Project)FoldCommon(@event),
    };

    private static Project Open(Guid id, ProjectRecorded e) => new()
    {
        Id = id,
        Partnerships = e.Partnerships,
        Title = e.Title,
        Description = e.Description,
        Period = e.Period,
        Agreement = e.Agreement,
        Participants = e.Participants,
        Status = e.Status,
    };

    private static Project Open(Guid id, ProjectProposed e) => new()
    {
        Id = id,
        Partnerships = e.Partnerships,
        Title = e.Title,
        Description = e.Description,
        Period = e.Period,
        Agreement = e.Agreement,
        Participants = e.Participants,
        Status = ProjectStatus.Pipeline,
        Dates = new(Proposed: e.On),
    };

    private Project Stand(ProjectStatus status, ProjectDates dates, string? why = null) =>
        this with { Status = status, Dates = dates, StatusReason = why };

    private Project Correct(ProjectFacts after)
    {
        var standing = after.Status is { } status ? Stand(status, Dates.UpTo(status)) : this;
        return standing with
        {
            Partnerships = after.Partnerships ?? Partnerships,
            Title = after.Title ?? Title,
            Description = after.Description ?? Description,
            Period = after.Period ?? Period,
            Agreement = after.Agreement ?? Agreement,
            Dates = standing.Dates.With(after.Dates),
        };
    }
}
