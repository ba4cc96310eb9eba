using System.Globalization;
using System.Reflection;
using System.Resources;
using Relations.Domain.Recording;

namespace Relations.Domain.Tests.Recording;

/// <summary>Every rule and every state has its words in both languages, and no words are left without a rule or state.</summary>
public class when_words_are_needed
{
    private static readonly CultureInfo English = CultureInfo.InvariantCulture;
    private static readonly CultureInfo Spanish = CultureInfo.GetCultureInfo("es");

    public static TheoryData<string> RuleBooks => [.. Types(t => t.GetFields().Any(f => f.FieldType == typeof(Rule))).Select(t => t.FullName!)];

    public static TheoryData<string> States => [.. Types(t => t.IsEnum && !t.Namespace!.EndsWith("Time", StringComparison.Ordinal)).Select(t => t.FullName!)];

    [Theory]
    [MemberData(nameof(RuleBooks))]
    public void every_rule_has_a_sentence_and_every_sentence_a_rule(string name)
    {
        var book = typeof(Rule).Assembly.GetType(name)!;
        var codes = book.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(f => f.FieldType == typeof(Rule)).Select(f => ((Rule)f.GetValue(null)!).Code).Order().ToList();
        Assert.Equal(codes, Keys(book.FullName!, English));
        Assert.Equal(codes, Keys(book.FullName!, Spanish));
    }

    [Theory]
    [MemberData(nameof(States))]
    public void every_state_has_a_word(string name)
    {
        var type = typeof(Rule).Assembly.GetType(name)!;
        var keys = Enum.GetNames(type).Select(n => $"{type.Name}.{n}").Order().ToList();
        foreach (var culture in new[] { English, Spanish })
            Assert.Equal(keys, Keys($"{type.Namespace}.Vocabulary", culture).Where(k => k.StartsWith(type.Name + ".", StringComparison.Ordinal)));
    }

    [Fact]
    public void no_word_is_left_without_a_state()
    {
        var states = Types(t => t.IsEnum).Select(t => t.Name).ToHashSet();
        foreach (var space in Types(t => t.IsEnum).Select(t => t.Namespace!).Distinct().Where(n => !n.EndsWith("Time", StringComparison.Ordinal)))
            Assert.All(Keys($"{space}.Vocabulary", Spanish), k => Assert.Contains(k.Split('.')[0], states));
    }

    private static List<string> Keys(string baseName, CultureInfo culture) =>
    [
        .. new ResourceManager(baseName, typeof(Rule).Assembly).GetResourceSet(culture, true, tryParents: false)!
            .Cast<System.Collections.DictionaryEntry>().Select(e => (string)e.Key).Order(),
    ];

    private static IEnumerable<Type> Types(Func<Type, bool> which) =>
        typeof(Rule).Assembly.GetTypes().Where(t => t.IsPublic && which(t)).OrderBy(t => t.FullName);
}
