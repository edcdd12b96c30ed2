using Readout.Articles;
using Readout.Text;

namespace Readout.Origins;

/// <summary>Texts that copy one another.</summary>
/// <param name="Id">Short id, unique in a run.</param>
/// <param name="Documents">Ids of its documents, the origin first, then by day.</param>
/// <param name="Origin">Id of the document the others depend on, as far as the pages show.</param>
/// <param name="Links">From each dependent document to the one it took from, with reasons.</param>
public sealed record Family(string Id, IReadOnlyList<string> Documents, string Origin, IReadOnlyList<FamilyLink> Links)
{
    /// <summary>The source that its pages credit for the text and that is not among the pages; null where there is none.</summary>
    public UnseenOrigin? Unseen { get; init; }
}

/// <summary>A source that is credited and whose own page is not there.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Evidence">The words that credit it.</param>
public sealed record UnseenOrigin(string Name, IReadOnlyList<Citation> Evidence);

/// <summary>One dependence between two documents.</summary>
/// <param name="From">The later document.</param>
/// <param name="To">The document it took from.</param>
/// <param name="Link">How that is known.</param>
/// <param name="Spans">The words in <paramref name="From"/> that show it.</param>
/// <param name="Reason">The reason in words for an editor ("8 of 9 sentences stand there; printed later; names OPA").</param>
public sealed record FamilyLink(string From, string To, AttributionLink Link, IReadOnlyList<Span> Spans, string Reason)
{
    /// <summary>The same words in <see cref="To"/>; empty where the link is no common text.</summary>
    public IReadOnlyList<Span> Sources { get; init; } = [];
}

/// <summary>Who copied whom in a pile of pages.</summary>
/// <param name="Families">Near-copies.</param>
/// <param name="Reuse">Sentences of one page in another that is no copy of it.</param>
public sealed record Copies(IReadOnlyList<Family> Families, IReadOnlyList<FamilyLink> Reuse);
