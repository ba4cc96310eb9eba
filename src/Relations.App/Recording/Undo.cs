using System.Text.Json;
using System.Text.Json.Nodes;
using Relations.Domain.Meetings;
using Relations.Domain.Recording;

namespace Relations.App.Recording;

/// <summary>
/// Finds what takes back what was just recorded. Nothing is removed: a correcting event is added, after which the record stands as
/// it did. The deciders and folds say whether it does; where nothing brings it back, nothing is offered.
/// </summary>
public static class Undo
{
    /// <summary>What a record keeps of its own past, which no correction takes away: its version, its last number, what it was taken for.</summary>
    private static readonly string[] History = ["version", "lastEntry", "lastNumber", "attestedAs", "beforeSigning"];

    /// <summary>The command that takes it back; null where the domain has none.</summary>
    /// <param name="before">The record before; null where it was opened.</param>
    /// <param name="after">The record as it is.</param>
    /// <param name="today">Today.</param>
    /// <param name="reason">Why, in words.</param>
    public static Command? Of(RecordState? before, RecordState after, DateOnly today, string reason)
    {
        var kind = RecordKinds.Of(after.GetType())!;
        if (before is null)
            return after is Meeting { Status: not MeetingStatus.Withdrawn } ? new WithdrawMeeting { Provenance = new(Reason: reason) } : null;
        return Candidates(kind, before, after, today)
            .Select(c => c with { Provenance = new(Reason: reason) })
            .FirstOrDefault(c => kind.Decide(after, c, today) is Decision.Accepted { Events: { Count: > 0 } events }
                && Stands(events.Aggregate((RecordState?)after, (s, e) => kind.Fold(s, after.Id, e)), before));
    }

    private static IEnumerable<Command> Candidates(RecordKind kind, RecordState before, RecordState after, DateOnly today)
    {
        if (before.Classification != after.Classification || !before.Readers.SequenceEqual(after.Readers))
            yield return new ClassifyRecord(before.Classification, before.Readers.Count == 0 ? null : before.Readers);
        var corrections = AllowedActions.Commands.Values
            .Where(t => kind.Commands.IsAssignableFrom(t) && typeof(ICorrects).IsAssignableFrom(t) && t != typeof(WithdrawMeeting))
            .OrderBy(t => t.MetadataToken).ToList();
        var earlier = CommandGuess.EntriesOf(before).ToHashSet();
        List<object> fresh = [.. CommandGuess.EntriesOf(after).Where(e => !earlier.Contains(e))];
        foreach (var type in corrections)
        {
            foreach (var command in fresh.SelectMany(entry => CommandGuess.About(type, after, today, entry)))
                yield return command;
            if (CommandGuess.BackTo(type, before, after) is { } back)
                yield return back;
            if (type.GetConstructors().All(c => c.GetParameters().Length == 0))
                yield return CommandGuess.Of(type, null, today).First();
        }
    }

    /// <summary>Whether a record stands as another, but for what it keeps of its own past.</summary>
    /// <param name="state">The record.</param>
    /// <param name="other">The other.</param>
    public static bool Stands(RecordState? state, RecordState other) => state is not null && JsonNode.DeepEquals(Present(state), Present(other));

    private static JsonObject Present(RecordState state)
    {
        var fields = JsonSerializer.SerializeToNode<object>(state, RecordJson.Stored)!.AsObject();
        foreach (var name in History)
            fields.Remove(name);
        return fields;
    }
}
