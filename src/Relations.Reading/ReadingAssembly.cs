using Relations.Domain.Recording;
using Relations.Domain.Sources;
using Relations.Reading.Facts;

namespace Relations.Reading;

/// <summary>Puts what was found together: the document, its partnerships, all in the order of the text.</summary>
internal static class ReadingAssembly
{
    /// <summary>Puts what was found together.</summary>
    public static TextReading Assemble(
        Entities found,
        MeetingsRead meetings,
        AgreementsRead agreements,
        IReadOnlyList<ProjectFact> projects,
        IReadOnlyList<CommitmentFact> commitments)
    {
        List<Fact> facts =
        [
            .. found.Organisations.Organisations, .. found.Organisations.Placements,
            .. found.People.People, .. found.People.Appointments,
            .. meetings.Meetings, .. meetings.Parts,
            .. agreements.Agreements, .. agreements.Acts,
            .. projects, .. commitments,
        ];
        List<Note> notes = [.. meetings.Notes, .. agreements.Notes];
        return new(found.Text.Text, [.. facts.OrderBy(f => f.Passage.Offset)], [.. notes.OrderBy(n => n.Passage.Offset)]);
    }
}
