namespace Relations.App.Access;

/// <summary>Whoever operates the machine: what its command line records, and what is recorded at the first start, stands in this name.</summary>
public static class LocalUser
{
    /// <summary>The setting with the local user's name; without it, the name of the account that runs the application.</summary>
    public const string NameSetting = "Relations:LocalUser";

    /// <summary>The local user's name.</summary>
    /// <param name="configuration">The application's settings.</param>
    public static string Name(IConfiguration configuration) => configuration[NameSetting] ?? Environment.UserName;
}
