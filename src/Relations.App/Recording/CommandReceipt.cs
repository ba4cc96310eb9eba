using System.Security.Cryptography;
using System.Text.Json;
using Marten;
using Relations.Domain.Recording;

namespace Relations.App.Recording;

/// <summary>
/// Remembers a command that was sent with an idempotency key, so that sending it again records nothing and gets the same
/// answer. Written in the same transaction as the events. The rules are those of the IETF draft
/// "The Idempotency-Key HTTP Header Field", section 2: the same key with another body is an error.
/// </summary>
/// <param name="Id">The account and its key.</param>
/// <param name="Fingerprint">SHA-256 over the command's type and JSON.</param>
/// <param name="RecordId">The record it was for.</param>
/// <param name="Version">The record's version after it.</param>
/// <param name="Events">The names of the events it recorded.</param>
/// <param name="Opened">Whether it opened the record.</param>
public sealed record CommandReceipt(
    string Id, string Fingerprint, Guid RecordId, long Version, IReadOnlyList<string> Events, bool Opened)
{
    /// <summary>Characters in an idempotency key.</summary>
    public const int KeyLimit = 200;

    /// <summary>The answer to the same command sent earlier; null if it is new or has no key.</summary>
    internal static async Task<Outcome?> FindAsync(Submission submission, IQuerySession session, CancellationToken cancellation)
    {
        if (submission.IdempotencyKey is null)
            return null;
        var receipt = await session.LoadAsync<CommandReceipt>(IdOf(submission), cancellation);
        return receipt switch
        {
            null => null,
            _ when receipt.Fingerprint != FingerprintOf(submission) => new Outcome.KeyReused(),
            _ => new Outcome.Recorded(receipt.RecordId, receipt.Version, receipt.Events, receipt.Opened, []) { Replayed = true },
        };
    }

    /// <summary>Keeps the answer, to be stored with the events. A key used twice at once makes the second transaction fail.</summary>
    internal static void Keep(Submission submission, Outcome.Recorded recorded, IDocumentSession session)
    {
        if (submission.IdempotencyKey is not null)
        {
            session.Insert(new CommandReceipt(
                IdOf(submission), FingerprintOf(submission), recorded.RecordId, recorded.Version, recorded.Events, recorded.Opened));
        }
    }

    private static string IdOf(Submission submission) => $"{submission.By.Name}/{submission.IdempotencyKey}";

    private static string FingerprintOf(Submission submission)
    {
        // A command that opens a record gets a new id each time it is sent, so the id is no part of what was asked.
        var target = submission.Command is IOpensRecord ? Guid.Empty : submission.RecordId;
        var json = JsonSerializer.SerializeToUtf8Bytes<object>(submission.Command, RecordJson.Stored);
        var head = System.Text.Encoding.UTF8.GetBytes($"{submission.Command.GetType().Name} {target} ");
        return Convert.ToHexStringLower(SHA256.HashData([.. head, .. json]));
    }
}
