using Readout.Articles;
using Readout.Text;

namespace Readout.Origins;

/// <summary>Texts that copy one another.</summary>
/// <param name="Id">Short id, unique in a run.</param>
/// <param name="Documents">Ids of its documents, earliest first.</param>
/// <param name="Origin">Id of the document the others depend on, as far as the pages show.</param>
/// <param name="Links">From each dependent document to the one it took from, with reasons.</param>
public sealed record Family(string Id, IReadOnlyList<string> Documents, string Origin, IReadOnlyList<FamilyLink> Links);

/// <summary>One dependence between two documents of a family.</summary>
/// <param name="From">The later document.</param>
/// <param name="To">The document it took from.</param>
/// <param name="Link">How that is known.</param>
/// <param name="Spans">The words in <paramref name="From"/> that show it.</param>
/// <param name="Reason">The reason in words for an editor ("8 of 9 sentences stand there; names OPA").</param>
public sealed record FamilyLink(string From, string To, AttributionLink Link, IReadOnlyList<Span> Spans, string Reason);
