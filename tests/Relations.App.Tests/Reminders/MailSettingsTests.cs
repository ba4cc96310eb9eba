using MailKit.Security;
using Microsoft.Extensions.Configuration;
using Relations.App.Access.Web;
using Relations.App.Reminders;

namespace Relations.App.Tests.Reminders;

/// <summary>What an operator says about the mail server, and the sentence for what cannot be meant.</summary>
public sealed class MailSettingsTests
{
    [Fact]
    public void without_any_no_mail_is_sent() => Assert.Null(Read([]));

    [Theory]
    [InlineData(null, 587, SecureSocketOptions.StartTls)]
    [InlineData("starttls", 587, SecureSocketOptions.StartTls)]
    [InlineData("TLS", 465, SecureSocketOptions.SslOnConnect)]
    [InlineData("none", 25, SecureSocketOptions.None)]
    public void the_port_is_the_usual_one_of_the_encryption(string? security, int port, SecureSocketOptions meant)
    {
        var settings = Read(With(("Security", security)))!;
        Assert.Equal((port, meant), (settings.Port, settings.Security));
        Assert.Equal(2525, Read(With(("Security", security), ("Port", "2525")))!.Port);
        Assert.Equal("https://relations.example.org/calendar", settings.Whole("/calendar"));
    }

    [Theory]
    [InlineData("Host", null, "Relations:Mail:Host is missing")]
    [InlineData("Security", "ssl", "none, starttls or tls")]
    [InlineData("Port", "70000", "from 1 to 65535")]
    [InlineData("From", "nobody", "Relations:Mail:From must be the address")]
    [InlineData("User", "relations", "belong together")]
    [InlineData("Sender", "x", "Sender is not known")]
    public void what_cannot_be_meant_is_said(string key, string? value, string sentence) =>
        Assert.Contains(sentence, Assert.Throws<UnusableSettingException>(() => Read(With((key, value)))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(null)]
    [InlineData("relations.example.org")]
    [InlineData("ftp://relations.example.org")]
    [InlineData("https://example.org/relations")]
    public void links_need_the_address_that_people_open(string? address)
    {
        var settings = With();
        settings[MailSettings.PublicAddressSetting] = address;
        Assert.Contains(MailSettings.PublicAddressSetting, Assert.Throws<UnusableSettingException>(() => Read(settings)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void a_password_never_travels_in_the_clear() => Assert.Contains(
        "starttls or tls",
        Assert.Throws<UnusableSettingException>(() => Read(With(("Security", "none"), ("User", "relations"), ("Password", "x")))).Message,
        StringComparison.Ordinal);

    private static Dictionary<string, string?> With(params (string Key, string? Value)[] changes)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Relations:Mail:Host"] = "mail.example.org",
            ["Relations:Mail:From"] = "Relations <relations@example.org>",
            ["Relations:PublicAddress"] = "https://relations.example.org",
        };
        foreach (var (key, value) in changes)
            settings[$"Relations:Mail:{key}"] = value;
        return settings;
    }

    private static MailSettings? Read(Dictionary<string, string?> settings) =>
        MailSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(settings.Where(s => s.Value is not null)).Build());
}
