using Relations.Domain.Meetings;
using Relations.Reading.Text;

namespace Relations.Reading.Facts.Meetings;

/// <summary>Tells whether two places of a text speak of the same meeting.</summary>
/// <param name="roots">The organisation that an organ or an office stands under.</param>
internal sealed class MeetingMatching(Func<string, string> roots)
{
    /// <summary>The meeting that a mention speaks of; null where it is a new one.</summary>
    /// <param name="mention">The mention.</param>
    /// <param name="drafts">The meetings so far.</param>
    public MeetingDraft? Find(MeetingMention mention, IReadOnlyList<MeetingDraft> drafts) =>
        mention.Kind is MentionKind.Back or MentionKind.Attendance
            ? drafts.LastOrDefault(d => IsOpenTo(d, mention) && !Conflicts(d, mention)) ?? drafts.LastOrDefault(d => IsOpenTo(d, mention))
            : drafts.LastOrDefault(d => IsSame(d, mention));

    /// <summary>Whether a mention that points back can mean a meeting, by where both stand.</summary>
    private static bool IsOpenTo(MeetingDraft draft, MeetingMention mention) => !draft.IsEarlier && (mention.Status switch
    {
        MeetingStatus.Held => draft.Status is MeetingStatus.Held,
        MeetingStatus.Scheduled => draft.Status is MeetingStatus.Scheduled or MeetingStatus.Cancelled || draft.IsOfHeadings,
        _ => draft.Status is not MeetingStatus.Held || draft.IsOfHeadings,
    });

    private bool IsSame(MeetingDraft draft, MeetingMention mention)
    {
        if (draft.IsNext != mention.IsNext || draft.IsEarlier != mention.IsEarlier || Conflicts(draft, mention))
            return false;
        if (draft.Status != mention.Status && !draft.IsOfHeadings && mention.Status is MeetingStatus.Held or MeetingStatus.Scheduled)
            return false;
        if (draft.Title is { } title && mention.Title is { } other)
            return IsSameTitle(title.In(mention.In.Text), other.In(mention.In.Text));
        return (draft.IsOfHeadings && !mention.IsHeadline) || HasSameSides(draft, mention);
    }

    private bool HasSameSides(MeetingDraft draft, MeetingMention mention)
    {
        var people = mention.Hosts.Concat(mention.People).Select(p => p.Key).ToHashSet(StringComparer.Ordinal);
        if (people.Count > 0 && draft.People.Count > 0)
            return draft.People.IsSupersetOf(people) || people.IsSupersetOf(draft.People);
        var organisations = mention.Organisations.Concat(mention.Hosts.Concat(mention.People).Select(p => p.Organisation).OfType<string>()).Select(roots).ToHashSet(StringComparer.Ordinal);
        return organisations.Count == 0 || draft.Organisations.Count == 0 || organisations.Overlaps(draft.Organisations);
    }

    private static bool Conflicts(MeetingDraft draft, MeetingMention mention) =>
        mention.On?.Date is { } on && draft.Dates.Any() && !draft.Dates.Any(d => d.Date!.Overlaps(on));

    /// <summary>Two titles are the same where most words of the shorter stand in the longer, and their numbers do not differ.</summary>
    private static bool IsSameTitle(string a, string b)
    {
        var (first, second) = (Words(a), Words(b));
        var (few, many) = first.Count <= second.Count ? (first, second) : (second, first);
        return few.Count(many.Contains) >= few.Count * 0.7 && (first[0] == second[0] || !IsNumber(first[0]) || !IsNumber(second[0]));
    }

    private static bool IsNumber(string word) => word.All(c => c is 'i' or 'v' or 'x' or 'l' or 'c') || char.IsDigit(word[0]) || word is [.., 'a' or 'o' or 't' or 'h' or 'd'] and not "reunion" && word.Length < 10;

    private static List<string> Words(string title) =>
        [.. ReadText.Fold(title).Split([' ', ',', '(', ')', '–', '-'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 3 || char.IsDigit(w[0]) || w.All(c => c is 'i' or 'v' or 'x' or 'l' or 'c'))];
}
