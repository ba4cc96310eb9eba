using JasperFx.CommandLine;
using Relations.App.Ledger;
using Relations.App.Partnerships;

namespace Relations.App.Cli;

/// <summary>What <c>audit-bundle</c> takes.</summary>
public sealed class AuditBundleInput : VerbInput
{
    /// <summary>The file to write.</summary>
    public string? OutFlag { get; set; }

    /// <summary>The partnership whose events it holds; otherwise all events.</summary>
    public string? PartnershipFlag { get; set; }
}

/// <summary>Writes what somebody needs to check the record on a machine of their own: events, proofs, checkpoints, keys.</summary>
[Verb("audit-bundle")]
public sealed class AuditBundleCommand : Verb<AuditBundleInput>
{
    internal override IReadOnlyList<string> Mistakes(AuditBundleInput input, Words words) =>
        input.OutFlag is null ? [words.Say("bundle-where")] : [];

    internal override async Task<ExitCode> RunAsync(AuditBundleInput input, RecordAccess record, Terminal terminal, CancellationToken cancellation)
    {
        Guid? partnership = null;
        if (input.PartnershipFlag is { } key)
        {
            if (await record.Get<PartnershipReader>().FindAsync(key, cancellation) is not { } found)
                return NotOnRecord(terminal, key);
            partnership = found.Id;
        }

        var unfinished = input.OutFlag + ".unfinished";
        long events;
        await using (var file = File.Create(unfinished))
            events = await record.Get<AuditBundles>().WriteAsync(file, partnership, cancellation);
        if (events == 0)
        {
            File.Delete(unfinished);
            terminal.Complain(terminal.Words.Say("bundle-needs-checkpoint"));
            return ExitCode.Refused;
        }

        File.Move(unfinished, input.OutFlag!, overwrite: true);
        if (input.JsonFlag)
            terminal.SayJson(new Written(input.OutFlag!, events));
        else
            terminal.Say(terminal.Words.Say("bundle-written", input.OutFlag!, events));
        return ExitCode.Done;
    }

    private sealed record Written(string File, long Events);
}
