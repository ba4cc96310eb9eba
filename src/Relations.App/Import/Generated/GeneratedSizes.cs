using Relations.Domain.Access;

namespace Relations.App.Import.Generated;

/// <summary>How much data to generate. The same sizes make the same data, on every machine and at any time.</summary>
/// <param name="Partnerships">Partnerships, 1 to <see cref="MostPartnerships"/>.</param>
/// <param name="Meetings">Meetings, 0 to <see cref="MostMeetings"/>; each comes with about nine events.</param>
public sealed record GeneratedSizes(int Partnerships, int Meetings)
{
    /// <summary>The most partnerships.</summary>
    public const int MostPartnerships = 65_000;

    /// <summary>The most meetings.</summary>
    public const int MostMeetings = 10_000_000;

    /// <summary>The most people.</summary>
    public const int MostPeople = 1_000_000;

    /// <summary>The account that generated facts are recorded by; it tells them from real ones.</summary>
    public const string Account = "generated";

    /// <summary>Who records generated data.</summary>
    internal static readonly Actor Recorder = Actor.Operator(Account);

    /// <summary>The seed of chance.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>People, at most <see cref="MostPeople"/>; at least two for each organisation. Null makes four for each.</summary>
    public int? People { get; init; }

    /// <summary>The day that the data is of: what lies after it is only planned or due. No clock, so that a seed means the same data at any time.</summary>
    public static DateOnly Today { get; } = new(2026, 6, 30);

    /// <summary>Organisations: fewer than partnerships, for some are party to many.</summary>
    public int Organisations => Math.Max(12, Partnerships * 4 / 5);

    /// <summary>People, as asked or by default.</summary>
    public int PeopleInAll => Math.Max(People ?? Organisations * 4, Organisations * 2);

    /// <summary>What ties the facts of one seed together.</summary>
    public string Correlation => FormattableString.Invariant($"generated-{Seed}");

    /// <summary>Whether every size is within its bounds.</summary>
    public bool AreWithinBounds =>
        Partnerships is >= 1 and <= MostPartnerships && Meetings is >= 0 and <= MostMeetings && People is null or (>= 0 and <= MostPeople);
}
