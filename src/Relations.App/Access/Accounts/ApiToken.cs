using Relations.Domain.Access;

namespace Relations.App.Access.Accounts;

/// <summary>A token by which a machine uses the API for an account. Itself it is shown once; kept is its hash.</summary>
public sealed record ApiToken
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The hash of the token.</summary>
    public required string Hash { get; init; }

    /// <summary>The account that it is of.</summary>
    public required Guid Account { get; init; }

    /// <summary>What it is for.</summary>
    public required string Label { get; init; }

    /// <summary>What it is good for.</summary>
    public required IReadOnlyList<TokenScope> Scopes { get; init; }

    /// <summary>When it was issued.</summary>
    public required DateTimeOffset Issued { get; init; }

    /// <summary>When it ends.</summary>
    public required DateTimeOffset Expires { get; init; }

    /// <summary>When it was revoked; null where it was not.</summary>
    public DateTimeOffset? Revoked { get; init; }

    /// <summary>The last day on which it was used.</summary>
    public DateOnly? LastUsed { get; init; }

    /// <summary>Whether it opens anything.</summary>
    /// <param name="now">The moment.</param>
    public bool IsGood(DateTimeOffset now) => Revoked is null && now < Expires;
}
