using Marten;
using Relations.App.Recording;
using Relations.App.Store;
using Relations.Domain.Access;
using Relations.Domain.Recording;

namespace Relations.App.Pages.Forms;

/// <summary>Finds a record by its id alone, whatever its kind.</summary>
/// <param name="session">The store; it is asked of which kind a record is and nothing else.</param>
/// <param name="records">Reads the record.</param>
public sealed class RecordFinder(IQuerySession session, RecordReader records)
{
    /// <summary>The record; null where there is none for who asks. Accounts are no matter of forms.</summary>
    /// <param name="id">The record.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<RecordState?> FindAsync(Guid id, CancellationToken cancellation)
    {
        var name = (await session.StreamKindsAsync([id], cancellation)).GetValueOrDefault(id);
        var kind = RecordKinds.All.FirstOrDefault(k => k.Name == name && k.State != typeof(Account));
        return kind is null ? null : (await kind.ReadMany(records, [id], cancellation)).SingleOrDefault();
    }

    /// <summary>The kind of record that a command is recorded on.</summary>
    /// <param name="command">The command's type.</param>
    /// <param name="state">The record; null where the command opens one.</param>
    public static RecordKind KindOf(Type command, RecordState? state) => RecordKinds.OfCommand(command) ?? RecordKinds.Of(state!.GetType())!;

    /// <summary>The address of a record's page.</summary>
    /// <param name="state">The record.</param>
    public static string AddressOf(RecordState state) => AddressOf(RecordKinds.Of(state.GetType())!, state.Id);

    /// <summary>The address of a record's page.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="id">The record.</param>
    public static string AddressOf(RecordKind kind, Guid id) => RecordLink.To(
        (IRecordId)Activator.CreateInstance(typeof(IRecordId).Assembly.GetType($"{typeof(IRecordId).Namespace}.{kind.State.Name}Id", throwOnError: true)!, id)!);
}
