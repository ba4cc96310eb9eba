using System.Collections.Concurrent;
using System.Reflection;
using Relations.App.Recording;
using Relations.Domain.Agreements;
using Relations.Domain.Recording;

namespace Relations.App.Pages.Records;

/// <summary>Finds the facts that something on a record's page rests on.</summary>
/// <param name="facts">The record's facts.</param>
public sealed class FactsBehind(IReadOnlyList<HistoryEntry> facts)
{
    private static readonly ConcurrentDictionary<(Type, string), PropertyInfo?> Properties = new();

    private readonly IReadOnlyList<HistoryEntry> recorded = [.. facts.OrderBy(f => f.Sequence)];

    /// <summary>The facts that say one thing.</summary>
    /// <typeparam name="T">The event that says it.</typeparam>
    /// <param name="says">Whether an event says it.</param>
    public IReadOnlyList<HistoryEntry> Of<T>(Func<T, bool> says) where T : Event => [.. recorded.Where(f => f.Data is T e && says(e))];

    /// <summary>The fact that a field has its value from: the last that gave it one, which may be a correction.</summary>
    /// <param name="field">The field's name, as events and facts of corrections have it.</param>
    public IReadOnlyList<HistoryEntry> Of(string field) => recorded.LastOrDefault(f => Gives(f.Data, field)) is { } last ? [last] : [];

    /// <summary>The fact by which the record stands where it stands: the last that moved it.</summary>
    /// <param name="moves">Whether an event moves it.</param>
    public IReadOnlyList<HistoryEntry> OfStanding(Func<Event, bool> moves) =>
        recorded.LastOrDefault(f => f.Version == 1 || (f.Data is Event e && moves(e))) is { } last ? [last] : [];

    private static bool Gives(object data, string field) =>
        Value(data, field) is not null
        || (Value(data, "After") is { } after && Value(after, field) is not null)
        || (Value(data, nameof(Agreement.Conditions)) is { } conditions && Value(conditions, field) is not null);

    private static object? Value(object data, string field) =>
        Properties.GetOrAdd((data.GetType(), field), key => key.Item1.GetProperty(key.Item2))?.GetValue(data);
}
