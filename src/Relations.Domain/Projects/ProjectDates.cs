using Relations.Domain.Time;

namespace Relations.Domain.Projects;

/// <summary>When a project took each step; null for a step not taken, or taken on a date that nobody knows.</summary>
/// <param name="Proposed">When it was proposed.</param>
/// <param name="Approved">When it was approved.</param>
/// <param name="Started">When its work began.</param>
/// <param name="Suspended">When its work was last interrupted.</param>
/// <param name="Resumed">When the work last interrupted went on.</param>
/// <param name="Completed">When its activities were done.</param>
/// <param name="Ended">When it was closed or cancelled.</param>
public sealed record ProjectDates(
    EdtfDate? Proposed = null,
    EdtfDate? Approved = null,
    EdtfDate? Started = null,
    EdtfDate? Suspended = null,
    EdtfDate? Resumed = null,
    EdtfDate? Completed = null,
    EdtfDate? Ended = null)
{
    /// <summary>The dates that are known, in the order in which a project takes its steps.</summary>
    public IReadOnlyList<EdtfDate> InOrderOfSteps() =>
        [.. new[] { Proposed, Approved, Started, Suspended, Resumed, Completed, Ended }.OfType<EdtfDate>()];

    /// <summary>Whether no step is dated certainly before an earlier one. Each pair counts: between two days, a year proves nothing.</summary>
    public bool AreInOrder()
    {
        var steps = InOrderOfSteps();
        return !steps.Where((later, place) => steps.Take(place).Any(later.CertainlyBefore)).Any();
    }

    /// <summary>These dates, with others in place of those that the others know.</summary>
    /// <param name="others">The dates that go before.</param>
    public ProjectDates With(ProjectDates? others) => others is null ? this : new(
        others.Proposed ?? Proposed,
        others.Approved ?? Approved,
        others.Started ?? Started,
        others.Suspended ?? Suspended,
        others.Resumed ?? Resumed,
        others.Completed ?? Completed,
        others.Ended ?? Ended);

    /// <summary>Those of these dates that others do not have; null where they have all.</summary>
    /// <param name="others">The dates to compare with.</param>
    public ProjectDates? Except(ProjectDates others)
    {
        var left = new ProjectDates(
            Proposed == others.Proposed ? null : Proposed,
            Approved == others.Approved ? null : Approved,
            Started == others.Started ? null : Started,
            Suspended == others.Suspended ? null : Suspended,
            Resumed == others.Resumed ? null : Resumed,
            Completed == others.Completed ? null : Completed,
            Ended == others.Ended ? null : Ended);
        return left == new ProjectDates() ? null : left;
    }

    /// <summary>Those of these dates that a project of a status can have.</summary>
    /// <param name="status">The status.</param>
    public ProjectDates UpTo(ProjectStatus status) => status switch
    {
        ProjectStatus.Pipeline => new(Proposed, Approved),
        ProjectStatus.Implementation when Resumed is null => new(Proposed, Approved, Started),
        ProjectStatus.Implementation => this with { Completed = null, Ended = null },
        ProjectStatus.Suspended => this with { Resumed = null, Completed = null, Ended = null },
        ProjectStatus.Finalisation => this with { Ended = null },
        _ => this,
    };
}
