using System.Globalization;
using System.Text;

namespace Relations.Reading.Text;

/// <summary>Folds words for comparing: small letters, no diacritics, none of the marks that only say where a line may break.</summary>
internal static class Folding
{
    /// <summary>Beyond this no letter of our languages is composed.</summary>
    private const int Composed = 0x2000;

    private static readonly char[] Plain = [.. Enumerable.Range(0, Composed).Select(c => Fold((char)c))];

    /// <summary>Folds a word; what would come to nothing stays as written.</summary>
    /// <param name="written">As written.</param>
    public static string Of(string written)
    {
        if (written.AsSpan().ContainsAnyExceptInRange('a', 'z') is false)
            return written;
        var folded = new StringBuilder(written.Length);
        for (var i = 0; i < written.Length; i++)
        {
            var c = written[i];
            // "coope-", line end, "ración": the hyphen is the line's.
            if (c == '-' && i + 1 < written.Length && written[i + 1] is '\n' or '\r')
            {
                while (i + 1 < written.Length && char.IsWhiteSpace(written[i + 1]))
                    i++;
                continue;
            }

            var plain = c < Composed ? Plain[c] : IsLeft(c) ? '\0' : char.ToLowerInvariant(c);
            if (plain != '\0')
                folded.Append(plain);
        }

        return folded.Length == 0 ? written : folded.ToString();
    }

    private static char Fold(char c)
    {
        if (IsLeft(c))
            return '\0';
        var apart = c.ToString().Normalize(NormalizationForm.FormD);
        return char.ToLowerInvariant(apart[0]);
    }

    private static bool IsLeft(char c) => CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format;
}
