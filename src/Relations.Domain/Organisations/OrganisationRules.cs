using Relations.Domain.Recording;

namespace Relations.Domain.Organisations;

/// <summary>The rules of organisations.</summary>
public static class OrganisationRules
{
    private static readonly RuleBook Book = new(typeof(OrganisationRules), "organisation");

    /// <summary>An organisation bears one name in each language.</summary>
    public static readonly Rule OneNamePerLanguage = Book.Rule("one-name-per-language");

    /// <summary>The language of a name is one of ISO 639-1, not {0}.</summary>
    public static readonly Rule LanguageInUse = Book.Rule("language-in-use");

    /// <summary>A country is one of ISO 3166-1, not {0}.</summary>
    public static readonly Rule CountryInUse = Book.Rule("country-in-use");

    /// <summary>Nothing happens to an organisation after its dissolution {0}.</summary>
    public static readonly Rule OnlyWhileItStands = Book.Rule("only-while-it-stands");

    /// <summary>Nothing happens to an organisation before its founding {0}.</summary>
    public static readonly Rule NotBeforeFounded = Book.Rule("not-before-founded");

    /// <summary>No organisation stands under itself.</summary>
    public static readonly Rule UnderAnother = Book.Rule("under-another");

    /// <summary>A placement, {0}, is not recorded twice for the same time.</summary>
    public static readonly Rule PlacedOnce = Book.Rule("placed-once");

    /// <summary>Only what stands under another, {0}, leaves it.</summary>
    public static readonly Rule LeavesWherePlaced = Book.Rule("leaves-where-placed");

    /// <summary>Nothing leaves another before it stood under it, since {0}.</summary>
    public static readonly Rule LeavesAfterPlaced = Book.Rule("leaves-after-placed");

    /// <summary>Only a placement that is recorded is retracted.</summary>
    public static readonly Rule PlacementRecorded = Book.Rule("placement-recorded");

    /// <summary>An identifier has the form of its register {0}, such as {1}.</summary>
    public static readonly Rule IdentifierWellFormed = Book.Rule("identifier-well-formed");

    /// <summary>Only an identifier that is recorded is retracted.</summary>
    public static readonly Rule IdentifierRecorded = Book.Rule("identifier-recorded");

    /// <summary>An organisation that has an identifier {0}, {1}, seldom has another of the same register.</summary>
    public static readonly Rule AnotherIdentifier = Book.Rule("another-identifier");

    /// <summary>No record is a duplicate of itself.</summary>
    public static readonly Rule DuplicateOfAnother = Book.Rule("duplicate-of-another");

    /// <summary>A record is a duplicate of one other at most.</summary>
    public static readonly Rule DuplicateOnce = Book.Rule("duplicate-once");

    /// <summary>Only a link that exists is reversed.</summary>
    public static readonly Rule ReversedWhereLinked = Book.Rule("reversed-where-linked");

    /// <summary>Only a dissolution that is recorded is corrected or retracted.</summary>
    public static readonly Rule DissolutionRecorded = Book.Rule("dissolution-recorded");
}
