using System.Text.Json;

namespace Relations.Ledger;

/// <summary>What was found of an erased value when all of the log was read.</summary>
public enum ErasureState
{
    /// <summary>A later event says that it was erased, and what it left stands there.</summary>
    Recorded,

    /// <summary>No later event says so.</summary>
    NotRecorded,

    /// <summary>A later event says so, and something else stands there than what it left.</summary>
    Differs,
}

/// <summary>An erased value and what became known of it.</summary>
/// <param name="Index">The index of its event.</param>
/// <param name="Sequence">The event's place in the order of recording.</param>
/// <param name="Type">The name of the kind of event.</param>
/// <param name="Event">The event's id.</param>
/// <param name="Path">Where it stood: a JSON pointer (RFC 6901).</param>
/// <param name="State">What was found.</param>
/// <param name="Decision">The decision that the last event names; null where none does.</param>
public sealed record Erasure(long Index, long Sequence, string Type, Guid Event, string Path, ErasureState State, string? Decision);

/// <summary>
/// Tells erasures from alterations. Reads events in the order of the log: a value without its salt has to be named by a later event of
/// the kind <see cref="MaskedType"/>, with the hash of what stands there. Where several name it, the last one counts.
/// </summary>
public sealed class Erasures
{
    /// <summary>The name of the events that say what was masked.</summary>
    public const string MaskedType = "person_data_masked";

    /// <summary>The most erased values that are kept in mind.</summary>
    public const int Most = 1_000_000;

    private readonly Dictionary<(Guid Event, string Path), int> places = [];
    private readonly List<(Erasure Erasure, Bytes32 Left)> values = [];

    /// <summary>All erased values, in the order of the log.</summary>
    public IEnumerable<Erasure> All => values.Select(v => v.Erasure);

    /// <summary>Takes note of erased values.</summary>
    /// <param name="index">The index of their event.</param>
    /// <param name="sequence">The event's place in the order of recording.</param>
    /// <param name="type">The name of the kind of event.</param>
    /// <param name="event">The event's id.</param>
    /// <param name="erased">The values.</param>
    /// <returns>Whether there are not more than <see cref="Most"/> by now.</returns>
    public bool Found(long index, long sequence, string type, Guid @event, IEnumerable<ErasedValue> erased)
    {
        foreach (var value in erased)
        {
            if (values.Count == Most)
                return false;
            places[(@event, value.Path)] = values.Count;
            values.Add((new(index, sequence, type, @event, value.Path, ErasureState.NotRecorded, null), value.Left));
        }

        return true;
    }

    /// <summary>Reads what an event says was masked. Values of later events are not recorded by it.</summary>
    /// <param name="data">The event's data: a JSON object in UTF-8, such as <c>{"decision":"…","events":[{"event":"…","fields":[{"path":"…","left":"…"}]}]}</c>.</param>
    /// <returns>Whether it is of that form.</returns>
    public bool Masked(ReadOnlyMemory<byte> data)
    {
        try
        {
            using var json = JsonDocument.Parse(data, new() { MaxDepth = CanonicalJson.MostDepth });
            var decision = Text(json.RootElement, "decision");
            foreach (var @event in json.RootElement.GetProperty("events").EnumerateArray())
            {
                var id = Guid.ParseExact(Text(@event, "event"), "D");
                foreach (var field in @event.GetProperty("fields").EnumerateArray())
                    Masked(decision, id, Text(field, "path"), Text(field, "left"));
            }

            return true;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return false;
        }
    }

    private static string Text(JsonElement @object, string name) =>
        @object.GetProperty(name).GetString() ?? throw new FormatException($"The member {name} is null.");

    private void Masked(string decision, Guid @event, string path, string left)
    {
        if (!places.TryGetValue((@event, path), out var at))
            return;
        var (erasure, stands) = values[at];
        var state = stands.ToString() == left ? ErasureState.Recorded : ErasureState.Differs;
        values[at] = (erasure with { State = state, Decision = decision }, stands);
    }
}
