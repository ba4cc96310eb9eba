using System.Diagnostics;
using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.Domain.Organisations;

/// <summary>Every rule of an organisation, on one screen.</summary>
public static class OrganisationDecider
{
    /// <inheritdoc cref="IRecordKind{TState, TCommand}.Decide" />
    public static Decision Decide(Organisation? state, OrganisationCommand command, DateOnly today) => (state, command) switch
    {
        (null, RegisterOrganisation c) => Register(c, today),
        ({ } s, RenameOrganisation c) => Rename(s, c, today),
        ({ } s, PlaceOrganisation c) => Place(s, c, today),
        ({ } s, LeaveOrganisation c) => Leave(s, c, today),
        ({ } s, IdentifyOrganisation c) => Identify(s, c),
        ({ } s, LinkDuplicateOrganisation c) => new Deciding()
            .Require(c.Original.Value != s.Id, OrganisationRules.DuplicateOfAnother, nameof(c.Original))
            .Require(s.DuplicateOf is null, OrganisationRules.DuplicateOnce, nameof(c.Original))
            .Record(() => new OrganisationLinkedAsDuplicate(c.Original)),
        ({ } s, ReverseDuplicateLink) => new Deciding()
            .Require(s.DuplicateOf is not null, OrganisationRules.ReversedWhereLinked)
            .Record(() => new OrganisationDuplicateLinkReversed(s.DuplicateOf!.Value)),
        ({ } s, DissolveOrganisation c) => Happening(s, c.On, nameof(c.On), today)
            .Record(() => new OrganisationDissolved(c.On)),
        ({ } s, CorrectOrganisation c) => Correct(s, c, today),
        ({ } s, RetractPlacement c) => Retract(s, c),
        ({ } s, RetractIdentifier c) => new Deciding()
            .Require(s.Identifiers.Contains(new(c.Scheme, c.Value)), OrganisationRules.IdentifierRecorded, nameof(c.Value))
            .Record(() => new OrganisationIdentifierRetracted(c.Scheme, c.Value)),
        ({ } s, RetractDissolution) => new Deciding()
            .Require(s.Dissolved is not null, OrganisationRules.DissolutionRecorded)
            .Record(() => new OrganisationDissolutionRetracted(s.Dissolved!)),
        _ => throw new UnreachableException($"{command.GetType().Name} on {(state is null ? "nothing" : "an organisation")}"),
    };

    private static Decision Register(RegisterOrganisation c, DateOnly today) => Named(new(), c.Names)
        .OptionalText(c.Seat, nameof(c.Seat), Limits.Name)
        .Require(c.Country is null || IsoCodes.IsCountry(c.Country), OrganisationRules.CountryInUse, nameof(c.Country), c.Country)
        .Require(c.Founded is null || c.Founded.HasBegunBy(today), CommonRules.NotInTheFuture, nameof(c.Founded))
        .Record(() => new OrganisationRegistered(c.Names, c.Kind, c.Seat, c.Country, c.Founded));

    private static Decision Rename(Organisation s, RenameOrganisation c, DateOnly today) =>
        Named(Happening(s, c.On, nameof(c.On), today), c.Names)
            .Require(!c.Names.SequenceEqual(s.Names), CommonRules.NothingChanged, nameof(c.Names))
            .Record(() => new OrganisationRenamed(c.Names, c.On));

    private static Decision Place(Organisation s, PlaceOrganisation c, DateOnly today) => Happening(s, c.From, nameof(c.From), today)
        .Require(c.Parent.Value != s.Id, OrganisationRules.UnderAnother, nameof(c.Parent))
        .Require(
            !s.Placements.Any(p => (p.Relation, p.Parent) == (c.Relation, c.Parent) && IsSameTime(p, c.From)),
            OrganisationRules.PlacedOnce, nameof(c.Parent), c.Relation)
        .Record(() => new OrganisationPlaced(c.Relation, c.Parent, c.From));

    private static Decision Leave(Organisation s, LeaveOrganisation c, DateOnly today)
    {
        var left = s.Placements.FirstOrDefault(p => p.Runs(c.Relation, c.Parent));
        return Happening(s, c.On, nameof(c.On), today)
            .Require(left is not null, OrganisationRules.LeavesWherePlaced, nameof(c.Parent), c.Relation)
            .Require(!IsBefore(c.On, left?.From), OrganisationRules.LeavesAfterPlaced, nameof(c.On), left?.From)
            .Record(() => new OrganisationLeft(c.Relation, c.Parent, c.On));
    }

    /// <summary>An identifier is about the record, so it may be found after the dissolution too.</summary>
    private static Decision Identify(Organisation s, IdentifyOrganisation c)
    {
        var found = OrganisationIdentifier.Read(c.Scheme, c.Value);
        var another = s.Identifiers.FirstOrDefault(i => i.Scheme == c.Scheme);
        return new Deciding()
            .Text(c.Value, nameof(c.Value), Limits.Code)
            .Require(
                found is not null, OrganisationRules.IdentifierWellFormed, nameof(c.Value),
                c.Scheme, OrganisationIdentifier.Example(c.Scheme))
            .Require(found is null || !s.Identifiers.Contains(found), CommonRules.NothingChanged, nameof(c.Value))
            .Warn(another is not null, OrganisationRules.AnotherIdentifier, nameof(c.Value), c.Scheme, another?.Value)
            .Record(() => new OrganisationIdentified(found!.Scheme, found.Value));
    }

    private static Decision Correct(Organisation s, CorrectOrganisation c, DateOnly today)
    {
        // Lists compare by identity, so names that stay the same are left out here.
        var names = c.Names is null || c.Names.SequenceEqual(s.Names) ? null : c.Names;
        var before = new OrganisationFacts(
            names is null ? null : s.Names,
            c.Kind is null ? null : s.Kind,
            c.Seat is null ? null : s.Seat,
            c.Country is null ? null : s.Country,
            c.Founded is null ? null : s.Founded,
            c.Dissolved is null ? null : s.Dissolved);
        var after = new OrganisationFacts(names, c.Kind, c.Seat, c.Country, c.Founded, c.Dissolved);
        var (founded, dissolved) = (c.Founded ?? s.Founded, c.Dissolved ?? s.Dissolved);
        return Named(new(), c.Names ?? s.Names)
            .OptionalText(c.Seat, nameof(c.Seat), Limits.Name)
            .Require(c.Country is null || IsoCodes.IsCountry(c.Country), OrganisationRules.CountryInUse, nameof(c.Country), c.Country)
            .Require(c.Founded is null || c.Founded.HasBegunBy(today), CommonRules.NotInTheFuture, nameof(c.Founded))
            .Require(c.Dissolved is null || c.Dissolved.HasBegunBy(today), CommonRules.NotInTheFuture, nameof(c.Dissolved))
            .Require(c.Dissolved is null || s.Dissolved is not null, OrganisationRules.DissolutionRecorded, nameof(c.Dissolved))
            .Require(
                !IsBefore(dissolved, founded), OrganisationRules.NotBeforeFounded,
                c.Dissolved is null ? nameof(c.Founded) : nameof(c.Dissolved), founded)
            .Require(before != after, CommonRules.NothingChanged)
            .Record(() => new OrganisationCorrected(before, after));
    }

    private static Decision Retract(Organisation s, RetractPlacement c)
    {
        var retracted = s.Placements.LastOrDefault(p => (p.Relation, p.Parent, p.From) == (c.Relation, c.Parent, c.From));
        return new Deciding()
            .Require(retracted is not null, OrganisationRules.PlacementRecorded, nameof(c.Parent))
            .Record(() => new OrganisationPlacementRetracted(retracted!));
    }

    private static Deciding Named(Deciding deciding, IReadOnlyList<OrganisationName> names) => deciding
        .Items(names, nameof(names), 1, Limits.Items)
        .Each(names, (d, n) => d
            .Text(n.Name, nameof(names), Limits.Name)
            .OptionalText(n.Acronym is "" ? null : n.Acronym, nameof(names), Limits.Code))
        .Require(
            names.All(n => IsoCodes.IsLanguage(n.Language)), OrganisationRules.LanguageInUse, nameof(names),
            names.FirstOrDefault(n => !IsoCodes.IsLanguage(n.Language))?.Language)
        .Require(names.DistinctBy(n => n.Language).Count() == names.Count, OrganisationRules.OneNamePerLanguage, nameof(names));

    private static Deciding Happening(Organisation s, EdtfDate? on, string field, DateOnly today) => new Deciding()
        .Require(s.Dissolved is null, OrganisationRules.OnlyWhileItStands, null, s.Dissolved)
        .Require(on is null || on.HasBegunBy(today), CommonRules.NotInTheFuture, field)
        .Require(!IsBefore(on, s.Founded), OrganisationRules.NotBeforeFounded, field, s.Founded);

    /// <summary>Whether a start falls within a placement. Where a date is unknown or too vague to tell, it does not.</summary>
    private static bool IsSameTime(Placement p, EdtfDate? from) =>
        p.To is null || (from is not null && IsBefore(from, p.To) && (from == p.From || IsBefore(p.From, from)));

    private static bool IsBefore(EdtfDate? one, EdtfDate? other) =>
        one is not null && other is not null && one.CertainlyBefore(other);
}
