using System.Text.Json.Serialization;

namespace Relations.Domain.Recording;

/// <summary>Who may read a record.</summary>
[JsonConverter(typeof(EnumNameConverter<Classification>))]
public enum Classification
{
    /// <summary>Everybody who signs in.</summary>
    Public,

    /// <summary>Everybody who works with the partnerships it belongs to, auditors and administrators. The default.</summary>
    Internal,

    /// <summary>Named people and auditors only.</summary>
    Restricted,
}

/// <summary>Sets who may read a record. Any record takes it.</summary>
/// <param name="Classification">The new classification.</param>
/// <param name="Readers">
/// The names of the accounts that may read a restricted record, 1 to <see cref="Limits.Items"/>; whoever restricts it and
/// does not name themself stops seeing it. None for any other classification.
/// </param>
public sealed record ClassifyRecord(Classification Classification, IReadOnlyList<string>? Readers = null) : Command;

/// <summary>A record's classification was set.</summary>
/// <param name="Classification">The new classification.</param>
/// <param name="Readers">The names of the accounts that may read it since, where it is restricted.</param>
[EventAlias("record_classified")]
public sealed record RecordClassified(Classification Classification, IReadOnlyList<string>? Readers = null) : Event;

/// <summary>The rules of classifying, the same for every record.</summary>
public static class ClassificationDecider
{
    /// <summary>What a classification makes of a record.</summary>
    /// <param name="state">The record.</param>
    /// <param name="command">What is asked.</param>
    public static Decision Decide(RecordState state, ClassifyRecord command)
    {
        IReadOnlyList<string> readers = [.. (command.Readers ?? []).Distinct().Order(StringComparer.Ordinal)];
        var restricted = command.Classification == Classification.Restricted;
        var deciding = new Deciding()
            .Require(restricted || readers.Count == 0, CommonRules.ReadersWhereRestricted, nameof(command.Readers))
            .Require(
                command.Classification != state.Classification || !readers.SequenceEqual(state.Readers),
                CommonRules.NothingChanged,
                nameof(command.Classification))
            .Each(readers, (d, reader) => d.Text(reader, nameof(command.Readers), Limits.Code));
        return (restricted ? deciding.Items(readers, nameof(command.Readers), 1, Limits.Items) : deciding)
            .Record(() => new RecordClassified(command.Classification, restricted ? readers : null));
    }
}
