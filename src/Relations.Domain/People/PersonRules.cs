using Relations.Domain.Recording;

namespace Relations.Domain.People;

/// <summary>The rules of people.</summary>
public static class PersonRules
{
    private static readonly RuleBook Book = new(typeof(PersonRules), "person");

    /// <summary>Nothing is recorded of a person whose data were erased {0}, but duplicate links.</summary>
    public static readonly Rule OnlyBeforeErasure = Book.Rule("only-before-erasure");

    /// <summary>Only one request {0} for erasure awaits its decision.</summary>
    public static readonly Rule ErasureRequestedOnce = Book.Rule("erasure-requested-once");

    /// <summary>Only an erasure that was asked for is decided.</summary>
    public static readonly Rule ErasureRequested = Book.Rule("erasure-requested");

    /// <summary>Whoever asked for an erasure does not decide on it.</summary>
    public static readonly Rule ErasureByAnother = Book.Rule("erasure-by-another");

    /// <summary>A post {0} at an organisation is not held twice at the same time.</summary>
    public static readonly Rule PostHeldOnce = Book.Rule("post-held-once");

    /// <summary>A post begins before the day {0} by which its holder is attested.</summary>
    public static readonly Rule BegunBeforeAttested = Book.Rule("begun-before-attested");

    /// <summary>Only a post {0} that is held ends.</summary>
    public static readonly Rule EndsWhereHeld = Book.Rule("ends-where-held");

    /// <summary>A post does not end before it began {0}.</summary>
    public static readonly Rule EndsAfterBegun = Book.Rule("ends-after-begun");

    /// <summary>Only an appointment that is recorded is retracted.</summary>
    public static readonly Rule AppointmentRecorded = Book.Rule("appointment-recorded");

    /// <summary>The same full powers are not given twice.</summary>
    public static readonly Rule FullPowersOnce = Book.Rule("full-powers-once");

    /// <summary>Only full powers that are recorded are retracted.</summary>
    public static readonly Rule FullPowersRecorded = Book.Rule("full-powers-recorded");

    /// <summary>No record is a duplicate of itself.</summary>
    public static readonly Rule DuplicateOfAnother = Book.Rule("duplicate-of-another");

    /// <summary>A record is a duplicate of one other at most.</summary>
    public static readonly Rule DuplicateOnce = Book.Rule("duplicate-once");

    /// <summary>Only a link that exists is reversed.</summary>
    public static readonly Rule ReversedWhereLinked = Book.Rule("reversed-where-linked");
}
