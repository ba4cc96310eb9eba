using System.Globalization;
using System.Text;
using MimeKit;

namespace Relations.Reading.Documents;

/// <summary>The text of an e-mail: who wrote to whom, when and about what, then its body; attachments are documents of their own.</summary>
internal static class EmailText
{
    /// <summary>The text of an e-mail.</summary>
    /// <param name="bytes">The file's bytes.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static string Read(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        using var stream = new MemoryStream(bytes.ToArray(), writable: false);
        using var message = MimeMessage.Load(new ParserOptions { MaxMimeDepth = 32 }, stream, cancellation);
        var text = new StringBuilder();
        Header(text, "From", message.From.ToString());
        Header(text, "To", message.To.ToString());
        Header(text, "Cc", message.Cc.ToString());
        if (message.Headers.Contains(HeaderId.Date) && message.Date != default)
            Header(text, "Date", message.Date.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture));
        Header(text, "Subject", message.Subject);
        return PlainText.Finished(text.Append('\n').Append(Body(message, cancellation)).ToString());
    }

    private static string Body(MimeMessage message, CancellationToken cancellation)
    {
        if (message.TextBody is { } plain && !string.IsNullOrWhiteSpace(plain))
            return plain;
        return message.HtmlBody is { } html ? HtmlText.Read(html, cancellation) : "";
    }

    private static void Header(StringBuilder text, string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
            text.Append(name).Append(": ").Append(value.ReplaceLineEndings(" ")).Append('\n');
    }
}
