using Relations.Domain.People;

namespace Relations.App.QuickLog;

/// <summary>
/// Parts a name as it is typed into given names and surnames. Where a comma says so, as it says; else the surnames are two where the
/// name has four words or more, as in Spanish, and one where it has fewer. Whoever types sees it and may change it.
/// </summary>
public static class TypedName
{
    private static readonly HashSet<string> Particles = new(["de", "del", "la", "las", "los", "da", "do", "dos", "van", "von", "der", "san", "santa", "y", "e"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Titles = new(
        ["sr", "sra", "srta", "dr", "dra", "lic", "ing", "emb", "embajador", "embajadora", "ministro", "ministra", "mr", "mrs", "ms", "prof", "amb", "ambassador", "sir", "don", "doña"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The parts of a name.</summary>
    /// <param name="typed">The name as typed.</param>
    public static PersonName Of(string typed)
    {
        var words = typed.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        var title = words.Count > 1 && Titles.Contains(words[0].TrimEnd('.')) ? words[0] : null;
        if (title is not null)
            words.RemoveAt(0);
        var name = string.Join(' ', words);
        return name.Split(',', 2, StringSplitOptions.TrimEntries) is [var family, var given]
            ? new(given, family, title)
            : Of(words, title);
    }

    private static PersonName Of(List<string> words, string? title)
    {
        // A surname takes the particles before it along: “San Miguel”, “de la Cruz”.
        List<string> parts = [];
        for (var i = 0; i < words.Count; i++)
        {
            var start = i;
            while (i > 0 && i < words.Count - 1 && Particles.Contains(words[i]))
                i++;
            parts.Add(string.Join(' ', words[start..(i + 1)]));
        }

        var surnames = parts.Count switch { 0 or 1 => parts.Count, 2 or 3 => 1, _ => 2 };
        return new(string.Join(' ', parts[..^surnames]), string.Join(' ', parts[^surnames..]), title);
    }
}
