using System.Globalization;
using System.Reflection;
using System.Resources;
using Relations.App.Pages;
using Relations.App.Store;
using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.App.Tests.Pages;

/// <summary>Every kind of event, and every field of each, has words in both languages; and no words are left over.</summary>
public sealed class FactWordsTests
{
    private static readonly ResourceManager Resources = new(typeof(FactWords));

    [Theory]
    [InlineData("es")]
    [InlineData("en")]
    public void every_event_and_every_field_has_words(string language)
    {
        var keys = ResourceTexts.Of(Resources, language);
        Assert.Empty(Needed().Where(choices => !choices.Any(keys.ContainsKey)).Select(choices => choices[0]));
        Assert.All(keys.Values, text => Assert.False(string.IsNullOrWhiteSpace(text)));
    }

    [Fact]
    public void no_words_are_left_over()
    {
        var keys = ResourceTexts.Of(Resources, "en");
        var used = Needed().Select(choices => choices.FirstOrDefault(keys.ContainsKey)).ToHashSet();
        Assert.DoesNotContain(keys.Keys, k => !used.Contains(k));
    }

    /// <summary>The keys that are looked for, each with those that stand in for it.</summary>
    private static IEnumerable<string[]> Needed() => EventTypes.All.SelectMany(e => (string[][])[[e.Value], .. Fields(e.Value, e.Key)]);

    private static IEnumerable<string[]> Fields(string owner, Type type)
    {
        var pair = FactDetails.PairOf(type);
        if (pair is ({ PropertyType: var corrected }, _))
        {
            IEnumerable<string[]> fields = FactDetails.SaidWhole.Contains(corrected)
                ? [Key(owner, nameof(Domain.People.Person.Name))]
                : Fields(corrected.Name, corrected);
            foreach (var field in fields)
                yield return field;
        }

        foreach (var property in type.GetProperties().Where(p => p != pair?.Before && p != pair?.After))
        {
            yield return Key(owner, property.Name);
            if (PartOf(property) is { } part)
            {
                foreach (var field in Fields(part.Name, part))
                    yield return field;
            }
        }
    }

    private static string[] Key(string owner, string field) => [FactWords.OwnKey(owner, field), FactWords.SharedKey(field)];

    /// <summary>The type of a property that is shown by its own fields.</summary>
    private static Type? PartOf(PropertyInfo property)
    {
        var type = property.PropertyType;
        type = type.IsGenericType ? type.GetGenericArguments()[0] : type;
        return type.Namespace!.StartsWith("Relations.", StringComparison.Ordinal) && !type.IsEnum && type != typeof(EdtfDate)
            && !type.IsAssignableTo(typeof(IRecordId)) && !FactDetails.SaidWhole.Contains(type) ? type : null;
    }
}
