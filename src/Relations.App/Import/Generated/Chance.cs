using System.Buffers.Binary;

namespace Relations.App.Import.Generated;

/// <summary>
/// Chance that repeats itself: SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014).
/// The generator of the platform may change with its version, and then a seed would no longer mean the same data.
/// </summary>
internal sealed class Chance
{
    private ulong state;

    private Chance(ulong state) => this.state = state;

    /// <summary>The chance of one thing, independent of every other, so that records are made in any number and order.</summary>
    /// <param name="seed">The seed of the whole.</param>
    /// <param name="part">Which part it is.</param>
    /// <param name="number">Which one of the part.</param>
    public static Chance Of(int seed, Part part, int number) =>
        new(Mix(Mix(unchecked((ulong)seed) + 1) ^ Mix(((ulong)part << 32) | (uint)number)));

    /// <summary>A whole number from 0 to below a bound.</summary>
    /// <param name="bound">The bound, at least 1.</param>
    public int Below(int bound) => (int)(Next() % (ulong)bound);

    /// <summary>A whole number between two, both included.</summary>
    /// <param name="least">The least.</param>
    /// <param name="most">The most.</param>
    public int Between(int least, int most) => least + Below(most - least + 1);

    /// <summary>Whether something with a probability in percent happens.</summary>
    /// <param name="percent">0 to 100.</param>
    public bool Happens(int percent) => Below(100) < percent;

    /// <summary>One of some.</summary>
    /// <typeparam name="T">Their type.</typeparam>
    /// <param name="items">At least one.</param>
    public T Pick<T>(params IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>A number below a bound, small ones far more often: few partnerships have most meetings.</summary>
    /// <param name="bound">The bound, at least 1.</param>
    public int Skewed(int bound)
    {
        var part = (double)Below(1 << 20) / (1 << 20);
        return (int)(part * part * bound);
    }

    /// <summary>
    /// The id of a record: a UUID of version 8 (RFC 9562, section 5.8), in the order of making like the version 7 of recorded ones.
    /// </summary>
    /// <param name="seed">The seed of the whole.</param>
    /// <param name="part">Which part it is.</param>
    /// <param name="number">Which one of the part.</param>
    public static Guid Id(int seed, Part part, int number)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, ((ulong)part << 56) | ((ulong)(uint)number << 16));
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Of(seed, part, number).Next());
        return Version8(bytes);
    }

    /// <summary>The id of an event.</summary>
    /// <param name="record">Its record.</param>
    /// <param name="version">Its place there.</param>
    public static Guid Id(Guid record, long version)
    {
        Span<byte> bytes = stackalloc byte[16];
        record.TryWriteBytes(bytes, bigEndian: true, out _);
        var tail = BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Mix(tail ^ Mix((ulong)version)));
        return Version8(bytes);
    }

    private static Guid Version8(Span<byte> bytes)
    {
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new(bytes, bigEndian: true);
    }

    private ulong Next() => Mix(state += 0x9E3779B97F4A7C15);

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}

/// <summary>The parts of generated data; each has its own chance and its own ids.</summary>
internal enum Part
{
    /// <summary>Organisations.</summary>
    Organisation = 1,

    /// <summary>People.</summary>
    Person,

    /// <summary>Partnerships.</summary>
    Partnership,

    /// <summary>Agreements.</summary>
    Agreement,

    /// <summary>Projects.</summary>
    Project,

    /// <summary>Sources.</summary>
    Source,

    /// <summary>Meetings.</summary>
    Meeting,

    /// <summary>Commitments.</summary>
    Commitment,

    /// <summary>Accounts.</summary>
    Account,
}
