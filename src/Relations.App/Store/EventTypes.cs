using System.Reflection;
using Marten;
using Relations.Domain.Access;
using Relations.Domain.Recording;

namespace Relations.App.Store;

/// <summary>The names that event types have in the store, taken from the <see cref="EventAliasAttribute"/> of each.</summary>
public static class EventTypes
{
    /// <summary>Every event type with its name.</summary>
    public static IReadOnlyDictionary<Type, string> All { get; } = typeof(Event).Assembly.GetTypes()
        .Where(t => t.IsSubclassOf(typeof(Event)) && !t.IsAbstract)
        .ToDictionary(t => t, t => t.GetCustomAttribute<EventAliasAttribute>()?.Alias
            ?? throw new InvalidOperationException($"{t.Name} has no {nameof(EventAliasAttribute)}."));

    /// <summary>The names of the events about accounts and access, as against the facts of the record.</summary>
    public static string[] OfAccess { get; } = [.. All.Where(e => e.Key.Namespace == typeof(AccessEvent).Namespace).Select(e => e.Value)];

    /// <summary>The name of an event in the store.</summary>
    /// <param name="event">The event.</param>
    public static string AliasOf(Event @event) => All[@event.GetType()];

    internal static void RegisterIn(StoreOptions options)
    {
        foreach (var (type, alias) in All)
            options.Events.MapEventType(type, alias);
    }
}
