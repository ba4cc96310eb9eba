using System.Text.Json.Serialization;
using Relations.Domain.Recording;

namespace Relations.Reading.Documents;

/// <summary>What came of reading a document: its text, or why there is none.</summary>
public abstract record DocumentReading;

/// <summary>The plain text of a document.</summary>
/// <param name="Form">The form that the document came in.</param>
/// <param name="Text">Its text, with <c>\n</c> at line ends; passages count in it.</param>
public sealed record DocumentText(DocumentForm Form, string Text) : DocumentReading;

/// <summary>Why a document gives no text.</summary>
/// <param name="Problem">Why.</param>
public sealed record DocumentRefusal(DocumentProblem Problem) : DocumentReading;

/// <summary>The forms that documents come in.</summary>
[JsonConverter(typeof(EnumNameConverter<DocumentForm>))]
public enum DocumentForm
{
    /// <summary>Plain text.</summary>
    PlainText,

    /// <summary>A page of the web.</summary>
    Html,

    /// <summary>PDF with a text layer.</summary>
    Pdf,

    /// <summary>A document of a word processor, Office Open XML.</summary>
    Docx,

    /// <summary>An e-mail (RFC 5322).</summary>
    Email,
}

/// <summary>Why a document gives no text.</summary>
[JsonConverter(typeof(EnumNameConverter<DocumentProblem>))]
public enum DocumentProblem
{
    /// <summary>It holds no text at all.</summary>
    Empty,

    /// <summary>The file is larger than <see cref="DocumentReader.MostBytes"/>.</summary>
    TooLarge,

    /// <summary>Its text is longer than a source may be.</summary>
    TooLong,

    /// <summary>It is of a form that is not read.</summary>
    UnknownForm,

    /// <summary>It is broken off or malformed.</summary>
    Damaged,

    /// <summary>It is protected by a password.</summary>
    Encrypted,

    /// <summary>It holds pictures of pages, but no text.</summary>
    NoTextLayer,

    /// <summary>It unpacks to more than it may: a zip bomb, or as good as one.</summary>
    UnpacksTooFar,

    /// <summary>It was not read in time.</summary>
    TookTooLong,
}

/// <summary>Carries the reason why a document is refused out of the depths of its parser.</summary>
/// <param name="problem">The reason.</param>
internal sealed class DocumentException(DocumentProblem problem) : Exception(problem.ToString())
{
    /// <summary>The reason.</summary>
    public DocumentProblem Problem { get; } = problem;
}
