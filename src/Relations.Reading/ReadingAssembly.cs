using Relations.Reading.Facts;
using Relations.Reading.Text;

namespace Relations.Reading;

/// <summary>Puts what was found together: the document, its partnerships, all in the order of the text, each fact once.</summary>
internal static class ReadingAssembly
{
    /// <summary>Puts what was found together.</summary>
    /// <param name="found">The text with what it names.</param>
    /// <param name="meetings">Its meetings.</param>
    /// <param name="agreements">Its agreements.</param>
    /// <param name="projects">Its projects.</param>
    /// <param name="commitments">Its commitments.</param>
    public static TextReading Assemble(
        Entities found,
        MeetingsRead meetings,
        AgreementsRead agreements,
        IReadOnlyList<ProjectFact> projects,
        IReadOnlyList<CommitmentFact> commitments)
    {
        var source = SourceReader.Read(found);
        List<Fact> facts =
        [
            .. source is null ? Array.Empty<Fact>() : [source],
            .. found.Organisations.Organisations, .. found.Organisations.Placements,
            .. found.People.People, .. found.People.Appointments,
            .. new PartnershipReader(found).Read(meetings, agreements, projects, commitments),
            .. meetings.Meetings, .. meetings.Parts,
            .. agreements.Agreements, .. agreements.Acts,
            .. projects, .. commitments,
        ];
        // The order is stable: at one place, what others name comes before them.
        var told = FactKeys.WithoutDangling([.. facts.DistinctBy(Sameness).OrderBy(f => f is SourceFact ? -1 : f.Passage.Offset)]);
        return new(found.Text.Text, FactKeys.Numbered(told), Notes(found, [.. meetings.Notes, .. agreements.Notes]));
    }

    /// <summary>What makes two facts the same one told twice; the key where nothing does.</summary>
    private static object Sameness(Fact fact) => fact switch
    {
        PlacementFact f => (f.Organisation, f.Relation, f.Parent),
        AppointmentFact f => (f.Person, f.Organisation, ReadText.Fold(f.Post), f.Former),
        ParticipantFact f => (f.Meeting, f.Person),
        TopicFact f => (f.Meeting, ReadText.Fold(f.Topic)),
        _ => fact.Key,
    };

    private static IReadOnlyList<Note> Notes(Entities found, IReadOnlyList<Note> told)
    {
        var text = found.Text;
        List<Note> notes = [.. told, .. found.Dates.Dates.Where(d => d.Date is null).Select(d => new Note(NoteKind.DateWithoutYear, d.Passage))];
        if (text.IsCut)
            notes.Add(new(NoteKind.NotReadFurther, Passage.Between(CommuniqueReader.MostRead, text.Text.Length)));
        if (text is { Language: null, Paragraphs.Count: > 0 })
            notes.Add(new(NoteKind.OtherLanguage, text.Paragraphs[0]));
        // What two readers note of the same words is one note.
        return [.. notes.Where((n, i) => !notes.Take(i).Any(o => o.Kind == n.Kind && o.Passage.Meets(n.Passage))).OrderBy(n => n.Passage.Offset).ThenBy(n => n.Kind)];
    }
}
