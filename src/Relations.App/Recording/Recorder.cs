using JasperFx;
using Marten;
using Marten.Exceptions;
using Relations.Domain.Recording;
using Wolverine;

namespace Relations.App.Recording;

/// <summary>Sends a command to the record and gives back what became of it, also when two arrive in the same instant.</summary>
/// <param name="bus">Carries the command to its handler.</param>
/// <param name="store">Looks up what another wrote in the same instant.</param>
public sealed class Recorder(IMessageBus bus, IDocumentStore store)
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
        catch (DocumentAlreadyExistsException)
        {
            // The same key was committed a moment ago by a twin of this request; its receipt is there now.
            return await bus.InvokeAsync<Outcome>(submission, cancellation);
        }
        catch (Marten.Exceptions.ExistingStreamIdCollisionException)
        {
            return new Outcome.Refused([new(CommonRules.AlreadyRecorded)]);
        }
        catch (Exception e) when (e is ConcurrencyException or Marten.Exceptions.StreamLockedException)
        {
            await using var session = store.QuerySession();
            return await SubmissionHandler.ConflictAsync(
                session, submission.RecordId, submission.SeenVersion ?? 0, cancellation);
        }
    }
}
