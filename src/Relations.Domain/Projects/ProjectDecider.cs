using System.Diagnostics;
using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.Domain.Projects;

/// <summary>Every rule of a project, on one screen.</summary>
/// <remarks>
/// <para>A closed or cancelled project takes no further step. What happened <i>before</i> its end may still be recorded, because sources turn
/// up late: a milestone, an amount or a participant is refused only where its date lies certainly after the end. Of a project attested as
/// closed, the day of closing is unknown (payments may follow the period that it ran in), so nothing is certain. Results are reported at
/// any time after the work began.</para>
/// <para>A suspended project is resumed or cancelled; it is not closed, because closing means that the work was done.</para>
/// </remarks>
public static class ProjectDecider
{
    /// <inheritdoc cref="IRecordKind{TState, TCommand}.Decide" />
    public static Decision Decide(Project? state, ProjectCommand command, DateOnly today) => (state, command) switch
    {
        (null, RecordProject c) => Attest(c, today),
        (null, ProposeProject c) => Propose(c, today),
        ({ } s, ApproveProject c) => Step(s, c.On, today, ProjectRules.ApprovedInPipeline, ProjectStatus.Pipeline)
            .Require(!s.IsApproved, ProjectRules.ApprovedOnce)
            .Record(() => new ProjectApproved(c.On)),
        ({ } s, StartProject c) => Step(s, c.On, today, ProjectRules.StartsFromPipeline, ProjectStatus.Pipeline)
            .Warn(!s.IsApproved, ProjectRules.ApprovedBeforeStart)
            .Record(() => new ProjectStarted(c.On)),
        ({ } s, SuspendProject c) => Step(s, c.On, today, ProjectRules.OnlyWorkIsSuspended, ProjectStatus.Implementation)
            .Text(c.Why, nameof(c.Why), Limits.Text)
            .Record(() => new ProjectSuspended(c.On, c.Why)),
        ({ } s, ResumeProject c) => Step(s, c.On, today, ProjectRules.OnlySuspendedIsResumed, ProjectStatus.Suspended)
            .Record(() => new ProjectResumed(c.On)),
        ({ } s, CompleteProject c) => Step(s, c.On, today, ProjectRules.OnlyWorkIsCompleted, ProjectStatus.Implementation)
            .Record(() => new ProjectCompleted(c.On)),
        ({ } s, CloseProject c) =>
            Step(s, c.On, today, ProjectRules.ClosedAfterWork, ProjectStatus.Implementation, ProjectStatus.Finalisation)
            .Record(() => new ProjectClosed(c.On)),
        ({ } s, CancelProject c) => Step(s, c.On, today, ProjectRules.CancelledBeforeCompletion,
                ProjectStatus.Pipeline, ProjectStatus.Implementation, ProjectStatus.Suspended)
            .Text(c.Why, nameof(c.Why), Limits.Text)
            .Record(() => new ProjectCancelled(c.On, c.Why)),
        ({ } s, ReachMilestone c) => BeforeTheEnd(s, c.On, today).Text(c.Title, nameof(c.Title), Limits.Subject)
            .Record(() => new ProjectMilestoneReached(s.LastEntry + 1, c.Title, c.On)),
        ({ } s, CommitFunds c) => Funds(s, c.By, c.Amount, c.Currency, c.On, today)
            .Record(() => new ProjectFundsCommitted(s.LastEntry + 1, c.By, c.Amount, c.Currency, c.On)),
        ({ } s, DisburseFunds c) => Disburse(s, c, today),
        ({ } s, ReportResult c) => Report(s, c, today),
        ({ } s, JoinProject c) => Join(s, c, today),
        ({ } s, RetractProjectParticipant c) => RetractParticipant(s, c),
        ({ } s, RetractProjectApproval) => new Deciding()
            .Require(s.IsApproved, CommonRules.NothingChanged)
            .Record(() => new ProjectApprovalRetracted()),
        ({ } s, RetractProjectEntry c) => new Deciding()
            .Require(s.HasEntry(c.Entry), ProjectRules.OnlyAnEntry, nameof(c.Entry), c.Entry)
            .Record(() => new ProjectEntryRetracted(c.Entry)),
        ({ } s, CorrectProject c) => Correct(s, c, today),
        _ => throw new UnreachableException($"{command.GetType().Name} on {(state is null ? "nothing" : "a project")}"),
    };

    private static Decision Attest(RecordProject c, DateOnly today) => Opening(c.Partnerships, c.Participants)
        .OptionalText(c.Title, nameof(c.Title), Limits.Subject)
        .OptionalText(c.Description, nameof(c.Description), Limits.Text)
        .Require(c.Title is not null || !string.IsNullOrWhiteSpace(c.Description), ProjectRules.TitleOrDescription, nameof(c.Description))
        .Require(HasBegun(c.Period, c.Status, today), ProjectRules.PeriodHasBegun, nameof(c.Period), c.Status)
        .Record(() => new ProjectRecorded(
            [.. c.Partnerships.Distinct()], [.. c.Participants.Distinct()], c.Status, c.Title, c.Description, c.Period, c.Agreement));

    private static Decision Propose(ProposeProject c, DateOnly today) => Opening(c.Partnerships, c.Participants)
        .Text(c.Title, nameof(c.Title), Limits.Subject)
        .OptionalText(c.Description, nameof(c.Description), Limits.Text)
        .Require(c.On.HasBegunBy(today), CommonRules.NotInTheFuture, nameof(c.On))
        .Record(() => new ProjectProposed(
            [.. c.Partnerships.Distinct()], c.Title, [.. c.Participants.Distinct()], c.On, c.Description, c.Period, c.Agreement));

    private static Decision Disburse(Project s, DisburseFunds c, DateOnly today)
    {
        var (committed, disbursed) = (s.Committed(c.Currency), s.Disbursed(c.Currency));
        return Funds(s, c.By, c.Amount, c.Currency, c.On, today)
            .Warn(c.Amount > committed - disbursed, ProjectRules.DisbursedWithinCommitted, nameof(c.Amount), committed, disbursed, c.Currency)
            .Record(() => new ProjectFundsDisbursed(s.LastEntry + 1, c.By, c.Amount, c.Currency, c.On));
    }

    private static Decision Report(Project s, ReportResult c, DateOnly today) => new Deciding()
        .Text(c.Title, nameof(c.Title), Limits.Subject)
        .Text(c.Text, nameof(c.Text), Limits.Text)
        .Require(c.On.HasBegunBy(today), CommonRules.NotInTheFuture, nameof(c.On))
        .Require(s.Status != ProjectStatus.Pipeline, ProjectRules.ResultsNeedWork)
        .Require(!IsBefore(c.On, s.Dates.Started), ProjectRules.InOrder, nameof(c.On))
        .Record(() => new ProjectResultReported(s.LastEntry + 1, c.Title, c.Text, c.On));

    private static Decision Join(Project s, JoinProject c, DateOnly today) => BeforeTheEnd(s, c.On, today)
        .Require(!s.Participants.Contains(new(c.Organisation, c.Role)), ProjectRules.RoleHeldOnce, nameof(c.Role), c.Role)
        .Require(s.Participants.Count < Limits.Items, CommonRules.TooManyItems, nameof(c.Organisation), Limits.Items)
        .Record(() => new ProjectParticipantJoined(c.Organisation, c.Role, c.On));

    private static Decision RetractParticipant(Project s, RetractProjectParticipant c)
    {
        var others = s.Participants.Where(p => p != new ProjectParticipant(c.Organisation, c.Role)).ToList();
        var funds = s.FundsCommitted.Concat(s.FundsDisbursed).Any(f => f.By == c.Organisation);
        return new Deciding()
            .Require(others.Count < s.Participants.Count, ProjectRules.OnlyAParticipant, nameof(c.Organisation), c.Role)
            .Require(others.Count > 0, ProjectRules.OneParticipantRemains, nameof(c.Organisation))
            .Require(!funds || others.Exists(p => p.Organisation == c.Organisation), ProjectRules.FunderTakesPart, nameof(c.Organisation))
            .Record(() => new ProjectParticipantRetracted(c.Organisation, c.Role));
    }

    private static Decision Correct(Project s, CorrectProject c, DateOnly today)
    {
        var status = c.Status ?? s.Status;
        var dates = (status == s.Status ? s.Dates : s.Dates.UpTo(status)).With(c.Dates);
        var partnerships = c.Partnerships?.Distinct().ToList() ?? s.Partnerships;
        var after = new ProjectFacts(
            partnerships.SequenceEqual(s.Partnerships) ? null : partnerships,
            c.Title == s.Title ? null : c.Title,
            c.Description == s.Description ? null : c.Description,
            c.Period == s.Period ? null : c.Period,
            c.Agreement == s.Agreement ? null : c.Agreement,
            status == s.Status ? null : status,
            dates.Except(s.Dates));
        return Texts(c)
            .Items(partnerships, nameof(c.Partnerships), 1, Limits.Partnerships)
            .Require(HasBegun(c.Period ?? s.Period, status, today), ProjectRules.PeriodHasBegun, nameof(c.Period), status)
            .Require(dates.InOrderOfSteps().All(d => d.HasBegunBy(today)), CommonRules.NotInTheFuture, nameof(c.Dates))
            .Require(dates.UpTo(status) == dates, ProjectRules.DateOfAStepTaken, nameof(c.Dates), status)
            .Require(dates.AreInOrder(), ProjectRules.InOrder, nameof(c.Dates))
            .Require(after != new ProjectFacts(), CommonRules.NothingChanged)
            .Record(() => new ProjectCorrected(Before(s, after, s.Dates.Except(dates)), after));
    }

    private static ProjectFacts Before(Project s, ProjectFacts after, ProjectDates? dates) => new(
        after.Partnerships is null ? null : s.Partnerships,
        after.Title is null ? null : s.Title,
        after.Description is null ? null : s.Description,
        after.Period is null ? null : s.Period,
        after.Agreement is null ? null : s.Agreement,
        after.Status is null ? null : s.Status,
        dates);

    private static Deciding Texts(CorrectProject c) => new Deciding()
        .OptionalText(c.Title, nameof(c.Title), Limits.Subject)
        .OptionalText(c.Description, nameof(c.Description), Limits.Text);

    private static Deciding Opening(IReadOnlyList<PartnershipId> partnerships, IReadOnlyList<ProjectParticipant> participants) =>
        new Deciding()
            .Items(partnerships, nameof(partnerships), 1, Limits.Partnerships)
            .Items(participants, nameof(participants), 1, Limits.Items);

    private static Deciding Step(Project s, EdtfDate on, DateOnly today, Rule rule, params ProjectStatus[] from) => new Deciding()
        .Require(!s.HasEnded, ProjectRules.NothingAfterTheEnd, null, s.Status)
        .Require(s.HasEnded || from.Contains(s.Status), rule, null, s.Status)
        .Require(on.HasBegunBy(today), CommonRules.NotInTheFuture, nameof(on))
        .Require(!s.Dates.InOrderOfSteps().Any(on.CertainlyBefore), ProjectRules.InOrder, nameof(on));

    private static Deciding BeforeTheEnd(Project s, EdtfDate? on, DateOnly today) => new Deciding()
        .Require(on is null || on.HasBegunBy(today), CommonRules.NotInTheFuture, nameof(on))
        .Require(!IsBefore(s.Dates.Ended, on), ProjectRules.NothingAfterTheEnd, nameof(on), s.Status);

    private static Deciding Funds(Project s, OrganisationId by, decimal amount, string currency, EdtfDate on, DateOnly today) =>
        BeforeTheEnd(s, on, today)
            .Require(s.Includes(by), ProjectRules.FunderTakesPart, nameof(by))
            .Require(IsAmount(amount), ProjectRules.AmountInBounds, nameof(amount), ProjectFunds.MostAmount, ProjectFunds.MostDecimals)
            .Require(currency is { Length: 3 } && currency.All(char.IsAsciiLetterUpper), ProjectRules.CurrencyCode, nameof(currency));

    private static bool IsAmount(decimal amount) =>
        amount is > 0 and <= ProjectFunds.MostAmount && decimal.Round(amount, ProjectFunds.MostDecimals) == amount;

    private static bool HasBegun(EdtfDate? period, ProjectStatus status, DateOnly today) =>
        period is null || status is ProjectStatus.Pipeline or ProjectStatus.Cancelled || period.HasBegunBy(today);

    private static bool IsBefore(EdtfDate? one, EdtfDate? other) =>
        one is not null && other is not null && one.CertainlyBefore(other);
}
