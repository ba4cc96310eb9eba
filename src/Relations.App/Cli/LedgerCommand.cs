using System.Globalization;
using JasperFx.CommandLine;
using Relations.App.Ledger;

namespace Relations.App.Cli;

/// <summary>What <c>ledger</c> takes.</summary>
public sealed class LedgerInput : VerbInput
{
    /// <summary>What is asked: <c>proof</c>, <c>consistency</c>, <c>keys</c> or <c>rotate-key</c>.</summary>
    public string What { get; set; } = "";

    /// <summary>The event to be proved.</summary>
    public string? Event { get; set; }

    /// <summary>The size of the smaller tree.</summary>
    public string? FromFlag { get; set; }

    /// <summary>The size of the larger tree; that of the last checkpoint unless said.</summary>
    public string? ToFlag { get; set; }
}

/// <summary>Gives proofs from the ledger, and changes its key.</summary>
[Verb("ledger")]
public sealed class LedgerCommand : Verb<LedgerInput>
{
    private const string Proof = "proof", Consistency = "consistency", Keys = "keys", RotateKey = "rotate-key";

    /// <summary>It takes what is asked, and the event.</summary>
    public LedgerCommand()
    {
        Usage("keys").Arguments(i => i.What);
        Usage("proof").Arguments(i => i.What, i => i.Event!);
    }

    internal override bool Seals => true;

    internal override IReadOnlyList<string> Mistakes(LedgerInput input, Words words) => input switch
    {
        { What: Proof, Event: { } id } when !Guid.TryParse(id, out _) => [words.Say("not-an-id", id)],
        { What: Proof, Event: null } or { What: Consistency, FromFlag: null } => [words.Say("misused", "ledger")],
        { What: Consistency } => [.. new[] { input.FromFlag, input.ToFlag }.OfType<string>().Where(n => Size(n) is null).Select(n => words.Say("not-a-size", n))],
        { What: Proof or Keys or RotateKey } => [],
        _ => [words.Say("misused", "ledger")],
    };

    internal override async Task<ExitCode> RunAsync(LedgerInput input, RecordAccess record, Terminal terminal, CancellationToken cancellation)
    {
        var proofs = record.Get<LedgerProofs>();
        switch (input.What)
        {
            case Proof:
                if (await proofs.InclusionAsync(Guid.Parse(input.Event!), cancellation) is not { } inclusion)
                    return NotOnRecord(terminal, input.Event!);
                terminal.SayJson(inclusion);
                return ExitCode.Done;
            case Consistency:
                if (await proofs.ConsistencyAsync(Size(input.FromFlag!)!.Value, input.ToFlag is { } to ? Size(to) : null, cancellation) is not { } consistency)
                    return NotOnRecord(terminal, $"{input.FromFlag}–{input.ToFlag}");
                terminal.SayJson(consistency);
                return ExitCode.Done;
            case RotateKey:
                await record.Get<CheckpointSigner>().RotateAsync(cancellation);
                break;
        }

        foreach (var key in await record.Get<CheckpointSigner>().KeysAsync(cancellation))
            terminal.Say(key.Public);
        return ExitCode.Done;
    }

    private static long? Size(string written) => long.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size : null;
}
