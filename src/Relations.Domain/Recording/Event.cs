using Relations.Domain.Time;

namespace Relations.Domain.Recording;

/// <summary>A fact that was recorded. Past tense, small, and never changed once stored.</summary>
public abstract record Event;

/// <summary>A fact that has a date in the world, as against the moment it was recorded.</summary>
public interface IDated
{
    /// <summary>When it held; null where nobody knows.</summary>
    EdtfDate? On { get; }
}

/// <summary>The permanent name of an event type in the store. The record may be renamed; the alias never.</summary>
/// <param name="alias">Lower case with underscores, unique across the domain.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class EventAliasAttribute(string alias) : Attribute
{
    /// <summary>The name in the store.</summary>
    public string Alias { get; } = alias;
}
