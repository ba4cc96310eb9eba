using Relations.Reading.Text;

namespace Relations.Reading.Organisations;

/// <summary>By what a name that is known only by its form is told from others: its words, and its State apart.</summary>
internal static class NameKey
{
    private static readonly string[][] ForeignMinistries =
    [
        ["cancilleria"], ["ministerio", "relaciones", "exteriores"], ["ministerio", "asuntos", "exteriores"], ["ministry", "foreign", "affairs"],
        ["foreign", "ministry"], ["ministry", "external", "relations"],
    ];

    /// <summary>The key of a name; it ends with the bar where the name has no State.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="span">The name in it.</param>
    /// <param name="nameOf">What the organisation named within it is called.</param>
    public static string Of(Sentence sentence, NameSpan span, Func<NameSpan, string> nameOf)
    {
        var words = sentence.Tokens.Skip(span.Start).Take(span.NameEnd - span.Start).Where(t => t.IsWord).Select(NameWord.Of).Where(w => !NameWord.IsConnective(w)).ToList();
        if (span is { Inner: { } inner, State: { } host, Head.IsOffice: true } && OfficeName.Of(span, sentence.Tokens).Count > 0)
            return $"office of {nameOf(inner)}{(words.Contains("regional") ? " regional" : "")}|{host.Code}";
        if (span.State is not { } state)
            return $"{Plain(words)}|";

        var ofState = state.Organisation.Known.Names.Select(n => n.Name).Concat(state.Organisation.Others).SelectMany(NameWord.OfName).ToHashSet(StringComparer.Ordinal);
        return $"{Plain([.. words.Where(w => !ofState.Contains(w) && States.OfAdjective(w) != state)])}|{state.Code}";
    }

    /// <summary>A foreign ministry goes by many names.</summary>
    private static string Plain(List<string> words) =>
        ForeignMinistries.Any(f => words.Take(f.Length).SequenceEqual(f, StringComparer.Ordinal)) ? "foreign ministry" : string.Join(' ', words);
}
