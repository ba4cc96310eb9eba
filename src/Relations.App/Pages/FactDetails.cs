using System.Collections;
using System.Globalization;
using System.Reflection;
using Relations.App.Pages.Reading;
using Relations.App.Store;
using Relations.Domain.Agreements;
using Relations.Domain.Meetings;
using Relations.Domain.Organisations;
using Relations.Domain.People;
using Relations.Domain.Projects;
using Relations.Domain.Recording;
using Relations.Domain.Sources;
using Relations.Domain.Time;
using static Relations.App.Pages.Texts;

namespace Relations.App.Pages;

/// <summary>
/// Puts everything that an event says into labels and values, whatever the event: a new kind of event needs words, not code.
/// </summary>
/// <param name="names">The names of what it refers to.</param>
public sealed class FactDetails(INames names)
{
    /// <summary>Longer texts are cut in a list of facts; they are whole in their own place.</summary>
    private const int LongestText = 600;

    /// <summary>Parts of events that are said in one breath, so that their own fields need no labels.</summary>
    internal static readonly IReadOnlySet<Type> SaidWhole = new HashSet<Type>
    {
        typeof(PersonName), typeof(OrganisationName), typeof(AgreementTerm), typeof(ProjectParticipant), typeof(Place), typeof(KindCount), typeof(MaskedEvent),
    };

    private readonly CultureInfo culture = names.Culture;

    /// <summary>What an event says.</summary>
    /// <param name="event">The event.</param>
    public IReadOnlyList<FactField> Of(Event @event)
    {
        if (@event is SourceTextProvided text)
        {
            // The text itself may be a book; it is on the source's page.
            return [Field(EventTypes.AliasOf(@event), nameof(text.Text), new FactValue.Words(Say("Source.Characters", text.Text.Length)))];
        }

        return [.. Corrections(@event), .. Plain(EventTypes.AliasOf(@event), @event)];
    }

    /// <summary>A value as it would be shown in a fact; null where there is nothing to show.</summary>
    /// <param name="value">The value.</param>
    public FactValue? ValueOf(object? value) => Value(value);

    /// <summary>The pair of a correction, told from a date of the same name by its type. Two texts are said as they are.</summary>
    internal static (PropertyInfo Before, PropertyInfo After)? PairOf(Type type) =>
        (type.GetProperty("Before"), type.GetProperty("After")) is ({ } before, { } after)
        && before.PropertyType == after.PropertyType && before.PropertyType != typeof(string)
            ? (before, after)
            : null;

    private IEnumerable<FactField> Corrections(Event @event)
    {
        if (PairOf(@event.GetType()) is not var (pair, other))
            return [];
        var (before, after) = (pair.GetValue(@event)!, other.GetValue(@event)!);
        if (SaidWhole.Contains(pair.PropertyType))
            return [Field(EventTypes.AliasOf(@event), nameof(Person.Name), new FactValue.Corrected(Value(before), Value(after)))];
        return pair.PropertyType.GetProperties()
            .Select(p => (p.Name, Before: Value(p, before), After: Value(p, after)))
            .Where(p => p is not (_, null, null))
            .Select(p => Field(pair.PropertyType.Name, p.Name, new FactValue.Corrected(p.Before, p.After)));
    }

    private IEnumerable<FactField> Plain(string owner, object part)
    {
        var pair = PairOf(part.GetType());
        foreach (var property in part.GetType().GetProperties())
        {
            if (property == pair?.Before || property == pair?.After || GoesWithoutSaying(property.GetValue(part)))
                continue;
            if (Value(property, part) is { } value)
                yield return Field(owner, property.Name, value);
        }
    }

    /// <summary>That a fact on the page of a partnership belongs to it.</summary>
    private bool GoesWithoutSaying(object? value) =>
        value is IReadOnlyList<PartnershipId> { Count: 1 } partnerships && names.IsWholePage(partnerships[0]);

    private FactField Field(string owner, string name, FactValue value) => new(name, FactWords.Label(owner, name, culture), value);

    /// <summary>Codes of countries and languages are told by their fields; a reader gets the names.</summary>
    private FactValue? Value(PropertyInfo property, object part) => (property.Name, property.GetValue(part)) switch
    {
        (nameof(Place.Country), string code) => new FactValue.Words(Names.Country(code)),
        (nameof(Source.Language), string code) => new FactValue.Words(Names.Language(code)),
        var (_, value) => Value(value),
    };

    private FactValue? Value(object? value) => value switch
    {
        null => null,
        string s => new FactValue.Words(s.Length > LongestText ? Say("Fact.Cut", s[..LongestText].TrimEnd()) : s),
        bool b => new FactValue.Words(b ? Say("Yes") : Say("No")),
        EdtfDate d => new FactValue.Date(d),
        Enum e => new FactValue.Words(Vocabulary.InWords(e, culture)),
        DateTimeOffset at => new FactValue.Moment(at),
        IRecordId id => new FactValue.Link(names.Of(id)),
        IReadOnlyList<MaskedEvent> masked => new FactValue.Words(Say("Fact.Masked", masked.Sum(m => m.Fields.Count), masked.Count)), // where, not what
        IReadOnlyList<Guid> records => new FactValue.Words(records.Count.ToString(culture)),
        IFormattable f => new FactValue.Words(f.ToString(null, culture)),
        IEnumerable many => Many(many),
        _ => Part(value),
    };

    private FactValue? Many(IEnumerable many)
    {
        List<FactValue> items = [.. many.Cast<object?>().Select(Value).OfType<FactValue>()];
        return items.Count switch { 0 => null, 1 => items[0], _ => new FactValue.List(items) };
    }

    private FactValue? Part(object part) => part switch
    {
        PersonName name => new FactValue.Words(name.Display),
        OrganisationName name => new FactValue.Words(InWords(name)),
        AgreementTerm term => new FactValue.Words(InWords(term, culture)),
        ProjectParticipant p => new FactValue.Words(Say("Project.InRole", names.Of(p.Organisation).Text, p.Role)),
        Place place => new FactValue.Words(InWords(place, names)),
        KindCount k => new FactValue.Words(Say("Reading.KindCount", FactSentences.Kind(k.Kind), k.Accepted, k.Proposed, k.Changed, k.Refused)),
        _ => Plain(part.GetType().Name, part).ToList() is { Count: > 0 } fields ? new FactValue.Fields(fields) : null,
    };

    /// <summary>A term. That nobody wrote it down is not that it has no end.</summary>
    /// <param name="term">The term.</param>
    /// <param name="culture">The reader's language.</param>
    public static string InWords(AgreementTerm term, CultureInfo culture) => term switch
    {
        { Kind: TermKind.Until, Until: { } end } => Say("Term.Until", end),
        { Kind: TermKind.Months, Months: { } months } => Say("Term.Months", months),
        _ => Vocabulary.InWords(term.Kind, culture),
    };

    /// <summary>A place, from the room to the country.</summary>
    /// <param name="place">The place.</param>
    /// <param name="names">The names of organisations.</param>
    public static string InWords(Place place, INames names) => string.Join(", ", new[]
    {
        place.Name,
        place.SeatOf is { } seat ? Say("Place.SeatOf", names.Of(seat).Text) : null,
        place.City,
        place.Country is { } country ? Names.Country(country) : null,
    }.OfType<string>().Distinct());

    private static string InWords(OrganisationName name) => name.Acronym is { } acronym
        ? Say("Name.WithAcronym", name.Name, acronym, Names.Language(name.Language))
        : Say("Name.InLanguage", name.Name, Names.Language(name.Language));
}
