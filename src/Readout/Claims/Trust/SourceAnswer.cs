namespace Readout.Claims;

/// <summary>What one source answers to one question: the authors of a book, the cities on a route.</summary>
/// <param name="Source">Who answers.</param>
/// <param name="Item">The question.</param>
/// <param name="Values">Its answer, normalised so that equal values are equal strings; it may leave some out.</param>
internal sealed record SourceAnswer(string Source, string Item, IReadOnlySet<string> Values);

/// <summary>What all sources together make likely.</summary>
/// <param name="Values">For each item the values taken for true, likeliest first.</param>
/// <param name="Sources">How far each source was trusted.</param>
/// <param name="Copies">Sources found to copy one another.</param>
internal sealed record TrustedAnswers(
    IReadOnlyDictionary<string, IReadOnlyList<(string Value, double Probability)>> Values,
    IReadOnlyDictionary<string, SourceQuality> Sources,
    IReadOnlyList<CopyingPair> Copies);

/// <summary>How good a source's answers are.</summary>
/// <param name="Recall">How often it gives a value that is true.</param>
/// <param name="Silence">How often it is silent on a value that is false.</param>
internal readonly record struct SourceQuality(double Recall, double Silence);

/// <summary>Two sources whose answers agree more than two that ask for themselves would.</summary>
/// <param name="Shared">Questions that both answer.</param>
/// <param name="Same">Those to which both give the same answer.</param>
internal sealed record CopyingPair(string A, string B, int Shared, int Same, double Probability);
