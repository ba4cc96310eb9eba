using System.Reflection;
using System.Text.Json.Serialization;
using Relations.Domain.Agreements;
using Relations.Domain.Meetings;
using Relations.Domain.Organisations;
using Relations.Domain.Partnerships;
using Relations.Domain.People;
using Relations.Domain.Projects;
using Relations.Domain.Recording;
using Relations.Domain.Sources;
using Relations.Reading;

namespace Relations.App.Reading;

/// <summary>The kinds of facts that a text may tell, by the names that they have in JSON.</summary>
public static class FactKinds
{
    /// <summary>Every kind: its name and its type, in the order of a life: who, then what.</summary>
    public static IReadOnlyDictionary<string, Type> All { get; } = new OrderedDictionary<string, Type>(
        typeof(Fact).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(a => KeyValuePair.Create((string)a.TypeDiscriminator!, a.DerivedType)));

    private static readonly Dictionary<Type, string> Names = All.ToDictionary(k => k.Value, k => k.Key);

    /// <summary>The name of a fact's kind.</summary>
    /// <param name="fact">The fact.</param>
    public static string Of(Fact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return Names[fact.GetType()];
    }

    /// <summary>The kind of record that a fact is, or is about; null where it is a part of one.</summary>
    /// <param name="fact">The fact.</param>
    public static Type? RecordOf(Fact fact) => fact switch
    {
        OrganisationFact => typeof(Organisation),
        PersonFact => typeof(Person),
        PartnershipFact => typeof(Partnership),
        MeetingFact => typeof(Meeting),
        AgreementFact => typeof(Agreement),
        ProjectFact => typeof(Project),
        SourceFact => typeof(Source),
        _ => null,
    };

    /// <summary>The facts that a fact speaks of, by the fields that name them.</summary>
    /// <param name="fact">The fact.</param>
    public static IReadOnlyList<(string Field, string Key)> References(Fact fact)
    {
        IEnumerable<(string Field, string? Key)> keys = fact switch
        {
            SourceFact f => [("publisher", f.Publisher)],
            PlacementFact f => [("organisation", f.Organisation), ("parent", f.Parent)],
            AppointmentFact f => [("person", f.Person), ("organisation", f.Organisation)],
            PartnershipFact f => All("parties", f.Parties),
            MeetingFact f => [("seatOf", f.SeatOf), .. All("organisations", f.Organisations)],
            ParticipantFact f => [("meeting", f.Meeting), ("person", f.Person), ("onBehalfOf", f.OnBehalfOf)],
            TopicFact f => [("meeting", f.Meeting)],
            StatementFact f => [("meeting", f.Meeting), ("speaker", f.Speaker), ("organisation", f.Organisation)],
            OutcomeFact f => [("meeting", f.Meeting)],
            AgreementFact f => [.. All("parties", f.Parties), ("amends", f.Amends)],
            AgreementActFact f => [("agreement", f.Agreement), .. All("parties", f.Parties), .. All("signatories", f.Signatories)],
            ProjectFact f => [.. All("participants", f.Participants.Select(p => p.Organisation)), ("agreement", f.Agreement)],
            CommitmentFact f => [("owedBy", f.OwedBy), ("by", f.By), .. All("owedTo", f.OwedTo), ("meeting", f.Meeting), ("agreement", f.Agreement)],
            _ => [],
        };
        return [.. keys.Where(k => k.Key is not null).Select(k => (k.Field, k.Key!))];

        static IEnumerable<(string, string?)> All(string field, IEnumerable<string> keys) => keys.Select(k => (field, (string?)k));
    }
}
