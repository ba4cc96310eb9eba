using JasperFx.Events;
using Relations.Domain.People;

namespace Relations.App.People;

/// <summary>
/// Has an erasure carried out once it is recorded, and what was made of the masked events made again. The subscription hands each
/// event over until it is done, also after a fall.
/// </summary>
public static class ErasureHandler
{
    /// <summary>Carries out a decision.</summary>
    /// <param name="erased">The decision on record.</param>
    /// <param name="erasure">Carries it out.</param>
    /// <param name="cancellation">Stops the work; it is taken up again.</param>
    public static Task Handle(IEvent<PersonDataErased> erased, Erasure erasure, CancellationToken cancellation) =>
        erasure.CarryOutAsync(erased, cancellation);

    /// <summary>Makes again what is kept beside the events.</summary>
    /// <param name="completed">The end of the erasure.</param>
    /// <param name="remains">What is kept beside them.</param>
    /// <param name="cancellation">Stops the work; it is taken up again.</param>
    public static Task Handle(IEvent<PersonErasureCompleted> completed, ErasedRemains remains, CancellationToken cancellation) =>
        remains.MakeAgainAsync(completed.Data.Records, cancellation);
}
