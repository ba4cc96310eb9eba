using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.Domain.Agreements;

/// <summary>
/// Where an agreement stands on any day, past or to come, if nobody acts; and what makes it so. A judgement, not a fact: it is made of
/// the events anew each time and recorded nowhere.
/// </summary>
/// <param name="Day">The day.</param>
/// <param name="Status">Where it stands: what was recorded, and what time alone makes of it: expired after its term, terminated by a notice.</param>
/// <param name="Reason">The rule that makes it so; <see cref="StandingReason.AsRecorded"/> where the event alone does.</param>
/// <param name="Turning">The date that the rule turns on: the end of the period that runs, or the effect of a notice; null where there is none.</param>
/// <param name="By">The place in the history, from 0, of the event that brought it where it stands as recorded.</param>
/// <param name="RuleFrom">The place in the history, from 0, of the event that the rule rests on: it set the term, or gave notice; null without a rule.</param>
public sealed record AgreementOnDay(DateOnly Day, AgreementStatus Status, StandingReason Reason, EdtfDate? Turning, int By, int? RuleFrom)
{
    /// <summary>
    /// Where it stands on a day. A fact that began later does not count, a fact without a date counts on every day, and so does a
    /// correction, which says what was so all along.
    /// </summary>
    /// <param name="id">The agreement.</param>
    /// <param name="history">Its events in the order of recording, all or those that were known at a moment.</param>
    /// <param name="day">The day.</param>
    /// <returns>Null where it was not there yet.</returns>
    public static AgreementOnDay? Of(Guid id, IReadOnlyList<Event> history, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(history);
        Agreement? state = null, begun = null;
        var (by, term) = (0, 0);
        foreach (var (place, @event) in history.Index().Where(e => HasBegun(e.Item, day)))
        {
            var after = Agreement.Fold(state, id, @event);
            if (after?.Term != state?.Term || (after?.Term.Kind == TermKind.Months && after.InForceOn != state?.InForceOn))
                term = place;

            // What is recorded may have begun after the day, as a correction says: before that, what stood earlier still stands.
            if (after is not null && after.Since?.HasBegunBy(day) != false)
            {
                if ((after.Status, after.Since) != (begun?.Status, begun?.Since))
                    by = place;
                begun = after;
            }

            state = after;
        }

        return begun is null ? null : Judged(begun with { Conditions = state!.Conditions }, day, by, term);
    }

    private static AgreementOnDay Judged(Agreement agreement, DateOnly day, int by, int term)
    {
        var (status, reason, turning) = agreement.StatusOn(day);
        return reason switch
        {
            StandingReason.AsRecorded => new(day, status, reason, turning, by, null),
            StandingReason.TermPassed => new(day, AgreementStatus.Expired, reason, turning, by, term),
            StandingReason.NoticeTookEffect => new(day, AgreementStatus.Terminated, reason, turning, by, by),
            StandingReason.NoticePeriodRunning => new(day, status, reason, turning, by, by),
            _ => new(day, status, reason, turning, by, term),
        };
    }

    private static bool HasBegun(Event @event, DateOnly day) => @event is not IDated { On: { } on } || on.HasBegunBy(day);
}
