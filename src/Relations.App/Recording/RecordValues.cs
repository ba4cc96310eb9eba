using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json.Serialization;
using Relations.Domain.Recording;

namespace Relations.App.Recording;

/// <summary>The values that a record is made of, whatever its kind: what is compared when one asks what an event changed.</summary>
internal static class RecordValues
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<PropertyInfo>> Properties = new();

    /// <summary>The identity and the count of events are of the stream and say nothing of the world.</summary>
    private static readonly string[] OfTheStream = [nameof(RecordState.Id), nameof(RecordState.Version)];

    /// <summary>What a record or a part of one holds; what follows from that is not among it.</summary>
    /// <param name="type">Its type.</param>
    public static IReadOnlyList<PropertyInfo> Of(Type type) => Properties.GetOrAdd(type, t =>
    [
        .. t.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite
            && !p.IsDefined(typeof(JsonIgnoreAttribute))
            && !(p.DeclaringType == typeof(RecordState) && OfTheStream.Contains(p.Name))),
    ]);

    /// <summary>Whether a value is made of others, as a place or a participant is; an id and a date are not.</summary>
    /// <param name="value">The value.</param>
    public static bool IsMadeOfParts(object value) =>
        value is not IRecordId and not Enum && value.GetType() is { Namespace: { } name } type && name.StartsWith("Relations.Domain.", StringComparison.Ordinal)
        && type != typeof(Domain.Time.EdtfDate);

    /// <summary>The items of a list; null for what is none.</summary>
    /// <param name="value">The value.</param>
    public static IReadOnlyList<object?>? Items(object? value) => value is IEnumerable many and not string ? [.. many.Cast<object?>()] : null;

    /// <summary>Whether two values are the same, also where they hold lists.</summary>
    /// <param name="one">The one.</param>
    /// <param name="other">The other.</param>
    public static bool Same(object? one, object? other)
    {
        if (ReferenceEquals(one, other) || Equals(one, other))
            return true;
        if (one is null || other is null || one.GetType() != other.GetType() && !(one is IEnumerable && other is IEnumerable))
            return false;
        if (Items(one) is { } items)
            return Items(other) is { } others && items.Count == others.Count && items.Zip(others).All(pair => Same(pair.First, pair.Second));
        return IsMadeOfParts(one) && Of(one.GetType()).All(p => Same(p.GetValue(one), p.GetValue(other)));
    }
}
