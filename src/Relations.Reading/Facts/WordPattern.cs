using Relations.Reading.Text;

namespace Relations.Reading.Facts;

/// <summary>
/// A turn of phrase, written as folded words: <c>entr* en vigor|vigencia</c>. A word may have others beside it (<c>|</c>), stand for all
/// that begin with it (<c>*</c>), be left out (<c>?</c> before it), be any number (<c>#</c>) or up to so many words of any kind (<c>~3</c>).
/// </summary>
internal sealed class WordPattern
{
    private readonly Part[] _parts;

    private WordPattern(Part[] parts) => _parts = parts;

    /// <summary>Reads a pattern.</summary>
    /// <param name="pattern">The words, parted by spaces.</param>
    public static WordPattern Of(string pattern) => new([.. pattern.Split(' ').Select(Part.Of)]);

    /// <summary>What its first word can be, whole (<c>false</c>) or at its beginning (<c>true</c>).</summary>
    public IEnumerable<(string Word, bool IsStart)> Beginnings => _parts[0].Words.Select(w => w.EndsWith('*') ? (w[..^1], true) : (w, false));

    /// <summary>Where the phrase ends if it begins here.</summary>
    /// <param name="tokens">The words.</param>
    /// <param name="at">Where it would begin.</param>
    /// <returns>The place after its last word; -1 where it does not stand here.</returns>
    public int End(IReadOnlyList<Token> tokens, int at) => End(tokens, at, 0);

    private int End(IReadOnlyList<Token> tokens, int at, int part)
    {
        if (part == _parts.Length)
            return at;
        var (gap, optional) = (_parts[part].Gap, _parts[part].IsOptional);
        if (gap > 0)
        {
            for (var skipped = 0; skipped <= gap && at + skipped <= tokens.Count; skipped++)
            {
                if (End(tokens, at + skipped, part + 1) is >= 0 and var end)
                    return end;
            }

            return -1;
        }

        var found = at < tokens.Count && _parts[part].Matches(tokens[at]) ? End(tokens, at + 1, part + 1) : -1;
        return found < 0 && optional ? End(tokens, at, part + 1) : found;
    }

    private sealed record Part(string[] Words, bool IsOptional, int Gap)
    {
        public static Part Of(string written) => written[0] switch
        {
            '~' => new([], false, written[1] - '0'),
            '?' => new(written[1..].Split('|'), true, 0),
            _ => new(written.Split('|'), false, 0),
        };

        public bool Matches(Token token) => Words.Any(w => w switch
        {
            "#" => char.IsDigit(token.Folded[0]),
            [.., '*'] => token.Folded.StartsWith(w.AsSpan(..^1), StringComparison.Ordinal),
            _ => token.Folded == w,
        });
    }
}

/// <summary>Many turns of phrase, each with what it means, found by their first word.</summary>
/// <typeparam name="T">What they mean.</typeparam>
internal sealed class PhraseBook<T>
{
    /// <summary>A beginning of a word is looked up by so many letters.</summary>
    private const int Stem = 3;

    private readonly Dictionary<string, List<(WordPattern Pattern, T Meaning)>> _whole = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(WordPattern Pattern, T Meaning)>> _stems = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(WordPattern Pattern, T Meaning)>>.AlternateLookup<ReadOnlySpan<char>> _byStem;

    /// <summary>Makes a book.</summary>
    /// <param name="phrases">The phrases; the first that stands at a place counts there.</param>
    public PhraseBook(IEnumerable<(string Pattern, T Meaning)> phrases)
    {
        _byStem = _stems.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var (written, meaning) in phrases)
        {
            var pattern = WordPattern.Of(written);
            foreach (var (word, isStart) in pattern.Beginnings)
            {
                var (shelf, key) = isStart ? (_stems, word[..Stem]) : (_whole, word);
                if (!shelf.TryGetValue(key, out var entries))
                    shelf[key] = entries = [];
                entries.Add((pattern, meaning));
            }
        }
    }

    /// <summary>The phrase that stands at a place.</summary>
    /// <param name="tokens">The words.</param>
    /// <param name="at">The place.</param>
    /// <returns>What it means and where it ends; null where none stands here.</returns>
    public (T Meaning, int End)? At(IReadOnlyList<Token> tokens, int at)
    {
        if (at < 0 || at >= tokens.Count)
            return null;
        var word = tokens[at].Folded;
        if (_whole.TryGetValue(word, out var entries) && Among(entries) is { } found)
            return found;
        return word.Length >= Stem && _stems.Count > 0 && _byStem.TryGetValue(word.AsSpan(0, Stem), out entries) ? Among(entries) : null;

        (T, int)? Among(List<(WordPattern Pattern, T Meaning)> among)
        {
            foreach (var (pattern, meaning) in among)
            {
                if (pattern.End(tokens, at) is >= 0 and var end)
                    return (meaning, end);
            }

            return null;
        }
    }

    /// <summary>All that stand in a row of words, in order, none within another.</summary>
    /// <param name="tokens">The words.</param>
    /// <param name="from">The first place.</param>
    /// <param name="to">The place after the last.</param>
    public IEnumerable<(T Meaning, int Start, int End)> In(IReadOnlyList<Token> tokens, int from, int to)
    {
        for (var at = Math.Max(0, from); at < Math.Min(to, tokens.Count); at++)
        {
            if (At(tokens, at) is not { } found)
                continue;
            yield return (found.Meaning, at, found.End);
            at = Math.Max(at, found.End - 1);
        }
    }
}
