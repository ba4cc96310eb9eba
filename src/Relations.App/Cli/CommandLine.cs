using System.Globalization;
using System.Runtime.InteropServices;
using JasperFx.CommandLine;
using JasperFx.CommandLine.Parsing;

namespace Relations.App.Cli;

/// <summary>What a process is asked to do.</summary>
internal enum Asked
{
    /// <summary>Serve pages and API.</summary>
    Application,

    /// <summary>Carry out a verb of ours.</summary>
    Verb,

    /// <summary>Run a tool that comes with the store.</summary>
    Tool,

    /// <summary>Explain itself.</summary>
    Help,

    /// <summary>Something nobody knows.</summary>
    Unknown,
}

/// <summary>From the arguments of the process to its exit code.</summary>
internal static class CommandLine
{
    /// <summary>Our verbs, in the order of the help page.</summary>
    public static IReadOnlyList<Type> Verbs { get; } =
    [
        typeof(ShowCommand),
        typeof(PortfolioCommand),
        typeof(HistoryCommand),
        typeof(ReportCommand),
        typeof(DiffCommand),
        typeof(StandingCommand),
        typeof(ImportCommand),
        typeof(SourceCommand),
        typeof(ReadCommand),
        typeof(RebuildCommand),
        typeof(SeedCommand),
        typeof(VerifyCommand),
        typeof(CheckpointCommand),
        typeof(AuditBundleCommand),
        typeof(LedgerCommand),
        typeof(RolesCommand),
    ];

    /// <summary>Tells what the process is asked to do.</summary>
    /// <param name="args">Its arguments.</param>
    public static Asked Read(string[] args) => args switch
    {
        ["help" or "?", ..] => Asked.Help,
        _ when args.Any(a => a is "--help" or "-h" or "-?") => Asked.Help,
        [] or ["run", ..] => Asked.Application,
        [var first, ..] when first.StartsWith('-') => Asked.Application,
        [var first, ..] when Find(first) is not null => Asked.Verb,
        [var first, ..] when Tools.All.ContainsKey(first) => Asked.Tool,
        _ => Asked.Unknown,
    };

    /// <summary>The verb with a name; null where there is none.</summary>
    /// <param name="name">Its name.</param>
    public static Type? Find(string name) => Verbs.FirstOrDefault(v => CommandFactory.CommandNameFor(v) == name);

    /// <summary>Carries out a verb for the process, until done or interrupted.</summary>
    /// <param name="args">The arguments, the verb first.</param>
    /// <param name="terminal">Where to write.</param>
    public static async Task<ExitCode> RunAsync(string[] args, Terminal terminal)
    {
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        return await RunAsync(args, new VerbSurroundings(terminal, new Dictionary<string, string?>(), stop.Token));

        void Stop(PosixSignalContext signal)
        {
            // The verb ends by itself, and with it the database server that it may have started.
            signal.Cancel = true;
            stop.Cancel();
        }
    }

    /// <summary>Carries out a verb.</summary>
    /// <param name="args">The arguments, the verb first.</param>
    /// <param name="surroundings">What it is run with.</param>
    public static async Task<ExitCode> RunAsync(string[] args, VerbSurroundings surroundings)
    {
        var verb = (IVerb)new ActivatorCommandCreator().CreateCommand(Find(args[0])!);
        if (ReadInput(verb, args[1..]) is not { } input)
        {
            surroundings.Terminal.Complain(surroundings.Terminal.Words.Say("misused", args[0]));
            return ExitCode.Misused;
        }

        input.Surroundings = surroundings;
        CultureInfo.CurrentUICulture = surroundings.Terminal.Words.Language;
        try
        {
            await verb.Execute(input);
            return verb.Exit;
        }
        catch (OperationCanceledException) when (surroundings.Cancellation.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }
        catch (Exception e)
        {
            surroundings.Terminal.Complain(Failure.Foreseen(e) ?? e.ToString());
            return ExitCode.Failed;
        }
    }

    private static VerbInput? ReadInput(IVerb verb, string[] args)
    {
        try
        {
            return (VerbInput)verb.Usages.BuildInput(new(ArgPreprocessor.Process(args)), new ActivatorCommandCreator());
        }
        catch (Exception e) when (e is InvalidUsageException or FormatException or OverflowException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }
}
