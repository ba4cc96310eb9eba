using Relations.Domain.Recording;

namespace Relations.App.Import.Tables;

/// <summary>What a table that is imported must keep to, beside the rules of what it records.</summary>
public static class TableRules
{
    private static readonly RuleBook Book = new(typeof(TableRules), "table");

    /// <summary>The file cannot be read as a table. It takes CSV (UTF-8) and XLSX.</summary>
    public static readonly Rule FileUnreadable = Book.Rule("file-unreadable");

    /// <summary>The file has more than {0} megabytes.</summary>
    public static readonly Rule FileTooLarge = Book.Rule("file-too-large");

    /// <summary>The table has more than {0} rows. Divide it.</summary>
    public static readonly Rule TooManyRows = Book.Rule("too-many-rows");

    /// <summary>The table has more than {0} columns.</summary>
    public static readonly Rule TooManyColumns = Book.Rule("too-many-columns");

    /// <summary>This has more than {0} characters.</summary>
    public static readonly Rule CellTooLong = Book.Rule("cell-too-long");

    /// <summary>The table has no rows below its headings.</summary>
    public static readonly Rule NoRows = Book.Rule("no-rows");

    /// <summary>No column is chosen for “{0}”, which every row needs.</summary>
    public static readonly Rule ColumnMissing = Book.Rule("column-missing");

    /// <summary>This must not be empty.</summary>
    public static readonly Rule CellRequired = Book.Rule("cell-required");

    /// <summary>“{0}” is no date that can be read.</summary>
    public static readonly Rule DateUnreadable = Book.Rule("date-unreadable");

    /// <summary>“{0}” is no whole number.</summary>
    public static readonly Rule NumberUnreadable = Book.Rule("number-unreadable");

    /// <summary>“{0}” is none of: {1}.</summary>
    public static readonly Rule WordUnknown = Book.Rule("word-unknown");

    /// <summary>“{0}” is no identifier of that register; one looks like {1}.</summary>
    public static readonly Rule IdentifierUnreadable = Book.Rule("identifier-unreadable");

    /// <summary>Nothing on record is called “{0}”.</summary>
    public static readonly Rule NothingNamed = Book.Rule("nothing-named");

    /// <summary>{1} records are called “{0}”. Write the identifier or the full name.</summary>
    public static readonly Rule SeveralNamed = Book.Rule("several-named");

    /// <summary>No partnership of these organisations is on record. Name it.</summary>
    public static readonly Rule PartnershipUnknown = Book.Rule("partnership-unknown");

    /// <summary>These organisations have {0} partnerships. Name the one that is meant.</summary>
    public static readonly Rule PartnershipUnclear = Book.Rule("partnership-unclear");

    /// <summary>{0} holds no post on record, or several, so that it is not clear for which organisation.</summary>
    public static readonly Rule PostUnclear = Book.Rule("post-unclear");

    /// <summary>Only an organ or an office stands under another organisation here.</summary>
    public static readonly Rule ParentNeedsKind = Book.Rule("parent-needs-kind");

    /// <summary>A term has an end or a number of months, not both.</summary>
    public static readonly Rule TermTwice = Book.Rule("term-twice");

    /// <summary>Another person of this name is on record; this one is registered beside them.</summary>
    public static readonly Rule SameName = Book.Rule("same-name");

    /// <summary>The organisation “{0}” is not on record and will be registered, as one of another kind.</summary>
    public static readonly Rule Made = Book.Rule("made");

    /// <summary>The record moved on while this was loaded. Load again.</summary>
    public static readonly Rule Conflict = Book.Rule("conflict");
}
