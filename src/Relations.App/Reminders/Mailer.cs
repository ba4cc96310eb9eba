using System.Globalization;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using MimeKit.Text;

namespace Relations.App.Reminders;

/// <summary>A mail could not be handed over. It says why without any address: what the server answered may name the person.</summary>
public sealed class MailNotSentException : Exception
{
    /// <summary>Something went wrong.</summary>
    public MailNotSentException()
    {
    }

    /// <summary>Something went wrong.</summary>
    /// <param name="message">What.</param>
    public MailNotSentException(string message) : base(message)
    {
    }

    /// <summary>Something went wrong.</summary>
    /// <param name="message">What.</param>
    /// <param name="innerException">Why.</param>
    public MailNotSentException(string message, Exception innerException) : base(message, innerException)
    {
    }
}

/// <summary>A mail: two ways to read the same, and how to stop it.</summary>
/// <param name="Id">What tells it from every other, the same for the same mail.</param>
/// <param name="To">Where it goes.</param>
/// <param name="Language">Its language.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Text">As text.</param>
/// <param name="Html">As HTML; null where text is enough.</param>
/// <param name="Stop">The address that stops such mails; null where it was asked for.</param>
public sealed record Mail(string Id, string To, string Language, string Subject, string Text, string? Html = null, string? Stop = null);

/// <summary>Hands mails over to the operator's mail server (SMTP).</summary>
/// <param name="settings">The server; null where no mail is sent.</param>
/// <param name="clock">What time it is.</param>
public sealed class Mailer(MailSettings? settings, TimeProvider clock)
{
    private const int Patience = 30_000;

    /// <summary>The server; null where no mail is sent.</summary>
    public MailSettings? Settings => settings;

    /// <summary>Hands a mail over. When this returns, the server has taken it.</summary>
    /// <param name="mail">The mail.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="MailNotSentException">The server did not take it.</exception>
    public async Task SendAsync(Mail mail, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(mail);
        if (settings is null)
            throw new MailNotSentException("No mail server is set up.");
        using var message = Written(mail, settings);
        try
        {
            using var client = new SmtpClient { Timeout = Patience };
            await client.ConnectAsync(settings.Host, settings.Port, settings.Security, cancellation);
            if (settings is { User: { } user, Password: { } password })
                await client.AuthenticateAsync(user, password, cancellation);
            await client.SendAsync(message, cancellation);
            await client.DisconnectAsync(quit: true, cancellation);
        }
        catch (SmtpCommandException e)
        {
            throw new MailNotSentException(string.Create(CultureInfo.InvariantCulture, $"The mail server refused a mail: {(int)e.StatusCode}."));
        }
        catch (Exception e) when (e is ProtocolException or IOException or SocketException or TimeoutException or AuthenticationException or SslHandshakeException)
        {
            throw new MailNotSentException($"The mail server could not be reached: {e.GetType().Name}.");
        }
    }

    private MimeMessage Written(Mail mail, MailSettings from)
    {
        var text = new TextPart(TextFormat.Plain) { Text = mail.Text };
        text.Headers.Add(HeaderId.ContentLanguage, mail.Language);
        var html = mail.Html is null ? null : new TextPart(TextFormat.Html) { Text = mail.Html };
        html?.Headers.Add(HeaderId.ContentLanguage, mail.Language);
        var message = new MimeMessage
        {
            MessageId = $"{mail.Id}@{from.PublicAddress.Host}",
            Date = clock.GetUtcNow(),
            Subject = mail.Subject,
            Body = html is null ? text : new MultipartAlternative(text, html),
        };
        message.From.Add(from.From);
        message.To.Add(new MailboxAddress("", mail.To));
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated"); // RFC 3834: no machine answers it
        if (mail.Stop is { } stop)
        {
            message.Headers.Add(HeaderId.ListUnsubscribe, $"<{from.Whole(stop)}>");
            if (from.PublicAddress.Scheme == Uri.UriSchemeHttps)
                message.Headers.Add(HeaderId.ListUnsubscribePost, "List-Unsubscribe=One-Click"); // RFC 8058, over https alone
        }

        return message;
    }
}
