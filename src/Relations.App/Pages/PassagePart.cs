using Relations.Domain.Sources;

namespace Relations.App.Pages;

/// <summary>A stretch of a source's text as its page shows it.</summary>
/// <param name="Text">The words.</param>
/// <param name="Cited">The shortest passage that a fact cites and that they are in; null where no fact cites them.</param>
/// <param name="IsAsked">Whether they are the passage that the reader came for.</param>
public sealed record PassagePart(string Text, (int Offset, int Length)? Cited, bool IsAsked)
{
    /// <summary>A text in stretches: the passage asked for in one piece, and around it what is cited and what is not.</summary>
    /// <param name="source">The source; its text is on record.</param>
    /// <param name="cited">Where passages start and how long they are; those beyond the text are left out.</param>
    /// <param name="asked">The passage asked for, if there is one.</param>
    public static IReadOnlyList<PassagePart> Of(
        Source source, IEnumerable<(int Offset, int Length)> cited, (int Offset, int Length)? asked)
    {
        var text = source.Text!;
        var wanted = asked is var (offset, length) && source.Covers(offset, length) ? asked : null;
        var passages = cited.Where(c => source.Covers(c.Offset, c.Length)).Distinct().ToList();
        SortedSet<int> cuts = [0, text.Length];
        foreach (var (start, size) in passages.Append(wanted ?? (0, text.Length)))
            cuts.UnionWith([start, start + size]);
        if (wanted is var (from, span))
            cuts.RemoveWhere(c => c > from && c < from + span);

        return
        [
            .. cuts.Zip(cuts.Skip(1), (start, end) => new PassagePart(
                text[start..end],
                passages.Where(p => p.Offset < end && start < p.Offset + p.Length).OrderBy(p => p.Length).Select(p => ((int, int)?)p).FirstOrDefault(),
                wanted is var (first, size) && first == start && first + size == end)),
        ];
    }
}
