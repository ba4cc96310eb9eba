using Marten;

namespace Relations.App.Store;

/// <summary>The record as the eraser's role opens it: for masking alone.</summary>
/// <param name="logins">The ways into the database.</param>
public sealed class EraserStore(DatabaseLogins logins) : IDisposable
{
    // Erasures are rare: no connection is made before the first.
    private readonly Lazy<DocumentStore> store = new(() => RelationsStore.Open(logins.Eraser));

    /// <summary>Masks the events of a record by the store's rules.</summary>
    /// <param name="recordId">The record.</param>
    /// <param name="cancellation">Stops the work.</param>
    public Task MaskAsync(Guid recordId, CancellationToken cancellation) =>
        store.Value.Advanced.ApplyEventDataMasking(masking => masking.IncludeStream(recordId), cancellation);

    /// <inheritdoc />
    public void Dispose()
    {
        if (store.IsValueCreated)
            store.Value.Dispose();
    }
}
