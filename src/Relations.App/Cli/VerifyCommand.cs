using JasperFx.CommandLine;
using Relations.App.Ledger.Checks;
using Relations.Ledger.Notes;

namespace Relations.App.Cli;

/// <summary>What <c>verify</c> takes.</summary>
public sealed class VerifyInput : VerbInput
{
    /// <summary>A checkpoint that was kept elsewhere, to hold the record against.</summary>
    public string? CheckpointFlag { get; set; }

    /// <summary>A bundle to check instead of the database.</summary>
    public string? BundleFlag { get; set; }

    /// <summary>The key that checkpoints must be signed with: what was copied from the page, not what the database says.</summary>
    public string? KeyFlag { get; set; }

    /// <summary>Leave the views out.</summary>
    public bool WithoutViewsFlag { get; set; }
}

/// <summary>
/// Holds the record against its ledger, the ledger against its checkpoints, and the views against a fresh replay; or checks a bundle, which
/// needs no database and no network.
/// </summary>
[Verb("verify")]
public sealed class VerifyCommand : JasperFxAsyncCommand<VerifyInput>, IVerb
{
    private ExitCode exit = ExitCode.Misused;

    /// <inheritdoc />
    ExitCode IVerb.Exit => exit;

    /// <inheritdoc />
    public override async Task<bool> Execute(VerifyInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var (terminal, settings, cancellation) = input.Surroundings;
        var words = terminal.Words;
        if (new[] { input.CheckpointFlag, input.BundleFlag }.OfType<string>().FirstOrDefault(f => !File.Exists(f)) is { } missing)
            terminal.Complain(words.Say("no-file", missing));
        else if (input is { BundleFlag: not null, KeyFlag: null })
            terminal.Complain(words.Say("verify-with-what"));
        else if (input.KeyFlag is { } key && !VerifierKey.TryParse(key, out _))
            terminal.Complain(words.Say("verify-not-a-key", key));
        else if (input.BundleFlag is not null)
            exit = BundleVerb.Verify(input, terminal, cancellation);
        else
        {
            await using var record = await terminal.WhileAsync(words.Say("opening"), () => RecordAccess.OpenAsync(settings, false, cancellation));
            exit = await VerifyAsync(input, record, terminal, cancellation);
        }

        return exit == ExitCode.Done;
    }

    private static async Task<ExitCode> VerifyAsync(VerifyInput input, RecordAccess record, Terminal terminal, CancellationToken cancellation)
    {
        var words = terminal.Words;
        await terminal.WhileAsync(words.Say("verify-catching-up"), () => record.CaughtUpAsync(cancellation));
        Verified verified = null!;
        await terminal.ProgressAsync(async progress => verified = await record.Get<Verification>().RunAsync(
            new(input.CheckpointFlag, input.KeyFlag, !input.WithoutViewsFlag), (part, share) => progress(words.Say("verifying-" + part), share), cancellation));
        if (input.JsonFlag)
            terminal.SayJson(verified.In(words.Language));
        else
            Tell(verified, terminal);
        return verified.Findings.Count == 0 ? ExitCode.Done : ExitCode.Refused;
    }

    private static void Tell(Verified verified, Terminal terminal)
    {
        var words = terminal.Words;
        foreach (var finding in verified.Findings)
            terminal.Complain(finding.InWords(words.Language));
        if (verified.Findings.Count > 0)
        {
            terminal.Complain(words.Say("verified-altered"));
            return;
        }

        terminal.Say(words.Say(verified.ViewsCompared ? "verified-whole" : "verified-events", verified.Size));
        if (verified.Covered is { } covered)
            terminal.Say(words.Say("verified-covered", covered.Size, covered.Where, verified.Size + verified.Uncovered - covered.Size));
        else
            terminal.Say(words.Say("verified-not-covered"));
    }
}
