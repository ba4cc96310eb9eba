using System.Text.Json;

namespace Relations.Ledger.Bundles;

/// <summary>Reads what stands in a bundle: canonical JSON with exactly the members that it has to have. Made once, and used for many lines.</summary>
internal sealed class BundleLines
{
    /// <summary>A number of 15 digits is the same in a double, and so in every program that reads a bundle.</summary>
    private const long MostNumber = 1_000_000_000_000_000;

    private readonly JsonTree tree = new();
    private readonly ByteText canonical = new();

    /// <summary>Whether a line is canonical JSON.</summary>
    public bool IsCanonical(ReadOnlySpan<byte> line)
    {
        try
        {
            tree.Begin().Add(line);
            tree.Read();
            canonical.CutTo(0);
            tree.Write(canonical, LongNumbers.AsText);
            return canonical.Written.SequenceEqual(line);
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>The members of an object by the names that it has to have, in their order; null where it is not so.</summary>
    public ReadOnlyMemory<byte>[]? Members(ReadOnlyMemory<byte> line, params ReadOnlySpan<string> names)
    {
        if (!IsCanonical(line.Span) || line.Span[0] != '{')
            return null;
        var reader = new Utf8JsonReader(line.Span);
        reader.Read();
        var members = new ReadOnlyMemory<byte>[names.Length];
        for (var i = 0; reader.Read() && reader.TokenType == JsonTokenType.PropertyName; i++)
        {
            if (i == names.Length || !reader.ValueTextEquals(names[i]))
                return null;
            reader.Read();
            var from = (int)reader.TokenStartIndex;
            reader.Skip();
            members[i] = line[from..(int)reader.BytesConsumed];
        }

        return members.All(m => m.Length > 0) ? members : null;
    }

    /// <summary>A string; null where the value is none.</summary>
    public static string? Text(ReadOnlyMemory<byte> value)
    {
        var reader = new Utf8JsonReader(value.Span);
        return reader.Read() && reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
    }

    /// <summary>A whole number from 0; null where the value is none.</summary>
    public static long? Number(ReadOnlyMemory<byte> value)
    {
        var reader = new Utf8JsonReader(value.Span);
        return reader.Read() && reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var number) && number is >= 0 and < MostNumber ? number : null;
    }

    /// <summary>A hash; null where the value is none.</summary>
    public static Bytes32? Hash(ReadOnlyMemory<byte> value) => Bytes32.TryParseHex(Text(value), out var hash) ? hash : null;

    /// <summary>An id in its one form; null where the value is none.</summary>
    public static Guid? Id(ReadOnlyMemory<byte> value) =>
        Text(value) is { } text && Guid.TryParseExact(text, "D", out var id) && id.ToString() == text ? id : null;

    /// <summary>The hashes of a proof; null where the value is none.</summary>
    public static List<Bytes32>? Proof(ReadOnlyMemory<byte> value) => Items(value, Tree.Proofs.MostHashes, Hash);

    /// <summary>Ids; null where the value is no list of them.</summary>
    public static List<Guid>? Ids(ReadOnlyMemory<byte> value) => Items(value, int.MaxValue, Id);

    private static List<T>? Items<T>(ReadOnlyMemory<byte> value, int most, Func<ReadOnlyMemory<byte>, T?> read) where T : struct
    {
        List<T> items = [];
        var reader = new Utf8JsonReader(value.Span);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray)
            return null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var from = (int)reader.TokenStartIndex;
            reader.Skip();
            if (items.Count == most || read(value[from..(int)reader.BytesConsumed]) is not { } item)
                return null;
            items.Add(item);
        }

        return items;
    }
}
