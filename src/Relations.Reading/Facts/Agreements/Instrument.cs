using Relations.Domain.Agreements;

namespace Relations.Reading.Facts.Agreements;

/// <summary>What an instrument is called: names of one family can mean the same instrument.</summary>
internal enum InstrumentFamily
{
    /// <summary>Convenio, acuerdo, agreement, contract.</summary>
    Agreement,

    /// <summary>Memorando, memorandum, MoU.</summary>
    Memorandum,

    /// <summary>Carta de entendimiento, letter of intent.</summary>
    Letter,

    /// <summary>Canje de notas, exchange of letters.</summary>
    Exchange,

    /// <summary>Protocolo, protocol.</summary>
    Protocol,

    /// <summary>Tratado, convención, treaty, convention.</summary>
    Treaty,

    /// <summary>Adenda, enmienda, addendum, amendment.</summary>
    Amendment,

    /// <summary>Instrumento, documento: any of them.</summary>
    Any,
}

/// <summary>How a noun is introduced.</summary>
internal enum Determiner
{
    /// <summary>By nothing, as in headings and lists.</summary>
    None,

    /// <summary>As something not spoken of before: “un convenio”.</summary>
    Indefinite,

    /// <summary>“El convenio”.</summary>
    Definite,

    /// <summary>As spoken of before: “dicho convenio”.</summary>
    Pointing,
}

/// <summary>A place where an instrument is named.</summary>
/// <param name="Line">The sentence.</param>
/// <param name="First">The first word of its name.</param>
/// <param name="End">The place after the last word of its name.</param>
/// <param name="Family">What it is called.</param>
/// <param name="Determiner">How it is introduced.</param>
/// <param name="Before">The place of the word before its determiner, numbers and adjectives; -1 at the beginning.</param>
/// <param name="Count">How many are spoken of at once; 0 where there are several, not counted.</param>
internal sealed record Instrument(Line Line, int First, int End, InstrumentFamily Family, Determiner Determiner, int Before, int Count)
{
    /// <summary>Its type, where its name tells it.</summary>
    public AgreementType? Type { get; init; }

    /// <summary>Whether it is said to be another than one spoken of before: “un nuevo convenio”.</summary>
    public bool IsNew { get; init; }

    /// <summary>Its reference number.</summary>
    public string? Number { get; init; }

    /// <summary>The words of its name that tell it from others of its family, folded.</summary>
    public IReadOnlySet<string> Subject { get; init; } = new HashSet<string>();

    /// <summary>Whether it stands by itself in a list of instruments.</summary>
    public bool IsListed { get; init; }

    /// <summary>Where its name stands.</summary>
    public Passage Passage => Line.PassageOf(First, End);

    /// <summary>Whether it is called by its family alone: “el convenio”.</summary>
    public bool IsBare => Subject.Count == 0 && Type is null or AgreementType.MemorandumOfUnderstanding or AgreementType.Protocol or AgreementType.Treaty && Subject.Count == 0;

    /// <summary>Whether its name is written as a proper name.</summary>
    public bool IsProper => Line.Tokens[First].IsCapitalised && First > 0;
}
