using System.Globalization;
using System.Resources;
using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.App.Cli;

/// <summary>What the command line says, in one language.</summary>
/// <param name="language">The reader's language.</param>
public sealed class Words(CultureInfo language)
{
    private static readonly ResourceManager Texts = new(typeof(Words));

    /// <summary>The words in English.</summary>
    public static Words English { get; } = new(CultureInfo.GetCultureInfo("en"));

    /// <summary>The language.</summary>
    public CultureInfo Language => language;

    /// <summary>
    /// The words in the language of the reader: of <c>--lang</c>, else of the environment as POSIX has it. Spanish for
    /// whatever Spanish, English for the rest.
    /// </summary>
    /// <param name="args">The arguments of the process.</param>
    /// <param name="variable">Reads an environment variable.</param>
    public static Words For(string[] args, Func<string, string?> variable)
    {
        var told = args.SkipWhile(a => a is not "--lang").Skip(1).FirstOrDefault()
            ?? args.FirstOrDefault(a => a.StartsWith("--lang=", StringComparison.Ordinal))?["--lang=".Length..];
        var tongue = new[] { told, variable("LC_ALL"), variable("LC_MESSAGES"), variable("LANG") }.FirstOrDefault(v => !string.IsNullOrEmpty(v));
        return tongue?.StartsWith("es", StringComparison.OrdinalIgnoreCase) == true ? new(CultureInfo.GetCultureInfo("es")) : English;
    }

    /// <summary>A text.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="arguments">What it names; dates and states are put in words.</param>
    public string Say(string key, params object?[] arguments)
    {
        var text = Texts.GetString(key, language) ?? throw new MissingManifestResourceException(key);
        return arguments.Length == 0 ? text : string.Format(language, text, [.. arguments.Select(a => Vocabulary.InWords(a, language))]);
    }

    /// <summary>A broken rule, with the field at fault.</summary>
    /// <param name="refusal">The rule.</param>
    public string Say(Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        var rule = refusal.Rule.InWords(language, refusal.Arguments);
        return refusal.Field is null ? rule : $"{refusal.Field}: {rule}";
    }

    /// <summary>A value as it is shown: states and dates in words, moments so that they can be asked for again.</summary>
    /// <param name="value">The value, or null.</param>
    public string Show(object? value) => value switch
    {
        DateTimeOffset moment => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture),
        DateOnly day => EdtfDate.Of(day).ToWords(language),
        _ => Convert.ToString(Vocabulary.InWords(value, language), language) ?? "",
    };
}
