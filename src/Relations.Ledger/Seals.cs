using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Relations.Ledger;

/// <summary>How a committed value is held back: by a salt that is known, or, once erased, by the commitment alone.</summary>
/// <param name="Path">Where the value stands in the event: a JSON pointer (RFC 6901).</param>
/// <param name="Bytes">The salt, or the commitment.</param>
/// <param name="IsErased">Whether the salt is gone, and the commitment kept in its place.</param>
public readonly record struct Seal(string Path, Bytes32 Bytes, bool IsErased);

/// <summary>
/// The seals of one event: its salts and the commitments kept by erasures. Filled, used and cleared for one event after another, so
/// that verifying many makes no garbage.
/// </summary>
public sealed class Seals
{
    /// <summary>The most seals of one event.</summary>
    public const int Most = 100_000;

    private readonly ByteText pointers = new();
    private readonly List<Entry> entries = [];

    private readonly record struct Entry(int Start, int Length, Bytes32 Bytes, bool IsErased);

    /// <summary>How many there are.</summary>
    public int Count => entries.Count;

    /// <summary>A seal, by its number from 0.</summary>
    /// <param name="number">The number.</param>
    public Seal this[int number] => new(Encoding.UTF8.GetString(PointerOf(number)), entries[number].Bytes, entries[number].IsErased);

    /// <summary>Takes all away.</summary>
    /// <returns>Itself.</returns>
    public Seals Clear()
    {
        pointers.CutTo(0);
        entries.Clear();
        return this;
    }

    /// <summary>Adds a seal.</summary>
    /// <param name="seal">The seal.</param>
    /// <returns>Itself.</returns>
    public Seals Add(Seal seal)
    {
        Add(Encoding.UTF8.GetBytes(seal.Path), seal.Bytes, seal.IsErased);
        return this;
    }

    /// <summary>Adds salts, or commitments, from an object whose names are pointers and whose values are 64 small hexadecimal digits.</summary>
    /// <param name="json">The object in UTF-8; nothing at all, or null, adds nothing.</param>
    /// <param name="areErased">Whether they are commitments of erased values.</param>
    /// <returns>Itself.</returns>
    /// <exception cref="FormatException">It is no such object, or too large.</exception>
    public Seals AddJson(ReadOnlySpan<byte> json, bool areErased = false)
    {
        if (json.IsEmpty)
            return this;
        try
        {
            var reader = new Utf8JsonReader(json);
            AddObject(ref reader, areErased);
            if (reader.Read())
                throw new FormatException("There is more after the seals' end.");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new FormatException("The seals are not an object of pointers and hexadecimal digits.", e);
        }

        return this;
    }

    /// <summary>The salts, or the commitments of erased values, as an object of pointers and 64 small hexadecimal digits.</summary>
    /// <param name="areErased">Whether the commitments of erased values.</param>
    public string ToJson(bool areErased = false)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartObject();
            for (var i = 0; i < Count; i++)
            {
                if (entries[i].IsErased == areErased)
                    json.WriteString(PointerOf(i), entries[i].Bytes.ToString());
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    internal ReadOnlySpan<byte> PointerOf(int number) => pointers.Written.Slice(entries[number].Start, entries[number].Length);

    internal (Bytes32 Bytes, bool IsErased) SealAt(int number) => (entries[number].Bytes, entries[number].IsErased);

    private void AddObject(ref Utf8JsonReader reader, bool areErased)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
            return;
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new FormatException("The seals are no object.");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var pointer = pointers.Room(reader.ValueSpan.Length);
            pointer = pointer[..reader.CopyString(pointer)];
            reader.Read();
            if (reader.TokenType != JsonTokenType.String || !Bytes32.TryParseHex(reader.ValueSpan, out var bytes))
                throw new FormatException("A seal is not 64 small hexadecimal digits.");
            Took(pointer.Length, bytes, areErased);
        }
    }

    private void Add(ReadOnlySpan<byte> pointer, Bytes32 bytes, bool isErased)
    {
        pointer.CopyTo(pointers.Room(pointer.Length));
        Took(pointer.Length, bytes, isErased);
    }

    private void Took(int length, Bytes32 bytes, bool isErased)
    {
        if (Count == Most)
            throw new FormatException($"One event has more than {Most} seals.");
        entries.Add(new(pointers.Length, length, bytes, isErased));
        pointers.Took(length);
    }
}
