using Relations.Domain.Recording;

namespace Relations.Domain.Partnerships;

/// <summary>The rules of partnerships.</summary>
public static class PartnershipRules
{
    private static readonly RuleBook Book = new(typeof(PartnershipRules), "partnership");

    /// <summary>A slug is 2 to 80 characters: a-z, 0-9 and single hyphens between them.</summary>
    public static readonly Rule SlugShape = Book.Rule("slug-shape");

    /// <summary>Who is a party does not join again.</summary>
    public static readonly Rule JoinsOnce = Book.Rule("joins-once");

    /// <summary>Only a party withdraws, and only a party that was recorded is corrected or retracted.</summary>
    public static readonly Rule OnlyAParty = Book.Rule("only-a-party");

    /// <summary>Only a withdrawal that was recorded is taken back.</summary>
    public static readonly Rule OnlyAFormerParty = Book.Rule("only-a-former-party");

    /// <summary>Two parties at least remain.</summary>
    public static readonly Rule TwoPartiesRemain = Book.Rule("two-parties-remain");

    /// <summary>Who comes back does so after having withdrawn {0}.</summary>
    public static readonly Rule ReturnsAfterLeaving = Book.Rule("returns-after-leaving");

    /// <summary>Who withdraws does so after having joined {0}.</summary>
    public static readonly Rule LeavesAfterJoining = Book.Rule("leaves-after-joining");

    /// <summary>Nothing in it happened before it began {0}.</summary>
    public static readonly Rule NotBeforeItBegan = Book.Rule("not-before-it-began");

    /// <summary>It is suspended, resumed and closed in the order of dates; the last step was {0}.</summary>
    public static readonly Rule InOrder = Book.Rule("in-order");

    /// <summary>Only an active partnership is suspended; this one is {0}.</summary>
    public static readonly Rule OnlyActiveIsSuspended = Book.Rule("only-active-is-suspended");

    /// <summary>Only a suspended partnership is resumed; this one is {0}.</summary>
    public static readonly Rule OnlySuspendedIsResumed = Book.Rule("only-suspended-is-resumed");

    /// <summary>Nothing follows the closing but a correction.</summary>
    public static readonly Rule NothingAfterClosing = Book.Rule("nothing-after-closing");
}
