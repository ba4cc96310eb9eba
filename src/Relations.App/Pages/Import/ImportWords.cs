using Relations.App.Import.Tables;
using static Relations.App.Pages.Texts;

namespace Relations.App.Pages.Import;

/// <summary>The words for imports and their rows.</summary>
internal static class ImportWords
{
    /// <summary>What rows of a kind are called.</summary>
    /// <param name="kind">The kind.</param>
    public static string Of(TableKind kind) => kind switch
    {
        TableKind.Organisations => Say("Search.Organisations"),
        TableKind.People => Say("Search.People"),
        TableKind.Meetings => Say("Search.Meetings"),
        TableKind.Agreements => Say("Search.Agreements"),
        _ => Say("Search.Projects"),
    };

    /// <summary>What becomes of a row.</summary>
    /// <param name="fate">The fate.</param>
    public static string Of(RowFate fate) => fate switch
    {
        RowFate.New => Say("Import.New"),
        RowFate.Doubtful => Say("Import.Doubtful"),
        RowFate.OnRecord => Say("Import.OnRecord"),
        RowFate.Wrong => Say("Import.Wrong"),
        RowFate.Recorded => Say("Import.Recorded"),
        _ => Say("Import.Unchecked"),
    };

    /// <summary>Where an import stands.</summary>
    /// <param name="state">Its state.</param>
    public static string Of(ImportState state) => state switch
    {
        ImportState.Matching => Say("Import.Matching"),
        ImportState.Checked => Say("Import.Checked"),
        ImportState.Loading => Say("Import.Loading"),
        _ => Say("Import.Done"),
    };

    /// <summary>The record that a row is.</summary>
    /// <param name="kind">What each row is.</param>
    /// <param name="id">The record.</param>
    public static string AddressOf(TableKind kind, Guid id) => $"/{kind.ToString().ToLowerInvariant()}/{id}";
}
