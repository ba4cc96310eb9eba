using Relations.App.Lists;

namespace Relations.App.Pages.Lists;

/// <summary>Every list of records.</summary>
public static class RecordLists
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<RecordList> All { get; } =
    [
        MeetingRows.List, AgreementRows.List, ProjectRows.List, CommitmentRows.List, OrganisationRows.List, PersonRows.List, SourceRows.List,
    ];

    /// <summary>The list at an address; null where there is none.</summary>
    /// <param name="path">The address's path.</param>
    public static RecordList? At(string? path) => All.FirstOrDefault(l => path?.Trim('/') == l.Name);
}
