using System.Collections.Frozen;
using System.Text.Json.Serialization.Metadata;
using Relations.App.Recording;
using Relations.App.Store;

namespace Relations.App.Ledger;

/// <summary>
/// Where a leaf commits to a value and does not show it: wherever a person writes text. Those are the values whose type is
/// <see cref="string"/>, however deep in an event's data, and the reason beside it. Ids, numbers, dates and the names of kinds
/// have types of their own and stand open. The paths follow from the types and from nothing else, so a change to an event's shape
/// is a change of paths: a test pins them.
/// </summary>
internal static class CommittedPaths
{
    /// <summary>In the place of the number of a list's item.</summary>
    public const string AnyItem = "*";

    private const string Reason = $"/headers/{EventMetadata.ProvenanceHeader}/reason";

    /// <summary>The paths in events of each name, as JSON pointers (RFC 6901) into the leaf with <see cref="AnyItem"/> for the items of lists.</summary>
    public static FrozenDictionary<string, IReadOnlyList<string>> All { get; } =
        EventTypes.All.ToFrozenDictionary(e => e.Value, e => (IReadOnlyList<string>)[.. Under("/data", e.Key, []), Reason], StringComparer.Ordinal);

    /// <summary>The paths in an event of a name that nobody registered, such as the store's own marks.</summary>
    public static IReadOnlyList<string> OfUnknown { get; } = [Reason];

    /// <summary>The paths in events of a name.</summary>
    /// <param name="alias">The event's name in the store.</param>
    public static IReadOnlyList<string> Of(string alias) => All.GetValueOrDefault(alias, OfUnknown);

    private static IEnumerable<string> Under(string path, Type type, IReadOnlyCollection<Type> within)
    {
        if (type == typeof(string))
            return [path];
        if (within.Contains(type))
            throw new InvalidOperationException($"{type.Name} holds itself: its paths have no end.");
        var shape = RecordJson.Stored.GetTypeInfo(Nullable.GetUnderlyingType(type) ?? type);
        return shape.Kind switch
        {
            JsonTypeInfoKind.Object when shape.PolymorphismOptions is null =>
                shape.Properties.SelectMany(p => Under($"{path}/{p.Name}", p.PropertyType, [.. within, type])),
            JsonTypeInfoKind.Enumerable => Under($"{path}/{AnyItem}", shape.ElementType!, within),
            JsonTypeInfoKind.None when type != typeof(object) => [],
            _ => throw new InvalidOperationException($"{type.Name} at {path}: nobody said what of it a leaf commits to."),
        };
    }
}
