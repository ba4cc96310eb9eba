using System.Collections.Frozen;
using System.Globalization;

namespace Relations.Reading.Facts;

/// <summary>Small numbers in figures and in words of both languages.</summary>
internal static class Numerals
{
    private static readonly FrozenDictionary<string, int> Words = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["un"] = 1,
        ["uno"] = 1,
        ["una"] = 1,
        ["one"] = 1,
        ["dos"] = 2,
        ["two"] = 2,
        ["ambos"] = 2,
        ["ambas"] = 2,
        ["both"] = 2,
        ["tres"] = 3,
        ["three"] = 3,
        ["cuatro"] = 4,
        ["four"] = 4,
        ["cinco"] = 5,
        ["five"] = 5,
        ["seis"] = 6,
        ["six"] = 6,
        ["siete"] = 7,
        ["seven"] = 7,
        ["ocho"] = 8,
        ["eight"] = 8,
        ["nueve"] = 9,
        ["nine"] = 9,
        ["diez"] = 10,
        ["ten"] = 10,
        ["once"] = 11,
        ["eleven"] = 11,
        ["doce"] = 12,
        ["twelve"] = 12,
        ["quince"] = 15,
        ["fifteen"] = 15,
        ["dieciocho"] = 18,
        ["eighteen"] = 18,
        ["veinte"] = 20,
        ["twenty"] = 20,
        ["veinticuatro"] = 24,
        ["twenty-four"] = 24,
        ["treinta"] = 30,
        ["thirty"] = 30,
        ["treintaiseis"] = 36,
        ["thirty-six"] = 36,
        ["cuarenta"] = 40,
        ["cincuenta"] = 50,
        ["sesenta"] = 60,
        ["sixty"] = 60,
        ["noventa"] = 90,
        ["ninety"] = 90,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The number that a word means, from 1 to 999.</summary>
    /// <param name="folded">The word, folded.</param>
    public static int? Of(string folded)
    {
        if (Words.TryGetValue(folded, out var number))
            return number;
        return folded.Length is > 0 and < 4 && int.TryParse(folded, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0 ? number : null;
    }
}
