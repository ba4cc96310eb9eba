using System.Globalization;
using System.Text.Json.Serialization;
using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.Domain.Organisations;

/// <summary>What kind of organisation it is.</summary>
[JsonConverter(typeof(EnumNameConverter<OrganisationKind>))]
public enum OrganisationKind
{
    /// <summary>An organisation of States or of other such organisations, with a treaty or a like instrument at its base.</summary>
    IntergovernmentalOrganisation,

    /// <summary>An organ of an organisation, such as its general secretariat.</summary>
    Organ,

    /// <summary>An office or a mission of an organisation.</summary>
    Office,

    /// <summary>A State.</summary>
    State,

    /// <summary>A ministry, an authority or another body of a State.</summary>
    StateBody,

    /// <summary>A non-governmental organisation.</summary>
    Ngo,

    /// <summary>A university or another place of research and teaching.</summary>
    University,

    /// <summary>A company.</summary>
    Company,

    /// <summary>Something else.</summary>
    Other,
}

/// <summary>How one organisation stands under another.</summary>
[JsonConverter(typeof(EnumNameConverter<OrganisationRelation>))]
public enum OrganisationRelation
{
    /// <summary>It is an organ of the other: SGCAN of CAN.</summary>
    OrganOf,

    /// <summary>It is an office of the other: the mission in Peru of OIM.</summary>
    OfficeOf,

    /// <summary>It is a member of the other: Peru of CAN.</summary>
    MemberOf,
}

/// <summary>What an organisation is called in a language.</summary>
/// <param name="Language">The language, ISO 639-1 in lower case.</param>
/// <param name="Name">The full name, at most <see cref="Limits.Name"/> characters.</param>
/// <param name="Acronym">The acronym in that language, at most <see cref="Limits.Code"/> characters: OIM in Spanish, IOM in English.</param>
public sealed record OrganisationName(string Language, string Name, string? Acronym = null);

/// <summary>A period during which an organisation was an organ, an office or a member of another.</summary>
/// <param name="Relation">What it was.</param>
/// <param name="Parent">The other organisation.</param>
/// <param name="From">Since when; null where nobody knows.</param>
/// <param name="To">When it ceased; null while it runs.</param>
public sealed record Placement(OrganisationRelation Relation, OrganisationId Parent, EdtfDate? From, EdtfDate? To = null)
{
    /// <summary>Whether it is this placement and still runs.</summary>
    /// <param name="relation">How it stands under the other.</param>
    /// <param name="parent">The other organisation.</param>
    public bool Runs(OrganisationRelation relation, OrganisationId parent) => To is null && (Relation, Parent) == (relation, parent);
}

/// <summary>An organisation that has relations with others, or a part of one.</summary>
public sealed record Organisation : RecordState, IRecordKind<Organisation, OrganisationCommand>
{
    /// <summary>What it is called now, one name per language.</summary>
    public required IReadOnlyList<OrganisationName> Names { get; init; }

    /// <summary>Since when it bears those names; null where it was never renamed or nobody knows.</summary>
    public EdtfDate? RenamedOn { get; init; }

    /// <summary>What kind of organisation it is.</summary>
    public required OrganisationKind Kind { get; init; }

    /// <summary>The place of its seat.</summary>
    public string? Seat { get; init; }

    /// <summary>The country it belongs to, ISO 3166-1 alpha-2.</summary>
    public string? Country { get; init; }

    /// <summary>When it came into being; null where nobody knows.</summary>
    public EdtfDate? Founded { get; init; }

    /// <summary>When it ceased to exist; null while it stands.</summary>
    public EdtfDate? Dissolved { get; init; }

    /// <summary>Where it stands and stood under others, in the order recorded.</summary>
    public IReadOnlyList<Placement> Placements { get; init; } = [];

    /// <summary>What public registers call it.</summary>
    public IReadOnlyList<OrganisationIdentifier> Identifiers { get; init; } = [];

    /// <summary>The record to read instead, where this one is a duplicate.</summary>
    public OrganisationId? DuplicateOf { get; init; }

    /// <inheritdoc />
    /// <remarks>Past placements count: who lists a former member must learn of its new name.</remarks>
    [JsonIgnore]
    public override Concerns Concerns =>
        Concerns.Of([new OrganisationId(Id), .. Placements.Select(p => (IRecordId)p.Parent), DuplicateOf]);

    /// <inheritdoc />
    [JsonIgnore]
    public override Listing Listing => new(string.Join(' ', Names.Select(n => $"{n.Acronym} {n.Name}")), Kind, Founded);

    /// <summary>The name in the reader's language; else in Spanish, else in English, else the first.</summary>
    /// <param name="culture">The reader's language.</param>
    public string NameIn(CultureInfo culture) => NamesFor(culture).Name;

    /// <summary>The acronym that goes with <see cref="NameIn"/>; that name itself where it has none.</summary>
    /// <param name="culture">The reader's language.</param>
    public string ShortNameIn(CultureInfo culture)
    {
        var name = NamesFor(culture);
        return string.IsNullOrWhiteSpace(name.Acronym) ? name.Name : name.Acronym;
    }

    /// <inheritdoc />
    public static Organisation? Fold(Organisation? state, Guid id, Event @event) => (state, @event) switch
    {
        (null, OrganisationRegistered e) => new()
        {
            Id = id,
            Names = e.Names,
            Kind = e.Kind,
            Seat = e.Seat,
            Country = e.Country,
            Founded = e.Founded,
        },
        (null, _) => null,
        (_, OrganisationRenamed e) => state.Rename(e),
        (_, OrganisationPlaced e) => state with { Placements = [.. state.Placements, new(e.Relation, e.Parent, e.From)] },
        (_, OrganisationLeft e) => state with
        {
            Placements = [.. state.Placements.Select(p => p.Runs(e.Relation, e.Parent) ? p with { To = e.On } : p)],
        },
        (_, OrganisationIdentified e) => state with { Identifiers = [.. state.Identifiers, new(e.Scheme, e.Value)] },
        (_, OrganisationLinkedAsDuplicate e) => state with { DuplicateOf = e.Original },
        (_, OrganisationDuplicateLinkReversed) => state with { DuplicateOf = null },
        (_, OrganisationDissolved e) => state with { Dissolved = e.On },
        (_, OrganisationCorrected { After: var after }) => state.Correct(after),
        (_, OrganisationPlacementRetracted e) => state with { Placements = Without(state.Placements, e.Placement) },
        (_, OrganisationIdentifierRetracted e) => state with
        {
            Identifiers = [.. state.Identifiers.Where(i => i != new OrganisationIdentifier(e.Scheme, e.Value))],
        },
        (_, OrganisationDissolutionRetracted) => state with { Dissolved = null },
        _ => (Organisation)state.FoldCommon(@event),
    };

    /// <inheritdoc />
    public static Decision Decide(Organisation? state, OrganisationCommand command, DateOnly today) =>
        OrganisationDecider.Decide(state, command, today);

    private OrganisationName NamesFor(CultureInfo culture) =>
        new[] { culture.TwoLetterISOLanguageName, "es", "en" }
            .Select(language => Names.FirstOrDefault(n => n.Language == language))
            .FirstOrDefault(n => n is not null) ?? Names[0];

    /// <summary>An old change of names that is recorded late takes its place in the history, not in the present.</summary>
    private Organisation Rename(OrganisationRenamed e) =>
        RenamedOn is not null && e.On is not null && e.On.CertainlyBefore(RenamedOn)
            ? this
            : this with { Names = e.Names, RenamedOn = e.On ?? RenamedOn };

    private Organisation Correct(OrganisationFacts after) => this with
    {
        Names = after.Names ?? Names,
        Kind = after.Kind ?? Kind,
        Seat = after.Seat ?? Seat,
        Country = after.Country ?? Country,
        Founded = after.Founded ?? Founded,
        Dissolved = after.Dissolved ?? Dissolved,
    };

    private static List<Placement> Without(IReadOnlyList<Placement> placements, Placement retracted)
    {
        List<Placement> rest = [.. placements];
        rest.Remove(retracted);
        return rest;
    }
}
