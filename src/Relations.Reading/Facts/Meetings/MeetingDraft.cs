using Relations.Domain.Meetings;
using Relations.Reading.Dates;

namespace Relations.Reading.Facts.Meetings;

/// <summary>A meeting in the making: all places of the text that speak of it.</summary>
/// <param name="key">Its key.</param>
internal sealed class MeetingDraft(string key)
{
    /// <summary>Later places than so many say nothing new; a text that long repeats itself.</summary>
    private const int MostMentions = 100;

    private readonly List<MeetingMention> _mentions = [];

    /// <summary>Its key.</summary>
    public string Key { get; } = key;

    /// <summary>Where it stands.</summary>
    public MeetingStatus Status { get; private set; }

    /// <summary>The places that speak of it, in the order of the text.</summary>
    public IReadOnlyList<MeetingMention> Mentions => _mentions;

    /// <summary>The mention that tells most: one of the body that says who met, or what it is called.</summary>
    public MeetingMention Main => _mentions.FirstOrDefault(m => !m.IsHeadline && m.Kind is MentionKind.Encounter or MentionKind.Event)
        ?? _mentions.FirstOrDefault(m => m.Kind is MentionKind.Encounter or MentionKind.Event) ?? _mentions[0];

    /// <summary>The day that it was moved to; null where it was not moved.</summary>
    public DateMention? MovedTo { get; private set; }

    /// <summary>The dates that the text gives it, those of the body first.</summary>
    public IEnumerable<DateMention> Dates => _mentions.Where(m => m.On is not null).OrderBy(m => m.IsHeadline).Select(m => m.On!);

    /// <summary>What it is called, by the longest of its names.</summary>
    public Passage? Title => _mentions.Where(m => m.Title is not null).OrderBy(m => m.IsHeadline).Select(m => m.Title).FirstOrDefault();

    /// <summary>Whether it is one that came before, and is only recalled.</summary>
    public bool IsEarlier => _mentions.Exists(m => m.IsEarlier);

    /// <summary>Whether it is one that comes after the one told of.</summary>
    public bool IsNext => _mentions.Exists(m => m.IsNext);

    /// <summary>Whether only headings speak of it so far.</summary>
    public bool IsOfHeadings => _mentions.TrueForAll(m => m.IsHeadline);

    /// <summary>The keys of the people named on its sides.</summary>
    public HashSet<string> People { get; } = new(StringComparer.Ordinal);

    /// <summary>The keys of the organisations named on its sides, or that those people stand for.</summary>
    public HashSet<string> Organisations { get; } = new(StringComparer.Ordinal);

    /// <summary>Adds a place that speaks of it.</summary>
    /// <param name="mention">The place.</param>
    /// <param name="roots">The organisation that an organ or an office stands under.</param>
    public void Add(MeetingMention mention, Func<string, string> roots)
    {
        if (mention.Status is MeetingStatus.Scheduled && Status is MeetingStatus.Cancelled && _mentions.Count > 0)
            (Status, MovedTo) = (MeetingStatus.Scheduled, mention.On);

        if (_mentions.Count == MostMentions)
            return;

        // A heading tells in the present what is still to come; what is called off was planned before.
        if (_mentions.Count == 0 || (IsOfHeadings && !mention.IsHeadline) || mention.Status is MeetingStatus.Cancelled or MeetingStatus.NotHeld)
            Status = mention.Status;
        _mentions.Add(mention);
        People.UnionWith(mention.Hosts.Concat(mention.People).Select(p => p.Key));
        Organisations.UnionWith(mention.Organisations.Concat(mention.Hosts.Concat(mention.People).Select(p => p.Organisation).OfType<string>()).Select(roots));
    }
}
