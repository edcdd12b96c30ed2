using Readout.Text;

namespace Readout.Store.Searching;

/// <summary>What a search found.</summary>
/// <param name="Kind">article, claim, quotation or prospect.</param>
/// <param name="Story">The story it belongs to; null where it belongs to none.</param>
/// <param name="Item">Its id in that story's record; null for an article.</param>
/// <param name="Document">The page's SHA-256.</param>
/// <param name="Snippet">Words of the page, with the places inside them that matched.</param>
/// <param name="Start">Where its words begin in the page's text, in code points.</param>
/// <param name="Score">How well it fits, from 0 up; 0 where the search names no words.</param>
public sealed record SearchHit(
    string Kind, string? Story, string? Item, string Document, string Address, string? Title, string? Outlet, string? Speaker, string? Earliest, string? Latest,
    Snippet Snippet, int Start, int End, double Score);

/// <summary>A stretch of a page's text around what was found.</summary>
/// <param name="Text">Its words as they stand there; white space folded.</param>
/// <param name="Marks">What matched, UTF-16 places in <paramref name="Text"/>.</param>
public sealed record Snippet(string Text, IReadOnlyList<Span> Marks)
{
    /// <summary>More stands before it.</summary>
    public bool IsCutBefore { get; init; }

    /// <summary>More stands after it.</summary>
    public bool IsCutAfter { get; init; }
}

/// <summary>How many of the hits have a value in common.</summary>
public sealed record Facet(string Value, long Count);

/// <summary>What to look for.</summary>
/// <param name="Text">The search as written.</param>
/// <param name="Most">At most so many hits.</param>
/// <param name="Skip">Hits passed over first.</param>
/// <param name="WithFacets">Count the hits by outlet, story, speaker and month.</param>
/// <param name="Visit">When the user last looked, for <c>new:yes</c>; null for never.</param>
/// <param name="MostRanked">More hits than that stand by their day, and only so many of the latest are counted: ranking takes a thousandth of a millisecond a hit, and a word that very many have ranks nothing.</param>
public sealed record SearchRequest(string Text, int Most = 20, int Skip = 0, bool WithFacets = false, string? Visit = null, int MostRanked = 10_000);

/// <summary>What a search gave.</summary>
/// <param name="Total">All hits there are.</param>
/// <param name="Facets">By name of the facet; empty where they were not asked for.</param>
/// <param name="Explanation">How the search was understood.</param>
public sealed record SearchResult(IReadOnlyList<SearchHit> Hits, long Total, IReadOnlyDictionary<string, IReadOnlyList<Facet>> Facets, SearchExplanation Explanation)
{
    /// <summary>The best stand first; else they stand by their day, the latest first.</summary>
    public bool IsRanked { get; init; }

    /// <summary>How many of the hits the facets count: all of them, of very many the latest.</summary>
    public long Counted { get; init; }
}

/// <summary>How a search was understood.</summary>
/// <param name="Read">The search with its operators written out.</param>
/// <param name="Match">What the full-text index was asked: the stems in every language of the workspace; null where no words were named.</param>
/// <param name="Conditions">What must hold beside, in SQL.</param>
public sealed record SearchExplanation(string Read, string? Match, IReadOnlyList<string> Conditions);
