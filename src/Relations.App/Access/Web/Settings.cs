using System.Globalization;

namespace Relations.App.Access.Web;

/// <summary>Reads the operator's settings, each within its bounds.</summary>
internal static class Settings
{
    /// <summary>A number from one to a bound.</summary>
    /// <param name="section">Where it is.</param>
    /// <param name="key">Its name.</param>
    /// <param name="otherwise">The number where none is set.</param>
    /// <param name="most">The bound.</param>
    /// <exception cref="UnusableSettingException">It is no number, or out of bounds.</exception>
    public static int Number(this IConfigurationSection section, string key, int otherwise, int most)
    {
        if (section[key] is not { Length: > 0 } written)
            return otherwise;
        return int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most
            ? number
            : throw new UnusableSettingException($"{section.Path}:{key} takes a number from 1 to {most}, not {written}.");
    }

    /// <summary>The parts of a setting that lists several, separated by <c>;</c>.</summary>
    /// <param name="configuration">Where it is.</param>
    /// <param name="key">Its name.</param>
    public static string[] Several(this IConfiguration configuration, string key) =>
        (configuration[key] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
