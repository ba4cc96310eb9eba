using System.Globalization;
using Relations.App.Cli;

namespace Relations.App.Tests.Cli;

/// <summary>Runs a verb in this process, on the database of the shared application.</summary>
internal static class Verbs
{
    public static async Task<Said> RunAsync(string connectionString, params string[] args)
    {
        using StringWriter output = new(CultureInfo.InvariantCulture), error = new(CultureInfo.InvariantCulture);
        var terminal = new Terminal(output, error, Words.For(args, _ => null));
        var exit = await CommandLine.RunAsync(
            args, new VerbSurroundings(terminal, TestServer.SettingsOf(connectionString), CancellationToken.None));
        return new(exit, output.ToString(), error.ToString());
    }
}

/// <summary>What a verb said.</summary>
internal sealed record Said(ExitCode Exit, string Output, string Error);
