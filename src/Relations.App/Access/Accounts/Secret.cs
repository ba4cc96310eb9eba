using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Relations.App.Access.Accounts;

/// <summary>
/// Secrets that nobody chose: 256 random bits, of which the hash alone is kept. So many bits need no slow hash and no salt.
/// </summary>
public static class Secret
{
    private const int Bytes = 32;

    /// <summary>A new secret: 43 characters that an address can carry.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>What is kept of a secret.</summary>
    /// <param name="secret">The secret.</param>
    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>Whether somebody brought the secret whose hash was kept.</summary>
    /// <param name="secret">What they brought.</param>
    /// <param name="hash">What was kept; null where nothing was.</param>
    public static bool IsOf(string? secret, string? hash) => secret is not null && hash is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(HashOf(secret)), Encoding.ASCII.GetBytes(hash));
}
