using System.Text.Json.Serialization;

namespace Relations.Domain.Recording;

/// <summary>What a recorded fact rests on.</summary>
[JsonConverter(typeof(EnumNameConverter<Basis>))]
public enum Basis
{
    /// <summary>The officer knows it without a document.</summary>
    Known,

    /// <summary>A source says it.</summary>
    Stated,

    /// <summary>Concluded from a source that does not say it in so many words.</summary>
    Inferred,
}

/// <summary>A passage of a source that a fact is written in.</summary>
/// <param name="Source">The document.</param>
/// <param name="Offset">Where the passage starts in the source's text, in UTF-16 code units from 0.</param>
/// <param name="Length">How long the passage is, in UTF-16 code units, at least 1.</param>
/// <param name="Fields">The fields of the fact that this passage supports; empty for the whole fact.</param>
public sealed record Citation(SourceId Source, int Offset, int Length, IReadOnlyList<string>? Fields = null);

/// <summary>What the facts of one command rest on. It is kept in the metadata of every event that the command records.</summary>
/// <param name="Basis">How the fact is known.</param>
/// <param name="Citations">The passages it is written in, at most <see cref="Limits.Citations"/>; empty only for what is known.</param>
/// <param name="Inferred">Fields that are inferred although the fact as a whole is stated, such as a meeting's date taken from a dateline.</param>
/// <param name="Reason">Why a correction or an exceptional step was made, at most <see cref="Limits.Reason"/> characters.</param>
public sealed record Provenance(
    Basis Basis = Basis.Known,
    IReadOnlyList<Citation>? Citations = null,
    IReadOnlyList<string>? Inferred = null,
    string? Reason = null)
{
    /// <summary>Known to the officer, without a document.</summary>
    public static Provenance Known { get; } = new();
}
