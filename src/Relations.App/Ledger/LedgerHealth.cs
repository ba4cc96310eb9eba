using Microsoft.Extensions.Diagnostics.HealthChecks;
using Relations.App.Ledger.Places;

namespace Relations.App.Ledger;

/// <summary>
/// Tells an operator's tools where a place outside has not taken checkpoints for an hour. That is no reason to take the application out of
/// service: it degrades what can be proved, and nothing that people do.
/// </summary>
/// <param name="outside">The places.</param>
/// <param name="clock">The time.</param>
internal sealed class LedgerHealth(OutsidePlaces outside, TimeProvider clock) : IHealthCheck
{
    /// <inheritdoc />
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var failing = (await outside.StatesAsync(cancellationToken)).Where(s => s.IsTrouble(clock.GetUtcNow())).ToList();
        return failing.Count == 0
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded(string.Join("; ", failing.Select(s => $"{s.Id}: {s.Failure}")));
    }
}
