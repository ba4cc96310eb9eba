namespace Relations.Ledger;

/// <summary>Base64 (RFC 4648 section 4), read strictly: one text for the same bytes, so that nothing can be changed unseen.</summary>
internal static class Base64
{
    /// <summary>Reads it; null where it is anything else than the one form of at most so many bytes.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">The most bytes.</param>
    public static byte[]? Read(string text, int most)
    {
        var bytes = new byte[most];
        return text.Length <= (most + 2) / 3 * 4
            && Convert.TryFromBase64String(text, bytes, out var length)
            && Convert.ToBase64String(bytes.AsSpan(0, length)) == text
                ? bytes[..length]
                : null;
    }
}
