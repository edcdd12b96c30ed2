using Readout.Languages;
using Readout.Text;

namespace Readout.Annotations;

/// <summary>Finds numbers with their bounds and what they count.</summary>
/// <remarks>
/// Left alone: dates and clock times, ordinals, ages, labels ("page 12", "Flight 370"), list numbers, scores and telephone numbers,
/// and small words after "the" ("the two leaders"), which point and do not count.
/// </remarks>
internal static class QuantityTagger
{
    public static IReadOnlyList<Quantity> Tag(
        SourceText text, IReadOnlyList<Token> tokens, IReadOnlyList<Sentence> sentences, IReadOnlyList<TimeExpression> times)
    {
        var cursor = new QuantityCursor(text, tokens, Language.En);
        var reader = new QuantityReader(cursor);
        var windows = new QuantityWindow(tokens, times, Language.En);
        var quantities = new List<Quantity>();
        var time = 0;
        foreach (var sentence in sentences)
        {
            cursor.MoveTo(sentence.FirstToken, sentence.EndToken);
            for (var i = sentence.FirstToken; i < sentence.EndToken;)
            {
                while (time < times.Count && times[time].Span.End <= tokens[i].Span.Start)
                    time++;
                // Numbers inside a date or a time of day count nothing; lengths of time are quantities too.
                if (time < times.Count && times[time].Span.Overlaps(tokens[i].Span) && times[time].Type is not TimexType.Duration)
                {
                    i++;
                    continue;
                }
                if (reader.Read(i) is not { } read)
                {
                    i++;
                    continue;
                }
                var span = new Span(tokens[read.First].Span.Start, tokens[read.End - 1].Span.End);
                quantities.Add(new Quantity(span, read.Low, read.High, read.Approximate, read.Unit, read.Of, windows.Of(sentence, read.First, read.After), read.Rule));
                i = read.End;
            }
        }
        return quantities;
    }
}
