using JasperFx.Events;
using Marten;
using Relations.Domain.People;

namespace Relations.App.People;

/// <summary>
/// Takes a person's name out of the events themselves once its erasure is recorded. The subscription hands the event over
/// until it is done, also after a fall; masking twice changes nothing.
/// </summary>
public static class ErasureHandler
{
    /// <summary>What stands where the name stood.</summary>
    private static readonly PersonName Erased = new("", "█");

    /// <summary>Which fields of which events are masked.</summary>
    /// <param name="options">The store's options.</param>
    internal static void DescribeTo(StoreOptions options)
    {
        options.Events.AddMaskingRuleForProtectedInformation<PersonRegistered>(e => e with { Name = Erased });
        options.Events.AddMaskingRuleForProtectedInformation<PersonNameCorrected>(e => e with { Before = Erased, After = Erased });
    }

    /// <summary>Masks the person's events.</summary>
    /// <param name="erased">The erasure on record.</param>
    /// <param name="store">The store.</param>
    /// <param name="cancellation">Stops the work; it is taken up again.</param>
    public static Task Handle(IEvent<PersonDataErased> erased, IDocumentStore store, CancellationToken cancellation) =>
        store.Advanced.ApplyEventDataMasking(masking => masking.IncludeStream(erased.StreamId), cancellation);
}
