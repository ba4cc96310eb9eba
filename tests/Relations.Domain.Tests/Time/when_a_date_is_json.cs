using System.Text.Json;
using CsCheck;
using Relations.Domain.Time;

namespace Relations.Domain.Tests.Time;

public class when_a_date_is_json
{
    [Fact]
    public void it_is_a_string_as_written()
    {
        Assert.Equal("\"1992/..\"", JsonSerializer.Serialize(EdtfDate.Parse("1992/..")));
        Assert.Equal("{\"On\":\"1992~\",\"Due\":null}", JsonSerializer.Serialize(new Term(EdtfDate.Parse("1992~"), null)));
    }

    [Fact]
    public void it_comes_back_the_same() => DateTexts.Dates.Sample(date =>
    {
        var term = new Term(date, null);
        Assert.Equal(term, JsonSerializer.Deserialize<Term>(JsonSerializer.Serialize(term)));
    });

    [Theory]
    [InlineData("\"2015-02-29\"", "does not have that day")]
    [InlineData("\"\"", "1 to 64 characters")]
    [InlineData("1992", "is a JSON string")]
    [InlineData("{}", "is a JSON string")]
    public void what_is_not_a_date_is_refused_with_the_reason(string json, string reason) => Assert.Contains(
        reason, Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<EdtfDate>(json)).Message, StringComparison.Ordinal);

    private sealed record Term(EdtfDate? On, EdtfDate? Due);
}
