using Relations.Reading.Text;

namespace Relations.Reading.Organisations;

/// <summary>Names as a tree of their words; words that only tie others together are left out, in the names and in the text.</summary>
internal sealed class NameTree
{
    /// <summary>How many tying words may stand between two words of a name: “para el Desarrollo de la” has three at most.</summary>
    private const int MostConnectives = 3;

    private readonly Branch _root = new();

    /// <summary>Adds a name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="sought">Whose it is.</param>
    /// <param name="isAcronym">Whether it is an acronym.</param>
    public void Plant(string name, Sought sought, bool isAcronym)
    {
        var branch = _root;
        var tokens = ReadText.Tokenise(name, new(0, name.Length));
        List<bool> capitals = [];
        foreach (var token in tokens.Where(IsOfName))
        {
            branch = branch.Grow(NameWord.Of(token));
            capitals.Add(char.IsUpper(token.Written[0]));
        }

        if (capitals.Count > 0 && !branch.Leaves.Exists(l => l.Sought == sought && l.IsAcronym == isAcronym))
            branch.Leaves.Add(new(sought, isAcronym, name, [.. capitals]));
    }

    /// <summary>The one organisation that bears exactly this name; null where none or several do.</summary>
    /// <param name="name">The name.</param>
    public Sought? Of(string name)
    {
        Branch? branch = _root;
        foreach (var token in ReadText.Tokenise(name, new(0, name.Length)).Where(IsOfName))
            branch = branch?.Next(NameWord.Of(token));
        return branch is { Leaves: [var only] } ? only.Sought : null;
    }

    /// <summary>The longest name at a place.</summary>
    /// <param name="tokens">The words of a sentence.</param>
    /// <param name="at">The place.</param>
    /// <param name="end">The first word that it may not take.</param>
    public NameFound? Longest(IReadOnlyList<Token> tokens, int at, int end)
    {
        if (at >= end || _root.Next(NameWord.Of(tokens[at])) is null)
            return null;
        NameFound? longest = null;
        List<Token> path = [];
        var (branch, skipped) = (_root, 0);
        for (var i = at; i < end; i++)
        {
            var word = NameWord.Of(tokens[i]);
            if (branch.Next(word) is { } next)
            {
                (branch, skipped) = (next, 0);
                path.Add(tokens[i]);
                longest = Found(branch, path, i + 1 - at) ?? longest;
                if (NameWord.IsPossessive(tokens[i]))
                    break;
            }
            else if (path.Count == 0 || !NameWord.IsConnective(word) || ++skipped > MostConnectives)
            {
                break;
            }
        }

        return longest;
    }

    private static NameFound? Found(Branch branch, List<Token> path, int length)
    {
        var leaves = branch.Leaves.Where(l => l.IsWrittenAs(path)).ToList();
        return leaves.Count == 0 ? null : new(length, [.. leaves.Select(l => l.Sought).Distinct()], leaves.TrueForAll(l => l.IsAcronym));
    }

    private static bool IsOfName(Token token) => (token.IsWord || token.Folded is "/" or "." or ",") && !NameWord.IsConnective(NameWord.Of(token));

    /// <summary>A name that ends here.</summary>
    private sealed record Leaf(Sought Sought, bool IsAcronym, string Name, bool[] Capitals)
    {
        /// <summary>“comunidad andina” is any community of the Andes; a name has its capitals, at least its first where it is long.</summary>
        public bool IsWrittenAs(List<Token> path)
        {
            if (IsAcronym && path.Count == 1)
                return IsAcronymWrittenAs(path[0].Written);
            return path.Count > 2 ? path[0].IsCapitalised : path.Zip(Capitals).All(w => w.First.IsCapitalised || !w.Second);
        }

        // "Unicef" and "Mercosur" are written so in the press; "Can" and "Oea" are not.
        private bool IsAcronymWrittenAs(string written)
        {
            var letters = written.Count(char.IsLetter);
            return !written.Any(char.IsLower)
                || written.StartsWith(Name, StringComparison.Ordinal)
                || (letters >= 5 && char.IsUpper(written[0]))
                || (written.EndsWith('s') && NameOf(written) == Name);
        }

        private static string NameOf(string possessive) => possessive.Length > 2 && possessive[^2] is '\'' or '’' ? possessive[..^2] : possessive;
    }

    private sealed class Branch
    {
        private readonly Dictionary<string, Branch> _next = new(StringComparer.Ordinal);

        public List<Leaf> Leaves { get; } = [];

        public Branch? Next(string word) => _next.GetValueOrDefault(word);

        public Branch Grow(string word) => _next.TryGetValue(word, out var next) ? next : _next[word] = new();
    }
}
