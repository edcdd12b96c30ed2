using Readout.Text;

namespace Readout.Annotations;

/// <summary>Finds dates, times, durations and sets and gives their TIMEX3 values.</summary>
internal static class TimeTagger
{
    /// <param name="anchor">The page's day, or the interval it lies in; unknown leaves relative expressions relative.</param>
    public static IReadOnlyList<TimeExpression> Tag(
        SourceText text, IReadOnlyList<Token> tokens, IReadOnlyList<Sentence> sentences, DateRange anchor) => [];
}
