using Relations.Domain.Recording;

namespace Relations.Domain.Commitments;

/// <summary>The rules of commitments.</summary>
public static class CommitmentRules
{
    private static readonly RuleBook Book = new(typeof(CommitmentRules), "commitment");

    /// <summary>Nobody owes something to themselves.</summary>
    public static readonly Rule OwedToAnother = Book.Rule("owed-to-another");

    /// <summary>Nothing is due before it was undertaken.</summary>
    public static readonly Rule DueAfterMade = Book.Rule("due-after-made");

    /// <summary>What is kept, broken or withdrawn stays so, but for a correction.</summary>
    public static readonly Rule OnlyWhileOpen = Book.Rule("only-while-open");

    /// <summary>Nothing is kept, broken or withdrawn before it was undertaken.</summary>
    public static readonly Rule SettledAfterMade = Book.Rule("settled-after-made");
}
