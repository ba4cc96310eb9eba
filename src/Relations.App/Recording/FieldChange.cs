using Relations.Domain.Agreements;
using Relations.Domain.Projects;
using Relations.Domain.Recording;

namespace Relations.App.Recording;

/// <summary>A field of a record before an event and after it.</summary>
/// <param name="Field">The field's name, as events and states have it.</param>
/// <param name="Before">As it stood; of a list, what is no longer in it. Null where nothing stood there.</param>
/// <param name="After">As it stands since; of a list, what is new in it. Null where nothing stands there any more.</param>
public sealed record FieldChange(string Field, object? Before, object? After)
{
    /// <summary>What a record keeps for its own rules, and nobody recorded: numbers given out, and where it would go back to.</summary>
    private static readonly HashSet<string> ForItsRules =
        [nameof(Agreement.LastEntry), "LastNumber", nameof(Agreement.BeforeSigning), nameof(Agreement.AttestedAs)];

    /// <summary>What an event changed, field by field.</summary>
    /// <param name="before">The record before it; null where the event opened it.</param>
    /// <param name="after">The record after it.</param>
    public static IReadOnlyList<FieldChange> Between(RecordState? before, RecordState after)
    {
        ArgumentNullException.ThrowIfNull(after);
        return [.. Parts(before, after)];
    }

    private static IEnumerable<FieldChange> Parts(object? before, object after)
    {
        foreach (var part in RecordValues.Of(after.GetType()).Where(p => !ForItsRules.Contains(p.Name)))
        {
            var (was, now) = (before is null ? null : part.GetValue(before), part.GetValue(after));
            if (RecordValues.Same(was, now))
                continue;
            foreach (var change in Of(part.Name, was, now))
                yield return change;
        }
    }

    private static IEnumerable<FieldChange> Of(string field, object? before, object? after)
    {
        // Conditions and dates of steps are fields of their record, which keeps them together.
        if (after is AgreementConditions or ProjectDates)
            return Parts(before, after);
        if (RecordValues.Items(after ?? before) is null)
            return [new(field, before, after)];
        var (was, now) = (RecordValues.Items(before) ?? [], RecordValues.Items(after) ?? []);
        var (gone, come) = (Without(was, now), Without(now, was));
        return gone.Count + come.Count == 0 ? [] : [new(field, One(gone), One(come))];
    }

    private static List<object?> Without(IReadOnlyList<object?> items, IReadOnlyList<object?> others) =>
        [.. items.Where(i => !others.Any(o => RecordValues.Same(i, o)))];

    private static object? One(List<object?> items) => items.Count switch { 0 => null, 1 => items[0], _ => items };
}
