using JasperFx;
using Marten.Exceptions;
using Relations.Domain.Recording;
using Wolverine;

namespace Relations.App.Recording;

/// <summary>Sends a command to the record and gives back what became of it, also when two arrive in the same instant.</summary>
/// <param name="bus">Carries the command to its handler.</param>
public sealed class Recorder(IMessageBus bus)
{
    /// <summary>Records a command or says why not. Nothing is recorded unless the answer says so.</summary>
    /// <param name="submission">The command on its way.</param>
    /// <param name="cancellation">Stops the work before it is committed.</param>
    public async Task<Outcome> RecordAsync(Submission submission, CancellationToken cancellation = default)
    {
        try
        {
            return await bus.InvokeAsync<Outcome>(submission, cancellation);
        }
        catch (ExistingStreamIdCollisionException)
        {
            return new Outcome.Refused([new(CommonRules.AlreadyRecorded)]);
        }
        catch (Exception e) when (e is DocumentAlreadyExistsException or ConcurrencyException or StreamLockedException)
        {
            // Another was committed a moment ago. Looking again finds what it wrote: the receipt of a twin with the same
            // key, what it took that must be unique, or the version it left.
            return await bus.InvokeAsync<Outcome>(submission, cancellation);
        }
    }
}
