using System.Text.Json;

namespace Relations.Domain.Recording;

/// <summary>What a decider says: events to record, or every rule that stands against it.</summary>
public abstract record Decision
{
    private Decision()
    {
    }

    /// <summary>The command holds.</summary>
    /// <param name="Events">What to record, in order; empty where nothing changed.</param>
    /// <param name="Warnings">What a person should look at although nothing forbids it.</param>
    public sealed record Accepted(IReadOnlyList<Event> Events, IReadOnlyList<Refusal> Warnings) : Decision;

    /// <summary>The command breaks rules and nothing may be recorded.</summary>
    /// <param name="Refusals">Each broken rule.</param>
    public sealed record Refused(IReadOnlyList<Refusal> Refusals) : Decision;
}

/// <summary>Weighs a command against the rules. All that is wrong is collected, so that a form shows it at once.</summary>
public sealed class Deciding
{
    private readonly List<Refusal> refusals = [];
    private readonly List<Refusal> warnings = [];

    /// <summary>Demands that a rule holds.</summary>
    /// <param name="holds">Whether it does.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="field">The field at fault, as <c>nameof</c> gives it.</param>
    /// <param name="arguments">What the rule's sentence names.</param>
    public Deciding Require(bool holds, Rule rule, string? field = null, params object?[] arguments)
    {
        if (!holds)
            refusals.Add(new(rule, Camel(field), arguments));
        return this;
    }

    /// <summary>Notes what a person should look at, without refusing.</summary>
    /// <param name="when">Whether there is reason to.</param>
    /// <param name="rule">The rule that says what is unusual.</param>
    /// <param name="field">The field concerned.</param>
    /// <param name="arguments">What the sentence names.</param>
    public Deciding Warn(bool when, Rule rule, string? field = null, params object?[] arguments)
    {
        if (when)
            warnings.Add(new(rule, Camel(field), arguments));
        return this;
    }

    /// <summary>Demands a text that is not blank and not too long.</summary>
    /// <param name="value">The text.</param>
    /// <param name="field">Its field.</param>
    /// <param name="limit">The most characters it may have.</param>
    public Deciding Text(string? value, string field, int limit) =>
        Require(value is not null, CommonRules.TextRequired, field).OptionalText(value, field, limit);

    /// <summary>Demands that a text, where there is one, is not blank, not too long, and can be kept.</summary>
    /// <param name="value">The text, or null.</param>
    /// <param name="field">Its field.</param>
    /// <param name="limit">The most characters it may have.</param>
    public Deciding OptionalText(string? value, string field, int limit) =>
        Require(value is null || !string.IsNullOrWhiteSpace(value), CommonRules.TextRequired, field)
            .Require(value is null || value.Length <= limit, CommonRules.TextTooLong, field, limit)
            .Require(value is null || CanBeKept(value), CommonRules.TextUnreadable, field);

    /// <summary>Demands a number of different items within bounds.</summary>
    /// <typeparam name="T">The items' type.</typeparam>
    /// <param name="items">The items; null counts as none.</param>
    /// <param name="field">Their field.</param>
    /// <param name="least">The fewest allowed.</param>
    /// <param name="most">The most allowed.</param>
    public Deciding Items<T>(IReadOnlyCollection<T>? items, string field, int least, int most)
    {
        var count = items?.Distinct().Count() ?? 0;
        return Require(count >= least, CommonRules.TooFewItems, field, least)
            .Require((items?.Count ?? 0) <= most, CommonRules.TooManyItems, field, most);
    }

    /// <summary>Checks item by item, as far as lists may be long: what is beyond is refused for its number.</summary>
    /// <typeparam name="T">The items' type.</typeparam>
    /// <param name="items">The items; null counts as none.</param>
    /// <param name="check">Checks one.</param>
    public Deciding Each<T>(IEnumerable<T>? items, Func<Deciding, T, Deciding> check) =>
        (items ?? []).Take(Limits.Items).Aggregate(this, check);

    /// <summary>Records the events if no rule was broken.</summary>
    /// <param name="events">Makes the events; called only then.</param>
    public Decision Record(Func<IReadOnlyList<Event>> events) =>
        refusals.Count == 0 ? new Decision.Accepted(events(), warnings) : new Decision.Refused(refusals);

    /// <summary>Records one event if no rule was broken.</summary>
    /// <param name="event">Makes the event; called only then.</param>
    public Decision Record(Func<Event> @event) => Record(() => [@event()]);

    /// <summary>PostgreSQL keeps no NUL in JSON, and half a surrogate pair is no character (RFC 3629, section 3).</summary>
    private static bool CanBeKept(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text, i))
                i++;
            else if (text[i] == '\0' || char.IsSurrogate(text[i]))
                return false;
        }

        return true;
    }

    private static string? Camel(string? field) => field is null ? null : JsonNamingPolicy.CamelCase.ConvertName(field);
}
