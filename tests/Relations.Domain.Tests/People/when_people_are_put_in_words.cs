using System.Globalization;
using System.Reflection;
using Relations.Domain.People;
using Relations.Domain.Recording;

namespace Relations.Domain.Tests.People;

public class when_people_are_put_in_words
{
    [Fact]
    public void every_rule_has_a_sentence_in_each_language()
    {
        var rules = typeof(PersonRules).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (Rule)f.GetValue(null)!);
        Assert.All(rules, r => Assert.NotEqual(
            r.InWords(CultureInfo.GetCultureInfo("en"), "a"), r.InWords(CultureInfo.GetCultureInfo("es"), "a")));
    }
}
