using Readout.Text;

namespace Readout.Claims;

/// <summary>Words that say somebody came to harm: who, how many, and how.</summary>
/// <param name="Harm">What befell them.</param>
/// <param name="Low">Fewest they may be; 0 with <paramref name="High"/> 0 says that nobody was.</param>
/// <param name="High">Most they may be; null is open.</param>
/// <param name="Span">The predicate and those it befell.</param>
/// <param name="Victim">Who they are.</param>
/// <param name="Sentence">Index of the sentence.</param>
/// <param name="Rule">Name of the rule that read it.</param>
internal sealed record Casualty(Harm Harm, double Low, double? High, Span Span, Victim Victim, int Sentence, string Rule)
{
    public bool IsNobody => High is 0;

    /// <summary>The predicate's word: those of one predicate are different people.</summary>
    public int Group { get; init; } = -1;
}
