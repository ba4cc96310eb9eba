using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Relations.Ledger;

/// <summary>A value that was erased: where it stood, and what stands there now.</summary>
/// <param name="Path">Where: a JSON pointer (RFC 6901).</param>
/// <param name="Left">The SHA-256 of the canonical JSON of what stands there.</param>
public readonly record struct ErasedValue(string Path, Bytes32 Left);

/// <summary>What places an event in the record.</summary>
internal sealed record EventFacts(Guid Id, Guid Stream, long Sequence, long Version, string Type);

/// <summary>
/// Makes leaves of events: the canonical JSON (RFC 8785) of the event, with a commitment for each sealed value. Made once and used for
/// many events, one at a time.
/// </summary>
public sealed class EventLeaf
{
    /// <summary>The longest leaf, in bytes: what the length before an entry of a bundle can say (C2SP tlog-tiles).</summary>
    public const int MostBytes = ushort.MaxValue;

    /// <summary>The longest event with its values, in bytes.</summary>
    public const int MostEventBytes = 16 * 1024 * 1024;

    private const int Members = 13, MostTypeName = 200;

    /// <summary>What a digest stands for where a leaf would be too long: the data, and, if it still is, the headers.</summary>
    private static readonly byte[][] LongMembers = [[.. "/data"u8], [.. "/headers"u8]];

    private readonly JsonTree tree = new();
    private readonly ByteText leaf = new();
    private readonly List<(int Seal, Bytes32 Left)> erased = [];

    /// <summary>The leaf of an event of the store.</summary>
    /// <param name="event">The event.</param>
    /// <param name="seals">Its seals.</param>
    /// <returns>The bytes, until the next leaf is made.</returns>
    /// <exception cref="FormatException">The event is not as events are, or a seal is on nothing.</exception>
    public ReadOnlySpan<byte> Of(LedgerEvent @event, Seals seals)
    {
        @event.WriteTo(tree.Begin());
        tree.Read();
        return Write(seals);
    }

    /// <summary>The leaf of an event in its form with values in place.</summary>
    /// <param name="json">The event: the JSON of <see cref="LedgerEvent.ToJson"/>, in any canonical or other form.</param>
    /// <param name="seals">Its seals.</param>
    /// <returns>The bytes, until the next leaf is made.</returns>
    /// <exception cref="FormatException">The event is not as events are, or a seal is on nothing.</exception>
    public ReadOnlySpan<byte> Of(ReadOnlySpan<byte> json, Seals seals)
    {
        Read(json);
        return Write(seals);
    }

    /// <summary>What was erased of the event that the last leaf was made of.</summary>
    /// <param name="seals">The seals it was made with.</param>
    public IReadOnlyList<ErasedValue> Erased(Seals seals) => [.. erased.Select(e => new ErasedValue(seals[e.Seal - 1].Path, e.Left))];

    /// <summary>Makes seals with new salts for an event that is recorded: one for each value at some places.</summary>
    /// <param name="event">The event.</param>
    /// <param name="patterns">The places: JSON pointers into the leaf's form, in which <c>*</c> stands for the number of any item of an array.</param>
    /// <param name="seals">Takes the seals. Nothing is sealed that is null or is not there.</param>
    /// <exception cref="FormatException">The event is no JSON.</exception>
    public void Seal(LedgerEvent @event, IEnumerable<string> patterns, Seals seals)
    {
        @event.WriteTo(tree.Begin());
        tree.Read();
        foreach (var pattern in patterns)
            Seal(0, "", pattern.Split('/').AsSpan(1), seals);
    }

    private void Seal(int node, string pointer, ReadOnlySpan<string> steps, Seals seals)
    {
        if (steps is [])
        {
            if (tree.KindOf(node) != JsonTokenType.Null)
                seals.Add(new(pointer, Commitment.NewSalt(), IsErased: false));
        }
        else if (steps[0] != "*")
        {
            if (tree.Find(node, Encoding.UTF8.GetBytes($"/{steps[0]}")) is >= 0 and var at)
                Seal(at, $"{pointer}/{steps[0]}", steps[1..], seals);
        }
        else if (tree.KindOf(node) == JsonTokenType.StartArray)
        {
            var number = 0;
            foreach (var item in tree.ValuesIn(node))
                Seal(item, $"{pointer}/{number++}", steps[1..], seals);
        }
    }

    /// <summary>Reads an event in its form with values in place, to be followed by <see cref="Write"/>.</summary>
    /// <exception cref="FormatException">It is no JSON.</exception>
    internal void Read(ReadOnlySpan<byte> json)
    {
        if (json.Length > MostEventBytes)
            throw new FormatException($"The event is longer than {MostEventBytes} bytes.");
        tree.Begin().Add(json);
        tree.Read();
    }

    /// <summary>What places the event that was read; null where it does not say it as events do.</summary>
    internal EventFacts? Facts() =>
        tree.KindOf(0) == JsonTokenType.StartObject
        && NumberAt("/v"u8) == LedgerEvent.FormVersion
        && GuidAt("/id"u8) is { } id && GuidAt("/stream"u8) is { } stream
        && NumberAt("/sequence"u8) is { } sequence && NumberAt("/version"u8) is { } version and > 0
        && TextAt("/type"u8) is { Length: > 0 and <= MostTypeName } type
            ? new(id, stream, sequence, version, type)
            : null;

    /// <summary>The leaf of the event that was read.</summary>
    /// <exception cref="FormatException">The event is not as events are, or a seal is on nothing.</exception>
    internal ReadOnlySpan<byte> Write(Seals seals)
    {
        if (tree.KindOf(0) != JsonTokenType.StartObject || tree.CountIn(0) != Members)
            throw new FormatException("It has not the members of an event.");
        for (var i = 0; i < seals.Count; i++)
        {
            var node = tree.Find(0, seals.PointerOf(i));
            if (node <= 0 || tree.SealOn(node) != 0 || (tree.KindOf(node) == JsonTokenType.Null && !seals.SealAt(i).IsErased))
                throw new FormatException($"The seal on {seals[i].Path} is on nothing.");
            tree.Seal(node, i + 1);
        }

        WriteWith(seals);
        foreach (var member in LongMembers)
        {
            if (leaf.Length <= MostBytes)
                break;
            tree.Fold(tree.Find(0, member));
            WriteWith(seals);
        }

        return leaf.Length <= MostBytes ? leaf.Written : throw new FormatException($"The leaf is longer than {MostBytes} bytes.");
    }

    /// <summary>An integer as events have it: of digits alone, and so few that a double holds it.</summary>
    private long? NumberAt(ReadOnlySpan<byte> path) =>
        tree.Find(0, path) is > 0 and var at && tree.KindOf(at) == JsonTokenType.Number && tree.TextOf(at) is { Length: <= 15 } digits
        && !digits.ContainsAnyExceptInRange((byte)'0', (byte)'9')
            ? long.Parse(digits, CultureInfo.InvariantCulture)
            : null;

    private string? TextAt(ReadOnlySpan<byte> path) =>
        tree.Find(0, path) is > 0 and var at && tree.KindOf(at) == JsonTokenType.String ? Encoding.UTF8.GetString(tree.TextOf(at)) : null;

    private Guid? GuidAt(ReadOnlySpan<byte> path) =>
        TextAt(path) is { } text && Guid.TryParseExact(text, "D", out var id) && id.ToString() == text ? id : null;

    private void WriteWith(Seals seals)
    {
        leaf.CutTo(0);
        if (tree.WriteLeaf(leaf, seals, erased) != seals.Count)
            throw new FormatException("A seal is on a value within a sealed value.");
    }
}
