using System.Text;

namespace Relations.Reading.Linking;

/// <summary>Writes names that sound alike in Spanish alike: Dávalos and Dábalos, Jiménez and Ximenes, Hernández and Ernandez.</summary>
internal static class Phonetics
{
    private const int Longest = 5;

    /// <summary>The sound of a folded word: its first letter and the consonants that follow, at most five.</summary>
    /// <param name="word">The word.</param>
    public static string Code(string word)
    {
        var code = new StringBuilder(Longest);
        for (var i = 0; i < word.Length && code.Length < Longest; i++)
        {
            var sound = Sound(word, i);
            var isFirst = code.Length == 0;
            if (sound is '\0' || (IsVowel(sound) && !isFirst) || (!isFirst && code[^1] == sound))
                continue;
            code.Append(sound);
        }

        return code.Length == 0 ? word : code.ToString();
    }

    /// <summary>The letter that an initial of the word is written with, one for those that are confused.</summary>
    /// <param name="word">The word.</param>
    public static char Initial(string word) => word[0] switch
    {
        'v' => 'b',
        'k' or 'q' => 'c',
        'z' => 's',
        'y' => 'i',
        'x' => 'j',
        var letter => letter,
    };

    private static char Sound(string word, int at) => (word[at], Next(word, at)) switch
    {
        ('c', 'h') => 'x',
        ('h', _) => '\0',
        ('c', 'e' or 'i' or 'y') or ('z', _) => 's',
        ('c' or 'q', _) => 'k',
        ('v', _) => 'b',
        ('g', 'e' or 'i') or ('x', _) => 'j',
        ('l', 'l') => 'y',
        ('l', _) when at > 0 && word[at - 1] == 'l' => '\0',
        ('p', 'h') => 'f',
        ('y', var next) when !IsVowel(next) => 'i',
        var (letter, _) => letter,
    };

    private static char Next(string word, int at) => at + 1 < word.Length ? word[at + 1] : '\0';

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u';
}
