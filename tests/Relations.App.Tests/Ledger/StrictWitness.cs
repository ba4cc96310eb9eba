using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Relations.Ledger;
using Relations.Ledger.Notes;
using Relations.Ledger.Tree;

namespace Relations.App.Tests.Ledger;

/// <summary>A small witness of the C2SP protocol that takes nothing on trust: it remembers what it saw, and signs only what continues that.</summary>
internal sealed class StrictWitness : IAsyncDisposable
{
    private readonly SigningKey key = SigningKey.Create("witness.example/w1", KeyUse.Cosignature);
    private readonly WebApplication server;
    private (long Size, Bytes32 Root) seen = (0, Merkle.EmptyRoot);

    private StrictWitness(WebApplication server) => this.server = server;

    /// <summary>Its key.</summary>
    public VerifierKey Key => key.Verifier;

    /// <summary>Its address.</summary>
    public Uri Address => new(server.Urls.First());

    /// <summary>The log's key, once it is told.</summary>
    public VerifierKey? Log { get; set; }

    /// <summary>How often it was asked.</summary>
    public int Asked { get; private set; }

    /// <summary>Leaves in the tree that it saw last.</summary>
    public long Seen => seen.Size;

    public static async Task<StrictWitness> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var witness = new StrictWitness(builder.Build());
        witness.server.MapPost("/add-checkpoint", witness.AddAsync);
        await witness.server.StartAsync();
        return witness;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task<IResult> AddAsync(HttpRequest http)
    {
        Asked++;
        using var body = new StreamReader(http.Body);
        if (!WitnessRequest.TryParse(await body.ReadToEndAsync(), out var request) || !SignedNote.TryParse(request.Note, out var note))
            return Results.StatusCode((int)HttpStatusCode.BadRequest);
        if (Log is null || !Checkpoint.TryParse(note.Text, out var checkpoint) || checkpoint.Origin != Log.Name)
            return Results.StatusCode((int)HttpStatusCode.NotFound);
        if (note.Verified([Log]).Count == 0)
            return Results.StatusCode((int)HttpStatusCode.Forbidden);
        if (request.OldSize > checkpoint.Size)
            return Results.StatusCode((int)HttpStatusCode.BadRequest);
        if (request.OldSize != seen.Size)
            return Results.Text($"{seen.Size}\n", WitnessAnswer.SizeType, statusCode: (int)HttpStatusCode.Conflict);
        if (!Proofs.VerifyConsistency(seen.Size, checkpoint.Size, seen.Root, checkpoint.Root, request.Proof))
            return Results.StatusCode((int)HttpStatusCode.UnprocessableEntity);
        seen = (checkpoint.Size, checkpoint.Root);
        return Results.Text(key.Cosign(note.Text, DateTimeOffset.UtcNow).ToString());
    }
}
