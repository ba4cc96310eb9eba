using Relations.Domain.Recording;

namespace Relations.Domain.Projects;

/// <summary>The rules of projects.</summary>
public static class ProjectRules
{
    private static readonly RuleBook Book = new(typeof(ProjectRules), "project");

    /// <summary>A project without a title has a description.</summary>
    public static readonly Rule TitleOrDescription = Book.Rule("title-or-description");

    /// <summary>Work that began has a period that began.</summary>
    public static readonly Rule PeriodHasBegun = Book.Rule("period-has-begun");

    /// <summary>Only a project in the pipeline is approved; this one is {0}.</summary>
    public static readonly Rule ApprovedInPipeline = Book.Rule("approved-in-pipeline");

    /// <summary>A project is approved once.</summary>
    public static readonly Rule ApprovedOnce = Book.Rule("approved-once");

    /// <summary>Only a project in the pipeline starts; this one is {0}.</summary>
    public static readonly Rule StartsFromPipeline = Book.Rule("starts-from-pipeline");

    /// <summary>A start without a recorded approval is unusual. A warning: approvals go unwritten.</summary>
    public static readonly Rule ApprovedBeforeStart = Book.Rule("approved-before-start");

    /// <summary>Only work under way is suspended; this project is {0}.</summary>
    public static readonly Rule OnlyWorkIsSuspended = Book.Rule("only-work-is-suspended");

    /// <summary>Only a suspended project is resumed; this one is {0}.</summary>
    public static readonly Rule OnlySuspendedIsResumed = Book.Rule("only-suspended-is-resumed");

    /// <summary>Only work under way is completed; this project is {0}.</summary>
    public static readonly Rule OnlyWorkIsCompleted = Book.Rule("only-work-is-completed");

    /// <summary>Only work under way or completed is closed; this project is {0}.</summary>
    public static readonly Rule ClosedAfterWork = Book.Rule("closed-after-work");

    /// <summary>Completed work is not cancelled.</summary>
    public static readonly Rule CancelledBeforeCompletion = Book.Rule("cancelled-before-completion");

    /// <summary>Nothing happens in a project after it ended but reports of results.</summary>
    public static readonly Rule NothingAfterTheEnd = Book.Rule("nothing-after-the-end");

    /// <summary>Its steps are dated in the order in which they are taken.</summary>
    public static readonly Rule InOrder = Book.Rule("in-order");

    /// <summary>A date is corrected only of a step that a project of this status has taken.</summary>
    public static readonly Rule DateOfAStepTaken = Book.Rule("date-of-a-step-taken");

    /// <summary>A project that has not begun has no results.</summary>
    public static readonly Rule ResultsNeedWork = Book.Rule("results-need-work");

    /// <summary>An organisation has a role once.</summary>
    public static readonly Rule RoleHeldOnce = Book.Rule("role-held-once");

    /// <summary>Only a role that was recorded is taken back.</summary>
    public static readonly Rule OnlyAParticipant = Book.Rule("only-a-participant");

    /// <summary>One participant at least remains.</summary>
    public static readonly Rule OneParticipantRemains = Book.Rule("one-participant-remains");

    /// <summary>Who committed or disbursed funds takes part.</summary>
    public static readonly Rule FunderTakesPart = Book.Rule("funder-takes-part");

    /// <summary>An amount is above 0, at most {0}, with at most {1} decimals.</summary>
    public static readonly Rule AmountInBounds = Book.Rule("amount-in-bounds");

    /// <summary>A currency is given by the three capital letters of ISO 4217.</summary>
    public static readonly Rule CurrencyCode = Book.Rule("currency-code");

    /// <summary>More is disbursed than was committed: with {1} {2} disbursed so far of {0} {2}. A warning: commitments go unrecorded.</summary>
    public static readonly Rule DisbursedWithinCommitted = Book.Rule("disbursed-within-committed");

    /// <summary>Only an entry that stands is taken back.</summary>
    public static readonly Rule OnlyAnEntry = Book.Rule("only-an-entry");
}
