using System.Net;
using System.Net.Http.Headers;
using Marten;
using Npgsql;
using Relations.Ledger.Notes;
using Relations.Ledger.Tree;

namespace Relations.App.Ledger.Places;

/// <summary>
/// A witness (C2SP tlog-witness): it signs a checkpoint only if the tree continues the last one that it saw, which it remembers by itself.
/// Its signature goes into the note.
/// </summary>
/// <param name="address">The prefix of its address.</param>
/// <param name="key">Its key.</param>
/// <param name="client">Sends.</param>
/// <param name="store">The tiles, for the proof.</param>
internal sealed class WitnessPlace(Uri address, VerifierKey key, HttpClient client, IDocumentStore store) : IPlace
{
    /// <inheritdoc />
    public string Name => address.ToString();

    /// <inheritdoc />
    public async Task<string> PutAsync(KeptCheckpoint checkpoint, CancellationToken cancellation)
    {
        if (!SignedNote.TryParse(checkpoint.Note, out var note))
            throw new PlaceException("The checkpoint is no note.");
        if (note.Verified([key]).Count > 0)
            return "";

        // It says itself what it saw last, where that is another size than is thought: it may have seen none, or lost one.
        var answer = await AskAsync(0, checkpoint, note, cancellation);
        if (answer is WitnessAnswer.OtherSize { Size: var seen } && seen <= checkpoint.Size)
            answer = await AskAsync(seen, checkpoint, note, cancellation);
        return answer switch
        {
            WitnessAnswer.Agreed { Signatures: var signatures } => string.Concat(signatures),
            WitnessAnswer.Refused { Why: var why } => throw new PlaceException(why.ToString()),
            WitnessAnswer.OtherSize { Size: var size } => throw new PlaceException($"{nameof(WitnessAnswer.OtherSize)}: {size}"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <inheritdoc />
    public IAsyncEnumerable<(string Name, string Note)> ReadAsync(CancellationToken cancellation) => AsyncEnumerable.Empty<(string, string)>();

    private async Task<WitnessAnswer> AskAsync(long seen, KeptCheckpoint checkpoint, SignedNote note, CancellationToken cancellation)
    {
        var request = new WitnessRequest(seen, await ProofAsync(seen, checkpoint.Size, cancellation), checkpoint.Note);
        try
        {
            using var content = new StringContent(request.ToString(), new MediaTypeHeaderValue("text/plain", "utf-8"));
            using var response = await client.PostAsync(new Uri(address, "add-checkpoint"), content, cancellation);
            return WitnessAnswer.Read(
                response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsStringAsync(cancellation), note, key);
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new PlaceException(e.Message, e);
        }
    }

    private async Task<IReadOnlyList<Relations.Ledger.Bytes32>> ProofAsync(long from, long to, CancellationToken cancellation)
    {
        await using var connection = store.Storage.Database.CreateConnection();
        await connection.OpenAsync(cancellation);
        return await new TileTree(new TileTable(connection), to).ConsistencyAsync(from, cancellation);
    }
}
