namespace Relations.Domain.Recording;

/// <summary>Rules that hold for every record.</summary>
public static class CommonRules
{
    private static readonly RuleBook Book = new(typeof(CommonRules), "record");

    /// <summary>A text must be given.</summary>
    public static readonly Rule TextRequired = Book.Rule("text-required");

    /// <summary>A text must not be longer than its limit {0}.</summary>
    public static readonly Rule TextTooLong = Book.Rule("text-too-long");

    /// <summary>A text holds characters only.</summary>
    public static readonly Rule TextUnreadable = Book.Rule("text-unreadable");

    /// <summary>A list needs at least {0} different items.</summary>
    public static readonly Rule TooFewItems = Book.Rule("too-few-items");

    /// <summary>A list takes at most {0} items.</summary>
    public static readonly Rule TooManyItems = Book.Rule("too-many-items");

    /// <summary>What is said to have happened cannot lie in the future.</summary>
    public static readonly Rule NotInTheFuture = Book.Rule("not-in-the-future");

    /// <summary>A correction gives its reason.</summary>
    public static readonly Rule CorrectionNeedsReason = Book.Rule("correction-needs-reason");

    /// <summary>What is stated in or inferred from a source cites the passage.</summary>
    public static readonly Rule BasisNeedsCitation = Book.Rule("basis-needs-citation");

    /// <summary>What is known without a document cites none.</summary>
    public static readonly Rule KnownCitesNothing = Book.Rule("known-cites-nothing");

    /// <summary>A passage has a start of at least 0 and a length of at least 1.</summary>
    public static readonly Rule PassageHasExtent = Book.Rule("passage-has-extent");

    /// <summary>A correction changes something.</summary>
    public static readonly Rule NothingChanged = Book.Rule("nothing-changed");

    /// <summary>A record is opened once.</summary>
    public static readonly Rule AlreadyRecorded = Book.Rule("already-recorded");

    /// <summary>What is referred to is on record.</summary>
    public static readonly Rule ReferenceUnknown = Book.Rule("reference-unknown");

    /// <summary>A passage lies within the text of its source.</summary>
    public static readonly Rule PassageWithinText = Book.Rule("passage-within-text");

    /// <summary>A partnership's address is its own.</summary>
    public static readonly Rule SlugTaken = Book.Rule("slug-taken");

    /// <summary>A document is registered once, known by its SHA-256.</summary>
    public static readonly Rule DocumentAlreadyRegistered = Book.Rule("document-already-registered");

    /// <summary>Readers are named for restricted records alone.</summary>
    public static readonly Rule ReadersWhereRestricted = Book.Rule("readers-where-restricted");

    /// <summary>A reader, {0}, is an account on record.</summary>
    public static readonly Rule ReaderUnknown = Book.Rule("reader-unknown");

    /// <summary>A field that the command needs is missing.</summary>
    public static readonly Rule FieldRequired = Book.Rule("field-required");

    /// <summary>The command has no such field.</summary>
    public static readonly Rule FieldUnknown = Book.Rule("field-unknown");

    /// <summary>A field holds something else than it should.</summary>
    public static readonly Rule FieldUnreadable = Book.Rule("field-unreadable");

    /// <summary>The body is JSON.</summary>
    public static readonly Rule BodyUnreadable = Book.Rule("body-unreadable");

    /// <summary>A number lies between {0} and {1}.</summary>
    public static readonly Rule OutOfRange = Book.Rule("out-of-range");
}
