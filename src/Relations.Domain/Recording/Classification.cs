using System.Text.Json.Serialization;

namespace Relations.Domain.Recording;

/// <summary>Who may read a record.</summary>
[JsonConverter(typeof(EnumNameConverter<Classification>))]
public enum Classification
{
    /// <summary>Everybody.</summary>
    Public,

    /// <summary>Everybody who works with the record. The default.</summary>
    Internal,

    /// <summary>Named people and auditors only.</summary>
    Restricted,
}

/// <summary>Sets who may read a record. Any record takes it.</summary>
/// <param name="Classification">The new classification.</param>
public sealed record ClassifyRecord(Classification Classification) : Command;

/// <summary>A record's classification was set.</summary>
/// <param name="Classification">The new classification.</param>
[EventAlias("record_classified")]
public sealed record RecordClassified(Classification Classification) : Event;
