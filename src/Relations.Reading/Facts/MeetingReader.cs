using Relations.Domain.Meetings;
using Relations.Domain.Organisations;
using Relations.Domain.Sources;
using Relations.Reading.Facts.Meetings;
using Relations.Reading.People;

namespace Relations.Reading.Facts;

/// <summary>Reads the meetings of a text, with who took part, what about, what was said and what came of them.</summary>
internal static class MeetingReader
{
    /// <summary>A text that tells of more meetings is a list, and is not read further.</summary>
    private const int MostMeetings = 100;

    /// <summary>Reads the meetings of a text.</summary>
    /// <param name="found">The text with what it names.</param>
    public static MeetingsRead Read(Entities found)
    {
        var outline = new Outline(found);
        var drafts = Drafts(outline);
        var statements = StatementReader.Read(outline, drafts.FirstOrDefault(d => d.Status is MeetingStatus.Held));
        var participants = ParticipantReader.Read(outline, drafts, statements);
        var meetings = drafts
            .Select(draft => MeetingAssembly.Assemble(outline, draft, [.. participants.Where(p => p.Meeting == draft.Key)]))
            .OfType<MeetingFact>()
            .ToList();
        var main = meetings.FirstOrDefault(m => m.Status is MeetingStatus.Held);
        return new(
            meetings,
            [
                .. participants.Where(p => meetings.Exists(m => m.Key == p.Meeting)),
                .. TopicReader.Read(outline, drafts, meetings),
                .. statements.Select(s => meetings.Exists(m => m.Key == s.Meeting) ? s : s with { Meeting = null }),
                .. OutcomeReader.Read(outline, main),
            ],
            []);
    }

    /// <summary>The places of a sentence that speak of a meeting; the lines of minutes for where and when speak of the one above them.</summary>
    private static IEnumerable<MeetingMention> Mentions(Outline outline, SentenceView view, bool isBelow)
    {
        if (isBelow && Labels.Of(view) is { Label: Label.Setting } && !IsOfMessage(outline, view))
            return [new(view, 0, MentionKind.Back, MeetingStatus.Held, view.Passage) { On = view.Dates.FirstOrDefault(d => d.Date is not null) }];
        return MeetingFinder.Find(view);
    }

    // “Date:” between “From:” and “Subject:” is when a message was sent.
    private static bool IsOfMessage(Outline outline, SentenceView view) =>
        outline.Sentences.Skip(view.Number - 3).Take(7).Any(s => Labels.PastBullet(s, 0) is var first && s.Word(first + 1) is ":"
            && s.Word(first) is "from" or "de" or "subject" or "asunto" or "sent" or "enviado");

    /// <summary>The meetings that the text speaks of, each with all the places that do.</summary>
    private static List<MeetingDraft> Drafts(Outline outline)
    {
        var parents = outline.Found.Organisations.Placements
            .Where(p => p.Relation is not OrganisationRelation.MemberOf)
            .GroupBy(p => p.Organisation, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First().Parent, StringComparer.Ordinal);
        var matching = new MeetingMatching(Root);
        List<MeetingDraft> drafts = [];
        var correspondents = Correspondents.Of(outline.Found);
        IReadOnlyList<PersonMention> subject = [];
        var isMinutes = SourceReader.KindOf(outline.Found) is SourceKind.Minutes;
        foreach (var read in outline.Sentences.SelectMany(v => Mentions(outline, v, isMinutes || drafts.Count > 0)))
        {
            var mention = read.LacksSubject && read.People.Count > 0 ? read with { People = [.. subject, .. read.People] } : read;
            if (correspondents is not null && (read.IsOfWriters || mention.Organisations.Count + mention.People.Count == 0))
                mention = mention with { Organisations = [.. mention.Organisations.Concat(new[] { correspondents.Writer, correspondents.Reader }.OfType<string>()).Distinct()] };
            if (read.IsOfWriters && correspondents is null)
                continue;
            subject = read.Subject.Count > 0 ? read.Subject : subject;
            if ((mention.IsEarlier && mention.On is null && mention.Title is null) || (mention.IsNext && mention.On is null && mention.Status is MeetingStatus.Scheduled))
                continue;
            var draft = matching.Find(mention, drafts);
            if (draft is null && (mention.Kind is MentionKind.Attendance || drafts.Count == MostMeetings))
                continue;
            if (draft is null)
                drafts.Add(draft = new($"meeting-{drafts.Count + 1}"));
            draft.Add(mention, Root);
        }

        return drafts;

        // One step and another: an office of an organ. A cycle cannot last longer.
        string Root(string key)
        {
            for (var i = 0; i < 3 && parents.TryGetValue(key, out var parent); i++)
                key = parent;
            return key;
        }
    }
}
