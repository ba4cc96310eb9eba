using System.Diagnostics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Relations.App.Cli;
using Relations.App.Ledger;
using Relations.App.Ledger.Places;
using Relations.App.Tests.Cli;
using Relations.Domain.People;
using Relations.Ledger.Notes;

namespace Relations.App.Tests.Ledger;

/// <summary>A folder, a Git repository and a witness, each a real one, hold what is signed.</summary>
public sealed class when_checkpoints_are_held_outside : IAsyncLifetime
{
    private readonly DirectoryInfo scratch = Directory.CreateTempSubdirectory("relations-places-");
    private StrictWitness witness = null!;
    private AppFixture app = null!;

    private string Bare => Path.Combine(scratch.FullName, "bare.git");

    private string Clone => Path.Combine(scratch.FullName, "clone");

    public async Task InitializeAsync()
    {
        witness = await StrictWitness.StartAsync();
        Git("init", "--quiet", "--bare", Bare);
        Git("clone", "--quiet", Bare, Clone);
        app = new()
        {
            Also = builder => LedgeredApp.SignNothingByItself(builder
                .UseSetting("Relations:Ledger:Folders", Path.Combine(scratch.FullName, "folder"))
                .UseSetting("Relations:Ledger:Repositories", Clone)
                .UseSetting("Relations:Ledger:Witnesses", $"{witness.Address} {witness.Key}")),
        };
        await app.InitializeAsync();
        await app.ViewsAsync();
    }

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        await witness.DisposeAsync();
        scratch.Delete(recursive: true);
    }

    [Fact]
    public async Task each_place_gets_each_checkpoint_and_none_is_lost()
    {
        var (signer, outside) = (app.Host.Services.GetRequiredService<CheckpointSigner>(), app.Host.Services.GetRequiredService<OutsidePlaces>());
        await signer.EnsureKeyAsync(default);
        var first = await signer.SignAsync(default) ?? (await signer.LastAsync(default))!;

        // The witness does not know the log yet. The others are served, and it is told as what failed.
        await outside.ServeAsync(first, default);
        var refused = await outside.StatesAsync(default);
        Assert.Equal([nameof(WitnessRefusal.UnknownLog), null, null], refused.Select(s => s.Failure));

        witness.Log = VerifierKey.Parse((await signer.KeysAsync(default))[^1].Public);
        await app.Api.OpenAsync("/api/people", new RegisterPerson(new("Julia", "Vargas")));
        await app.ViewsAsync();
        var second = await signer.SignAsync(default);
        Assert.Null(await signer.SignAsync(default)); // nothing was recorded since
        await RetriedAsync(outside, second!);
        Assert.Equal(second!.Size, witness.Seen);

        await signer.RotateAsync(default);
        var changeover = (await signer.LastAsync(default))!;
        var keys = await signer.KeysAsync(default);
        Assert.True(SignedNote.TryParse(changeover.Note, out var note));
        Assert.Equal(2, note.Verified([.. keys.Select(k => VerifierKey.Parse(k.Public))]).Count);
        var cosigned = await RetriedAsync(outside, changeover);

        Assert.True(SignedNote.TryParse(cosigned.Note, out var whole));
        Assert.Single(Cosignature.Of(whole, [witness.Key]));
        Assert.Equal(cosigned.Note, await File.ReadAllTextAsync(Path.Combine(scratch.FullName, "folder", "checkpoint")));
        Assert.Equal(cosigned.Note.Trim(), Git("--git-dir", Bare, "show", "HEAD:checkpoint"));
        Assert.All(await outside.StatesAsync(default), s => Assert.False(s.IsFailing));

        var asked = witness.Asked;
        await outside.ServeAsync(cosigned, default);
        Assert.Equal(asked, witness.Asked);
    }

    [Fact]
    public async Task a_bundle_is_checked_without_the_database()
    {
        var signer = app.Host.Services.GetRequiredService<CheckpointSigner>();
        await signer.EnsureKeyAsync(default);
        await signer.SignAsync(default);
        var key = (await signer.KeysAsync(default))[^1].Public;
        foreach (string[] part in new[] { Array.Empty<string>(), ["--partnership", "can-oim"] })
        {
            var file = Path.Combine(scratch.FullName, $"bundle{part.Length}.zip");
            var written = await Verbs.RunAsync(app.ConnectionString, ["audit-bundle", "--out", file, .. part]);
            Assert.Equal((ExitCode.Done, ""), (written.Exit, written.Error));
            var good = await Verbs.RunAsync("nowhere", "verify", "--bundle", file, "--key", key);
            Assert.Equal((ExitCode.Done, ""), (good.Exit, good.Error));
            var another = SigningKey.Create(key.Split('+')[0]).Verifier.ToString();
            Assert.Equal(ExitCode.Refused, (await Verbs.RunAsync("nowhere", "verify", "--bundle", file, "--key", another)).Exit);
        }
    }

    [Fact]
    public async Task the_record_is_verified_beside_the_application()
    {
        var signed = await Verbs.RunAsync(app.ConnectionString, "checkpoint");
        Assert.StartsWith("relations/", signed.Output, StringComparison.Ordinal);
        var verified = await Verbs.RunAsync(app.ConnectionString, "verify");
        Assert.Equal((ExitCode.Done, ""), (verified.Exit, verified.Error));
        Assert.Equal(signed.Output.TrimEnd(), (await app.TextAsync("/ledger/checkpoint")).TrimEnd());
        Assert.Equal(32, (await app.Http.GetByteArrayAsync(new Uri("/ledger/tile/0/000.p/1", UriKind.Relative))).Length);
        Assert.Contains(signed.Output.Split('\n')[0], await app.TextAsync("/ledger"), StringComparison.Ordinal);
        var keys = await Verbs.RunAsync(app.ConnectionString, "ledger", "keys");
        Assert.Contains("relations/", keys.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.NotOnRecord, (await Verbs.RunAsync(app.ConnectionString, "ledger", "proof", Guid.NewGuid().ToString())).Exit);
    }

    /// <summary>Serves the places as if an hour had passed: what failed is tried again.</summary>
    private async Task<KeptCheckpoint> RetriedAsync(OutsidePlaces outside, KeptCheckpoint checkpoint)
    {
        await using (var session = app.Documents.LightweightSession())
        {
            foreach (var state in (await outside.StatesAsync(default)).Where(s => s.NextTry is not null))
                session.Store(state with { NextTry = null });
            await session.SaveChangesAsync();
        }

        return await outside.ServeAsync(checkpoint, default);
    }

    private static string Git(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { RedirectStandardOutput = true })!;
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
        return output.Trim();
    }
}
