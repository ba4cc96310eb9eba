using System.Globalization;
using System.Reflection;
using Relations.Domain.Organisations;
using Relations.Domain.Recording;

namespace Relations.Domain.Tests.Organisations;

public class when_organisations_are_put_in_words
{
    private static readonly CultureInfo Spanish = CultureInfo.GetCultureInfo("es");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public static TheoryData<Enum> Words { get; } =
    [
        .. Enum.GetValues<OrganisationKind>().Cast<Enum>(),
        .. Enum.GetValues<OrganisationRelation>().Cast<Enum>(),
        .. Enum.GetValues<IdentifierScheme>().Cast<Enum>(),
    ];

    [Theory]
    [MemberData(nameof(Words))]
    public void every_kind_has_a_word_in_each_language(Enum value) =>
        Assert.NotEqual(Vocabulary.InWords(value, English), Vocabulary.InWords(value, Spanish));

    [Fact]
    public void every_rule_has_a_sentence_in_each_language()
    {
        var rules = typeof(OrganisationRules).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (Rule)f.GetValue(null)!);
        Assert.All(rules, r => Assert.NotEqual(r.InWords(English, "a", "b"), r.InWords(Spanish, "a", "b")));
    }

    [Fact]
    public void a_refused_identifier_is_named_in_the_readers_language() => Assert.Equal(
        "No es un identificador ROR válido. Debe tener la forma de 02jbv0t02; revise cada carácter.",
        OrganisationRules.IdentifierWellFormed.InWords(
            Spanish, IdentifierScheme.Ror, OrganisationIdentifier.Example(IdentifierScheme.Ror)));
}
