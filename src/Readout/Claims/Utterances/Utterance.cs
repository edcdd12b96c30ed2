using Readout.Text;

namespace Readout.Claims;

/// <summary>How a page's wording of an utterance stands to its fullest wording in marks.</summary>
public enum WordingKind
{
    /// <summary>The fullest itself: the longest in marks, where no page has it in marks the longest.</summary>
    Fullest,

    /// <summary>The same words.</summary>
    Same,

    /// <summary>Part of them, unchanged.</summary>
    Shorter,

    /// <summary>In marks, but words within are others, or are left out between.</summary>
    Differs,

    /// <summary>Not in marks, or the fullest is not: told in a page's own words.</summary>
    Reworded,
}

/// <summary>Something said once, with every wording that the pages give it.</summary>
/// <param name="Id">Short id, unique in a run.</param>
/// <param name="Speaker">Entity id; null where no page names who said it.</param>
/// <param name="SaidOn">When, as far as the pages say.</param>
/// <param name="Wordings">The fullest first, then the others in the order of their pages.</param>
public sealed record Utterance(string Id, string? Speaker, DateRange SaidOn, IReadOnlyList<Wording> Wordings);

/// <summary>One page's wording.</summary>
/// <param name="Document">Id of the page.</param>
/// <param name="Quotation">Index in the page's quotations.</param>
/// <param name="Kind">How it stands to the fullest.</param>
/// <param name="Changed">Its words in marks that the fullest does not have there.</param>
/// <param name="Missing">Words of the fullest that it leaves out between words that it has; places in the fullest's page.</param>
public sealed record Wording(string Document, int Quotation, WordingKind Kind, IReadOnlyList<Span> Changed, IReadOnlyList<Span> Missing);
