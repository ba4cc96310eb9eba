using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace Relations.Reading.Documents;

/// <summary>Tells the encoding of a text: by its mark, else UTF-8 where it is valid, else UTF-16 by its zeros, else Windows-1252.</summary>
internal static partial class TextDecoding
{
    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>Whether bytes are text at all: hardly a control character, and no zero but those of UTF-16.</summary>
    /// <param name="bytes">The bytes.</param>
    public static bool IsText(ReadOnlySpan<byte> bytes)
    {
        if (Marked(bytes) is not null || IsUtf16(bytes) is not null)
            return true;
        var controls = 0;
        foreach (var b in bytes)
        {
            if (b == 0)
                return false;
            controls += b < 32 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f' or 27) ? 1 : 0;
        }

        return controls <= bytes.Length / 200;
    }

    /// <summary>The text of bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    public static string OfText(ReadOnlySpan<byte> bytes)
    {
        if (Marked(bytes) is { } marked)
            return marked.Encoding.GetString(bytes[marked.Length..]);
        return (IsUtf16(bytes) ?? (IsUtf8(bytes) ? Encoding.UTF8 : Western)).GetString(bytes);
    }

    /// <summary>The text of a page, which may itself name its encoding.</summary>
    /// <param name="bytes">The bytes.</param>
    public static string OfHtml(ReadOnlySpan<byte> bytes)
    {
        if (Marked(bytes) is not null || IsUtf16(bytes) is not null || IsUtf8(bytes))
            return OfText(bytes);
        var named = Charset().Match(Encoding.Latin1.GetString(bytes[..Math.Min(2048, bytes.Length)])) is { Success: true } match ? Named(match.Groups[1].Value) : null;
        return (named ?? Western).GetString(bytes);
    }

    private static Encoding? Named(string name)
    {
        // What a page names "latin1" is Windows-1252, as browsers take it.
        var known = name.ToUpperInvariant() is "ISO-8859-1" or "LATIN1" or "US-ASCII" or "UTF-8" ? null : CodePagesEncodingProvider.Instance.GetEncoding(name);
        return known is { IsSingleByte: true } ? known : null;
    }

    private static (Encoding Encoding, int Length)? Marked(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        _ => null,
    };

    /// <summary>Whether it is UTF-8. The beginning of a text may break off within a character.</summary>
    private static bool IsUtf8(ReadOnlySpan<byte> bytes)
    {
        for (var cut = 0; cut < Math.Min(4, bytes.Length); cut++)
        {
            if (Utf8.IsValid(bytes[..^cut]))
                return true;
        }

        return false;
    }

    /// <summary>UTF-16 without a mark: every other byte of a text in our languages is zero.</summary>
    private static UnicodeEncoding? IsUtf16(ReadOnlySpan<byte> bytes)
    {
        var looked = Math.Min(bytes.Length, 1024) & ~1;
        if (looked < 4)
            return null;
        var (even, odd) = (0, 0);
        for (var i = 0; i < looked; i += 2)
            (even, odd) = (even + (bytes[i] == 0 ? 1 : 0), odd + (bytes[i + 1] == 0 ? 1 : 0));
        var most = looked / 2 * 9 / 10;
        return odd > most && even == 0 ? new(bigEndian: false, byteOrderMark: false) : even > most && odd == 0 ? new(bigEndian: true, byteOrderMark: false) : null;
    }

    [GeneratedRegex(@"<meta[^>]{0,200}charset\s{0,4}=\s{0,4}[""']?([A-Za-z0-9_\-]{2,30})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Charset();
}
