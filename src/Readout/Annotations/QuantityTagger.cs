using Readout.Text;

namespace Readout.Annotations;

/// <summary>Finds numbers with their bounds and what they count.</summary>
internal static class QuantityTagger
{
    public static IReadOnlyList<Quantity> Tag(
        SourceText text, IReadOnlyList<Token> tokens, IReadOnlyList<Sentence> sentences, IReadOnlyList<TimeExpression> times) => [];
}
