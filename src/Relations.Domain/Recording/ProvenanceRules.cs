namespace Relations.Domain.Recording;

/// <summary>What every command must say about what it rests on.</summary>
public static class ProvenanceRules
{
    /// <summary>The broken rules; empty where all is well.</summary>
    /// <param name="command">The command.</param>
    public static IReadOnlyList<Refusal> Check(Command command)
    {
        var (basis, citations, inferred, reason) = command.Provenance;
        var cited = citations?.Count ?? 0;
        var decision = new Deciding()
            .Require(basis == Basis.Known || cited > 0, CommonRules.BasisNeedsCitation, "provenance.citations")
            .Require(basis != Basis.Known || cited == 0, CommonRules.KnownCitesNothing, "provenance.basis")
            .Require(cited <= Limits.Citations, CommonRules.TooManyItems, "provenance.citations", Limits.Citations)
            .Require((inferred?.Count ?? 0) <= Limits.Items, CommonRules.TooManyItems, "provenance.inferred", Limits.Items)
            .Require(
                citations is null || citations.All(c => c.Offset >= 0 && c.Length > 0 && c.Fields is not { Count: > Limits.Items }),
                CommonRules.PassageHasExtent,
                "provenance.citations")
            .Require(
                command is not ICorrects || !string.IsNullOrWhiteSpace(reason),
                CommonRules.CorrectionNeedsReason,
                "provenance.reason")
            .OptionalText(reason, "provenance.reason", Limits.Reason)
            .Each(inferred, (d, name) => d.Text(name, "provenance.inferred", Limits.Name))
            .Each(citations, (d, c) => d.Each(c.Fields, (e, name) => e.Text(name, "provenance.citations", Limits.Name)))
            .Record(() => []);
        return decision is Decision.Refused refused ? refused.Refusals : [];
    }
}
