using System.Text;
using System.Text.RegularExpressions;

namespace Relations.Reading.Documents;

/// <summary>Tells by its content what form a document has.</summary>
internal static partial class DocumentForms
{
    /// <summary>As much of the beginning as is looked at.</summary>
    private const int Beginning = 4096;

    /// <summary>The form of a document; null where it is none that is read.</summary>
    /// <param name="bytes">The file's bytes.</param>
    /// <param name="fileName">Its name, where it has one.</param>
    public static DocumentForm? Of(ReadOnlySpan<byte> bytes, string? fileName)
    {
        var beginning = bytes[..Math.Min(Beginning, bytes.Length)];
        if (beginning[..Math.Min(1024, beginning.Length)].IndexOf("%PDF-"u8) >= 0)
            return DocumentForm.Pdf;
        if (beginning.StartsWith("PK\x03\x04"u8))
            return bytes.IndexOf("word/"u8) >= 0 ? DocumentForm.Docx : null;
        if (beginning.StartsWith("{\\rtf"u8) || !TextDecoding.IsText(bytes))
            return null;
        var text = TextDecoding.OfText(beginning);
        if (Html().IsMatch(text))
            return DocumentForm.Html;
        return IsEmail(text, fileName) ? DocumentForm.Email : DocumentForm.PlainText;
    }

    /// <summary>Whether it is an Office document under a password: those are kept in the older container.</summary>
    /// <param name="bytes">The file's bytes.</param>
    public static bool IsEncryptedOffice(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]) && bytes.IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0;

    /// <summary>An e-mail as servers keep it, and not one that was pasted into a text: it has headers that nobody pastes, or the name of one.</summary>
    private static bool IsEmail(string text, string? fileName) =>
        Header().IsMatch(text) && (ServerHeader().IsMatch(text) || (fileName?.EndsWith(".eml", StringComparison.OrdinalIgnoreCase) ?? false));

    [GeneratedRegex(@"^\s*(?:<!doctype html|<html|<head|<body|(?:<!--|<\?xml)[\s\S]*<html|<(?:div|p|article|section|main|h1|table)[\s>])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Html();

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9\-]{1,60}:", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Header();

    [GeneratedRegex(@"^(?:MIME-Version|Received|Message-ID|Return-Path|Delivered-To|DKIM-Signature|Content-Type):", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ServerHeader();
}
