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

/// <summary>The names on a page that shows facts whole.</summary>
public interface IFactNames : INames
{
    /// <summary>Whether the page is about a record, so that no fact of it needs to name it.</summary>
    /// <param name="record">The record.</param>
    bool IsAbout(Guid record);

    /// <summary>The name of a record by its id alone.</summary>
    /// <param name="record">The record.</param>
    Named OfRecord(Guid record);

    /// <summary>The language that a source is written in; null where the page does not know it.</summary>
    /// <param name="source">The source.</param>
    string? LanguageOf(SourceId source);
}
