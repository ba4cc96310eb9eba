using JasperFx.CommandLine;
using JasperFx.CommandLine.Commands;
using Spectre.Console;

namespace Relations.App.Cli;

/// <summary>The tools that come with the store and the bus.</summary>
internal static class Tools
{
    private static readonly Lazy<IReadOnlyDictionary<string, string>> Found = new(Find);

    /// <summary>What each does, in English, by its name.</summary>
    public static IReadOnlyDictionary<string, string> All => Found.Value;

    /// <summary>Has a tool explain itself.</summary>
    /// <param name="name">Its name.</param>
    public static Task ExplainAsync(string name) => Registered().HelpRun(name).Execute();

    private static SortedDictionary<string, string> Find() => new(
        Registered().AllCommandTypes().ToDictionary(CommandFactory.CommandNameFor, CommandFactory.DescriptionFor), StringComparer.Ordinal);

    private static CommandFactory Registered()
    {
        // The search reports on the console; nobody asked.
        var console = AnsiConsole.Console;
        AnsiConsole.Console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(TextWriter.Null) });
        try
        {
            var factory = new CommandFactory();
            factory.RegisterCommands(typeof(RunCommand).Assembly);
            factory.RegisterCommandsFromExtensionAssemblies();
            return factory;
        }
        finally
        {
            AnsiConsole.Console = console;
        }
    }
}
