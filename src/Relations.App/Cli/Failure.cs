using System.Net.Sockets;
using Npgsql;
using Relations.App.Access.Web;
using Relations.App.Store;
using Relations.App.Store.Embedded;

namespace Relations.App.Cli;

/// <summary>Tells failures that a person can do something about from faults of ours.</summary>
internal static class Failure
{
    /// <summary>The sentence to tell; null for a fault of ours, which is told whole.</summary>
    /// <param name="failure">What was thrown.</param>
    public static string? Foreseen(Exception failure) => Chain(failure).FirstOrDefault(IsForeseen)?.Message;

    private static bool IsForeseen(Exception e) =>
        e is EmbeddedPostgresException or UnusableSettingException or RecordInUseException or NpgsqlException or SocketException or Microsoft.AspNetCore.Connections.AddressInUseException;

    private static IEnumerable<Exception> Chain(Exception failure)
    {
        for (var e = failure; e is not null; e = e.InnerException)
            yield return e;
    }
}
