using System.Globalization;

namespace Relations.Reading;

/// <summary>Numbers facts in the order of the text, and keeps what they say of each other right: a fact that names one that is not there goes.</summary>
internal static class FactKeys
{
    /// <summary>Leaves out facts that cannot stand without one that is not there, and takes the mention of such a one from the others.</summary>
    /// <param name="facts">The facts.</param>
    public static IReadOnlyList<Fact> WithoutDangling(IReadOnlyList<Fact> facts)
    {
        while (true)
        {
            var keys = facts.Select(f => f.Key).ToHashSet(StringComparer.Ordinal);
            List<Fact> kept = [.. facts.Select(f => Mapped(f, k => keys.Contains(k) ? k : null)).OfType<Fact>()];
            if (kept.Count == facts.Count)
                return kept;
            facts = kept;
        }
    }

    /// <summary>Names facts by their kind and their place among those of their kind: <c>meeting-1</c>.</summary>
    /// <param name="facts">The facts in the order they are to have.</param>
    public static IReadOnlyList<Fact> Numbered(IReadOnlyList<Fact> facts)
    {
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        Dictionary<string, string> names = new(StringComparer.Ordinal);
        foreach (var fact in facts)
        {
            var kind = KindOf(fact);
            var number = counts[kind] = counts.GetValueOrDefault(kind) + 1;
            names[fact.Key] = string.Create(CultureInfo.InvariantCulture, $"{kind}-{number}");
        }

        return [.. facts.Select(f => Mapped(f, names.GetValueOrDefault)! with { Key = names[f.Key] }).Select(f => f with { Alternatives = [.. f.Alternatives.Select(a => a with { Value = names.GetValueOrDefault(a.Value, a.Value) })] })];
    }

    private static string KindOf(Fact fact) => fact switch
    {
        SourceFact => "source",
        OrganisationFact => "organisation",
        PlacementFact => "placement",
        PersonFact => "person",
        AppointmentFact => "appointment",
        PartnershipFact => "partnership",
        MeetingFact => "meeting",
        ParticipantFact => "participant",
        TopicFact => "topic",
        StatementFact => "statement",
        OutcomeFact => "outcome",
        AgreementFact => "agreement",
        AgreementActFact => "agreement-act",
        ProjectFact => "project",
        CommitmentFact => "commitment",
        _ => throw new ArgumentOutOfRangeException(nameof(fact), fact, "It is no kind of fact that is read."),
    };

    /// <summary>A fact with other keys in what it names; null where it names one that it cannot stand without and that has no key.</summary>
    private static Fact? Mapped(Fact fact, Func<string, string?> key)
    {
        return fact switch
        {
            SourceFact f => f with { Publisher = Of(f.Publisher) },
            PlacementFact f => Of(f.Organisation) is { } one && Of(f.Parent) is { } parent ? f with { Organisation = one, Parent = parent } : null,
            AppointmentFact f => Of(f.Person) is { } person ? f with { Person = person, Organisation = Of(f.Organisation) } : null,
            PartnershipFact f => All(f.Parties) is { Count: > 1 } parties ? f with { Parties = parties } : null,
            MeetingFact f => f with { SeatOf = Of(f.SeatOf), Organisations = All(f.Organisations) },
            ParticipantFact f => Of(f.Meeting) is { } meeting && Of(f.Person) is { } person ? f with { Meeting = meeting, Person = person, OnBehalfOf = Of(f.OnBehalfOf) } : null,
            TopicFact f => Of(f.Meeting) is { } meeting ? f with { Meeting = meeting } : null,
            StatementFact f => (Of(f.Speaker) ?? Of(f.Organisation)) is not null ? f with { Meeting = Of(f.Meeting), Speaker = Of(f.Speaker), Organisation = Of(f.Organisation) } : null,
            OutcomeFact f => Of(f.Meeting) is { } meeting ? f with { Meeting = meeting } : null,
            AgreementFact f => f with { Parties = All(f.Parties), Amends = Of(f.Amends) },
            AgreementActFact f => Of(f.Agreement) is { } agreement ? f with { Agreement = agreement, Parties = All(f.Parties), Signatories = All(f.Signatories) } : null,
            ProjectFact f => f with { Participants = [.. f.Participants.Select(p => Of(p.Organisation) is { } o ? p with { Organisation = o } : null).OfType<ProjectPart>()], Agreement = Of(f.Agreement) },
            CommitmentFact f => f with { OwedBy = Of(f.OwedBy), By = Of(f.By), OwedTo = All(f.OwedTo), Meeting = Of(f.Meeting), Agreement = Of(f.Agreement) },
            _ => fact,
        };

        string? Of(string? known) => known is null ? null : key(known);

        IReadOnlyList<string> All(IReadOnlyList<string> known) => [.. known.Select(key).OfType<string>()];
    }
}
