using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Relations.App.Store.Embedded;

/// <summary>The settings file of the private server: what this program decides, then what the operator adds.</summary>
internal static partial class ServerSettings
{
    /// <summary>The file inside the cluster, included at the end of <c>postgresql.conf</c> and written anew at each start.</summary>
    public const string FileName = "relations.conf";

    // Durability is what a record is for, and the rest is decided by this program: a server found elsewhere than on
    // this loopback port, or by another password file, would not be the private server any more.
    private static readonly FrozenSet<string> Refused = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "fsync", "full_page_writes", "synchronous_commit", "zero_damaged_pages", "ignore_checksum_failure",
        "ignore_invalid_pages", "port", "listen_addresses", "unix_socket_directories", "data_directory", "config_file",
        "hba_file", "ident_file", "external_pid_file", "password_encryption", "include", "include_dir", "include_if_exists");

    /// <summary>Checks the operator's settings.</summary>
    /// <exception cref="EmbeddedPostgresException">A setting is refused, or its name or value cannot be written.</exception>
    public static void Check(IReadOnlyDictionary<string, string> settings)
    {
        foreach (var (name, value) in settings)
        {
            if (Refused.Contains(name))
                throw new EmbeddedPostgresException(
                    $"The setting '{name}' is not open to change on the private server; remove {RelationsDatabase.SettingsKey}:{name}, "
                    + "or use a server of your own through ConnectionStrings__relations.");
            if (!SettingName().IsMatch(name) || value.Any(char.IsControl))
                throw new EmbeddedPostgresException(
                    $"'{name}' cannot be a PostgreSQL setting: a name has letters, digits, '_' and '.', and a value is one line.");
        }
    }

    /// <summary>The text of the settings file for a server on this port of the loopback address.</summary>
    public static string Render(int port, IReadOnlyDictionary<string, string> settings)
    {
        var text = new StringBuilder("# Written by Relations at each start. Set Relations__Postgres__<setting> instead of editing this file.\n");
        text.Append("listen_addresses = '127.0.0.1'\n");
        text.Append(CultureInfo.InvariantCulture, $"port = {port}\n");
        text.Append("unix_socket_directories = ''\n");
        text.Append("password_encryption = 'scram-sha-256'\n");
        foreach (var (name, value) in settings.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"{name} = '{Escape(value)}'\n");
        return text.ToString();
    }

    private static string Escape(string value) =>
        value.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal);

    [GeneratedRegex(@"^[a-zA-Z_][a-zA-Z0-9_.]{0,126}\z", RegexOptions.CultureInvariant)]
    private static partial Regex SettingName();
}
