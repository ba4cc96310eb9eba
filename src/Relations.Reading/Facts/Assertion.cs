using Relations.Reading.Facts.Verbs;
using Relations.Reading.Text;

namespace Relations.Reading.Facts;

/// <summary>Whether what a verb names is said to be so.</summary>
internal enum Standing
{
    /// <summary>It is said plainly; the tense tells whether it has happened.</summary>
    Asserted,

    /// <summary>It is denied, or was called off, put off or refused.</summary>
    Negated,

    /// <summary>It is meant to be, was proposed, agreed upon or asked for.</summary>
    Intended,

    /// <summary>It is wished or expected.</summary>
    Hoped,

    /// <summary>It hangs on a condition, or is only possible or rumoured.</summary>
    Conditional,
}

/// <summary>When what a verb names is said to be.</summary>
internal enum Tense
{
    /// <summary>The words do not tell: “la firma del convenio”.</summary>
    None,

    /// <summary>“firmaron”, “ha sido firmado”, “tras firmar”.</summary>
    Past,

    /// <summary>“firman”: of headings, also what has just happened.</summary>
    Present,

    /// <summary>“firmarán”, “will sign”, “van a firmar”.</summary>
    Future,
}

/// <summary>How a sentence puts what one of its verbs, or nouns of action such as “firma”, names.</summary>
/// <param name="Standing">Whether it is said to be so.</param>
/// <param name="Tense">When.</param>
/// <param name="IsReported">Whether it stands in somebody's quoted words.</param>
internal sealed record Assertion(Standing Standing, Tense Tense, bool IsReported = false)
{
    /// <summary>Whether the text says that it has happened, or is so.</summary>
    public bool IsDone => Standing is Standing.Asserted && Tense is not Tense.Future;

    /// <summary>Whether the text says plainly that it will happen.</summary>
    public bool IsToCome => Standing is Standing.Asserted && Tense is Tense.Future;

    /// <summary>How a sentence puts what stands at a place.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="at">The number of the token: a verb in any form, or a noun of action.</param>
    public static Assertion Of(Sentence sentence, int at) =>
        new AssertionReader(sentence.Tokens).Read(at) with { IsReported = AssertionReader.IsWithinQuotation(sentence.Tokens, at) };
}
