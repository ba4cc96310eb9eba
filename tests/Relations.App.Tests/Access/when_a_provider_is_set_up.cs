using System.Text;
using Microsoft.Extensions.Configuration;
using Relations.App.Access.OpenIdConnect;
using Relations.App.Access.Web;
using Relations.Domain.Access;

namespace Relations.App.Tests.Access;

public sealed class when_a_provider_is_set_up
{
    private static readonly Dictionary<string, string?> Least = new()
    {
        ["Authority"] = "https://login.example.org/realms/institution",
        ["ClientId"] = "relations",
        ["ClientSecret"] = "no one knows",
        ["Roles:0:Value"] = "liaison",
        ["Roles:0:Role"] = "officer",
    };

    [Fact]
    public void without_settings_there_is_none() => Assert.Null(ProviderSettings.Read(new ConfigurationBuilder().Build(), isDevelopment: false));

    [Fact]
    public void the_least_is_enough()
    {
        var settings = Read();

        Assert.Equal("https://login.example.org/realms/institution", settings.Authority.ToString());
        Assert.Equal(("preferred_username", "name", "roles"), (settings.NameClaim, settings.DisplayNameClaim, settings.RoleClaim));
        Assert.Equal(["openid", "profile"], settings.Scopes);
        Assert.Equal([new RoleRule("liaison", Role.Officer)], settings.Roles);
        Assert.Equal((false, TimeSpan.FromMinutes(1), true), (settings.AdmitWithoutRole, settings.ClockSkew, settings.RequireHttps));
        Assert.Null(settings.Called());
    }

    [Fact]
    public void everything_can_be_said()
    {
        var settings = Read(
            ("DisplayName", "Ministry"), ("NameClaim", "email"), ("DisplayNameClaim", "nickname"), ("RoleClaim", "groups"),
            ("Roles:0:Over:0", "can-oim"), ("Roles:0:Over:1", "can-acnur"), ("Scopes:0", "email"), ("Scopes:1", "groups"),
            ("AdmitWithoutRole", "true"), ("ClockSkew", "00:02:00"));

        Assert.Equal(("email", "nickname", "groups"), (settings.NameClaim, settings.DisplayNameClaim, settings.RoleClaim));
        Assert.Equal(["openid", "email", "groups"], settings.Scopes);
        Assert.Equal(["can-oim", "can-acnur"], Assert.Single(settings.Roles).Over!);
        Assert.Equal((true, TimeSpan.FromMinutes(2), "Ministry"), (settings.AdmitWithoutRole, settings.ClockSkew, settings.Called()));
    }

    [Theory]
    [InlineData("es", "Cancillería")]
    [InlineData("en", "Foreign Ministry")]
    public void it_is_called_by_the_name_in_the_readers_language(string language, string called)
    {
        var settings = Read(("DisplayName:es", "Cancillería"), ("DisplayName:en", "Foreign Ministry"));

        var before = System.Globalization.CultureInfo.CurrentUICulture;
        System.Globalization.CultureInfo.CurrentUICulture = new(language);
        try
        {
            Assert.Equal(called, settings.Called());
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public void a_provider_on_a_developers_machine_may_do_without_https() =>
        Assert.False(Read(isDevelopment: true, ("Authority", "http://127.0.0.1:8080")).RequireHttps);

    [Fact]
    public void a_provider_elsewhere_may_not_even_there() =>
        Assert.StartsWith("The setting Relations:OpenIdConnect:Authority must begin with https", Refused(true, ("Authority", "http://login.example.org")), StringComparison.Ordinal);

    [Fact]
    public void whoever_says_so_does_without_https() =>
        Assert.False(Read(("Authority", "http://login.internal"), ("RequireHttps", "false")).RequireHttps);

    [Theory]
    [InlineData("Authority", null, "must be the provider's address, such as")]
    [InlineData("Authority", "login.example.org", "must be the provider's address, such as")]
    [InlineData("Authority", "ldap://login.example.org", "must be the provider's address, such as")]
    [InlineData("Authority", "https://login.example.org?tenant=1", "must be the provider's address, such as")]
    [InlineData("Authority", "http://127.0.0.1:8080", "must begin with https, unless")]
    [InlineData("ClientId", null, "is missing.")]
    [InlineData("ClientSecret", " ", "is missing.")]
    [InlineData("DisplayName:fr", "Ministère", "is for a language that the pages do not have: they have es, en.")]
    [InlineData("RollClaim", "groups", "is not known; known are Authority, ClientId, ")]
    [InlineData("AdmitWithoutRole", "perhaps", "must be true or false.")]
    [InlineData("ClockSkew", "60", "must be from 00:00:00 to 00:05:00, such as 00:01:00.")]
    [InlineData("ClockSkew", "-00:00:01", "must be from 00:00:00 to 00:05:00, such as 00:01:00.")]
    [InlineData("ClockSkew", "00:05:01", "must be from 00:00:00 to 00:05:00, such as 00:01:00.")]
    [InlineData("ClockSkew", "soon", "must be from 00:00:00 to 00:05:00, such as 00:01:00.")]
    [InlineData("RequireHttps", "1", "must be true or false.")]
    [InlineData("Roles:0:Value", "", "is missing.")]
    [InlineData("Roles:0:Role", "boss", "must be one of Officer, Manager, Auditor, Administrator.")]
    [InlineData("Roles:0:Role", "0", "must be one of Officer, Manager, Auditor, Administrator.")]
    [InlineData("Roles:0:Over", "can-oim", "must be a list of slugs, such as Over:0.")]
    [InlineData("Roles:0:Overs", "can-oim", "is not known; known are Value, Role, Over.")]
    public void a_wrong_setting_is_named_with_its_rule(string key, string? value, string rule) =>
        Assert.StartsWith($"The setting Relations:OpenIdConnect:{key} {rule}", Refused(false, (key, value)), StringComparison.Ordinal);

    [Fact]
    public void roles_over_everything_are_not_held_to_partnerships() =>
        Assert.StartsWith(
            "The setting Relations:OpenIdConnect:Roles:0:Over is only for Officer and Manager",
            Refused(false, ("Roles:0:Role", "Auditor"), ("Roles:0:Over:0", "can-oim")),
            StringComparison.Ordinal);

    [Fact]
    public void without_roles_nobody_could_sign_in_and_that_is_said()
    {
        (string, string?)[] withoutRoles = [("Roles:0:Value", null), ("Roles:0:Role", null)];

        Assert.StartsWith("The setting Relations:OpenIdConnect:Roles must give at least one role", Refused(false, withoutRoles), StringComparison.Ordinal);
        Assert.Empty(Read([.. withoutRoles, ("AdmitWithoutRole", "true")]).Roles);
    }

    /// <summary>An empty list of partnerships is none, and must not become all.</summary>
    [Fact]
    public void a_role_over_an_empty_list_is_refused()
    {
        const string Json = """
            {"Relations": {"OpenIdConnect": {"Authority": "https://a.example", "ClientId": "c", "ClientSecret": "s",
            "Roles": [{"Value": "liaison", "Role": "Officer", "Over": []}]}}}
            """;
        var configuration = new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(Json))).Build();

        var refused = Assert.Throws<UnusableSettingException>(() => ProviderSettings.Read(configuration, isDevelopment: false));
        Assert.Equal("The setting Relations:OpenIdConnect:Roles:0:Over must be a list of slugs, such as Over:0.", refused.Message);
    }

    private static ProviderSettings Read(params (string Key, string? Value)[] changes) => Read(false, changes);

    private static ProviderSettings Read(bool isDevelopment, params (string Key, string? Value)[] changes)
    {
        Dictionary<string, string?> settings = new(Least);
        foreach (var (key, value) in changes)
            settings[key] = value;
        var given = settings.Where(s => s.Value is not null).Select(s => KeyValuePair.Create($"{ProviderSettings.Section}:{s.Key}", s.Value));
        return ProviderSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(given).Build(), isDevelopment)!;
    }

    private static string Refused(bool isDevelopment, params (string Key, string? Value)[] changes) =>
        Assert.Throws<UnusableSettingException>(() => Read(isDevelopment, changes)).Message;
}
