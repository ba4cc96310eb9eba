using System.Text.Json;
using System.Text.Unicode;

namespace Relations.Ledger;

/// <summary>
/// A JSON value read into one flat list of nodes, so that its members can be written in another order without an object for each.
/// Made once and read into many times; nothing of a value read before is left.
/// </summary>
internal sealed partial class JsonTree
{
    private const int Folded = -1;

    private static readonly JsonReaderOptions Strict = new() { MaxDepth = CanonicalJson.MostDepth };

    private readonly ByteText text = new();
    private readonly Comparison<int> byName;
    private Node[] nodes = new Node[256];
    private int count;

    /// <summary>Makes one that nothing was read into.</summary>
    public JsonTree() => byName = Compare;

    /// <summary>A name, a value, or the beginning of an object or an array.</summary>
    private struct Node
    {
        /// <summary>What it is.</summary>
        public JsonTokenType Kind;

        /// <summary>Whether a string has characters that stand escaped in the canonical form; they are kept unescaped.</summary>
        public bool IsEscaped;

        /// <summary>Where its text begins in <see cref="JsonTree.text"/>, without quotation marks.</summary>
        public int Start;

        /// <summary>How many bytes its text has.</summary>
        public int Length;

        /// <summary>The node after it and all within it.</summary>
        public int Next;

        /// <summary>The number of the seal on it, from 1; 0 without; <see cref="Folded"/> where its digest stands for it.</summary>
        public int Seal;
    }

    /// <summary>Reads one JSON value.</summary>
    /// <param name="json">The value in UTF-8.</param>
    /// <exception cref="FormatException">It is no JSON, or not I-JSON.</exception>
    public static JsonTree Of(ReadOnlySpan<byte> json)
    {
        var tree = new JsonTree();
        tree.Begin().Add(json);
        tree.Read();
        return tree;
    }

    /// <summary>Forgets what was read, and gives room for the next value, to be followed by <see cref="Read"/>.</summary>
    public ByteText Begin()
    {
        text.CutTo(0);
        count = 0;
        return text;
    }

    /// <summary>Reads what was written since <see cref="Begin"/>.</summary>
    /// <exception cref="FormatException">It is no JSON, or not I-JSON.</exception>
    public void Read()
    {
        var json = text.Written;
        if (!Utf8.IsValid(json))
            throw new FormatException("It is not UTF-8.");
        try
        {
            var reader = new Utf8JsonReader(json, Strict);
            reader.Read();
            ReadValue(ref reader);
            if (reader.Read())
                throw new FormatException("There is more after its end.");
        }
        catch (JsonException e)
        {
            throw new FormatException($"It is not JSON: {e.Message}", e);
        }
        catch (InvalidOperationException e)
        {
            throw new FormatException("A string has half a surrogate pair.", e);
        }
    }

    /// <summary>Where a JSON pointer (RFC 6901) leads; -1 where to nothing.</summary>
    /// <param name="at">The node to go from; 0 is all of it.</param>
    /// <param name="pointer">The pointer in UTF-8.</param>
    public int Find(int at, ReadOnlySpan<byte> pointer)
    {
        while (pointer.Length > 0)
        {
            if (pointer[0] != '/' || at < 0)
                return -1;
            pointer = pointer[1..];
            var end = pointer.IndexOf((byte)'/');
            var step = end < 0 ? pointer : pointer[..end];
            pointer = end < 0 ? default : pointer[end..];
            if (step.Contains((byte)'~') && (step = Unescaped(step)).IsEmpty)
                return -1;
            at = nodes[at].Kind switch
            {
                JsonTokenType.StartObject => MemberOf(at, step),
                JsonTokenType.StartArray => ItemOf(at, step),
                _ => -1,
            };
        }

        return at;
    }

    /// <summary>What kind of value a node is.</summary>
    /// <param name="node">The node.</param>
    public JsonTokenType KindOf(int node) => nodes[node].Kind;

    /// <summary>A string's characters in UTF-8, or a number as written.</summary>
    /// <param name="node">The node.</param>
    public ReadOnlySpan<byte> TextOf(int node) => text.Written.Slice(nodes[node].Start, nodes[node].Length);

    /// <summary>The values in an array or of an object's members, in their order.</summary>
    /// <param name="node">The array or object.</param>
    public IEnumerable<int> ValuesIn(int node)
    {
        for (var at = node + 1; at < nodes[node].Next; at = nodes[at].Next)
        {
            if (nodes[at].Kind == JsonTokenType.PropertyName)
                at++;
            yield return at;
        }
    }

    /// <summary>How many items an array, or members an object has.</summary>
    /// <param name="node">The array or object.</param>
    public int CountIn(int node)
    {
        var members = 0;
        for (var at = node + 1; at < nodes[node].Next; at = nodes[at].Next)
            members++;
        return members;
    }

    private void ReadValue(ref Utf8JsonReader reader)
    {
        var at = Add(ref reader);
        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            while (reader.Read() && reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray))
            {
                if (reader.TokenType == JsonTokenType.PropertyName)
                {
                    var name = Add(ref reader);
                    reader.Read();
                    ReadValue(ref reader);
                    nodes[name].Next = count;
                }
                else
                {
                    ReadValue(ref reader);
                }
            }
        }

        nodes[at].Next = count;
    }

    private int Add(ref Utf8JsonReader reader)
    {
        if (count == nodes.Length)
            Array.Resize(ref nodes, 2 * count);
        ref var node = ref nodes[count];
        var isText = reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName;
        node = new()
        {
            Kind = reader.TokenType,
            Start = (int)reader.TokenStartIndex + (isText ? 1 : 0),
            Length = reader.ValueSpan.Length,
            IsEscaped = reader.ValueIsEscaped,
        };
        if (node.IsEscaped)
        {
            node.Start = text.Length;
            node.Length = reader.CopyString(text.Room(reader.ValueSpan.Length));
            text.Took(node.Length);
        }

        return count++;
    }

    /// <summary>Orders two names by their UTF-16 code units.</summary>
    /// <param name="x">The node of one.</param>
    /// <param name="y">The node of the other.</param>
    private int Compare(int x, int y)
    {
        var one = TextOf(x);
        var other = TextOf(y);
        var same = one.CommonPrefixLength(other);
        return same == one.Length || same == other.Length ? one.Length - other.Length : Rank(one[same]) - Rank(other[same]);

        // UTF-8 is ordered by code points. UTF-16 is too, but that surrogates, D800 to DFFF, come before E000 to FFFF.
        static int Rank(byte b) => b is 0xEE or 0xEF ? b + 0x10 : b;
    }

    private int MemberOf(int @object, ReadOnlySpan<byte> name)
    {
        for (var at = @object + 1; at < nodes[@object].Next; at = nodes[at].Next)
        {
            if (TextOf(at).SequenceEqual(name))
                return at + 1;
        }

        return -1;
    }

    private int ItemOf(int array, ReadOnlySpan<byte> number)
    {
        if (number.Length is 0 or > 9 || number is [(byte)'0', _, ..] || number.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
            return -1;
        var left = int.Parse(number, System.Globalization.CultureInfo.InvariantCulture);
        for (var at = array + 1; at < nodes[array].Next; at = nodes[at].Next)
        {
            if (left-- == 0)
                return at;
        }

        return -1;
    }

    /// <summary>Takes <c>~1</c> for a slash and <c>~0</c> for a tilde (RFC 6901 section 4); nothing where a tilde stands before anything else.</summary>
    private static byte[] Unescaped(ReadOnlySpan<byte> step)
    {
        var name = new byte[step.Length];
        var length = 0;
        for (var i = 0; i < step.Length; i++)
        {
            if (step[i] == '~' && (++i == step.Length || step[i] is not ((byte)'0' or (byte)'1')))
                return [];
            var isEscape = i > 0 && step[i - 1] == '~';
            name[length++] = isEscape ? (byte)(step[i] == '0' ? '~' : '/') : step[i];
        }

        return name[..length];
    }
}
