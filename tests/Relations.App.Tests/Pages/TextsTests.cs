using System.Resources;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Relations.App.Pages;

namespace Relations.App.Tests.Pages;

/// <summary>Texts for readers live in the resource files: complete in both languages, all used, and none in markup.</summary>
public sealed partial class TextsTests
{
    private static readonly ResourceManager Resources = new(typeof(Texts));

    [Fact]
    public void both_languages_are_complete()
    {
        var (english, spanish) = (ResourceTexts.Of(Resources, "en"), ResourceTexts.Of(Resources, "es"));
        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), spanish.Keys.Order(StringComparer.Ordinal));
        Assert.All(english.Keys, k => Assert.Equal(Holes(english[k]), Holes(spanish[k])));
        Assert.All(english.Values.Concat(spanish.Values), text => Assert.False(string.IsNullOrWhiteSpace(text)));
    }

    [Fact]
    public void every_text_is_used_and_every_text_used_is_there()
    {
        var used = Files("*.razor").Concat(Files("*.cs"))
            .SelectMany(f => UsedKey().Matches(f.Text)).Select(m => m.Groups["key"].Value).ToHashSet();
        Assert.Equal(ResourceTexts.Of(Resources, "en").Keys.Order(StringComparer.Ordinal), used.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void no_text_stands_in_markup() => Assert.Empty(string.Join("\n",
        from file in Files("*.razor")
        from text in TextsIn(file.Text)
        select $"{file.Name}: {text}"));

    [Theory]
    [InlineData("<p>Hola</p>", "Hola")]
    [InlineData("<p>@Say(\"Key\") mundo</p>", "mundo")]
    [InlineData("<a title=\"Abrir\">@Name</a>", "Abrir")]
    [InlineData("<a title=\"@Title\">@Say(\"Key\", Of(x)) · @name.First(n => n is { A: 1 })</a>", null)]
    [InlineData("@if (a is { } b)\n{\n    <p>@b</p>\n}\nelse if (c)\n{\n    @d\n}", null)]
    public void text_in_markup_is_found(string markup, string? found) => Assert.Equal(found, TextsIn(markup).FirstOrDefault());

    private static IEnumerable<string> TextsIn(string razor)
    {
        var markup = razor.Split("\n@code")[0];
        markup = Comment().Replace(markup, "");
        markup = ControlLine().Replace(markup, "");
        foreach (Match attribute in SpokenAttribute().Matches(markup))
            yield return attribute.Groups["text"].Value;
        markup = Balanced().Replace(markup, "");
        markup = Tag().Replace(markup, "\n");
        foreach (Match word in Word().Matches(Expression().Replace(markup, "")))
            yield return word.Value;
    }

    private static IEnumerable<(string Name, string Text)> Files(string pattern, [CallerFilePath] string here = "") => Directory
        .EnumerateFiles(Path.Combine(Path.GetDirectoryName(here)!, "../../../src/Relations.App"), pattern, SearchOption.AllDirectories)
        .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .Select(path => (Path.GetFileName(path), File.ReadAllText(path)));

    private static IEnumerable<string> Holes(string text) => Hole().Matches(text).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"(?<![.\w])Say\(""(?<key>[^""]+)""")]
    private static partial Regex UsedKey();

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline)]
    private static partial Regex Comment();

    /// <summary>A line that steers: a directive, a condition, a loop, a case, a brace, a document type.</summary>
    [GeneratedRegex(@"^\s*(@(page|attribute|using|inject|inherits|typeparam)\b.*|@?(if|foreach|switch) \(.*|else\b.*|case\b.*|default:|break;|[{}]|<!DOCTYPE.*)$", RegexOptions.Multiline)]
    private static partial Regex ControlLine();

    /// <summary>An attribute whose value is read out or shown.</summary>
    [GeneratedRegex(@"\b(title|alt|placeholder|aria-label|data-label)=""(?<text>[^@""]*\p{L}[^""]*)""")]
    private static partial Regex SpokenAttribute();

    /// <summary>An expression's brackets with what is in them, however deep, and quoted values with expressions in them.</summary>
    [GeneratedRegex(@"(?<=@[\w.!]*)(?:[\w.!<>]*\((?>[^()]+|(?<open>\()|(?<-open>\)))*(?(open)(?!))\))+|=""[^""@]*@\((?>[^()]+|(?<open>\()|(?<-open>\)))*(?(open)(?!))\)[^""]*""")]
    private static partial Regex Balanced();

    [GeneratedRegex(@"<(?:[^<>""]|""[^""]*"")*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"@[\w.!]*")]
    private static partial Regex Expression();

    [GeneratedRegex(@"\p{L}[\p{L}\p{M}]*")]
    private static partial Regex Word();

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Hole();
}
