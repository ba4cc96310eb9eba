using System.Text.Json.Serialization;

namespace Relations.Domain.Recording;

/// <summary>Writes a state or kind by its name and reads nothing else: a number would be taken for a state that may not exist.</summary>
/// <typeparam name="T">The enumeration.</typeparam>
public sealed class EnumNameConverter<T>() : JsonStringEnumConverter<T>(namingPolicy: null, allowIntegerValues: false)
    where T : struct, Enum;
