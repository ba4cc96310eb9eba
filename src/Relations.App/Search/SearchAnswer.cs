using Relations.Domain.Organisations;
using Relations.Domain.Partnerships;
using Relations.Domain.Time;

namespace Relations.App.Search;

/// <summary>What was found.</summary>
/// <param name="Question">What was searched for, with the words that were searched for in the end.</param>
/// <param name="Hits">The records of the page, the best first.</param>
/// <param name="Total">How many records were found, at most <see cref="SearchQuestion.Most"/>.</param>
/// <param name="HasMore">Whether there are more than were counted; the facets then count the best of them.</param>
/// <param name="Respelled">Whether nothing was found for the words as they were written, and these are words written alike.</param>
/// <param name="Facets">How many of them are of what sort.</param>
public sealed record SearchAnswer(
    SearchQuestion Question, IReadOnlyList<SearchHit> Hits, int Total, bool HasMore, bool Respelled, SearchFacets Facets)
{
    /// <summary>The partnerships of the hits and the facets that the reader may read, by id.</summary>
    internal IReadOnlyDictionary<Guid, Partnership> Partnerships { get; init; } = new Dictionary<Guid, Partnership>();

    /// <summary>The organisations that a hit or a partnership goes by, by id.</summary>
    internal IReadOnlyDictionary<Guid, Organisation> Organisations { get; init; } = new Dictionary<Guid, Organisation>();

    /// <summary>Nothing.</summary>
    /// <param name="question">What was searched for.</param>
    public static SearchAnswer Nothing(SearchQuestion question) => new(question, [], 0, false, false, new([], [], [], []));
}

/// <summary>A record that was found.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Id">The record.</param>
/// <param name="Title">What it is called, with the words that were found; null where it has no name of its own.</param>
/// <param name="Passage">Where the words stand in it; null where it was found by its title or by whom it concerns.</param>
/// <param name="On">When it was; null where it has no date.</param>
/// <param name="Partnerships">The partnerships it belongs to, by address.</param>
/// <param name="Address">Its page; for the text of a source, opened at the passage.</param>
public sealed record SearchHit(
    string Kind,
    Guid Id,
    IReadOnlyList<MarkedText>? Title,
    IReadOnlyList<MarkedText>? Passage,
    EdtfDate? On,
    IReadOnlyList<string> Partnerships,
    string Address)
{
    /// <summary>The parties of a partnership, by which it goes where it has no name.</summary>
    internal IReadOnlyList<Guid> Parties { get; init; } = [];
}

/// <summary>A stretch of text.</summary>
/// <param name="Text">The words.</param>
/// <param name="IsFound">Whether they are among those searched for.</param>
public sealed record MarkedText(string Text, bool IsFound)
{
    /// <summary>What PostgreSQL puts before words that were found: a character for private use, which no text has.</summary>
    internal const char Start = '\uE000';

    /// <summary>What it puts behind them.</summary>
    internal const char Stop = '\uE001';

    /// <summary>A headline of PostgreSQL in stretches.</summary>
    /// <param name="headline">The headline.</param>
    internal static IReadOnlyList<MarkedText> Of(string headline)
    {
        List<MarkedText> parts = [];
        foreach (var (piece, i) in headline.Split(Start).Select((p, i) => (p, i)))
        {
            var stop = i == 0 ? -1 : piece.IndexOf(Stop, StringComparison.Ordinal);
            if (stop > 0)
                parts.Add(new(piece[..stop], true));
            var rest = piece[(stop + 1)..].Replace(Stop.ToString(), "", StringComparison.Ordinal);
            if (rest.Length > 0)
                parts.Add(new(rest, false));
        }

        return parts;
    }
}

/// <summary>How many of what was found are of what sort, the most first.</summary>
/// <param name="Kinds">By kind.</param>
/// <param name="Partnerships">By partnership, named by its address.</param>
/// <param name="Themes">By theme of the partnership.</param>
/// <param name="Years">By year, the latest first.</param>
public sealed record SearchFacets(
    IReadOnlyList<SearchFacet> Kinds, IReadOnlyList<SearchFacet> Partnerships, IReadOnlyList<SearchFacet> Themes, IReadOnlyList<SearchFacet> Years);

/// <summary>One sort of what was found.</summary>
/// <param name="Value">The sort.</param>
/// <param name="Count">How many.</param>
public sealed record SearchFacet(string Value, int Count);
