using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Relations.Ledger;

/// <summary>What becomes of a number that the shortest form of its double does not give back.</summary>
public enum LongNumbers
{
    /// <summary>It is rounded to the double (RFC 8785 section 3.2.2.3).</summary>
    Round,

    /// <summary>
    /// It becomes a string of its plain decimal digits without trailing zeros, since RFC 8785 leaves such numbers to strings
    /// (RFC 7493 section 2.2). Leaves are written so: two amounts never look the same.
    /// </summary>
    AsText,
}

/// <summary>
/// The canonical form of JSON by RFC 8785 (JCS): no space, names ordered by their UTF-16 code units, numbers as ECMAScript writes
/// them, strings with no more escapes than needed. The same value has the same bytes, whoever wrote it.
/// </summary>
public static class CanonicalJson
{
    /// <summary>How deep arrays and objects may stand in one another.</summary>
    public const int MostDepth = 64;

    /// <summary>Writes the canonical form.</summary>
    /// <param name="json">One JSON value in UTF-8.</param>
    /// <param name="output">Where to.</param>
    /// <param name="numbers">What becomes of numbers too long for a double.</param>
    /// <exception cref="FormatException">It is no JSON (RFC 8259), not I-JSON (a name twice in one object, half a surrogate pair), or too deep.</exception>
    public static void Write(ReadOnlySpan<byte> json, IBufferWriter<byte> output, LongNumbers numbers = LongNumbers.Round)
    {
        var text = new ByteText();
        JsonTree.Of(json).Write(text, numbers);
        text.CopyTo(output);
    }

    /// <summary>The canonical form.</summary>
    /// <param name="json">One JSON value in UTF-8.</param>
    /// <param name="numbers">What becomes of numbers too long for a double.</param>
    /// <exception cref="FormatException">As for <see cref="Write"/>.</exception>
    public static byte[] Of(ReadOnlySpan<byte> json, LongNumbers numbers = LongNumbers.Round)
    {
        var text = new ByteText();
        JsonTree.Of(json).Write(text, numbers);
        return text.Written.ToArray();
    }

    /// <summary>The canonical form.</summary>
    /// <param name="json">A JSON value.</param>
    /// <param name="numbers">What becomes of numbers too long for a double.</param>
    /// <exception cref="FormatException">As for <see cref="Write"/>.</exception>
    public static byte[] Of(JsonElement json, LongNumbers numbers = LongNumbers.Round) => Of(JsonMarshal.GetRawUtf8Value(json), numbers);

    /// <summary>The SHA-256 of the canonical form as leaves have it: what an erasure says of the value that it left.</summary>
    /// <param name="json">One JSON value in UTF-8.</param>
    /// <exception cref="FormatException">As for <see cref="Write"/>.</exception>
    public static Bytes32 Sha256(ReadOnlySpan<byte> json) => Bytes32.Sha256(Of(json, LongNumbers.AsText));
}
