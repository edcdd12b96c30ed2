using Readout.Text;

namespace Readout.Claims;

/// <summary>People as a phrase describes them.</summary>
/// <param name="Span">The phrase's words.</param>
/// <param name="Head">Index of its head in the document's words.</param>
/// <param name="Low">Fewest they may be.</param>
/// <param name="High">Most they may be; null is open.</param>
/// <param name="Entity">Index of the person on the page; null where the phrase names nobody.</param>
/// <param name="Gender">'m', 'f', or null.</param>
/// <param name="Age">In years.</param>
/// <param name="IsCounted">The phrase says how many ("two men", "a boy"); else one must know who is meant ("the men", "they").</param>
/// <param name="IsMore">They come on top of others ("another man", "two others").</param>
/// <param name="IsKnown">Definite or a pronoun: somebody the page has spoken of ("the man", "both").</param>
/// <param name="IsPart">Some of those spoken of ("one of the victims").</param>
internal sealed record Victim(
    Span Span, int Head, double Low, double? High, int? Entity, char? Gender, int? Age, bool IsCounted, bool IsMore, bool IsKnown, bool IsPart)
{
    /// <summary>The lemma of the head noun; empty for names and pronouns.</summary>
    public string Noun { get; init; } = "";

    /// <summary>"A fourth victim": 4; 0 where they are not numbered.</summary>
    public int Ordinal { get; init; }

    /// <summary>Did it themselves ("shot himself").</summary>
    public bool IsSelf { get; init; }

    public bool IsOne => High is 1;
}
