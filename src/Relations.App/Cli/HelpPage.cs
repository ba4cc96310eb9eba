using JasperFx.CommandLine;
using Spectre.Console;

namespace Relations.App.Cli;

/// <summary>Explains the command line to somebody who has never seen it.</summary>
internal static class HelpPage
{
    /// <summary>The page about everything, or about the verb that is named.</summary>
    /// <param name="args">The arguments of the process.</param>
    /// <param name="terminal">Where to write.</param>
    public static async Task<ExitCode> WriteAsync(string[] args, Terminal terminal)
    {
        var about = args.Where((a, i) => !a.StartsWith('-') && a is not ("help" or "?" or "run") && (i == 0 || args[i - 1] != "--lang")).FirstOrDefault();
        if (about is null)
            return Overview(terminal);
        if (CommandLine.Find(about) is not null)
        {
            terminal.Say(terminal.Words.Say("verb." + about));
            terminal.Say("");
            terminal.Say(terminal.Words.Say("help." + about));
            terminal.Say(terminal.Words.Say("help.flags"));
            return ExitCode.Done;
        }

        if (!Tools.All.ContainsKey(about))
            return Refuse([about], terminal);
        await Tools.ExplainAsync(about);
        return ExitCode.Done;
    }

    /// <summary>Says that nobody knows the verb.</summary>
    /// <param name="args">The arguments, the verb first.</param>
    /// <param name="terminal">Where to say it.</param>
    public static ExitCode Refuse(string[] args, Terminal terminal)
    {
        terminal.Complain(terminal.Words.Say("unknown-verb", args[0]));
        return ExitCode.Misused;
    }

    private static ExitCode Overview(Terminal terminal)
    {
        var words = terminal.Words;
        terminal.Say(words.Say("help.intro"));
        terminal.Say("");
        Write(terminal, CommandLine.Verbs.Select(CommandFactory.CommandNameFor).Select(v => (v, words.Say("verb." + v))).Prepend(("run", words.Say("verb.run"))));
        terminal.Say("");
        terminal.Say(words.Say("help.examples"));
        terminal.Say("");
        terminal.Say(words.Say("help.exit-codes"));
        terminal.Say("");
        terminal.Say(words.Say("help.tools"));
        Write(terminal, Tools.All.Where(t => t.Key is not ("run" or "help")).Select(t => (t.Key, t.Value)));
        return ExitCode.Done;
    }

    private static void Write(Terminal terminal, IEnumerable<(string Name, string What)> lines)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadLeft(2).PadRight(2)).AddColumn();
        foreach (var (name, what) in lines)
            grid.AddRow(new Text(name), new Text(what));
        terminal.Answers.Write(grid);
    }
}
