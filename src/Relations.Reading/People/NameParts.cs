using Relations.Domain.People;
using Relations.Reading.Text;

namespace Relations.Reading.People;

/// <summary>A name divided into given names and surnames. A surname keeps its particles: “de la Cruz”, “van Aalst”, “San Miguel”.</summary>
/// <param name="Given">The given names and initials.</param>
/// <param name="Family">The surnames.</param>
internal sealed record NameParts(IReadOnlyList<string> Given, IReadOnlyList<string> Family)
{
    /// <summary>How many parts it has; a fuller name has more.</summary>
    public int Count => Given.Count + Family.Count;

    /// <summary>The name as it is recorded.</summary>
    /// <param name="honorific">The title.</param>
    public PersonName With(string? honorific) => new(string.Join(' ', Given), string.Join(' ', Family), honorific);

    /// <summary>Divides a name.</summary>
    /// <param name="units">Its parts in order, each with its particles.</param>
    public static NameParts Of(IReadOnlyList<string> units)
    {
        var families = FamilyFrom(units);
        List<string> plain = [.. units.Select(u => IsShouted(u) ? Calmed(u) : u)];
        return IsFamilyFirst(plain) ? new([plain[1]], [plain[0]]) : new([.. plain.Take(families)], [.. plain.Skip(families)]);
    }

    /// <summary>
    /// Whether two names can be one person's: the given names of the shorter are among those of the other, from the first on, an initial
    /// standing for a name; and the surnames of one begin those of the other.
    /// </summary>
    /// <param name="other">The other name.</param>
    public bool CanBe(NameParts other)
    {
        var (less, more) = Family.Count <= other.Family.Count ? (Family, other.Family) : (other.Family, Family);
        if (less.Count == 0 || !less.Zip(more).All(f => Folded(f.First) == Folded(f.Second)))
            return false;
        if (Given.Count == 0 || other.Given.Count == 0)
            return true;
        var (fewer, rest) = Given.Count <= other.Given.Count ? (Given, other.Given) : (other.Given, Given);
        return fewer.All(g => rest.Any(r => SameGiven(g, r))) && SameGiven(fewer[0], rest[0]);
    }

    /// <summary>Whether some parts are the surnames alone of this name, from the first on: “García Belaunde” of “José García Belaunde Ruiz”.</summary>
    /// <param name="units">The parts.</param>
    public bool EndsIn(IReadOnlyList<string> units) =>
        Given.Count > 0 && units.Count > 1 && string.Join(' ', units.Select(Folded)) is var surnames && $"{string.Join(' ', Family.Select(Folded))} ".StartsWith($"{surnames} ", StringComparison.Ordinal);

    private static bool SameGiven(string one, string other) =>
        Folded(one) == Folded(other) || (one.EndsWith('.') && Folded(other)[0] == Folded(one)[0]) || (other.EndsWith('.') && Folded(one)[0] == Folded(other)[0]);

    private static string Folded(string part) => ReadText.Fold(part);

    /// <summary>With which part the surnames begin.</summary>
    private static int FamilyFrom(IReadOnlyList<string> units)
    {
        if (units.Count <= 1)
            return 0;
        var shouted = Enumerable.Range(1, units.Count - 1).FirstOrDefault(i => IsShouted(units[i]) && !IsShouted(units[0]));
        if (shouted > 0)
            return shouted;

        var given = 1;
        while (given < units.Count - 1 && (IsInitial(units[given]) || GoesOn(units[0], units[given])))
            given++;
        if (units.Count == 2)
            return IsPatronymic(units[0]) ? 0 : 1;
        var count = units.Count - (units.Count > 3 && units[^1].StartsWith("de ", StringComparison.Ordinal) ? 1 : 0);
        if (!GivenNames.TakesTwoSurnames(Folded(units[0])) && GivenNames.Contains(Folded(units[0])) && !HasParticle(units[^2]))
            return units.Count - 1;
        return given > 1 ? Math.Min(given, Math.Max(2, count - 2)) : Math.Max(1, count - 2);
    }

    /// <summary>
    /// Whether a name is a further given name: of the same language, and of the same sex but for “José María” and “María José”. “Rosa” is a
    /// surname in “Leonidas Rosa Bautista”.
    /// </summary>
    private static bool GoesOn(string first, string next)
    {
        var (one, other) = (Folded(first), Folded(next));
        if (GivenNames.Contains(one) && !GivenNames.TakesTwoSurnames(one))
            return GivenNames.Contains(other);
        return GivenNames.TakesTwoSurnames(other) && (other is "maria" or "jose" or "jesus" or "angeles" || IsFeminine(one) == IsFeminine(other) || other[^1] is not ('a' or 'o'));
    }

    private static bool IsFeminine(string folded) => (folded[^1] == 'a' && folded is not ("joshua" or "luca" or "andrea")) || folded is "carmen" or "luz" or "pilar" or "isabel" or "raquel" or "ines" or "dolores" or "mercedes"
        or "ruth" or "esther" or "elizabeth" or "beatriz" or "maribel" or "leonor" or "lourdes" or "rocio" or "consuelo" or "rosario" or "soledad" or "noemi" or "miriam" or "doris" or "gladys" or "flor" or "amparo"
        or "edith" or "judith" or "ingrid" or "karen" or "nancy" or "socorro" or "mary" or "susan" or "marisol" or "belen" or "asuncion" or "concepcion" or "nelly" or "jenny" or "milagros";

    /// <summary>“Pérez Esquivel” are two surnames.</summary>
    private static bool IsPatronymic(string unit) => Folded(unit) is [_, _, .., 'e', 'z'] and var folded && !GivenNames.Contains(folded);

    private static bool HasParticle(string unit) => char.IsLower(unit[0]);

    private static bool IsInitial(string unit) => unit.EndsWith('.');

    /// <summary>“Ban Ki-moon”: names of Korea begin with the surname.</summary>
    private static bool IsFamilyFirst(List<string> units) =>
        units is [_, var second] && second.IndexOf('-', StringComparison.Ordinal) is > 0 and var dash && dash + 1 < second.Length && char.IsLower(second[dash + 1]);

    private static bool IsShouted(string unit) => unit.Count(char.IsUpper) > 1 && !unit.Any(char.IsLower) && !unit.Contains('.', StringComparison.Ordinal);

    private static string Calmed(string unit) =>
        string.Concat(unit.Select((c, i) => i == 0 || unit[i - 1] is ' ' or '-' or '\'' or '’' ? c : char.ToLowerInvariant(c)));
}
