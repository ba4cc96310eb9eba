using Relations.App.Access.Accounts;
using static Relations.App.Pages.Texts;

namespace Relations.App.Pages;

/// <summary>What is wrong with a password, in words.</summary>
internal static class PasswordWords
{
    /// <summary>A mistake in words; null where there is none.</summary>
    /// <param name="mistake">The mistake.</param>
    public static string? InWords(PasswordMistake? mistake) => mistake switch
    {
        PasswordMistake.TooShort => Say("Password.TooShort", PasswordRules.Shortest),
        PasswordMistake.TooLong => Say("Password.TooLong", PasswordRules.Longest),
        PasswordMistake.Guessable => Say("Password.Guessable"),
        _ => null,
    };

    /// <summary>What is wrong with a password typed twice, as far as can be told without looking at its rules.</summary>
    /// <param name="password">The one.</param>
    /// <param name="repeated">The other.</param>
    public static string? Differing(string? password, string? repeated) => password == repeated ? null : Say("Password.Differs");
}
