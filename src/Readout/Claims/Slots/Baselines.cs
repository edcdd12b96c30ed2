using Readout.Annotations;
using Readout.Text;

namespace Readout.Claims;

/// <summary>"Up 9 percent from a year earlier", "against 5.6 in January": what a number is compared with is not when it holds.</summary>
internal static class Baselines
{
    // Words between "from" and the time it compares with: "than in the same period of 1998".
    private const int Farthest = 6;

    /// <summary>True where a time only says what is compared with.</summary>
    public static bool Is(Document document, Span time)
    {
        var words = document.Slice(time);
        if (words.Contains("year-ago", StringComparison.OrdinalIgnoreCase) || words.EndsWith("earlier", StringComparison.OrdinalIgnoreCase))
            return true;
        var before = Ordered.FirstAt(document.Tokens, time.Start, t => t.Span.Start) - 1;
        for (var i = before; i >= 0 && before - i < Farthest; i--)
        {
            var norm = document.Tokens[i].Norm;
            if (norm is "from" or "than" or "against" or "versus" or "vs" or "above" or "below" or "over" or "compared" or "exceeding")
                return true;
            if (norm is not ("the" or "a" or "an" or "in" or "for" or "of" or "with" or "level" or "levels" or "end" or "same" or "its" or "their" or "period" or "that" or "those"))
                return false;
        }
        return false;
    }
}
