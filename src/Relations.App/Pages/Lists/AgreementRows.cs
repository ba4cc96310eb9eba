using Relations.App.Lists;
using Relations.Domain.Agreements;
using Relations.Domain.Recording;
using static Relations.App.Pages.Texts;

namespace Relations.App.Pages.Lists;

/// <summary>The list of agreements.</summary>
public static class AgreementRows
{
    /// <summary>The list.</summary>
    public static RecordList<Agreement> List { get; } = new()
    {
        Name = "agreements",
        Title = () => Say("Agreements"),
        Fields = ListFields.Partnership | ListFields.State | ListFields.Organisation | ListFields.Person | ListFields.Term,
        States = RecordList.StatesOf<AgreementStatus>(),
        Sorts = new Dictionary<string, ListSort> { ["end"] = ListSort.Date, ["name"] = ListSort.Name, ["state"] = ListSort.State },
        UsualSort = "name",
        OpeningCommand = "attest-agreement",
        IdOf = a => new AgreementId(a.Id),
        OfOrganisation = id => ListCondition.Holds("parties", id),
        OfPerson = id => ListCondition.Names("signatures", "signatory", id),
        Named = a => [.. a.Partnerships, .. a.Parties],
        Shown =
        [
            new(() => Say("List.Agreement"), (a, names) => a.Title ?? $"{Word(a.Type)} {names.Together(a.Parties)}", "name"),
            new(() => Say("Agreement.State"), (a, _) => a.Status, "state"),
            new(() => Say("List.End"), (a, _) => a.TermEnd is { } end ? end : Unending(a), "end"),
            new(() => Say("Agreement.Parties"), (a, names) => names.Of(a.Parties.Cast<IRecordId>())),
            new(() => Say("Partnership"), (a, names) => names.Of(a.Partnerships.Cast<IRecordId>())),
        ],
    };

    private static string? Unending(Agreement agreement) => agreement.TermEndIs switch
    {
        TermEndKnowledge.OpenEnded => Say("List.NoEnd"),
        TermEndKnowledge.Unknown => Say("Unknown"),
        _ => null,
    };
}
