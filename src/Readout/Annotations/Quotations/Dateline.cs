namespace Readout.Annotations;

/// <summary>The place, day and agency before the first words of a report: VASK, May 3 (Agency) - The bridge…</summary>
internal static class Dateline
{
    private const int MaxPieces = 16;

    /// <summary>The piece after a dateline that opens the line; 0 where there is none.</summary>
    public static int End(Line line, bool startsParagraph)
    {
        if (!startsParagraph || line.IsHeading || line.Count < 4)
            return 0;
        var bracket = -1;
        for (var i = 0; i < line.Count && i < MaxPieces; i++)
        {
            var piece = line[i];
            if (piece.IsQuote || (piece.Is(WordClass.Finite) && !piece.Capital) || (piece.IsWord && !piece.Capital && bracket < 0 && i > 0 && !piece.Is(WordClass.InnerPreposition)))
                return 0;
            if (piece.Is("("))
                bracket = i;
            if (bracket >= 0 && piece.Is(")"))
            {
                // A dash behind the bracket, or a bracket right at the start or behind a stamp: what follows is the text.
                if (i + 1 < line.Count && IsDash(line[i + 1]))
                    return i + 2;
                return i + 1 < line.Count && line[i + 1].Capital && !HasName(line, bracket) ? i + 1 : 0;
            }
            if (i > 0 && bracket < 0 && IsDash(piece) && IsAllCapitals(line, i))
                return i + 1;
        }
        return 0;
    }

    private static bool IsDash(Piece piece) => piece.Norm is "-" or "--" or "—" or "–";

    private static bool HasName(Line line, int end)
    {
        for (var i = 0; i < end; i++)
        {
            if (line[i].IsWord)
                return true;
        }
        return false;
    }

    // A town in capitals opens it; a capitalised name in front of a dash may be a speaker or a topic.
    private static bool IsAllCapitals(Line line, int end) =>
        line[0].IsWord && line[0].Span.Length > 2 && line[0].AllCapitals && end <= MaxPieces;
}
