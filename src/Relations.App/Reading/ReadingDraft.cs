using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Relations.Domain.Recording;
using Relations.Domain.Time;
using Relations.Reading;
using Relations.Reading.Linking;

namespace Relations.App.Reading;

/// <summary>What an officer decided on a proposed fact. Whether it was changed or merged stands beside it.</summary>
[JsonConverter(typeof(EnumNameConverter<Fate>))]
public enum Fate
{
    /// <summary>Nothing yet.</summary>
    Undecided,

    /// <summary>It is to be recorded.</summary>
    Accepted,

    /// <summary>It is not to be recorded.</summary>
    Refused,
}

/// <summary>A record that a proposed fact may be about.</summary>
/// <param name="Id">The record.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Score">How much alike they are, from 0 to 1.</param>
public sealed record FoundRecord(Guid Id, string Name, double Score)
{
    /// <summary>Why it may be, the weightiest first; none where somebody looked for it.</summary>
    public IReadOnlyList<LinkReason> Reasons { get; init; } = [];
}

/// <summary>A proposed fact, and what became of it.</summary>
public sealed record DraftFact
{
    /// <summary>As the reader proposed it, or as it was begun by hand.</summary>
    public required Fact Proposed { get; init; }

    /// <summary>As the officer changed it; null where it stands as proposed.</summary>
    public Fact? Changed { get; init; }

    /// <summary>What was decided.</summary>
    public Fate Fate { get; init; }

    /// <summary>The record that it is, where it is on record already; null where it is new.</summary>
    public Guid? Record { get; init; }

    /// <summary>What that record is called.</summary>
    public string? RecordName { get; init; }

    /// <summary>The records that it may be. As long as nobody chose, it is not accepted together with others.</summary>
    public IReadOnlyList<FoundRecord> Found { get; init; } = [];

    /// <summary>Whether the officer added it, and no reader proposed it.</summary>
    public bool ByHand { get; init; }

    /// <summary>Its name within the draft.</summary>
    [JsonIgnore]
    public string Key => Proposed.Key;

    /// <summary>The fact as it stands.</summary>
    [JsonIgnore]
    public Fact Fact => Changed ?? Proposed;

    /// <summary>Whether a person has to look at it before it is recorded.</summary>
    [JsonIgnore]
    public bool IsDoubtful => Fate == Fate.Undecided && (Proposed.Confidence.Value < Confidence.Doubtful || (Record is null && Found.Count > 0));

    /// <summary>Whether it is to be recorded.</summary>
    [JsonIgnore]
    public bool IsAccepted => Fate == Fate.Accepted;
}

/// <summary>
/// A text that was read and is being judged. It is its officer's work, kept until recorded or removed, and no fact about
/// institutions: nothing of it is on record.
/// </summary>
public sealed record ReadingDraft
{
    /// <summary>The most facts that one draft holds; a text that tells more is judged in parts.</summary>
    public const int MostFacts = 400;

    /// <summary>Characters of a name that is made of the first words.</summary>
    private const int MostOfName = 80;

    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The account whose it is; empty for whoever operates the machine.</summary>
    public required Guid Account { get; init; }

    /// <summary>That account's name.</summary>
    public required string By { get; init; }

    /// <summary>The text that passages count in.</summary>
    public required string Text { get; init; }

    /// <summary>The SHA-256 of the bytes that the text came from.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The name of the file that it came in.</summary>
    public string? FileName { get; init; }

    /// <summary>The partnership that it was said to be about.</summary>
    public Guid? Partnership { get; init; }

    /// <summary>When it was published, where the officer said so.</summary>
    public EdtfDate? PublishedOn { get; init; }

    /// <summary>The source that this document is registered as already.</summary>
    public Guid? Source { get; init; }

    /// <summary>The facts, in the order of the text.</summary>
    public required IReadOnlyList<DraftFact> Facts { get; init; }

    /// <summary>What the reader saw and did not propose.</summary>
    public IReadOnlyList<Note> Notes { get; init; } = [];

    /// <summary>When it was begun.</summary>
    public required DateTimeOffset Begun { get; init; }

    /// <summary>When it was last changed.</summary>
    public required DateTimeOffset Touched { get; init; }

    /// <summary>Who changed it last.</summary>
    public required string TouchedBy { get; init; }

    /// <summary>When its facts were recorded; null while they are not.</summary>
    public DateTimeOffset? RecordedAt { get; init; }

    /// <summary>How often it was changed. The store counts it.</summary>
    public int Version { get; set; }

    /// <summary>What the document is called, for lists of drafts.</summary>
    public required string Name { get; init; }

    /// <summary>What the document is called: by its title, its file or its first words.</summary>
    [JsonIgnore]
    public string Title => Document?.Title is { Length: > 0 } title ? title : FileName ?? FirstWords;

    private string FirstWords =>
        Text.Split('\n').Select(l => l.Trim()).FirstOrDefault(l => l.Length > 0) is not { } line ? ""
        : line.Length > MostOfName ? line[..MostOfName] + "…"
        : line;

    /// <summary>The fact about the document itself.</summary>
    [JsonIgnore]
    public SourceFact? Document => Facts.Select(f => f.Fact).OfType<SourceFact>().FirstOrDefault();

    /// <summary>A reading as a draft that nobody keeps: its facts can be told in sentences.</summary>
    /// <param name="reading">The reading.</param>
    public static ReadingDraft Of(TextReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return new()
        {
            Id = Guid.Empty,
            Account = Guid.Empty,
            By = "",
            Text = reading.Text,
            Sha256 = "",
            Facts = [.. reading.Facts.Select(f => new DraftFact { Proposed = f })],
            Notes = reading.Notes,
            Name = "",
            Begun = default,
            Touched = default,
            TouchedBy = "",
        };
    }

    /// <summary>A fact by its key.</summary>
    /// <param name="key">The key.</param>
    public DraftFact? Find(string? key) => key is null ? null : Facts.FirstOrDefault(f => f.Key == key);

    /// <summary>The id of the record that a fact opens: the same however often it is confirmed.</summary>
    /// <param name="key">The fact's key.</param>
    public Guid RecordOf(string key)
    {
        // UUID version 8 of RFC 9562, over the draft and the key.
        var hash = SHA256.HashData([.. Id.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(key)]).AsSpan(0, 16);
        hash[6] = (byte)((hash[6] & 0x0f) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3f) | 0x80);
        return new(hash, bigEndian: true);
    }
}
