using System.Globalization;
using Relations.App.Access.Web;
using Relations.App.Pages;
using Relations.Domain.Access;
using Relations.Domain.Recording;

namespace Relations.App.Access.OpenIdConnect;

/// <summary>The institution's identity provider, as the operator set it up. A class and no record: it must not print its secret.</summary>
public sealed class ProviderSettings
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Relations:OpenIdConnect";

    /// <summary>By how much two clocks may differ at most, whatever is set: beyond that, a clock is wrong.</summary>
    public static readonly TimeSpan LargestClockSkew = TimeSpan.FromMinutes(5);

    private static readonly string[] Known =
    [
        nameof(Authority), nameof(ClientId), nameof(ClientSecret), nameof(DisplayName), nameof(Scopes), nameof(NameClaim),
        nameof(DisplayNameClaim), nameof(RoleClaim), nameof(Roles), nameof(AdmitWithoutRole), nameof(ClockSkew), nameof(RequireHttps),
    ];

    private static readonly string[] KnownOfRoles = [nameof(RoleRule.Value), nameof(RoleRule.Role), nameof(RoleRule.Over)];

    private ProviderSettings(IConfigurationSection section, bool isDevelopment)
    {
        AllKnown(section, Known);
        Authority = AddressIn(section);
        ClientId = TextIn(section, nameof(ClientId));
        ClientSecret = TextIn(section, nameof(ClientSecret));
        DisplayName = section[nameof(DisplayName)] is { Length: > 0 } name ? name : null;
        DisplayNames = Children(section, nameof(DisplayName)).ToDictionary(c => c.Key, c => c.Value ?? "");
        if (DisplayNames.Keys.Except(Preferences.Languages).FirstOrDefault() is { } language)
            throw Wrong(section, $"{nameof(DisplayName)}:{language}", $"is for a language that the pages do not have: they have {Listed(Preferences.Languages)}.");
        Scopes = [.. Children(section, nameof(Scopes)).Select(c => c.Value ?? "").DefaultIfEmpty("profile").Prepend("openid").Distinct()];
        NameClaim = TextIn(section, nameof(NameClaim), "preferred_username");
        DisplayNameClaim = TextIn(section, nameof(DisplayNameClaim), "name");
        RoleClaim = TextIn(section, nameof(RoleClaim), "roles");
        Roles = [.. Children(section, nameof(Roles)).Select(RuleIn)];
        AdmitWithoutRole = FlagIn(section, nameof(AdmitWithoutRole), otherwise: false);
        if (Roles.Count == 0 && !AdmitWithoutRole)
            throw Wrong(section, nameof(Roles), $"must give at least one role, unless {Section}:{nameof(AdmitWithoutRole)} is true: else nobody could sign in.");
        ClockSkew = SkewIn(section);
        RequireHttps = FlagIn(section, nameof(RequireHttps), otherwise: !(isDevelopment && Authority.IsLoopback));
        if (RequireHttps && Authority.Scheme != Uri.UriSchemeHttps)
            throw Wrong(section, nameof(Authority), $"must begin with https, unless {Section}:{nameof(RequireHttps)} is false: over http, anybody in between can sign in as anybody.");
    }

    /// <summary>The provider's address, its issuer: its discovery document is under <c>.well-known/openid-configuration</c> there.</summary>
    public Uri Authority { get; }

    /// <summary>What the provider knows this application by.</summary>
    public string ClientId { get; }

    /// <summary>How this application proves itself to the provider.</summary>
    public string ClientSecret { get; }

    /// <summary>What colleagues call the provider, in every language; null where each language has its own, or none was set.</summary>
    public string? DisplayName { get; }

    /// <summary>What colleagues call the provider, by language (ISO 639-1).</summary>
    public IReadOnlyDictionary<string, string> DisplayNames { get; }

    /// <summary>What is asked for.</summary>
    public IReadOnlyList<string> Scopes { get; }

    /// <summary>The claim with the name that the account gets when it is opened.</summary>
    public string NameClaim { get; }

    /// <summary>The claim with the name of the person.</summary>
    public string DisplayNameClaim { get; }

    /// <summary>The claim with the values that <see cref="Roles"/> are given for.</summary>
    public string RoleClaim { get; }

    /// <summary>What each value gives. Without any, administrators give the roles here.</summary>
    public IReadOnlyList<RoleRule> Roles { get; }

    /// <summary>Whether somebody gets in to whom the provider gives no role.</summary>
    public bool AdmitWithoutRole { get; }

    /// <summary>By how much the provider's clock and ours may differ.</summary>
    public TimeSpan ClockSkew { get; }

    /// <summary>Whether everything that is said to the provider is encrypted.</summary>
    public bool RequireHttps { get; }

    /// <summary>Reads the settings.</summary>
    /// <param name="configuration">All settings.</param>
    /// <param name="isDevelopment">Whether this is a developer's machine, where a provider on it may do without HTTPS.</param>
    /// <returns>The provider; null where none is set up.</returns>
    /// <exception cref="UnusableSettingException">A setting is wrong.</exception>
    public static ProviderSettings? Read(IConfiguration configuration, bool isDevelopment) =>
        configuration.GetSection(Section) is var section && section.GetChildren().Any() ? new(section, isDevelopment) : null;

    /// <summary>What colleagues call the provider, in the reader's language; null where the operator did not say.</summary>
    public string? Called() =>
        DisplayName ?? DisplayNames.GetValueOrDefault(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) ?? DisplayNames.Values.FirstOrDefault();

    private static Uri AddressIn(IConfigurationSection section) =>
        Uri.TryCreate(section[nameof(Authority)], UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) && address.Query + address.Fragment + address.UserInfo == ""
            ? address
            : throw Wrong(section, nameof(Authority), "must be the provider's address, such as https://login.example.org/realms/institution.");

    private static RoleRule RuleIn(IConfigurationSection rule)
    {
        AllKnown(rule, KnownOfRoles);
        if (Enum.GetValues<Role>().Where(r => r.ToString().Equals(rule[nameof(RoleRule.Role)], StringComparison.OrdinalIgnoreCase)).ToList() is not [var role])
            throw Wrong(rule, nameof(RoleRule.Role), $"must be one of {Listed(Enum.GetNames<Role>())}.");
        List<string> over = [.. Children(rule, nameof(RoleRule.Over)).Select(c => c.Value ?? "")];
        if (rule[nameof(RoleRule.Over)] is { } written && (written.Length > 0 || over.Count == 0)) // an empty list is none, never all
            throw Wrong(rule, nameof(RoleRule.Over), $"must be a list of slugs, such as {nameof(RoleRule.Over)}:0.");
        if (over.Count > Limits.Items)
            throw Wrong(rule, nameof(RoleRule.Over), $"must name at most {Limits.Items} partnerships.");
        if (over.Count > 0 && role is not (Role.Officer or Role.Manager))
            throw Wrong(rule, nameof(RoleRule.Over), $"is only for {Role.Officer} and {Role.Manager}: the other roles are held over all partnerships.");
        return new(TextIn(rule, nameof(RoleRule.Value)), role, over.Count > 0 ? over : null);
    }

    private static TimeSpan SkewIn(IConfigurationSection section) =>
        section[nameof(ClockSkew)] is not { Length: > 0 } written
            ? TimeSpan.FromSeconds(60)
            : TimeSpan.TryParse(written, CultureInfo.InvariantCulture, out var skew) && skew >= TimeSpan.Zero && skew <= LargestClockSkew
                ? skew
                : throw Wrong(section, nameof(ClockSkew), $"must be from 00:00:00 to {LargestClockSkew:c}, such as 00:01:00.");

    private static bool FlagIn(IConfigurationSection section, string key, bool otherwise) =>
        section[key] is not { Length: > 0 } written ? otherwise
        : bool.TryParse(written, out var flag) ? flag
        : throw Wrong(section, key, "must be true or false.");

    private static string TextIn(IConfigurationSection section, string key, string? otherwise = null) =>
        section[key] is { } text && !string.IsNullOrWhiteSpace(text) ? text : otherwise ?? throw Wrong(section, key, "is missing.");

    private static void AllKnown(IConfigurationSection section, string[] known)
    {
        if (section.GetChildren().Select(c => c.Key).Except(known, StringComparer.OrdinalIgnoreCase).FirstOrDefault() is { } unknown)
            throw Wrong(section, unknown, $"is not known; known are {Listed(known)}.");
    }

    private static IEnumerable<IConfigurationSection> Children(IConfigurationSection section, string key) => section.GetSection(key).GetChildren();

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names);

    private static UnusableSettingException Wrong(IConfigurationSection section, string key, string rule) => new($"The setting {section.Path}:{key} {rule}");
}
