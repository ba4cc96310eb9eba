using Relations.Domain.Recording;
using Relations.Reading.Dates;
using Relations.Reading.Organisations;
using Relations.Reading.Text;

namespace Relations.Reading.People;

/// <summary>Reads the people of a text and their posts.</summary>
internal static class PersonReader
{
    /// <summary>Reads the people of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="organisations">The organisations that it names.</param>
    /// <param name="dates">Its dates.</param>
    public static PeopleRead Read(ReadText text, OrganisationsRead organisations, DatesRead dates)
    {
        var sentences = PeopledSentence.Of(text, organisations);
        var reader = new PersonPlaces(text, dates, new Sides(sentences));
        var places = reader.In(sentences);
        var gathered = new PeopleGathering(organisations).Gather(sentences, places, reader.Unheld);
        var appointments = gathered.People.SelectMany(p => p.Posts.Select(h => AppointmentOf(p, h))).OrderBy(a => a.Passage.Offset);
        return new(
            [.. gathered.People.Select(FactOf)],
            [.. appointments.Select((a, i) => a with { Key = $"appointment-{i + 1}" })],
            [.. gathered.Mentions]);
    }

    private static PersonFact FactOf(NamedPerson person) => new(person.Name.With(person.Title))
    {
        Key = person.Key,
        Basis = Basis.Stated,
        Evidence = [Evidence.Of(person.Place)],
        Confidence = person switch
        {
            { IsSurnameOnly: true } => new(0.65, ConfidenceReason.NamedLikeIt),
            { Posts.Count: 0, Title: null } => new(0.75, ConfidenceReason.NamedLikeIt),
            _ => new(0.92, ConfidenceReason.FixedForm),
        },
    };

    private static AppointmentFact AppointmentOf(NamedPerson person, HeldPost held) =>
        new(person.Key, held.Organisation, held.Post, held.Acting, held.Since?.Date, held.Former)
        {
            Key = "",
            Basis = Basis.Stated,
            Evidence = held.Since is { } since ? [Evidence.Of(held.Passage), new(since.Passage, ["from"])] : [Evidence.Of(held.Passage)],
            Confidence = held switch
            {
                { IsFromContext: true } => new(0.75, ConfidenceReason.FromContext),
                { Organisation: null } => new(0.7, ConfidenceReason.NamedLikeIt),
                _ => new(0.92, ConfidenceReason.FixedForm),
            },
            Inferred = held.IsFromContext ? ["organisation"] : [],
        };
}
