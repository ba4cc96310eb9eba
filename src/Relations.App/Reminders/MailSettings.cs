using MailKit.Security;
using MimeKit;
using Relations.App.Access.Web;

namespace Relations.App.Reminders;

/// <summary>Where mails are handed over, as the operator set it up. A class and no record: it must not print its password.</summary>
public sealed class MailSettings
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Relations:Mail";

    /// <summary>The setting with the address that people open the application at.</summary>
    public const string PublicAddressSetting = "Relations:PublicAddress";

    private const int MostPort = 65_535;

    private static readonly string[] Known = [nameof(Host), nameof(Port), nameof(User), nameof(Password), nameof(From), nameof(Security)];

    private MailSettings(IConfigurationSection section, string? publicAddress)
    {
        if (section.GetChildren().Select(c => c.Key).Except(Known, StringComparer.OrdinalIgnoreCase).FirstOrDefault() is { } unknown)
            throw Wrong(unknown, $"is not known; known are {string.Join(", ", Known)}.");
        Host = section[nameof(Host)] is { Length: > 0 } host ? host : throw Wrong(nameof(Host), "is missing: it names the mail server.");
        (Security, var usual) = (section[nameof(Security)] ?? "starttls").ToLowerInvariant() switch
        {
            "none" => (SecureSocketOptions.None, 25),
            "starttls" => (SecureSocketOptions.StartTls, 587),
            "tls" => (SecureSocketOptions.SslOnConnect, 465),
            _ => throw Wrong(nameof(Security), "must be none, starttls or tls."),
        };
        Port = section.Number(nameof(Port), usual, MostPort);
        User = section[nameof(User)] is { Length: > 0 } user ? user : null;
        Password = section[nameof(Password)] is { Length: > 0 } password ? password : null;
        if (User is null != Password is null)
            throw Wrong(nameof(User), $"and {Section}:{nameof(Password)} belong together: set both or neither.");
        if (User is not null && Security == SecureSocketOptions.None)
            throw Wrong(nameof(Security), "must be starttls or tls where there is a password: without, anybody in between reads it.");
        From = MailboxAddress.TryParse(section[nameof(From)] ?? "", out var from) && from.Address.Contains('@', StringComparison.Ordinal)
            ? from
            : throw Wrong(nameof(From), "must be the address that mails come from, such as Relations <relations@example.org>.");
        PublicAddress = Uri.TryCreate(publicAddress, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            && address is { AbsolutePath: "/", Query: "", Fragment: "", UserInfo: "" }
                ? address
                : throw new UnusableSettingException(
                    $"The setting {PublicAddressSetting} must be the address that people open, such as https://relations.example.org, where {Section} is set: mails lead there.");
    }

    /// <summary>The mail server.</summary>
    public string Host { get; }

    /// <summary>Its port.</summary>
    public int Port { get; }

    /// <summary>Who signs in there; null where nobody needs to.</summary>
    public string? User { get; }

    /// <summary>Their password.</summary>
    public string? Password { get; }

    /// <summary>Where mails come from.</summary>
    public MailboxAddress From { get; }

    /// <summary>How what is said to the server is encrypted.</summary>
    public SecureSocketOptions Security { get; }

    /// <summary>The address that people open the application at.</summary>
    public Uri PublicAddress { get; }

    /// <summary>Reads the settings.</summary>
    /// <param name="configuration">All settings.</param>
    /// <returns>They; null where no mail is sent.</returns>
    /// <exception cref="UnusableSettingException">A setting is wrong.</exception>
    public static MailSettings? Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return configuration.GetSection(Section) is var section && section.GetChildren().Any()
            ? new(section, configuration[PublicAddressSetting])
            : null;
    }

    /// <summary>A whole address, for a mail.</summary>
    /// <param name="path">The address on this server.</param>
    public string Whole(string path) => PublicAddress.GetLeftPart(UriPartial.Authority) + path;

    private static UnusableSettingException Wrong(string key, string rule) => new($"The setting {Section}:{key} {rule}");
}
