using System.Text.Json;
using System.Text.Json.Serialization;

namespace Relations.Domain.Recording;

/// <summary>The identity of a record: the id of its event stream, typed so that a person is never passed for a party.</summary>
public interface IRecordId
{
    /// <summary>The stream's id (UUID, RFC 9562).</summary>
    Guid Value { get; }
}

/// <summary>Makes a typed id from the plain one, for reading JSON.</summary>
/// <typeparam name="TSelf">The id's own type.</typeparam>
public interface IRecordId<TSelf> : IRecordId where TSelf : struct, IRecordId<TSelf>
{
    /// <summary>The typed id of a stream.</summary>
    /// <param name="value">The stream's id.</param>
    static abstract TSelf From(Guid value);
}

/// <summary>The identity of an organisation.</summary>
/// <param name="Value">The stream's id.</param>
[JsonConverter(typeof(RecordIdJsonConverter<OrganisationId>))]
public readonly record struct OrganisationId(Guid Value) : IRecordId<OrganisationId>
{
    /// <inheritdoc />
    public static OrganisationId From(Guid value) => new(value);

    /// <summary>The plain id, as it stands in addresses.</summary>
    public override string ToString() => Value.ToString();
}

/// <summary>The identity of a person.</summary>
/// <param name="Value">The stream's id.</param>
[JsonConverter(typeof(RecordIdJsonConverter<PersonId>))]
public readonly record struct PersonId(Guid Value) : IRecordId<PersonId>
{
    /// <inheritdoc />
    public static PersonId From(Guid value) => new(value);

    /// <summary>The plain id, as it stands in addresses.</summary>
    public override string ToString() => Value.ToString();
}

/// <summary>The identity of a partnership.</summary>
/// <param name="Value">The stream's id.</param>
[JsonConverter(typeof(RecordIdJsonConverter<PartnershipId>))]
public readonly record struct PartnershipId(Guid Value) : IRecordId<PartnershipId>
{
    /// <inheritdoc />
    public static PartnershipId From(Guid value) => new(value);

    /// <summary>The plain id, as it stands in addresses.</summary>
    public override string ToString() => Value.ToString();
}

/// <summary>The identity of a meeting.</summary>
/// <param name="Value">The stream's id.</param>
[JsonConverter(typeof(RecordIdJsonConverter<MeetingId>))]
public readonly record struct MeetingId(Guid Value) : IRecordId<MeetingId>
{
    /// <inheritdoc />
    public static MeetingId From(Guid value) => new(value);

    /// <summary>The plain id, as it stands in addresses.</summary>
    public override string ToString() => Value.ToString();
}

/// <summary>The identity of an agreement.</summary>
/// <param name="Value">The stream's id.</param>
[JsonConverter(typeof(RecordIdJsonConverter<AgreementId>))]
public readonly record struct AgreementId(Guid Value) : IRecordId<AgreementId>
{
    /// <inheritdoc />
    public static AgreementId From(Guid value) => new(value);

    /// <summary>The plain id, as it stands in addresses.</summary>
    public override string ToString() => Value.ToString();
}

/// <summary>The identity of a project.</summary>
/// <param name="Value">The stream's id.</param>
[JsonConverter(typeof(RecordIdJsonConverter<ProjectId>))]
public readonly record struct ProjectId(Guid Value) : IRecordId<ProjectId>
{
    /// <inheritdoc />
    public static ProjectId From(Guid value) => new(value);

    /// <summary>The plain id, as it stands in addresses.</summary>
    public override string ToString() => Value.ToString();
}

/// <summary>The identity of a commitment.</summary>
/// <param name="Value">The stream's id.</param>
[JsonConverter(typeof(RecordIdJsonConverter<CommitmentId>))]
public readonly record struct CommitmentId(Guid Value) : IRecordId<CommitmentId>
{
    /// <inheritdoc />
    public static CommitmentId From(Guid value) => new(value);

    /// <summary>The plain id, as it stands in addresses.</summary>
    public override string ToString() => Value.ToString();
}

/// <summary>The identity of a source.</summary>
/// <param name="Value">The stream's id.</param>
[JsonConverter(typeof(RecordIdJsonConverter<SourceId>))]
public readonly record struct SourceId(Guid Value) : IRecordId<SourceId>
{
    /// <inheritdoc />
    public static SourceId From(Guid value) => new(value);

    /// <summary>The plain id, as it stands in addresses.</summary>
    public override string ToString() => Value.ToString();
}

/// <summary>The identity of an account.</summary>
/// <param name="Value">The stream's id.</param>
[JsonConverter(typeof(RecordIdJsonConverter<AccountId>))]
public readonly record struct AccountId(Guid Value) : IRecordId<AccountId>
{
    /// <inheritdoc />
    public static AccountId From(Guid value) => new(value);

    /// <summary>The plain id, as it stands in addresses.</summary>
    public override string ToString() => Value.ToString();
}

/// <summary>Writes a typed id as the plain UUID string.</summary>
/// <typeparam name="T">The id's type.</typeparam>
public sealed class RecordIdJsonConverter<T> : JsonConverter<T> where T : struct, IRecordId<T>
{
    /// <inheritdoc />
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && reader.TryGetGuid(out var value)
            ? T.From(value)
            : throw new JsonException("An id is a UUID in text, such as \"0198f3a0-0000-7000-8000-000000000000\".");

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
