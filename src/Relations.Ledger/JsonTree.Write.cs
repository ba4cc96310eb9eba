using System.Buffers;
using System.Text.Json;

namespace Relations.Ledger;

internal sealed partial class JsonTree
{
    private static readonly SearchValues<byte> Escaped =
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(i => (byte)i), (byte)'"', (byte)'\\']);

    private int[] order = new int[64];
    private int ordered, commitments;

    /// <summary>Writes the canonical form (RFC 8785) of all of it.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="numbers">What becomes of numbers too long for a double.</param>
    /// <exception cref="FormatException">A name stands twice in an object, or a number is too large.</exception>
    public void Write(ByteText to, LongNumbers numbers)
    {
        ordered = 0;
        Write(0, new(to, numbers, null, null));
    }

    /// <summary>Writes the canonical form of a leaf: sealed values as their commitments.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="seals">What is sealed; every seal is found by <see cref="Seal"/> before.</param>
    /// <param name="erased">Takes the number of each seal without a salt, and the hash of what stands in its place.</param>
    /// <returns>How many commitments were written.</returns>
    public int WriteLeaf(ByteText to, Seals seals, List<(int Seal, Bytes32 Left)> erased)
    {
        ordered = commitments = 0;
        erased.Clear();
        Write(0, new(to, LongNumbers.AsText, seals, erased));
        return commitments;
    }

    /// <summary>Lets the digest of a value stand for it.</summary>
    /// <param name="node">The value's node.</param>
    public void Fold(int node) => nodes[node].Seal = Folded;

    /// <summary>Puts a seal on a value.</summary>
    /// <param name="node">The value's node.</param>
    /// <param name="number">The seal's number, from 1.</param>
    public void Seal(int node, int number) => nodes[node].Seal = number;

    /// <summary>The number of the seal on a value; 0 without.</summary>
    /// <param name="node">The value's node.</param>
    public int SealOn(int node) => nodes[node].Seal;

    /// <summary>Where and how is written.</summary>
    /// <param name="To">Where to.</param>
    /// <param name="Numbers">What becomes of long numbers.</param>
    /// <param name="Seals">The seals; null for plain canonical JSON.</param>
    /// <param name="Erased">Takes what stands in the place of erased values.</param>
    private readonly record struct Output(ByteText To, LongNumbers Numbers, Seals? Seals, List<(int Seal, Bytes32 Left)>? Erased)
    {
        /// <summary>The same, for what stands within a committed value.</summary>
        public Output Within => this with { Seals = null, Erased = null };
    }

    private void Write(int at, Output output)
    {
        if (nodes[at].Seal == 0 || output.Seals is null)
            WriteOpen(at, output);
        else if (nodes[at].Seal == Folded)
            WriteDigest(at, output);
        else
            WriteCommitment(at, output);
    }

    private void WriteOpen(int at, Output output)
    {
        switch (nodes[at].Kind)
        {
            case JsonTokenType.StartObject:
                WriteObject(at, output);
                break;
            case JsonTokenType.StartArray:
                WriteArray(at, output);
                break;
            case JsonTokenType.String:
                WriteString(at, output.To);
                break;
            case JsonTokenType.Number:
                JsonNumber.Write(TextOf(at), output.To, output.Numbers);
                break;
            default:
                output.To.Add(nodes[at].Kind switch { JsonTokenType.True => "true"u8, JsonTokenType.False => "false"u8, _ => "null"u8 });
                break;
        }
    }

    private void WriteObject(int at, Output output)
    {
        if (output.Seals is not null && LooksSealed(at))
            throw new FormatException("An object has the form of a commitment.");
        var first = ordered;
        for (var member = at + 1; member < nodes[at].Next; member = nodes[member].Next)
        {
            if (ordered == order.Length)
                Array.Resize(ref order, 2 * ordered);
            order[ordered++] = member;
        }

        order.AsSpan(first, ordered - first).Sort(byName);
        output.To.Add((byte)'{');
        for (var i = first; i < ordered; i++)
        {
            if (i > first)
            {
                if (Compare(order[i - 1], order[i]) == 0)
                    throw new FormatException("An object has a name twice.");
                output.To.Add((byte)',');
            }

            WriteString(order[i], output.To);
            output.To.Add((byte)':');
            Write(order[i] + 1, output);
        }

        output.To.Add((byte)'}');
        ordered = first;
    }

    private void WriteArray(int at, Output output)
    {
        output.To.Add((byte)'[');
        for (var item = at + 1; item < nodes[at].Next; item = nodes[item].Next)
        {
            if (item > at + 1)
                output.To.Add((byte)',');
            Write(item, output);
        }

        output.To.Add((byte)']');
    }

    private void WriteString(int at, ByteText to)
    {
        to.Add((byte)'"');
        var left = TextOf(at);
        while (nodes[at].IsEscaped && left.IndexOfAny(Escaped) is >= 0 and var plain)
        {
            to.Add(left[..plain]);
            Escape(left[plain], to);
            left = left[(plain + 1)..];
        }

        to.Add(left);
        to.Add((byte)'"');
    }

    /// <summary>Escapes a character as ECMAScript's JSON.stringify does (RFC 8785 section 3.2.2.2).</summary>
    private static void Escape(byte character, ByteText to)
    {
        var letter = character switch
        {
            (byte)'"' or (byte)'\\' => character,
            (byte)'\b' => (byte)'b',
            (byte)'\t' => (byte)'t',
            (byte)'\n' => (byte)'n',
            (byte)'\f' => (byte)'f',
            (byte)'\r' => (byte)'r',
            _ => (byte)0,
        };
        to.Add((byte)'\\');
        if (letter != 0)
        {
            to.Add(letter);
            return;
        }

        to.Add("u00"u8);
        to.Add((byte)(character < 0x10 ? '0' : '1'));
        to.Add("0123456789abcdef"u8[character & 0xF]);
    }

    /// <summary>Writes a commitment. What is hashed is written behind it for a moment, and then cut away.</summary>
    private void WriteCommitment(int at, Output output)
    {
        var seal = output.Seals!.SealAt(nodes[at].Seal - 1);
        var (to, start) = (output.To, output.To.Length);
        if (!seal.IsErased)
            seal.Bytes.CopyTo(Taken(to, Bytes32.Length));
        WriteOpen(at, output.Within);
        var hash = Bytes32.Sha256(to.Written[start..]);
        to.CutTo(start);
        if (seal.IsErased)
            output.Erased!.Add((nodes[at].Seal, hash));
        Commitment.Write("commitment"u8, seal.IsErased ? seal.Bytes : hash, to);
        commitments++;
    }

    private void WriteDigest(int at, Output output)
    {
        var (to, start) = (output.To, output.To.Length);
        WriteOpen(at, output);
        var hash = Bytes32.Sha256(to.Written[start..]);
        to.CutTo(start);
        Commitment.Write("digest"u8, hash, to);
    }

    private static Span<byte> Taken(ByteText to, int length)
    {
        var room = to.Room(length);
        to.Took(length);
        return room;
    }

    /// <summary>Whether an object that nobody sealed has the form of what stands for sealed values, and so could pass for one.</summary>
    private bool LooksSealed(int at) =>
        nodes[at].Next > at + 1 && nodes[at + 1].Next == nodes[at].Next && nodes[at + 2].Kind == JsonTokenType.String
        && (TextOf(at + 1).SequenceEqual("commitment"u8) || TextOf(at + 1).SequenceEqual("digest"u8))
        && Bytes32.TryParseHex(TextOf(at + 2), out _);
}
