using Relations.App.Lists;
using Relations.Domain.Commitments;
using Relations.Domain.Recording;
using static Relations.App.Pages.Texts;

namespace Relations.App.Pages.Lists;

/// <summary>The list of commitments.</summary>
public static class CommitmentRows
{
    /// <summary>The list.</summary>
    public static RecordList<Commitment> List { get; } = new()
    {
        Name = "commitments",
        Title = () => Say("Commitments"),
        Fields = ListFields.Partnership | ListFields.State | ListFields.Organisation | ListFields.Person | ListFields.OwedBy | ListFields.Period,
        States = new Dictionary<string, ListState> { ["overdue"] = new(() => Say("List.Overdue"), IsOverdue) }
            .Concat(RecordList.StatesOf<CommitmentStatus>()).ToDictionary(),
        Sorts = new Dictionary<string, ListSort> { ["due"] = ListSort.Date, ["name"] = ListSort.Name, ["state"] = ListSort.State },
        UsualSort = "-due",
        OpeningCommand = "make-commitment",
        IdOf = c => new CommitmentId(c.Id),
        OfOrganisation = id => new("(d.data ->> 'owedBy' = ? or d.data -> 'owedTo' @> ?::jsonb)", id.ToString(), $"[\"{id}\"]"),
        OfPerson = id => ListCondition.Is("assignedTo", id),
        Named = c => [.. c.Partnerships, c.OwedBy, .. c.OwedTo],
        Shown =
        [
            new(() => Say("List.Commitment"), (c, _) => c.What, "name"),
            new(() => Say("Commitment.State"), (c, _) => c.Status, "state"),
            new(() => Say("Commitment.Due"), (c, _) => c.Due, "due"),
            new(() => Say("Commitment.OwedBy"), (c, names) => names.Of([c.OwedBy])),
            new(() => Say("Commitment.OwedTo"), (c, names) => names.Of(c.OwedTo.Cast<IRecordId>())),
            new(() => Say("Partnership"), (c, names) => names.Of(c.Partnerships.Cast<IRecordId>())),
        ],
    };

    /// <summary><see cref="Commitment.IsOverdue"/> in SQL; a test holds the two together.</summary>
    private static ListCondition IsOverdue(DateOnly today) =>
        new("d.listing_state_name = ? and d.listing_until < ?", nameof(CommitmentStatus.Open), today);
}
