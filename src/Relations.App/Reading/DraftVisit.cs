namespace Relations.App.Reading;

/// <summary>That somebody has a draft open: others who open it are told.</summary>
public sealed record DraftVisit
{
    /// <summary>After so long without a look nobody is warned any more.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(15);

    /// <summary>The draft and the account.</summary>
    public required string Id { get; init; }

    /// <summary>The draft.</summary>
    public required Guid Draft { get; init; }

    /// <summary>The account.</summary>
    public required Guid Account { get; init; }

    /// <summary>Its name.</summary>
    public required string By { get; init; }

    /// <summary>When they last looked.</summary>
    public required DateTimeOffset At { get; init; }
}
