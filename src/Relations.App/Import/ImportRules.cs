using Relations.Domain.Recording;

namespace Relations.App.Import;

/// <summary>What a file of records must keep to, beside the rules of what it records.</summary>
public static class ImportRules
{
    private static readonly RuleBook Book = new(typeof(ImportRules), "import");

    /// <summary>Where in a file something is: file {0}, line {1}, step {2}, record {3}.</summary>
    public static readonly Rule AtStep = Book.Rule("at-step");

    /// <summary>Where in a file something is: file {0}, line {1}.</summary>
    public static readonly Rule AtLine = Book.Rule("at-line");

    /// <summary>The file is there and may be read.</summary>
    public static readonly Rule FileReadable = Book.Rule("file-readable");

    /// <summary>The file has at most {0} bytes.</summary>
    public static readonly Rule FileTooLarge = Book.Rule("file-too-large");

    /// <summary>The file is JSON; comments and trailing commas are allowed.</summary>
    public static readonly Rule FileIsJson = Book.Rule("file-is-json");

    /// <summary>The file is an object with “import” and “records”.</summary>
    public static readonly Rule FileShape = Book.Rule("file-shape");

    /// <summary>The name of an import and a key have up to {0} small letters, digits, hyphens and dots.</summary>
    public static readonly Rule NameShape = Book.Rule("name-shape");

    /// <summary>A file has at most {0} steps.</summary>
    public static readonly Rule TooManySteps = Book.Rule("too-many-steps");

    /// <summary>A step has “do”, “with” and one of “key” and “on”.</summary>
    public static readonly Rule StepShape = Book.Rule("step-shape");

    /// <summary>A field is given once.</summary>
    public static readonly Rule FieldTwice = Book.Rule("field-twice");

    /// <summary>There is a command {0}.</summary>
    public static readonly Rule CommandKnown = Book.Rule("command-known");

    /// <summary>A command that opens a record gives it a key.</summary>
    public static readonly Rule OpensWithKey = Book.Rule("opens-with-key");

    /// <summary>A command that adds to a record says to which.</summary>
    public static readonly Rule AddsToRecord = Book.Rule("adds-to-record");

    /// <summary>A key stands for one record.</summary>
    public static readonly Rule KeyOnce = Book.Rule("key-once");

    /// <summary>A key is of a record that an earlier step opens.</summary>
    public static readonly Rule KeyKnown = Book.Rule("key-known");

    /// <summary>A record of the kind {1} takes no command {0}.</summary>
    public static readonly Rule SameKind = Book.Rule("same-kind");

    /// <summary>“textFrom” takes the place of “text” and “sha256”, and names a file in the same folder.</summary>
    public static readonly Rule TextFromShape = Book.Rule("text-from-shape");

    /// <summary>The text file {0} is there, in UTF-8, with at most {1} bytes.</summary>
    public static readonly Rule TextReadable = Book.Rule("text-readable");

    /// <summary>A passage is a text, of a source named by its key, in place of an offset and a length.</summary>
    public static readonly Rule PassageShape = Book.Rule("passage-shape");

    /// <summary>A passage can be quoted only where the file holds the source's text.</summary>
    public static readonly Rule PassageNeedsText = Book.Rule("passage-needs-text");

    /// <summary>A passage stands in the source's text, word for word.</summary>
    public static readonly Rule PassageFound = Book.Rule("passage-found");

    /// <summary>A passage stands in the source's text once.</summary>
    public static readonly Rule PassageOnce = Book.Rule("passage-once");

    /// <summary>The record that a step adds to is there.</summary>
    public static readonly Rule RecordThere = Book.Rule("record-there");

    /// <summary>Nobody else has added to the record since this import did: it left it at version {0} and it is at {1}.</summary>
    public static readonly Rule RecordUntouched = Book.Rule("record-untouched");

    /// <summary>A step that was recorded before says the same as it did then.</summary>
    public static readonly Rule StepUnchanged = Book.Rule("step-unchanged");
}
