using System.Globalization;
using System.Text;
using Relations.Domain.Time;

namespace Relations.Domain.Recording;

/// <summary>
/// What lists find and sort a record by. It follows from the record's state and is stored beside it, because a database knows
/// neither the bounds of an EDTF date nor which letters are one.
/// </summary>
/// <param name="Name">What the record goes by, as written; empty where nothing was.</param>
/// <param name="State">Where it stands, or of what kind it is.</param>
/// <param name="On">The date it is listed under.</param>
public sealed record Listing(string Name, Enum? State = null, EdtfDate? On = null)
{
    /// <summary>Characters of the words that are kept: an index takes no more.</summary>
    public const int MostCharacters = 600;

    /// <summary>The words of the name: small letters and digits without accents, a space between two words.</summary>
    public string Words => WordsOf(Name);

    /// <summary>The name of <see cref="State"/>.</summary>
    public string? StateName => State?.ToString();

    /// <summary>The first day it can be listed under; null where that is unknown or open.</summary>
    public DateOnly? From => Day(On?.Earliest);

    /// <summary>The last day it can be listed under; null where that is unknown or open.</summary>
    public DateOnly? Until => Day(On?.Latest);

    /// <summary>Whether the bounds are firm: the date is neither uncertain nor approximate.</summary>
    public bool IsFirm => On is { IsUncertain: false, IsApproximate: false };

    /// <summary>Text as words: what differs in accents, case or punctuation alone is the same.</summary>
    /// <param name="text">Any text.</param>
    public static string WordsOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = new StringBuilder();
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (words.Length >= MostCharacters)
                break;
            if (char.IsLetterOrDigit(letter))
                words.Append(char.ToLowerInvariant(letter));
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && words.Length > 0 && words[^1] != ' ')
                words.Append(' ');
        }

        return words.ToString().TrimEnd();
    }

    /// <summary>A day as a calendar of the years 1 to 9999 has it; what lies outside is before or after everything.</summary>
    private static DateOnly? Day(EdtfDay? day) =>
        day is { } d ? d.ToDateOnly() ?? (d.Year < 1 ? DateOnly.MinValue : DateOnly.MaxValue) : null;
}
