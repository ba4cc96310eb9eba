using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Relations.Ledger;

/// <summary>An event as the store has it, with every value in its place.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Stream">The record that it belongs to.</param>
/// <param name="Kind">The name of the kind of that record; null where the store has none.</param>
/// <param name="Version">Its place in that record's events, from 1.</param>
/// <param name="Sequence">Its place in the store's order of recording. Rising, with gaps.</param>
/// <param name="Type">The name of the kind of event.</param>
/// <param name="At">When it was recorded; to the microsecond.</param>
/// <param name="By">The user name of whoever recorded it.</param>
/// <param name="Correlation">The id of the request it came from.</param>
/// <param name="Causation">The id of what caused it.</param>
/// <param name="Headers">What stands beside it: a JSON object in UTF-8.</param>
/// <param name="Data">What it says: a JSON object in UTF-8.</param>
public sealed record LedgerEvent(
    Guid Id,
    Guid Stream,
    string? Kind,
    long Version,
    long Sequence,
    string Type,
    DateTimeOffset At,
    string? By,
    string? Correlation,
    string? Causation,
    ReadOnlyMemory<byte> Headers,
    ReadOnlyMemory<byte> Data)
{
    /// <summary>The version of the leaf's form that this library writes and reads.</summary>
    public const int FormVersion = 1;

    private static readonly SearchValues<char> Escaped = SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(i => (char)i), '"', '\\']);

    /// <summary>The event in the form of its leaf, with the values in place of their commitments.</summary>
    public byte[] ToJson()
    {
        var text = new ByteText();
        WriteTo(text);
        return text.Written.ToArray();
    }

    internal void WriteTo(ByteText text)
    {
        text.Add("{\"at\":\""u8);
        At.UtcDateTime.TryFormat(text.Room(27), out var length, "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
        text.Took(length);
        text.Add("\",\"by\":"u8);
        AddString(text, By);
        text.Add(",\"causation\":"u8);
        AddString(text, Causation);
        text.Add(",\"correlation\":"u8);
        AddString(text, Correlation);
        text.Add(",\"data\":"u8);
        text.Add(Data.Span);
        text.Add(",\"headers\":"u8);
        text.Add(Headers.Span);
        text.Add(",\"id\":\""u8);
        AddGuid(text, Id);
        text.Add("\",\"kind\":"u8);
        AddString(text, Kind);
        text.Add(",\"sequence\":"u8);
        text.Add(Sequence);
        text.Add(",\"stream\":\""u8);
        AddGuid(text, Stream);
        text.Add("\",\"type\":"u8);
        AddString(text, Type);
        text.Add(",\"v\":"u8);
        text.Add((long)FormVersion);
        text.Add(",\"version\":"u8);
        text.Add(Version);
        text.Add((byte)'}');
    }

    private static void AddGuid(ByteText text, Guid id)
    {
        id.TryFormat(text.Room(36), out var length);
        text.Took(length);
    }

    private static void AddString(ByteText text, string? value)
    {
        if (value is null)
        {
            text.Add("null"u8);
            return;
        }

        text.Add((byte)'"');
        if (value.AsSpan().ContainsAny(Escaped))
        {
            text.Add(JsonEncodedText.Encode(value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes);
        }
        else
        {
            var room = text.Room(Encoding.UTF8.GetMaxByteCount(value.Length));
            text.Took(Encoding.UTF8.GetBytes(value, room));
        }

        text.Add((byte)'"');
    }
}
