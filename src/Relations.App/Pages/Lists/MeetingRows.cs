using Relations.App.Lists;
using Relations.Domain.Meetings;
using Relations.Domain.Recording;
using static Relations.App.Pages.Texts;

namespace Relations.App.Pages.Lists;

/// <summary>The list of meetings.</summary>
public static class MeetingRows
{
    /// <summary>The list.</summary>
    public static RecordList<Meeting> List { get; } = new()
    {
        Name = "meetings",
        Title = () => Say("Meetings"),
        Fields = ListFields.Partnership | ListFields.State | ListFields.Organisation | ListFields.Person | ListFields.Period,
        States = RecordList.StatesOf<MeetingStatus>(),
        Sorts = new Dictionary<string, ListSort> { ["date"] = ListSort.Date, ["name"] = ListSort.Name, ["state"] = ListSort.State },
        UsualSort = "-date",
        OpeningCommand = "log-meeting",
        IdOf = m => new MeetingId(m.Id),
        OfOrganisation = id => ListCondition.Names("participants", "onBehalfOf", id),
        OfPerson = id => ListCondition.Names("participants", "person", id),
        Named = m => m.Partnerships.Cast<IRecordId?>(),
        Shown =
        [
            new(() => Say("List.Meeting"), (m, _) => NameOf(m), "name"),
            new(() => Say("Meeting.Date"), (m, _) => m.On ?? m.PlannedFor, "date"),
            new(() => Say("Meeting.State"), (m, _) => m.Status, "state"),
            new(() => Say("Meeting.Place"), (m, _) => m.Place?.City ?? m.Place?.Name),
            new(() => Say("Partnership"), (m, names) => names.Of(m.Partnerships.Cast<IRecordId>())),
        ],
    };

    private static string NameOf(Meeting meeting) => meeting.Title
        ?? ((meeting.On ?? meeting.PlannedFor) is { } on ? Say("Meeting.Of", on) : Say("Meeting.Undated"));
}
