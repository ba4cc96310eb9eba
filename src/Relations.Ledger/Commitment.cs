namespace Relations.Ledger;

/// <summary>
/// What stands in a leaf for a value that the public log must not say: SHA-256(salt ‖ canonical JSON of the value). Who has salt and
/// value can prove the value; without the salt nobody can try out values, even after an erasure.
/// </summary>
public static class Commitment
{
    /// <summary>A new salt: 32 random bytes, one for each value.</summary>
    public static Bytes32 NewSalt() => Bytes32.Random();

    /// <summary>The commitment to a value.</summary>
    /// <param name="salt">The salt.</param>
    /// <param name="json">The value, any JSON in UTF-8.</param>
    /// <exception cref="FormatException">It is no JSON.</exception>
    public static Bytes32 Of(Bytes32 salt, ReadOnlySpan<byte> json)
    {
        var text = new ByteText();
        salt.CopyTo(text.Room(Bytes32.Length));
        text.Took(Bytes32.Length);
        JsonTree.Of(json).Write(text, LongNumbers.AsText);
        return Bytes32.Sha256(text.Written);
    }

    /// <summary>Writes what stands for a value: an object with a hash as its only member.</summary>
    internal static void Write(ReadOnlySpan<byte> name, Bytes32 hash, ByteText to)
    {
        to.Add("{\""u8);
        to.Add(name);
        to.Add("\":\""u8);
        hash.AppendHexTo(to);
        to.Add("\"}"u8);
    }
}
