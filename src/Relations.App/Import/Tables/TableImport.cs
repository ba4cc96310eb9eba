using System.Text.Json.Serialization;
using JasperFx;
using Relations.Domain.Recording;

namespace Relations.App.Import.Tables;

/// <summary>Where an import stands.</summary>
[JsonConverter(typeof(EnumNameConverter<ImportState>))]
public enum ImportState
{
    /// <summary>Its columns are being matched.</summary>
    Matching,

    /// <summary>It was looked through; nothing is recorded.</summary>
    Checked,

    /// <summary>It is being recorded, or waits to be taken up again.</summary>
    Loading,

    /// <summary>Every row has its fate.</summary>
    Done,
}

/// <summary>A table that somebody imports. It is theirs alone, and no record: what it records is.</summary>
public sealed class TableImport : IRevisioned
{
    /// <summary>The import: made from the account and the file's bytes, so that a file handed in twice is one import.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose it is: the account's name.</summary>
    public required string By { get; init; }

    /// <summary>The account; null for who operates the machine.</summary>
    public Guid? Account { get; init; }

    /// <summary>The file's name.</summary>
    public required string FileName { get; init; }

    /// <summary>When it was handed in.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The headings of its columns.</summary>
    public required IReadOnlyList<string> Headings { get; init; }

    /// <summary>How many rows it has.</summary>
    public required int Rows { get; init; }

    /// <summary>What each row is.</summary>
    public TableKind Kind { get; set; }

    /// <summary>Which column says what.</summary>
    public Dictionary<string, int> Mapping { get; set; } = [];

    /// <summary>The language of its names.</summary>
    public string Language { get; set; } = "es";

    /// <summary>Whether organisations that are named and not on record are registered.</summary>
    public bool MakesOrganisations { get; set; }

    /// <summary>The day from which its relative dates are counted: the day on which it was handed in.</summary>
    public DateOnly Today { get; set; }

    /// <summary>Where it stands.</summary>
    public ImportState State { get; set; }

    /// <summary>How many rows have their fate in this state.</summary>
    public int Settled { get; set; }

    /// <summary>How many rows there are of each fate.</summary>
    public Dictionary<RowFate, int> Fates { get; set; } = [];

    /// <summary>How often it changed: of two changes at once one is refused.</summary>
    public int Version { get; set; }

    /// <summary>How its rows are taken.</summary>
    [JsonIgnore]
    public TableOptions Options => new(Id, Mapping, Language, MakesOrganisations, Today);

    /// <summary>The parts it is kept in.</summary>
    [JsonIgnore]
    public int Parts => (Rows + ImportPart.Size - 1) / ImportPart.Size;

    /// <summary>How many rows have a fate.</summary>
    /// <param name="fate">The fate.</param>
    public int Count(RowFate fate) => Fates.GetValueOrDefault(fate);

    /// <summary>How many rows would be recorded.</summary>
    [JsonIgnore]
    public int ToRecord => Count(RowFate.New) + Count(RowFate.Doubtful);
}

/// <summary>Some rows of an import: what is stored, checked and recorded in one go.</summary>
public sealed class ImportPart
{
    /// <summary>The most rows of a part.</summary>
    public const int Size = 100;

    /// <summary>The import and the part's number.</summary>
    public required string Id { get; init; }

    /// <summary>The import.</summary>
    public required Guid Import { get; init; }

    /// <summary>Its number, from 0.</summary>
    public required int Number { get; init; }

    /// <summary>Its rows.</summary>
    public required IReadOnlyList<ImportRow> Rows { get; set; }

    /// <summary>The id of a part.</summary>
    /// <param name="import">The import.</param>
    /// <param name="number">The part's number.</param>
    public static string IdOf(Guid import, int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{import:N}/{number:00000}");
}

/// <summary>A row of an import, and what became of it.</summary>
/// <param name="Line">Its number in the file.</param>
/// <param name="Cells">What stands in it.</param>
/// <param name="Fate">What becomes of it.</param>
/// <param name="Record">The record that it is.</param>
/// <param name="Findings">What is to be said of it.</param>
public sealed record ImportRow(int Line, IReadOnlyList<string> Cells, RowFate Fate = RowFate.Unchecked, Guid? Record = null, IReadOnlyList<Finding>? Findings = null);

/// <summary>How somebody mapped columns of such headings the last time.</summary>
/// <param name="Id">The account and the headings.</param>
/// <param name="Kind">What each row was.</param>
/// <param name="Mapping">Which column said what.</param>
/// <param name="MakesOrganisations">Whether organisations were registered in passing.</param>
public sealed record RememberedMapping(string Id, TableKind Kind, Dictionary<string, int> Mapping, bool MakesOrganisations)
{
    /// <summary>The id of what an account remembers for some headings.</summary>
    /// <param name="account">The account's name.</param>
    /// <param name="headings">The headings.</param>
    public static string IdOf(string account, IReadOnlyList<string> headings) => string.Join('/', account, Convert.ToHexStringLower(
        System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(string.Join('\u001f', headings.Select(TableField.Folded))))));
}
