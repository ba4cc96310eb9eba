using Relations.App.Reading;

namespace Relations.App.Pages.Reading;

/// <summary>A stretch of the text of a draft, and the facts that rest on it.</summary>
/// <param name="Text">The words.</param>
/// <param name="Facts">The facts, that with the shortest passage first; none where nothing was read there.</param>
public sealed record TextMark(string Text, IReadOnlyList<DraftFact> Facts)
{
    /// <summary>A text in stretches: where passages overlap, each stretch knows all of them.</summary>
    /// <param name="draft">The draft.</param>
    public static IReadOnlyList<TextMark> Of(ReadingDraft draft)
    {
        var passages = draft.Facts.Where(f => f.Fact is not Relations.Reading.SourceFact).SelectMany(f => f.Fact.Evidence.Select(e => (Fact: f, e.Passage)))
            .Where(p => p.Passage.Offset >= 0 && p.Passage.Length > 0 && p.Passage.End <= draft.Text.Length)
            .OrderBy(p => p.Passage.Offset).ToList();
        SortedSet<int> cuts = [0, draft.Text.Length];
        foreach (var (_, passage) in passages)
            cuts.UnionWith([passage.Offset, passage.End]);

        // From cut to cut, with the passages that have begun and not ended: a text has few at any one place.
        List<TextMark> marks = [];
        List<(DraftFact Fact, Relations.Reading.Passage Passage)> open = [];
        var next = 0;
        foreach (var (start, end) in cuts.Zip(cuts.Skip(1)))
        {
            while (next < passages.Count && passages[next].Passage.Offset <= start)
                open.Add(passages[next++]);
            open.RemoveAll(o => o.Passage.End <= start);
            marks.Add(new(draft.Text[start..end], [.. open.OrderBy(o => o.Passage.Length).Select(o => o.Fact).Distinct()]));
        }

        return marks;
    }
}
