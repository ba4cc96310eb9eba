using System.Globalization;
using System.Resources;

namespace Relations.Domain.Recording;

/// <summary>A rule of the domain, with a lasting code and a sentence in each language.</summary>
public sealed class Rule
{
    private readonly ResourceManager texts;

    internal Rule(string code, ResourceManager texts) => (Code, this.texts) = (code, texts);

    /// <summary>The lasting name, such as <c>agreement.only-a-party-signs</c>.</summary>
    public string Code { get; }

    /// <summary>The rule in words.</summary>
    /// <param name="culture">The reader's language; English where there is no text.</param>
    /// <param name="arguments">What the sentence names: values, limits, states.</param>
    public string InWords(CultureInfo culture, params IReadOnlyList<object?> arguments) =>
        string.Format(
            culture,
            texts.GetString(Code, culture) ?? throw new MissingManifestResourceException($"Rule {Code} has no text."),
            [.. arguments.Select(a => Vocabulary.InWords(a, culture))]);

    /// <inheritdoc />
    public override string ToString() => Code;
}

/// <summary>The rules of one part of the domain; their sentences are in the resource file of the same name.</summary>
/// <param name="owner">The class that holds the rules, beside its <c>.resx</c> files.</param>
/// <param name="prefix">The first part of each code.</param>
public sealed class RuleBook(Type owner, string prefix)
{
    private readonly ResourceManager texts = new(owner);
    private readonly List<Rule> rules = [];

    /// <summary>A rule of this book.</summary>
    /// <param name="name">The second part of its code.</param>
    public Rule Rule(string name)
    {
        Rule rule = new($"{prefix}.{name}", texts);
        rules.Add(rule);
        return rule;
    }

    /// <summary>The rule with a code; null where this book has none.</summary>
    /// <param name="code">Its lasting name.</param>
    public Rule? Find(string code) => rules.Find(r => r.Code == code);
}

/// <summary>A rule that a command broke.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Field">The command's field at fault, in camel case as in JSON; null where it is the whole.</param>
/// <param name="Arguments">What the rule's sentence names.</param>
public sealed record Refusal(Rule Rule, string? Field = null, params IReadOnlyList<object?> Arguments);
