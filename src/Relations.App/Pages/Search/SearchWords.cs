using System.Globalization;
using Relations.App.Search;
using static Relations.App.Pages.Texts;

namespace Relations.App.Pages.Search;

/// <summary>The kinds of records in words.</summary>
public static class KindWords
{
    /// <summary>One of a kind.</summary>
    /// <param name="kind">The kind's name in addresses.</param>
    public static string One(string kind) => kind switch
    {
        "organisation" => Say("Search.Organisation"),
        "person" => Say("Search.Person"),
        "partnership" => Say("Search.Partnership"),
        "meeting" => Say("Search.Meeting"),
        "agreement" => Say("Search.Agreement"),
        "project" => Say("Search.Project"),
        "commitment" => Say("Search.Commitment"),
        _ => Say("Search.Source"),
    };

    /// <summary>Several of a kind.</summary>
    /// <param name="kind">The kind's name in addresses.</param>
    public static string Many(string kind) => kind switch
    {
        "organisation" => Say("Search.Organisations"),
        "person" => Say("Search.People"),
        "partnership" => Say("Search.Partnerships"),
        "meeting" => Say("Search.Meetings"),
        "agreement" => Say("Search.Agreements"),
        "project" => Say("Search.Projects"),
        "commitment" => Say("Search.Commitments"),
        _ => Say("Search.Sources"),
    };
}

/// <summary>The partnerships of what was found in words.</summary>
public static class PartnershipWords
{
    /// <summary>A partnership by its name, else by its parties, else by its address.</summary>
    /// <param name="slug">Its address.</param>
    /// <param name="answer">What was found; null where nothing was searched for.</param>
    public static string Of(string slug, SearchAnswer? answer)
    {
        if (answer?.Partnerships.Values.FirstOrDefault(p => p.Slug == slug) is not { } partnership)
            return slug;
        var parties = partnership.Parties
            .Select(p => answer.Organisations.GetValueOrDefault(p.Organisation.Value)?.ShortNameIn(CultureInfo.CurrentUICulture)).OfType<string>().ToList();
        return partnership.Name ?? (parties.Count > 0 ? string.Join("–", parties) : slug);
    }
}
