using Relations.Ledger.Bundles;
using Relations.Ledger.Notes;

namespace Relations.App.Cli;

/// <summary>Checks a bundle, with nothing but the file and a key that came by another way.</summary>
internal static class BundleVerb
{
    /// <summary>Checks it.</summary>
    /// <param name="input">What was asked, with file and key.</param>
    /// <param name="terminal">Where to write.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static ExitCode Verify(VerifyInput input, Terminal terminal, CancellationToken cancellation)
    {
        var key = VerifierKey.Parse(input.KeyFlag!);
        using var file = File.OpenRead(input.BundleFlag!);
        var report = BundleVerifier.Verify(file, new(key.Name, [key], []), cancellation);
        foreach (var finding in report.Findings)
            terminal.Complain(finding.ToString());
        if (input.JsonFlag)
            terminal.SayJson(new { report.IsProven, report.IsWhole, report.Events, report.Size, report.Earlier, report.Erased, Findings = report.Findings.Select(f => f.ToString()) });
        else if (report.IsProven)
            terminal.Say(terminal.Words.Say(report.IsWhole ? "bundle-good" : "bundle-part", report.Events, key.Name, report.Size));
        return report.IsProven ? ExitCode.Done : ExitCode.Refused;
    }
}
