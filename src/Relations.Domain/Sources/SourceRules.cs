using Relations.Domain.Recording;

namespace Relations.Domain.Sources;

/// <summary>The rules of sources.</summary>
public static class SourceRules
{
    private static readonly RuleBook Book = new(typeof(SourceRules), "source");

    /// <summary>A language is given by the two small letters of ISO 639-1.</summary>
    public static readonly Rule LanguageCode = Book.Rule("language-code");

    /// <summary>A SHA-256 has 64 small hexadecimal digits.</summary>
    public static readonly Rule Sha256Shape = Book.Rule("sha256-shape");

    /// <summary>An address is absolute: http, https, mailto or urn. Anything else could run a script or point into the reader's machine.</summary>
    public static readonly Rule AddressShape = Book.Rule("address-shape");

    /// <summary>The text supplied comes from the very bytes that were registered.</summary>
    public static readonly Rule TextIsNotThisDocument = Book.Rule("text-is-not-this-document");

    /// <summary>A text is supplied once, because citations count in it.</summary>
    public static readonly Rule TextProvidedOnce = Book.Rule("text-provided-once");

    /// <summary>The counts of a reading are 0 to {0}.</summary>
    public static readonly Rule CountInBounds = Book.Rule("count-in-bounds");

    /// <summary>No more is accepted, changed and refused than was proposed.</summary>
    public static readonly Rule JudgedWithinProposed = Book.Rule("judged-within-proposed");

    /// <summary>A source is superseded or summarised by another one.</summary>
    public static readonly Rule AnotherSource = Book.Rule("another-source");

    /// <summary>A source is superseded once.</summary>
    public static readonly Rule SupersededOnce = Book.Rule("superseded-once");

    /// <summary>A document is not superseded before the date that it bears, {0}.</summary>
    public static readonly Rule SupersededAfterItsDate = Book.Rule("superseded-after-its-date");

    /// <summary>Only a source that was superseded has that taken back.</summary>
    public static readonly Rule OnlySuperseded = Book.Rule("only-superseded");
}
