using System.Net;
using CsCheck;
using Relations.Ledger.Notes;

namespace Relations.Ledger.Tests.Notes;

/// <summary>Notes, checkpoints and cosignatures are those that other logs and witnesses read and write.</summary>
public sealed class NoteTests
{
    /// <summary>The key and the note that the documentation of Go's note package publishes.</summary>
    private const string PublishedKey = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private const string PublishedText = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";

    private const string PublishedNote =
        PublishedText + "\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

    /// <summary>The example of C2SP tlog-witness.</summary>
    private const string PublishedRequest =
        """
        old 20852014
        PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=
        jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=
        5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=
        /6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=

        example.com/behind-the-sofa
        20852163
        CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

        — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=

        """;

    private static readonly DateTimeOffset At = new(2026, 11, 24, 2, 5, 38, TimeSpan.Zero);
    private static readonly SigningKey Log = SigningKey.Create("relations/quasimodo");
    private static readonly SigningKey Witness = SigningKey.Create("witness.example/w1", KeyUse.Cosignature);
    private static readonly Checkpoint Checkpoint = new("relations/quasimodo", 257, Bytes32.Sha256("a root"u8));

    [Fact]
    public void a_published_note_verifies_with_its_published_key()
    {
        var key = VerifierKey.Parse(PublishedKey);

        Assert.True(SignedNote.TryParse(PublishedNote, out var note));
        Assert.Equal((PublishedText, PublishedNote), (note.Text, note.ToString()));
        Assert.Equal(key, Assert.Single(note.Verified([key])).Key);
        Assert.Empty((note with { Text = PublishedText.Replace("know", "knew", StringComparison.Ordinal) }).Verified([key]));
        Assert.Equal(PublishedKey, key.ToString());
    }

    [Fact]
    public void the_published_private_key_signs_the_same()
    {
        var key = new SigningKey("PeterNeumann", Convert.FromBase64String("AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz").AsSpan(1));

        Assert.Equal(PublishedKey, key.Verifier.ToString());
        Assert.Equal(PublishedNote, new SignedNote(PublishedText, [key.Sign(PublishedText)]).ToString());
    }

    [Fact]
    public void a_key_is_kept_and_taken_up_again()
    {
        var again = new SigningKey(Log.Verifier.Name, Log.ExportPrivateKey());

        Assert.Equal(Log.Verifier, again.Verifier);
        Assert.Equal(Checkpoint.Sign(Log).ToString(), Checkpoint.Sign(again).ToString());
        Assert.NotEqual(Log.Verifier, SigningKey.Create(Log.Verifier.Name).Verifier);
        Assert.Throws<ArgumentException>(() => new SigningKey("a name", Log.ExportPrivateKey()));
        Assert.Throws<ArgumentException>(() => new SigningKey("name", Log.ExportPrivateKey().AsSpan(1)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("PeterNeumann")]
    [InlineData("PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")]
    [InlineData("PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")]
    [InlineData("Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")]
    [InlineData("PeterNeumann+c74f20a3+AhpC2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")]
    [InlineData("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10T=")]
    [InlineData("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW ")]
    public void what_is_no_key_is_refused(string text)
    {
        Assert.False(VerifierKey.TryParse(text, out _));
        Assert.Throws<FormatException>(() => VerifierKey.Parse(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("text\n")]
    [InlineData("text\n\n")]
    [InlineData("text\n\n— name AAAAAAA=")]
    [InlineData("text\n— name AAAAAAA=\n")]
    [InlineData("text\n\n- name AAAAAAA=\n")]
    [InlineData("text\n\n— na+me AAAAAAA=\n")]
    [InlineData("text\n\n—  AAAAAAA=\n")]
    [InlineData("text\n\n— name AAAAAAB=\n")]
    [InlineData("text\n\n— name AAAAAA==\n")]
    [InlineData("text\n\n— name AAAA AAA=\n")]
    [InlineData("te\txt\n\n— name AAAAAAA=\n")]
    [InlineData("te\rxt\n\n— name AAAAAAA=\n")]
    public void what_is_no_note_is_refused(string text) => Assert.False(SignedNote.TryParse(text, out _));

    [Fact]
    public void a_note_bears_many_signatures_and_not_any_number()
    {
        string Signed(int count) => $"text\n\n{string.Concat(Enumerable.Repeat("— name AAAAAAA=\n", count))}";

        Assert.True(SignedNote.TryParse(Signed(SignedNote.MostSignatures), out var note));
        Assert.Equal(SignedNote.MostSignatures, note.Signatures.Count);
        Assert.False(SignedNote.TryParse(Signed(SignedNote.MostSignatures + 1), out _));
        Assert.False(SignedNote.TryParse(new string('a', SignedNote.MostLength) + Signed(1), out _));
        Assert.False(SignedNote.TryParse("half a pair \ud83d" + Signed(1), out _));
    }

    [Fact]
    public void signatures_of_strangers_say_nothing_and_a_false_one_of_a_known_key_undoes_the_note()
    {
        var stranger = SigningKey.Create("stranger");
        var note = Checkpoint.Sign(Log, stranger);
        var forged = note with { Signatures = [note.Signatures[0], new(stranger.Verifier.Name, stranger.Verifier.Id, new byte[64])] };

        Assert.Equal(Log.Verifier, Assert.Single(note.Verified([Log.Verifier])).Key);
        Assert.Single(forged.Verified([Log.Verifier]));
        Assert.Empty(forged.Verified([Log.Verifier, stranger.Verifier]));
        Assert.Empty(note.Verified([Witness.Verifier]));
    }

    [Fact]
    public void a_checkpoint_is_trusted_by_its_name_and_key()
    {
        var note = Checkpoint.Sign(Log).ToString();

        Assert.Equal(CheckpointTrust.Trusted, Checkpoint.Open(note, Checkpoint.Origin, [Log.Verifier], out var read));
        Assert.Equal(Checkpoint.Text, read!.Text);
        Assert.Equal(CheckpointTrust.OtherOrigin, Checkpoint.Open(note, "relations/other", [Log.Verifier], out _));
        Assert.Equal(CheckpointTrust.NotSigned, Checkpoint.Open(note, Checkpoint.Origin, [SigningKey.Create(Log.Verifier.Name).Verifier], out _));
        Assert.Equal(CheckpointTrust.NotSigned, Checkpoint.Open(note.Replace("\n257\n", "\n258\n", StringComparison.Ordinal), Checkpoint.Origin, [Log.Verifier], out _));
        Assert.Equal(CheckpointTrust.NoCheckpoint, Checkpoint.Open("text\n\n— name AAAAAAA=\n", Checkpoint.Origin, [Log.Verifier], out _));
    }

    [Theory]
    [InlineData("origin\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n", true)]
    [InlineData("origin\n7\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\nextension\n", true)]
    [InlineData("origin\n07\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n", false)]
    [InlineData("origin\n+7\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n", false)]
    [InlineData("origin\n9223372036854775808\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n", false)]
    [InlineData("origin\n7\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=", false)]
    [InlineData("origin\n7\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU\n", false)]
    [InlineData("origin\n7\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=\n", false)]
    [InlineData("origin\n7\n47DEQpj8HBSa+/TImW+5\n", false)]
    [InlineData("\n7\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n", false)]
    [InlineData("origin\n7\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\nmore\n", false)]
    [InlineData("origin\n7\n", false)]
    public void a_checkpoint_has_one_form(string text, bool isOne)
    {
        Assert.Equal(isOne, Checkpoint.TryParse(text, out var checkpoint));
        Assert.Equal(isOne ? text : null, checkpoint?.Text);
    }

    [Fact]
    public void a_witness_says_when_it_saw_a_checkpoint()
    {
        var note = Checkpoint.Sign(Log);
        var seen = note.With([Witness.Cosign(note.Text, At)]);
        var later = seen.Signatures[1].Signature.ToArray();
        later[7]++;

        Assert.Equal(new Cosignature(Witness.Verifier, At), Assert.Single(Cosignature.Of(seen, [Witness.Verifier, Log.Verifier])));
        Assert.Equal(2, seen.Verified([Log.Verifier, Witness.Verifier]).Count);
        Assert.Empty(Cosignature.Of(seen with { Signatures = [seen.Signatures[1] with { Signature = later }] }, [Witness.Verifier]));
        Assert.Equal(seen.ToString(), seen.With(seen.Signatures).ToString());
        Assert.Throws<InvalidOperationException>(() => Witness.Sign(note.Text));
        Assert.Throws<InvalidOperationException>(() => Log.Cosign(note.Text, At));
    }

    [Fact]
    public void a_request_to_a_witness_has_the_published_form()
    {
        var published = PublishedRequest.ReplaceLineEndings("\n");

        Assert.True(WitnessRequest.TryParse(published, out var request));
        Assert.Equal((20852014, 4), (request.OldSize, request.Proof.Count));
        Assert.StartsWith("example.com/behind-the-sofa\n20852163\n", request.Note, StringComparison.Ordinal);
        Assert.Equal(published, request.ToString());
        Assert.False(WitnessRequest.TryParse(published.Replace("old 2", "old 02", StringComparison.Ordinal), out _));
        Assert.False(WitnessRequest.TryParse(published.Replace("kaw=\n", "kaw=\n\n", StringComparison.Ordinal), out _));
        Assert.False(WitnessRequest.TryParse(published.Replace("kaw=\n", string.Concat(Enumerable.Repeat($"kaw=\n{Checkpoint.Root.ToBase64()}\n", 64)), StringComparison.Ordinal), out _));
        Assert.False(WitnessRequest.TryParse("", out _));
    }

    [Fact]
    public void a_witness_answers_with_its_signature_with_another_size_or_with_why_not()
    {
        var note = Checkpoint.Sign(Log);
        var signature = Witness.Cosign(note.Text, At);
        var stranger = SigningKey.Create("stranger", KeyUse.Cosignature).Cosign(note.Text, At);

        var agreed = Assert.IsType<WitnessAnswer.Agreed>(Read(HttpStatusCode.OK, $"{stranger}{signature}"));
        Assert.Equal(signature.ToString(), Assert.Single(agreed.Signatures).ToString());
        Assert.Equal(new WitnessAnswer.OtherSize(250), Read(HttpStatusCode.Conflict, "250\n", WitnessAnswer.SizeType));
        Assert.Equal(
            [
                WitnessRefusal.NotSignedByIt, WitnessRefusal.NotSignedByIt, WitnessRefusal.Unintelligible, WitnessRefusal.Unintelligible, WitnessRefusal.Unintelligible,
                WitnessRefusal.OtherRoot, WitnessRefusal.UnknownKey, WitnessRefusal.UnknownLog, WitnessRefusal.NotConsistent, WitnessRefusal.Unintelligible,
            ],
            new[]
            {
                Read(HttpStatusCode.OK, $"{stranger}"),
                Read(HttpStatusCode.OK, $"{Witness.Cosign("another text\n", At)}"),
                Read(HttpStatusCode.OK, "thanks"),
                Read(HttpStatusCode.Conflict, "0250\n", WitnessAnswer.SizeType),
                Read(HttpStatusCode.Conflict, "250", WitnessAnswer.SizeType),
                Read(HttpStatusCode.Conflict, "another root"),
                Read(HttpStatusCode.Forbidden, ""),
                Read(HttpStatusCode.NotFound, ""),
                Read(HttpStatusCode.UnprocessableEntity, ""),
                Read(HttpStatusCode.BadGateway, ""),
            }.Select(a => Assert.IsType<WitnessAnswer.Refused>(a).Why));

        WitnessAnswer Read(HttpStatusCode status, string body, string? type = null) => WitnessAnswer.Read(status, type, body, note, Witness.Verifier);
    }

    [Fact]
    public void whatever_is_read_has_the_form_it_is_written_in_and_nothing_makes_reading_fail()
    {
        var texts = new[] { PublishedNote, PublishedKey, PublishedRequest.ReplaceLineEndings("\n"), Checkpoint.Text, Checkpoint.Sign(Log).ToString() };
        Gen.Select(Gen.Int[0, texts.Length - 1].Select(i => texts[i]), Gen.Int[0, 400], Gen.Int[0, 3], Gen.OneOf(Gen.String, Gen.String["\n —+=0aA"])).Sample((text, at, cut, put) =>
        {
            at = Math.Min(at, text.Length);
            var changed = text[..at] + put + text[Math.Min(text.Length, at + cut)..];
            Assert.True(!SignedNote.TryParse(changed, out var note) || note.ToString() == changed);
            Assert.True(!VerifierKey.TryParse(changed, out var key) || key.ToString() == changed);
            Assert.True(!WitnessRequest.TryParse(changed, out var request) || request.ToString() == changed);
            Assert.True(!Checkpoint.TryParse(changed, out var checkpoint) || checkpoint.Text == changed);
        });
    }
}
