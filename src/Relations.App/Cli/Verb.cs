using JasperFx.CommandLine;
using Relations.App.Api;

namespace Relations.App.Cli;

/// <summary>Names a verb. What it does in a line is in the texts, under <c>verb.</c> and its name.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class VerbAttribute : DescriptionAttribute
{
    /// <summary>Names a verb.</summary>
    /// <param name="name">Its name.</param>
    public VerbAttribute(string name) : base(Words.English.Say("verb." + name)) => Name = name;
}

/// <summary>What every verb takes.</summary>
public abstract class VerbInput
{
    /// <summary>Answer with JSON, exactly as the API does.</summary>
    public bool JsonFlag { get; set; }

    /// <summary>The language of the answer, <c>es</c> or <c>en</c>.</summary>
    public string? LangFlag { get; set; }

    /// <summary>What the verb is run with.</summary>
    internal VerbSurroundings Surroundings { get; set; } = null!;
}

/// <summary>What every verb takes that reads the past.</summary>
public abstract class AsOfInput : VerbInput
{
    /// <summary>A day in the world.</summary>
    public string? OnFlag { get; set; }

    /// <summary>A moment of recording, with its offset.</summary>
    public string? AsKnownAtFlag { get; set; }

    /// <summary>The two clocks, read as the API reads them.</summary>
    internal Clocks Clocks => new(OnFlag, AsKnownAtFlag);
}

/// <summary>What a verb is run with.</summary>
/// <param name="Terminal">Where it writes.</param>
/// <param name="Settings">Settings above those of the environment.</param>
/// <param name="Cancellation">Stops it.</param>
internal sealed record VerbSurroundings(
    Terminal Terminal, IReadOnlyDictionary<string, string?> Settings, CancellationToken Cancellation);

/// <summary>A verb of ours: a command of JasperFx's command line that says more than yes or no.</summary>
internal interface IVerb : IJasperFxCommand
{
    /// <summary>What the process ends with.</summary>
    ExitCode Exit { get; }
}

/// <summary>A verb: it reads or changes the record through the same queries and commands as pages and API.</summary>
/// <typeparam name="TInput">What it takes.</typeparam>
public abstract class Verb<TInput> : JasperFxAsyncCommand<TInput>, IVerb where TInput : VerbInput
{
    private ExitCode exit;

    /// <inheritdoc />
    ExitCode IVerb.Exit => exit;

    /// <inheritdoc />
    public sealed override async Task<bool> Execute(TInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var (terminal, settings, cancellation) = input.Surroundings;
        exit = ExitCode.Misused;
        var mistakes = Mistakes(input, terminal.Words);
        foreach (var mistake in mistakes)
            terminal.Complain(mistake);
        if (mistakes.Count == 0)
        {
            await using var record = await terminal.WhileAsync(
                terminal.Words.Say("opening"), () => RecordAccess.OpenAsync(settings, AsOwner, cancellation, Seals));
            exit = await RunAsync(input, record, terminal, cancellation);
        }

        return exit == ExitCode.Done;
    }

    /// <summary>Whether it replaces whole views, which takes the owner's rights.</summary>
    internal virtual bool AsOwner => false;

    /// <summary>Whether it opens what the key ring seals: the ledger's private key.</summary>
    internal virtual bool Seals => false;

    /// <summary>What cannot be read, before a database is looked for.</summary>
    /// <param name="input">What was asked.</param>
    /// <param name="words">The reader's language.</param>
    internal virtual IReadOnlyList<string> Mistakes(TInput input, Words words) => [];

    /// <summary>Does it.</summary>
    /// <param name="input">What was asked.</param>
    /// <param name="record">The record.</param>
    /// <param name="terminal">Where to write.</param>
    /// <param name="cancellation">Stops the work.</param>
    internal abstract Task<ExitCode> RunAsync(TInput input, RecordAccess record, Terminal terminal, CancellationToken cancellation);

    /// <summary>Says that something is not on record.</summary>
    /// <param name="terminal">Where to say it.</param>
    /// <param name="key">What was asked for.</param>
    internal static ExitCode NotOnRecord(Terminal terminal, string key)
    {
        terminal.Complain(terminal.Words.Say("not-on-record", key));
        return ExitCode.NotOnRecord;
    }
}
