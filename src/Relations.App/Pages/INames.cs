using System.Globalization;
using Relations.Domain.Recording;

namespace Relations.App.Pages;

/// <summary>The names of what a page speaks of.</summary>
public interface INames
{
    /// <summary>The reader's language.</summary>
    CultureInfo Culture { get; }

    /// <summary>The name of any record.</summary>
    /// <param name="id">The record.</param>
    Named Of(IRecordId id);

    /// <summary>Whether the whole page is about a partnership, so that nothing on it needs to say so.</summary>
    /// <param name="id">The partnership.</param>
    bool IsWholePage(PartnershipId id);
}
