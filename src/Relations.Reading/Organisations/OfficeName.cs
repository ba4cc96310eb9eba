using Relations.Domain.Organisations;
using Relations.Reading.Text;

namespace Relations.Reading.Organisations;

/// <summary>What an office of an organisation in a country is called beside what the text calls it: “OIM Perú”, “IOM Mission in Peru”.</summary>
internal static class OfficeName
{
    private static readonly Dictionary<string, string> EnglishNouns = new(StringComparer.Ordinal)
    {
        ["mision"] = "Mission",
        ["mission"] = "Mission",
        ["oficina"] = "Office",
        ["office"] = "Office",
    };

    /// <summary>The names by language, an empty one for the written; none where the name is no office of one known organisation in one State.</summary>
    /// <param name="span">The name.</param>
    /// <param name="tokens">The words of its sentence.</param>
    public static IReadOnlyList<OrganisationName> Of(NameSpan span, IReadOnlyList<Token> tokens)
    {
        if (span is not { Head: { IsOffice: true } head, Inner.Organisations: [var parent, ..], State: { } state } || !EnglishNouns.TryGetValue(head.Word, out var noun)
            || HasMore(span, tokens))
            return [];
        List<OrganisationName> names = [];
        foreach (var name in parent.Known.Names)
        {
            var country = state.Organisation.Known.Names.First(n => n.Language == (name.Language == "en" ? "en" : "es")).Name;
            var isWritten = name.Language == (head.IsEnglish ? "en" : "es");
            if (name is { Language: "en" or "es", Acronym: { } acronym } && (isWritten || name.Language == "en"))
                names.Add(new(name.Language, isWritten ? "" : $"{acronym} {noun} in {country}", $"{acronym} {country}"));
        }

        return names;
    }

    /// <summary>“UN Verification Mission in Colombia” is one of several that the organisation has there.</summary>
    private static bool HasMore(NameSpan span, IReadOnlyList<Token> tokens)
    {
        var ofState = span.State!.Organisation.Known.Names.SelectMany(n => NameWord.OfName(n.Name)).ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(span.Start, span.NameEnd - span.Start).Any(i =>
            tokens[i].IsCapitalised && !(span.Inner!.Start <= i && i < span.Inner.End) && HeadNoun.Of(tokens[i].Folded) is null && !ofState.Contains(NameWord.Of(tokens[i])));
    }
}
