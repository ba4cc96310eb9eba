using Microsoft.AspNetCore.Identity;

namespace Relations.App.Access.Accounts;

/// <summary>Names of accounts have small letters; whoever types a capital means the small one.</summary>
internal sealed class AccountNames : ILookupNormalizer
{
    /// <inheritdoc />
    public string? NormalizeName(string? name) => name?.Trim().ToLowerInvariant();

    /// <inheritdoc />
    public string? NormalizeEmail(string? email) => NormalizeName(email);
}
