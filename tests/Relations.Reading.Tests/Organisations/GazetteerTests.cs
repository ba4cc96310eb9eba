using Relations.Reading.Organisations;

namespace Relations.Reading.Tests.Organisations;

public sealed class GazetteerTests
{
    [Fact]
    public void it_knows_the_trade_and_every_member_State()
    {
        Assert.InRange(Gazetteer.Organisations.Count, 300, 1_000);
        Assert.Equal(195, Gazetteer.States.Select(s => s.Code).Distinct().Count());
    }

    [Fact]
    public void every_organisation_stands_under_one_of_the_list()
    {
        var names = Gazetteer.Organisations.SelectMany(o => o.Known.Names).SelectMany(n => new[] { n.Name, n.Acronym }).ToHashSet();
        Assert.All(Gazetteer.Organisations.Where(o => o.Known.Under is not null), o => Assert.Contains(o.Known.Under, names));
    }

    [Fact]
    public void no_name_is_listed_twice()
    {
        var names = Gazetteer.Organisations.SelectMany(o => o.Known.Names.Select(n => (n.Language, n.Name))).ToList();
        Assert.Equal(names.Distinct(), names);
    }

    [Theory]
    [InlineData("peruanas", "PE")]
    [InlineData("franceses", "FR")]
    [InlineData("marroquies", "MA")]
    [InlineData("belga", "BE")]
    [InlineData("chilean", "CL")]
    public void a_State_is_known_by_its_adjectives(string adjective, string code) => Assert.Equal(code, States.OfAdjective(adjective)?.Code);
}
