using System.Globalization;
using Relations.App.Access;
using Relations.App.Pages.Records;
using Relations.Domain.Access;
using Relations.Domain.Recording;

namespace Relations.App.Pages;

/// <summary>
/// The names of what the trail of access is about: accounts by theirs, records by their ids alone, so that the trail shows
/// nothing of what they say. Each leads to where it is shown, and whoever follows is noted like everybody.
/// </summary>
/// <param name="subjects">What is on record.</param>
/// <param name="keepsAccounts">Whether the reader may open the pages of accounts.</param>
/// <param name="culture">The reader's language.</param>
internal sealed class AccessNames(IReadOnlyDictionary<Guid, AccessSubject> subjects, bool keepsAccounts, CultureInfo culture) : INames
{
    /// <inheritdoc />
    public CultureInfo Culture { get; } = culture;

    /// <inheritdoc />
    public Named Of(IRecordId id) => Of(id.Value);

    /// <inheritdoc />
    public bool IsWholePage(PartnershipId id) => false;

    /// <summary>An account or a record.</summary>
    /// <param name="id">Its id.</param>
    public Named Of(Guid id) => subjects.TryGetValue(id, out var subject)
        ? new(subject.Account ?? id.ToString(), AddressOf(subject.Label))
        : new(id.ToString(), null);

    private string? AddressOf(RecordLabel label) => label.Kind == typeof(Account)
        ? keepsAccounts ? AdministeredAccountPage.AddressOf(label.Id) : null
        : RecordLink.To(RecordTitle.IdOf(label.Kind, label.Id));
}
