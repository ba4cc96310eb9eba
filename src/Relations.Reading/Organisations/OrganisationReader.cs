using Relations.Domain.Organisations;
using Relations.Domain.Recording;
using Relations.Reading.Dates;
using Relations.Reading.Text;

namespace Relations.Reading.Organisations;

/// <summary>Reads the organisations of a text.</summary>
internal static class OrganisationReader
{
    /// <summary>Reads the organisations of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="context">What is known beside it.</param>
    /// <param name="dates">Its dates.</param>
    public static OrganisationsRead Read(ReadText text, ReadingContext context, DatesRead dates)
    {
        var naming = new OrganisationNaming(text, KnownNames.In(context)).Gather(dates);
        var placements = naming.Organisations.Where(o => o.Under is not null).Select(PlacementOf).ToList();
        return new(
            [.. naming.Organisations.Select(o => FactOf(o, text))],
            [.. placements.Select((p, i) => p with { Key = $"placement-{i + 1}" })],
            [.. naming.Mentions.Select(m => new OrganisationMention(m.Passage, m.Organisation.Key, m.IsAnaphora))]);
    }

    private static OrganisationFact FactOf(Named named, ReadText text)
    {
        var names = NamesOf(named);
        var seat = named.Seat;
        List<Evidence> evidence = [Evidence.Of(named.Best)];
        if (seat is { } stated)
            evidence.Add(new(stated.Passage, ["seat"]));
        return new(names, named.Kind, seat?.City, named.Known is [{ Known.Record: { } record }, ..] ? record : null)
        {
            Key = named.Key,
            Basis = Basis.Stated,
            Evidence = evidence,
            Confidence = named.Confidence,
            Inferred = [.. InferredOf(named, text, names)],
            Alternatives = [.. named.Known.Skip(1).Select(o => AlternativeOf(o, named.Best))],
        };
    }

    private static IReadOnlyList<OrganisationName> NamesOf(Named named)
    {
        if (named.Known is [var sought, ..])
            return sought.Known.Names;
        if (named.Office.Count == 0)
            return [new(named.IsEnglish ? "en" : "es", named.Written, named.Acronym)];
        return [.. named.Office.Select(n => n.Name.Length > 0 ? n : n with { Name = named.Written })];
    }

    /// <summary>Names that the text does not write are inferred, and so is a seat that is only the dateline's.</summary>
    private static IEnumerable<string> InferredOf(Named named, ReadText text, IReadOnlyList<OrganisationName> names)
    {
        if (names.Any(n => !text.Text.Contains(n.Name, StringComparison.OrdinalIgnoreCase)))
            yield return "names";
        if (named.Seat is { IsInferred: true })
            yield return "seat";
    }

    private static Alternative AlternativeOf(Sought other, Passage passage) => other.Known.Record is { } record
        ? new("record", record.ToString(), passage, ConfidenceReason.Ambiguous)
        : new("names", other.Known.Names[0].Name, passage, ConfidenceReason.Ambiguous);

    private static PlacementFact PlacementOf(Named named)
    {
        var (parent, relation, passage) = named.Under!.Value;
        return new(named.Key, relation, parent.Key)
        {
            Key = "",
            Basis = Basis.Stated,
            Evidence = [Evidence.Of(passage)],
            Confidence = new(0.9, ConfidenceReason.FixedForm),
        };
    }
}
