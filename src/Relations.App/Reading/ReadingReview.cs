using Relations.App.Recording;
using Relations.Domain.Access;
using Relations.Domain.Recording;

namespace Relations.App.Reading;

/// <summary>
/// Tries on a draft, in memory, what confirming it would record. The deciders are asked, so that the page says before what the record would
/// say after; what they refuse is left out, and what depends on it.
/// </summary>
public static class ReadingReview
{
    /// <summary>How often what was left out may take others with it.</summary>
    private const int MostRounds = 12;

    /// <summary>What confirming a draft records, with what is left out and why.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="states">The records that its facts were merged with.</param>
    /// <param name="slugs">The addresses that partnerships have already.</param>
    /// <param name="actor">Who confirms.</param>
    /// <param name="today">Today.</param>
    public static ReadingPlan Of(
        ReadingDraft draft, IReadOnlyDictionary<Guid, RecordState> states, IReadOnlySet<string> slugs, Actor actor, DateOnly today)
    {
        Dictionary<string, IReadOnlyList<Refusal>> refused = [];
        var plan = ReadingCommands.From(draft, states, refused, slugs);
        for (var round = 0; round < MostRounds && Try(plan, states, actor, today) is { Count: > 0 } found; round++)
        {
            foreach (var (key, rules) in found)
                refused[key] = rules;
            plan = ReadingCommands.From(draft, states, refused, slugs);
        }

        return plan;
    }

    private static Dictionary<string, IReadOnlyList<Refusal>> Try(
        ReadingPlan plan, IReadOnlyDictionary<Guid, RecordState> states, Actor actor, DateOnly today)
    {
        Dictionary<Guid, RecordState?> now = states.ToDictionary(s => s.Key, s => (RecordState?)s.Value);
        Dictionary<string, IReadOnlyList<Refusal>> refused = [];
        foreach (var (key, record, command, _) in plan.Steps)
        {
            var state = now.GetValueOrDefault(record);
            if ((state is null) != command is IOpensRecord || refused.ContainsKey(key))
                continue; // what opens its record was refused, or is there already: the record says so when it is confirmed
            var kind = RecordKinds.Of(command)!;
            var concerned = state?.Concerns.Partnerships ?? [];
            if (kind.Decide(state, command, today) is not Decision.Accepted { Events: var events })
                refused[key] = ((Decision.Refused)kind.Decide(state, command, today)).Refusals;
            else if (events.Aggregate(state, (s, e) => kind.Fold(s, record, e)) is var after
                && AccessPolicy.Forbids(actor, command, [.. concerned.Union(after?.Concerns.Partnerships ?? [])]) is { } rule)
                refused[key] = [new(rule)];
            else
                now[record] = after;
        }

        return refused;
    }
}
