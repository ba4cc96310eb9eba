using JasperFx.Events;
using Marten;
using Relations.App.Store;
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

    /// <summary>The events that hold a name; the database lets no others be masked.</summary>
    internal static IReadOnlyList<Type> Masked { get; } = [typeof(PersonRegistered), typeof(PersonNameCorrected)];

    /// <summary>Which fields of which events are masked.</summary>
    /// <param name="options">The store's options.</param>
    internal static void DescribeTo(StoreOptions options)
    {
        options.Events.AddMaskingRuleForProtectedInformation<PersonRegistered>(e => e with { Name = Erased });
        options.Events.AddMaskingRuleForProtectedInformation<PersonNameCorrected>(e => e with { Before = Erased, After = Erased });
    }

    /// <summary>Masks the person's events.</summary>
    /// <param name="erased">The erasure on record.</param>
    /// <param name="eraser">The record, open for masking.</param>
    /// <param name="cancellation">Stops the work; it is taken up again.</param>
    public static Task Handle(IEvent<PersonDataErased> erased, EraserStore eraser, CancellationToken cancellation) =>
        eraser.MaskAsync(erased.StreamId, cancellation);
}
