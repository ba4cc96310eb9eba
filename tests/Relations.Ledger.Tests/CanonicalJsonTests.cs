using System.Globalization;
using System.Text;
using System.Text.Json;
using CsCheck;
using Relations.Ledger.Tests.Bundles;

namespace Relations.Ledger.Tests;

/// <summary>JSON has one canonical form: that of RFC 8785.</summary>
public sealed class CanonicalJsonTests
{
    /// <summary>Numbers of which a double holds every digit, and some of which it does not.</summary>
    private static readonly Gen<string> Number = Gen.OneOf(
        Gen.Long.Select(n => n.ToString(CultureInfo.InvariantCulture)),
        Gen.Double.Where(double.IsFinite).Select(n => n.ToString("R", CultureInfo.InvariantCulture).Replace("E", "e", StringComparison.Ordinal)),
        Gen.Decimal.Select(n => n.ToString(CultureInfo.InvariantCulture)));

    private static readonly Gen<string> Text = Gen.OneOf(Gen.String, Gen.String["aé€\uFB33\"\\/\n\u0001\u007f"], Gen.Const("😀")).Where(IsWellFormed);

    private static readonly Gen<string> Json = Gen.Recursive<string>((depth, inner) => depth > 4
        ? Number
        : Gen.Frequency(
            (2, Number),
            (3, Text.Select(t => JsonSerializer.Serialize(t))),
            (1, Gen.OneOf(Gen.Const("true"), Gen.Const("false"), Gen.Const("null"))),
            (1, inner.List[0, 5].Select(items => $"[{string.Join(" , ", items)}]")),
            (2, Gen.Select(Text, inner).List[0, 6].Select(m => $"{{ {string.Join(", ", m.DistinctBy(x => x.Item1).Select(x => $"{JsonSerializer.Serialize(x.Item1)} : {x.Item2}"))} }}"))));

    [Fact]
    public void the_example_of_the_standard_has_the_form_of_the_standard() => Assert.Equal(
        """{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}""",
        Canonical(
            """
            {
              "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
              "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
              "literals": [null, true, false]
            }
            """));

    [Fact]
    public void names_are_ordered_by_their_utf_16_code_units() => Assert.Equal(
        "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
            + "\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}",
        Canonical(
            """
            {"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One",
            "\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"}
            """));

    /// <summary>RFC 8785, appendix B.</summary>
    [Theory]
    [InlineData("0000000000000000", "0")]
    [InlineData("8000000000000000", "0")]
    [InlineData("0000000000000001", "5e-324")]
    [InlineData("8000000000000001", "-5e-324")]
    [InlineData("7fefffffffffffff", "1.7976931348623157e+308")]
    [InlineData("ffefffffffffffff", "-1.7976931348623157e+308")]
    [InlineData("4340000000000000", "9007199254740992")]
    [InlineData("c340000000000000", "-9007199254740992")]
    [InlineData("4430000000000000", "295147905179352830000")]
    [InlineData("44b52d02c7e14af5", "9.999999999999997e+22")]
    [InlineData("44b52d02c7e14af6", "1e+23")]
    [InlineData("44b52d02c7e14af7", "1.0000000000000001e+23")]
    [InlineData("444b1ae4d6e2ef4e", "999999999999999700000")]
    [InlineData("444b1ae4d6e2ef4f", "999999999999999900000")]
    [InlineData("444b1ae4d6e2ef50", "1e+21")]
    [InlineData("3eb0c6f7a0b5ed8c", "9.999999999999997e-7")]
    [InlineData("3eb0c6f7a0b5ed8d", "0.000001")]
    [InlineData("41b3de4355555553", "333333333.3333332")]
    [InlineData("41b3de4355555554", "333333333.33333325")]
    [InlineData("41b3de4355555555", "333333333.3333333")]
    [InlineData("41b3de4355555556", "333333333.3333334")]
    [InlineData("41b3de4355555557", "333333333.33333343")]
    [InlineData("becbf647612f3696", "-0.0000033333333333333333")]
    [InlineData("43143ff3c1cb0959", "1424953923781206.2")]
    public void numbers_have_the_form_of_the_standard(string bits, string form)
    {
        var number = BitConverter.Int64BitsToDouble(long.Parse(bits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));

        Assert.Equal(form, Canonical(number.ToString("E17", CultureInfo.InvariantCulture)));
        Assert.Equal(form, Canonical(form));
    }

    [Theory]
    [InlineData("12345678901234567.890", "\"12345678901234567.89\"")]
    [InlineData("999999999999999.9999", "\"999999999999999.9999\"")]
    [InlineData("-9007199254740993", "\"-9007199254740993\"")]
    [InlineData("0.1000000000000000000001", "\"0.1000000000000000000001\"")]
    [InlineData("1e400", "\"1", 403)]
    [InlineData("123456789012345", "123456789012345")]
    [InlineData("1500.50", "1500.5")]
    [InlineData("-0.000", "0")]
    [InlineData("1E3", "1000")]
    [InlineData("1e21", "1e+21")]
    [InlineData("9007199254740992", "9007199254740992")]
    public void in_leaves_a_number_too_long_for_a_double_stands_as_its_digits(string number, string form, int? length = null)
    {
        var written = Encoding.UTF8.GetString(CanonicalJson.Of(Encoding.UTF8.GetBytes(number), LongNumbers.AsText));

        Assert.Equal(length ?? form.Length, written.Length);
        Assert.StartsWith(form, written, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[1,]")]
    [InlineData("{} {}")]
    [InlineData("01")]
    [InlineData("NaN")]
    [InlineData("// a comment\n1")]
    [InlineData("""{"a":1,"a":1}""")]
    [InlineData("""{"a":1,"\u0061":2}""")]
    [InlineData("""["\ud83d"]""")]
    [InlineData("""{"\ude00":1}""")]
    [InlineData("1e400")]
    [InlineData("\uFEFF1")]
    public void what_has_no_canonical_form_is_refused(string json) => Assert.Throws<FormatException>(() => Canonical(json));

    [Fact]
    public void what_is_no_utf_8_or_too_deep_or_too_long_is_refused()
    {
        Assert.Throws<FormatException>(() => CanonicalJson.Of([(byte)'"', 0xC3, (byte)'"']));
        Assert.Equal(new string('[', 64) + new string(']', 64), Canonical(new string('[', 64) + new string(']', 64)));
        Assert.Throws<FormatException>(() => Canonical(new string('[', 65) + new string(']', 65)));
        Assert.Throws<FormatException>(() => Canonical(new string('1', 1_001)));
        Assert.Throws<FormatException>(() => CanonicalJson.Of("1e-99999"u8, LongNumbers.AsText));
    }

    [Fact]
    public void the_canonical_form_is_its_own_and_says_the_same() => Json.Sample(json =>
    {
        foreach (var numbers in new[] { LongNumbers.Round, LongNumbers.AsText })
        {
            var once = CanonicalJson.Of(Encoding.UTF8.GetBytes(json), numbers);
            Assert.Equal(once, CanonicalJson.Of(once, numbers));
        }

        using var document = JsonDocument.Parse(json);
        using var canonical = JsonDocument.Parse(CanonicalJson.Of(document.RootElement));
        Assert.True(Same(document.RootElement, canonical.RootElement));
    });

    [Fact]
    public void the_order_of_members_makes_no_difference() => Gen.Select(Text, Json).List[0, 12].Select(m => m.DistinctBy(x => x.Item1).ToArray()).SelectMany(m => Gen.Shuffle(m).Select(s => (m, s))).Sample(
        (members, shuffled) => Assert.Equal(Canonical(ObjectOf(members)), Canonical(ObjectOf(shuffled))));

    [Fact]
    public async Task another_program_writes_the_same()
    {
        List<string> texts = [];
        Json.List[400].Sample(texts.AddRange, iter: 1, threads: 1);

        var (code, output) = await Verifiers.RunAsync(
            $"[{string.Join(',', texts)}]",
            "-e",
            """
            const write = (v) => v === null || typeof v !== 'object' ? JSON.stringify(v) : Array.isArray(v) ? `[${v.map(write)}]`
              : `{${Object.keys(v).sort().map((n) => `${JSON.stringify(n)}:${write(v[n])}`)}}`;
            process.stdout.write(write(JSON.parse(require('fs').readFileSync(0, 'utf8'))));
            """);

        Assert.Equal((0, Canonical($"[{string.Join(',', texts)}]")), (code, output));
    }

    private static string ObjectOf(IEnumerable<(string Name, string Value)> members) =>
        $"{{{string.Join(',', members.Select(m => $"{JsonSerializer.Serialize(m.Name)}:{m.Value}"))}}}";

    private static string Canonical(string json) => Encoding.UTF8.GetString(CanonicalJson.Of(Encoding.UTF8.GetBytes(json)));

    private static bool IsWellFormed(string text) => !text.EnumerateRunes().Any(r => r == Rune.ReplacementChar);

    private static bool Same(JsonElement one, JsonElement other) => one.ValueKind == JsonValueKind.Number
        ? other.ValueKind == JsonValueKind.Number && one.GetDouble() == other.GetDouble()
        : one.ValueKind switch
        {
            JsonValueKind.Object => one.EnumerateObject().Count() == other.EnumerateObject().Count() && one.EnumerateObject().All(m => Same(m.Value, other.GetProperty(m.Name))),
            JsonValueKind.Array => one.EnumerateArray().Zip(other.EnumerateArray()).All(p => Same(p.First, p.Second)),
            _ => JsonElement.DeepEquals(one, other),
        };
}
