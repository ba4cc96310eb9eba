using System.Text;
using System.Text.Json;
using Relations.Ledger.Tree;

namespace Relations.Ledger.Tests;

/// <summary>A leaf commits to an event and says nothing of the texts in it.</summary>
public sealed class EventLeafTests
{
    private static readonly Bytes32 Salt = Bytes32.Sha256("a salt"u8);

    private static readonly LedgerEvent Event = new(
        new("0198c1f0-0000-7000-8000-000000000001"),
        new("0198c1f0-0000-7000-8000-0000000000aa"),
        "agreement",
        3,
        17,
        "agreement_signed",
        new(2026, 11, 24, 3, 5, 38, 123, 456, TimeSpan.FromHours(1)),
        "vera",
        "request \"7\"",
        null,
        """{"provenance":{"reason":"as heard","basis":"known"},"concerns":{}}"""u8.ToArray(),
        """{"title": "Convenio", "amount": 1000.50, "parties": [{"name": "UMSA"}, {"name": null}], "note": null}"""u8.ToArray());

    [Fact]
    public void a_leaf_is_the_canonical_event_with_commitments_for_texts()
    {
        var seals = Sealed("/data/title", "/data/parties/0/name", "/headers/provenance/reason");

        Assert.Equal(
            """
            {"at":"2026-11-24T02:05:38.123456Z","by":"vera","causation":null,"correlation":"request \"7\"","data":{"amount":1000.5,"note":null,
            "parties":[{"name":{"commitment":"NAME"}},{"name":null}],"title":{"commitment":"TITLE"}},
            "headers":{"concerns":{},"provenance":{"basis":"known","reason":{"commitment":"REASON"}}},
            "id":"0198c1f0-0000-7000-8000-000000000001","kind":"agreement","sequence":17,"stream":"0198c1f0-0000-7000-8000-0000000000aa",
            "type":"agreement_signed","v":1,"version":3}
            """
                .ReplaceLineEndings("")
                .Replace("TITLE", HashOf("\"Convenio\""), StringComparison.Ordinal)
                .Replace("NAME", HashOf("\"UMSA\""), StringComparison.Ordinal)
                .Replace("REASON", HashOf("\"as heard\""), StringComparison.Ordinal),
            LeafOf(Event, seals));
    }

    [Fact]
    public void the_form_of_the_stored_json_makes_no_difference()
    {
        var other = Event with { Data = """{"note":null,"parties":[{"name":"\u0055MSA"},{"name":null}],"amount":1.0005e3,"title":"Convenio"}"""u8.ToArray() };

        Assert.Equal(LeafOf(Event, Sealed("/data/title")), LeafOf(other, Sealed("/data/title")));
        Assert.Equal(LeafOf(Event, Sealed("/data/title")), Encoding.UTF8.GetString(new EventLeaf().Of(Event.ToJson(), Sealed("/data/title"))));
    }

    [Fact]
    public void every_text_gets_a_salt_of_its_own_where_there_is_a_text()
    {
        var seals = new Seals();

        new EventLeaf().Seal(Event, ["/data/title", "/data/parties/*/name", "/data/note", "/data/nothing/at/all", "/headers/provenance/reason"], seals);

        var made = Enumerable.Range(0, seals.Count).Select(i => seals[i]).ToList();
        Assert.Equal(["/data/title", "/data/parties/0/name", "/headers/provenance/reason"], made.Select(s => s.Path));
        Assert.Equal(3, made.Select(s => s.Bytes).Distinct().Count());
        Assert.DoesNotContain("Convenio", LeafOf(Event, seals), StringComparison.Ordinal);
        Assert.DoesNotContain("UMSA", LeafOf(Event, seals), StringComparison.Ordinal);
    }

    [Fact]
    public void an_erased_text_leaves_the_leaf_as_it_was()
    {
        var before = LeafOf(Event, Sealed("/data/title"));
        var masked = Event with { Data = """{"title":"████████","amount":1000.5,"parties":[{"name":"UMSA"},{"name":null}],"note":null}"""u8.ToArray() };
        var seals = new Seals().Add(new("/data/title", Commitment.Of(Salt, "\"Convenio\""u8), IsErased: true));
        var leaf = new EventLeaf();

        Assert.Equal(before, Encoding.UTF8.GetString(leaf.Of(masked, seals)));
        Assert.Equal(new ErasedValue("/data/title", CanonicalJson.Sha256("\"████████\""u8)), Assert.Single(leaf.Erased(seals)));
    }

    [Theory]
    [InlineData("/data/nothing")]
    [InlineData("/data/note")]
    [InlineData("/data/parties/2")]
    [InlineData("/data/parties/00")]
    [InlineData("/data/parties/-")]
    [InlineData("/data/~2")]
    [InlineData("data/title")]
    [InlineData("")]
    public void a_salt_for_nothing_is_refused(string path) => Assert.Throws<FormatException>(() => LeafOf(Event, Sealed(path)));

    [Fact]
    public void a_value_is_sealed_once()
    {
        Assert.Throws<FormatException>(() => LeafOf(Event, Sealed("/data/title", "/data/title")));
        Assert.Throws<FormatException>(() => LeafOf(Event, Sealed("/data/parties", "/data/parties/0/name")));
    }

    [Fact]
    public void a_name_with_a_slash_is_found_by_its_escaped_pointer()
    {
        var odd = Event with { Data = """{"a/b":{"~1":"text"},"":"empty"}"""u8.ToArray() };

        var leaf = LeafOf(odd, Sealed("/data/a~1b/~01", "/data/"));

        Assert.Contains("""{"":{"commitment":"EMPTY"},"a/b":{"~1":{"commitment":"TEXT"}}}"""
                .Replace("EMPTY", HashOf("\"empty\""), StringComparison.Ordinal).Replace("TEXT", HashOf("\"text\""), StringComparison.Ordinal), leaf, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("commitment")]
    [InlineData("digest")]
    public void a_value_cannot_pass_for_its_own_commitment(string name)
    {
        var forged = Event with { Data = Encoding.UTF8.GetBytes($$$"""{"title":{"{{{name}}}":"{{{HashOf("\"Convenio\"")}}}"}}""") };

        Assert.Throws<FormatException>(() => LeafOf(forged, new()));
        Assert.Contains("record", LeafOf(Event with { Data = """{"commitment":"record"}"""u8.ToArray() }, new()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{},\"more\":1")]
    [InlineData("{}}")]
    [InlineData("{},\"by\":\"mallory\"")]
    [InlineData("")]
    public void what_is_not_one_json_value_cannot_be_slipped_in(string data) =>
        Assert.Throws<FormatException>(() => LeafOf(Event with { Data = Encoding.UTF8.GetBytes(data) }, new()));

    [Fact]
    public void an_event_too_long_for_an_entry_stands_by_its_digest_and_its_texts_can_still_be_erased()
    {
        var texts = Enumerable.Range(0, 1_000).Select(i => $"text {i}").ToArray();
        var large = Event with { Data = JsonSerializer.SerializeToUtf8Bytes(new { texts }) };
        var seals = new Seals();
        var leaf = new EventLeaf();
        leaf.Seal(large, ["/data/texts/*"], seals);

        var whole = Encoding.UTF8.GetString(leaf.Of(large, seals));
        var erased = Enumerable.Range(0, seals.Count).Select(i => seals[i]).Aggregate(
            new Seals(),
            (kept, s) => kept.Add(s.Path == "/data/texts/7" ? new(s.Path, Commitment.Of(s.Bytes, "\"text 7\""u8), IsErased: true) : s));
        texts[7] = "██████";

        Assert.Matches("""^\{"at":"[^"]+","by":"vera","causation":null,"correlation":"[^,]+","data":\{"digest":"[0-9a-f]{64}"\},"headers":\{"concerns""", whole);
        Assert.Equal(whole, Encoding.UTF8.GetString(leaf.Of(large with { Data = JsonSerializer.SerializeToUtf8Bytes(new { texts }) }, erased)));
        Assert.Single(leaf.Erased(erased));
        texts[8] = "another";
        Assert.NotEqual(whole, Encoding.UTF8.GetString(leaf.Of(large with { Data = JsonSerializer.SerializeToUtf8Bytes(new { texts }) }, erased)));
        Assert.Throws<FormatException>(() => LeafOf(large with { Type = new('a', 70_000) }, seals));
    }

    [Fact]
    public void salts_are_kept_as_json()
    {
        var seals = Sealed("/data/title", "/data/é\"").Add(new("/data/note", Salt, IsErased: true));

        var read = new Seals().AddJson(Encoding.UTF8.GetBytes(seals.ToJson())).AddJson(Encoding.UTF8.GetBytes(seals.ToJson(areErased: true)), areErased: true);

        Assert.Equal([seals[0], seals[1], seals[2]], [read[0], read[1], read[2]]);
        Assert.Equal(0, read.Clear().AddJson([]).AddJson("null"u8).AddJson("{}"u8).Count);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{\"/data\":1}")]
    [InlineData("{\"/data\":\"00\"}")]
    [InlineData("{\"/data\":\"ABCDEF0000000000000000000000000000000000000000000000000000000000\"}")]
    [InlineData("{} 1")]
    [InlineData("{\"/data\"")]
    public void salts_of_another_form_are_refused(string json) =>
        Assert.Throws<FormatException>(() => new Seals().AddJson(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void the_same_leaf_gives_the_same_hash_and_another_another() => Assert.Equal(
        2,
        new[] { Event, Event with { By = "vera" }, Event with { At = Event.At.AddMicroseconds(1) } }
            .Select(e => Merkle.LeafHash(new EventLeaf().Of(e, new()))).Distinct().Count());

    private static string LeafOf(LedgerEvent @event, Seals seals) => Encoding.UTF8.GetString(new EventLeaf().Of(@event, seals));

    private static Seals Sealed(params IEnumerable<string> paths) => paths.Aggregate(new Seals(), (seals, path) => seals.Add(new(path, Salt, IsErased: false)));

    private static string HashOf(string json) => Bytes32.Sha256([.. Salt.ToArray(), .. Encoding.UTF8.GetBytes(json)]).ToString();
}
