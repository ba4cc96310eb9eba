using Relations.App.Ledger.Places;
using Wolverine;

namespace Relations.App.Ledger;

/// <summary>
/// Signs checkpoints on schedule and hands them to the places outside. Each node looks every minute: what one that falls leaves undone,
/// the next does.
/// </summary>
/// <param name="signer">Signs.</param>
/// <param name="outside">Hands over.</param>
/// <param name="settings">How often.</param>
/// <param name="wolverine">Says whether this process does more than carry out commands.</param>
/// <param name="clock">The time.</param>
/// <param name="logger">Told what failed; it is tried again.</param>
internal sealed partial class CheckpointKeeper(
    CheckpointSigner signer, OutsidePlaces outside, LedgerSettings settings, WolverineOptions wolverine, TimeProvider clock,
    ILogger<CheckpointKeeper> logger) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromMinutes(1);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (wolverine.Durability.Mode is not (DurabilityMode.Solo or DurabilityMode.Balanced))
            return;
        using var timer = new PeriodicTimer(Beat, clock);
        do
        {
            try
            {
                await BeatAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                NotKept(logger, e); // the database is away, or the key cannot be opened: next minute again
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>What is due now: a checkpoint, where the last one is old enough and anything was recorded, and what the places lack.</summary>
    /// <param name="cancellation">Stops the work; what is left is done by the next beat.</param>
    private async Task BeatAsync(CancellationToken cancellation)
    {
        await signer.EnsureKeyAsync(cancellation);
        var last = await signer.LastAsync(cancellation);
        if (last is null || clock.GetUtcNow() - last.At >= settings.Every)
            last = await signer.SignAsync(cancellation) ?? last;
        if (last is not null)
            await outside.ServeAsync(last, cancellation);
    }

    [LoggerMessage(LogLevel.Warning, "The ledger's checkpoint was not kept; it is tried again in a minute.")]
    private static partial void NotKept(ILogger logger, Exception e);
}
