using System.Text.Json;
using System.Text.Json.Nodes;
using Npgsql;
using Relations.App.Recording;
using Relations.App.Store;
using Relations.Domain.People;
using Relations.Domain.Recording;

namespace Relations.App.People;

/// <summary>
/// An event as it stands in its row. An erasure changes some texts in it and leaves every other digit as it was written, which reading
/// it into the program's types and writing it again would not promise.
/// </summary>
/// <param name="Sequence">Its place in the order of recording.</param>
/// <param name="Id">Its id.</param>
/// <param name="Record">The record it belongs to.</param>
/// <param name="Alias">Its name in the store.</param>
/// <param name="Data">What it says.</param>
/// <param name="Headers">What stands beside it.</param>
internal sealed record StoredEvent(long Sequence, Guid Id, Guid Record, string Alias, JsonNode Data, JsonNode Headers)
{
    /// <summary>The columns that it is read from, in this order.</summary>
    public const string Columns = "seq_id, id, stream_id, type, data::text, coalesce(headers, '{}')::text";

    /// <summary>The events that hold a name in parts.</summary>
    private static readonly HashSet<string> OfNames = [EventTypes.All[typeof(PersonRegistered)], EventTypes.All[typeof(PersonNameCorrected)]];

    /// <summary>Reads the row that a reader stands on.</summary>
    /// <param name="row">The reader, of <see cref="Columns"/>.</param>
    public static StoredEvent Of(NpgsqlDataReader row) => new(
        row.GetInt64(0), row.GetGuid(1), row.GetGuid(2), row.GetString(3), JsonNode.Parse(row.GetString(4))!, JsonNode.Parse(row.GetString(5))!);

    /// <summary>The texts in which a person is named, as they are once the name is masked, by JSON pointer.</summary>
    /// <param name="person">The person.</param>
    /// <param name="mentions">Finds the name in texts.</param>
    public IReadOnlyDictionary<string, string> MaskedFor(Guid person, NameMentions mentions)
    {
        if (OfNames.Contains(Alias) && Record != person)
            return new Dictionary<string, string>(); // another person of a like name keeps it
        var pointers = EventTexts.Of(Alias, Data.Deserialize<JsonElement>(), Headers.Deserialize<JsonElement>());
        var texts = pointers.Select(p => At(p)!.GetValue<string>()).ToList();
        var masked = OfNames.Contains(Alias) ? [.. texts.Select(t => t.Length == 0 ? t : $"{NameMentions.Mask}")] : mentions.Masked(texts, IsAbout(person));
        return pointers.Zip(texts, masked).Where(t => t.Second != t.Third).ToDictionary(t => t.First, t => t.Third);
    }

    /// <summary>The event with other texts at some places.</summary>
    /// <param name="texts">The texts, by JSON pointer.</param>
    public StoredEvent With(IReadOnlyDictionary<string, string> texts)
    {
        var changed = this with { Data = Data.DeepClone(), Headers = Headers.DeepClone() };
        foreach (var (pointer, text) in texts)
            changed.At(pointer)!.ReplaceWith(text);
        return changed;
    }

    /// <summary>The JSON of the text at a JSON pointer.</summary>
    /// <param name="pointer">The pointer.</param>
    public string JsonAt(string pointer) => At(pointer)!.ToJsonString(RecordJson.Stored);

    /// <summary>The value at a JSON pointer, of names and numbers alone; null where there is none.</summary>
    private JsonNode? At(string pointer)
    {
        var steps = pointer.Split('/').Skip(1).ToList();
        return steps.Skip(1).Aggregate(steps[0] == "data" ? Data : Headers, (JsonNode? at, string step) => at switch
        {
            JsonArray items => int.TryParse(step, out var index) && index < items.Count ? items[index] : null,
            JsonObject fields => fields[step],
            _ => null,
        });
    }

    private bool IsAbout(Guid person) =>
        Record == person || Headers[EventMetadata.ConcernsHeader].Deserialize<Concerns>(RecordJson.Stored)?.People.Contains(person) == true;
}
