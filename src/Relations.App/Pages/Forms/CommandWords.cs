using System.Globalization;
using System.Resources;
using System.Text.Json;

namespace Relations.App.Pages.Forms;

/// <summary>The words for commands: what recording one is called, and what its fields ask for. Fields of events lend theirs.</summary>
public static class CommandWords
{
    private static readonly ResourceManager Resources = new(typeof(CommandWords));

    /// <summary>What recording it is called, as an act: "Record a signature".</summary>
    /// <param name="command">The command's type.</param>
    /// <param name="culture">The reader's language.</param>
    /// <exception cref="MissingManifestResourceException">It has no words; a test sees to it that each has.</exception>
    public static string Title(Type command, CultureInfo culture) => Resources.GetString(command.Name, culture)
        ?? throw new MissingManifestResourceException($"The command {command.Name} has no title.");

    /// <summary>What a field asks for.</summary>
    /// <param name="field">The field.</param>
    /// <param name="culture">The reader's language.</param>
    /// <exception cref="MissingManifestResourceException">It has no label; a test sees to it that each has.</exception>
    public static string Label(FormField field, CultureInfo culture) =>
        KeysOf(field).Select(key => Resources.GetString(key, culture)).FirstOrDefault(text => text is not null)
        ?? FactWords.Find(FactWords.SharedKey(field.Name), culture)
        ?? throw new MissingManifestResourceException($"{field.Owner.Name}.{field.Name} has no label.");

    /// <summary>What may be written in a field; null where nothing needs to be said.</summary>
    /// <param name="field">The field.</param>
    /// <param name="culture">The reader's language.</param>
    public static string? Hint(FormField field, CultureInfo culture) =>
        HintKeysOf(field).Select(key => Resources.GetString(key, culture)).FirstOrDefault(text => text is not null);

    /// <summary>A command's name in addresses: <c>sign-agreement</c>.</summary>
    /// <param name="command">The command's type.</param>
    public static string AddressName(Type command) => JsonNamingPolicy.KebabCaseLower.ConvertName(command.Name);

    /// <summary>The keys of a label, the first that there is a text for.</summary>
    internal static string[] KeysOf(FormField field) => [$"{field.Owner.Name}.{field.Name}", $"Field.{field.Name}"];

    /// <summary>The keys of a hint, the first that there is a text for.</summary>
    internal static string[] HintKeysOf(FormField field) => [$"{field.Owner.Name}.{field.Name}.Hint", $"Field.{field.Name}.Hint"];
}
