using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Relations.App.Sources;

/// <summary>What the bytes of a document say.</summary>
/// <param name="Text">Its text, without a byte order mark (Unicode 16.0, section 23.8: a signature at the start is no part of the text).</param>
/// <param name="Sha256">The SHA-256 of all its bytes, in small hexadecimal digits.</param>
public sealed record SourceDocument(string Text, string Sha256)
{
    /// <summary>The most bytes of a document: the longest text of a source, each character in UTF-8.</summary>
    public const int MostBytes = 4_000_000;

    /// <summary>The control characters that no text is written with: all but tab, the ends of lines and of pages.</summary>
    private static readonly SearchValues<byte> NotOfText = SearchValues.Create(
        [.. Enumerable.Range(0, ' ').Append('\u007f').Except("\t\n\f\r".Select(c => (int)c)).Select(c => (byte)c)]);

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a document in UTF-8. Nothing is repaired: citations count in what was really written.</summary>
    /// <param name="bytes">Its bytes.</param>
    /// <returns>The document; null where the bytes are not UTF-8 or, by their control characters, another kind of file.</returns>
    public static SourceDocument? Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var text = bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
            return text.IndexOfAny(NotOfText) >= 0 ? null : new(Utf8.GetString(text), Convert.ToHexStringLower(SHA256.HashData(bytes)));
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
