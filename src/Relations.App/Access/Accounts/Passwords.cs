using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Relations.App.Access.Accounts;

/// <summary>What is wrong with a password.</summary>
public enum PasswordMistake
{
    /// <summary>It has fewer characters than <see cref="PasswordRules.Shortest"/>.</summary>
    TooShort,

    /// <summary>It has more characters than <see cref="PasswordRules.Longest"/>.</summary>
    TooLong,

    /// <summary>It is one of those that are tried first: known passwords, words, names, keys in a row.</summary>
    Guessable,
}

/// <summary>
/// What a password must be, after NIST SP 800-63B-4, section 3.1.1: long, and not easy to guess. No rule asks for digits or
/// signs, and no password has to be changed from time to time.
/// </summary>
public sealed class PasswordRules : IPasswordValidator<Credentials>
{
    /// <summary>The fewest characters, where nothing but the password is asked for.</summary>
    public const int Shortest = 15;

    /// <summary>The most characters.</summary>
    public const int Longest = 128;

    /// <summary>
    /// From how many bits on a password counts as hard, as zxcvbn estimates them from lists of known passwords, words and names,
    /// and from repetitions, rows of keys and dates: some ten thousand million guesses.
    /// </summary>
    private const double HardFrom = 33;

    /// <summary>As many characters are looked at: if they are hard to guess, so is the rest.</summary>
    private const int Looked = 64;

    /// <summary>Words that anybody would try here.</summary>
    private static readonly string[] Context = ["relations", "relaciones", "partnership", "administrator", "administrador"];

    /// <inheritdoc />
    public Task<IdentityResult> ValidateAsync(UserManager<Credentials> manager, Credentials user, string? password) =>
        Task.FromResult(Mistake(password ?? "", user.Name) is { } mistake
            ? IdentityResult.Failed(new IdentityError { Code = mistake.ToString() })
            : IdentityResult.Success);

    /// <summary>What is wrong with a password; null where nothing is.</summary>
    /// <param name="password">The password.</param>
    /// <param name="name">The account's name.</param>
    public static PasswordMistake? Mistake(string password, string name) => password.EnumerateRunes().Count() switch
    {
        < Shortest => PasswordMistake.TooShort,
        > Longest => PasswordMistake.TooLong,
        _ when Zxcvbn.Zxcvbn.MatchPassword(password[..Math.Min(password.Length, Looked)], [name, .. Context]).Entropy < HardFrom => PasswordMistake.Guessable,
        _ => null,
    };
}

/// <summary>
/// Hashes passwords as Identity does, PBKDF2 with HMAC-SHA-512, after Unicode's normal form KC: what looks the same on two
/// keyboards is the same.
/// </summary>
/// <param name="options">The cost.</param>
public sealed class NormalisingPasswordHasher(IOptions<PasswordHasherOptions> options) : PasswordHasher<Credentials>(options)
{
    /// <summary>The rounds, as OWASP's advice on storing passwords has it for HMAC-SHA-512.</summary>
    public const int Rounds = 220_000;

    /// <inheritdoc />
    public override string HashPassword(Credentials user, string password) => base.HashPassword(user, Normal(password));

    /// <inheritdoc />
    public override PasswordVerificationResult VerifyHashedPassword(Credentials user, string hashedPassword, string providedPassword) =>
        base.VerifyHashedPassword(user, hashedPassword, Normal(providedPassword));

    private static string Normal(string password) => password.Normalize(NormalizationForm.FormKC);
}
