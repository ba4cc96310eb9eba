using Relations.App.Lists;
using Relations.Domain.Projects;
using Relations.Domain.Recording;
using static Relations.App.Pages.Texts;

namespace Relations.App.Pages.Lists;

/// <summary>The list of projects.</summary>
public static class ProjectRows
{
    /// <summary>The list.</summary>
    public static RecordList<Project> List { get; } = new()
    {
        Name = "projects",
        Title = () => Say("Projects"),
        Fields = ListFields.Partnership | ListFields.State | ListFields.Organisation | ListFields.Period,
        States = new Dictionary<string, ListState>
        {
            ["running"] = new(() => Say("List.Running"), _ => RecordList.In(ProjectStatus.Implementation)),
        }.Concat(RecordList.StatesOf<ProjectStatus>()).ToDictionary(),
        Sorts = new Dictionary<string, ListSort> { ["period"] = ListSort.Date, ["name"] = ListSort.Name, ["state"] = ListSort.State },
        UsualSort = "-period",
        OpeningCommand = "record-project",
        IdOf = p => new ProjectId(p.Id),
        OfOrganisation = id => ListCondition.Names("participants", "organisation", id),
        Named = p => [.. p.Partnerships, .. p.Participants.Select(x => x.Organisation)],
        Shown =
        [
            new(() => Say("List.Project"), (p, _) => p.Title ?? Say("Project.Untitled"), "name"),
            new(() => Say("Project.State"), (p, _) => p.Status, "state"),
            new(() => Say("Project.Period"), (p, _) => p.Period, "period"),
            new(() => Say("Project.Participants"), (p, names) => names.Of(p.Participants.Select(x => (IRecordId)x.Organisation))),
            new(() => Say("Partnership"), (p, names) => names.Of(p.Partnerships.Cast<IRecordId>())),
        ],
    };
}
