using Relations.Reading.Dates;

namespace Relations.Reading.Facts.Commitments;

/// <summary>What somebody is said to have undertaken.</summary>
/// <param name="Line">The sentence.</param>
/// <param name="First">The first word of the passage: the one who undertakes it, or the verb.</param>
/// <param name="What">The first word of what is undertaken.</param>
/// <param name="End">The place after its last word.</param>
/// <param name="Way">How the text puts it.</param>
internal sealed record Undertaking(Line Line, int First, int What, int End, UndertakingWay Way)
{
    /// <summary>Who undertakes it.</summary>
    public IReadOnlyList<Actor> By { get; init; } = [];

    /// <summary>When it is due.</summary>
    public DateMention? Due { get; init; }

    /// <summary>The key of the agreement it is undertaken under.</summary>
    public string? Agreement { get; init; }
}

/// <summary>How a text puts an undertaking.</summary>
internal enum UndertakingWay
{
    /// <summary>“Se comprometió a”.</summary>
    Undertaken,

    /// <summary>An item of a list of actions.</summary>
    Listed,

    /// <summary>“Remitirá a más tardar el”, “deberá presentar antes del”.</summary>
    Due,

    /// <summary>“Under the agreement, X will provide”.</summary>
    UnderAgreement,
}
