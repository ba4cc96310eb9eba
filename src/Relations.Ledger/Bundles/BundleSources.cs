using System.Text;
using System.Text.Json;

namespace Relations.Ledger.Bundles;

/// <summary>Compares the list of sources with the events that register them and provide their texts.</summary>
/// <param name="tell">Takes findings.</param>
internal sealed class BundleSources(TellFinding tell)
{
    public const string RegisteredType = "source_registered";
    public const string TextType = "source_text_provided";

    private readonly Dictionary<Guid, Row> rows = [];

    private sealed record Row(BundledSource Source)
    {
        public bool IsRegistered { get; set; }

        public bool HasText { get; set; }
    }

    /// <summary>Takes a row of the list.</summary>
    /// <returns>Whether it can be taken: no other row is of that source, and there are not too many.</returns>
    public bool List(BundledSource source) => rows.Count < BundleFiles.MostSources && rows.TryAdd(source.Source, new(source));

    /// <summary>Compares an event that the ledger proved.</summary>
    /// <param name="facts">Which event.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="json">The event.</param>
    public void Read(EventFacts facts, FindingPlace place, ReadOnlyMemory<byte> json)
    {
        if (!rows.TryGetValue(facts.Stream, out var row))
        {
            if (facts.Type == RegisteredType)
                tell(FindingKind.SourceNotListed, place);
            return;
        }

        using var @event = JsonDocument.Parse(json);
        var data = @event.RootElement.GetProperty("data");
        if (facts.Type == RegisteredType)
            row.IsRegistered = true;
        else
            row.HasText = true;
        var isSame = facts.Type == RegisteredType
            ? TextOf(data, "sha256") == row.Source.Sha256.ToString() && TextOf(data, "title") == row.Source.Title
            : row.Source.Text is { } hash && TextOf(data, "text") is { } text && Bytes32.Sha256(Encoding.UTF8.GetBytes(text)) == hash;
        if (!isSame)
            tell(FindingKind.SourceDiffers, place);
    }

    /// <summary>Tells which rows no event proved, when all events were read.</summary>
    public void End()
    {
        foreach (var (id, row) in rows.Where(r => !r.Value.IsRegistered || (r.Value.Source.Text is not null && !r.Value.HasText)))
            tell(FindingKind.SourceNotProven, new(BundleFiles.Sources), id.ToString());
    }

    private static string? TextOf(JsonElement data, string name) =>
        data.ValueKind == JsonValueKind.Object && data.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
