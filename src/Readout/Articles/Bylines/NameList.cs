using Readout.Languages;
using Readout.Text;

namespace Readout.Articles.Bylines;

/// <summary>Cuts a line of authors into the people it names.</summary>
internal static class NameList
{
    private const int MaxNames = 12;

    // Between two people; what follows any other joint is a place, a role or an outlet as often as a name.
    private static readonly string[] Ands = [.. PageWords.Of("author-and").Select(w => $" {w} "), " & ", "、", ";", " / ", "/", "・", " + "];
    private static readonly string[] Others = [",", "，", "|", "｜", " - ", " – ", " — ", " • ", " · ", "(", ")", "（", "）", "\n", " : ", ": ", .. PageWords.Of("author-end").Select(w => $" {w} ")];
    private static readonly HashSet<string> StampWords = new(PageWords.Of("stamp"), StringComparer.Ordinal);

    /// <summary>The people named in a stretch of text, in order.</summary>
    /// <param name="names">What tells a person.</param>
    /// <param name="text">The page's text.</param>
    /// <param name="span">The stretch.</param>
    /// <param name="isList">True where the markup lists authors: a comma then parts people.</param>
    /// <param name="isRun">True where names may stand side by side with a blank between them.</param>
    public static List<Span> People(PersonName names, string text, Span span, bool isList, bool isRun = false)
    {
        var people = new List<Span>();
        foreach (var (piece, afterAnd) in Pieces(text, isList ? span : WithoutDate(text, span)))
        {
            if (people.Count == MaxNames)
                break;
            if (isRun && Run(names, text, piece) is { Count: > 1 } run)
                people.AddRange(run);
            else if (names.Read(text, piece) is { } name && (people.Count == 0 || isList || afterAnd || PersonName.IsKnown(text, name)))
                people.Add(name);
            else if (people.Count > 0 && !isList && afterAnd)
                break;
        }
        return people;
    }

    // "Ada Moll Jory Pell", each in an element of its own: a known first name begins the next, at the earliest after two words.
    private static List<Span> Run(PersonName names, string text, Span piece)
    {
        var people = new List<Span>();
        int start = -1, words = 0;
        for (var at = piece.Start; at <= piece.End; at++)
        {
            if (at < piece.End && (char.IsWhiteSpace(text[at]) || (at > piece.Start && !char.IsWhiteSpace(text[at - 1]))))
                continue;
            if (start < 0)
                start = at;
            if (at == piece.End || (words >= 2 && PersonName.IsKnown(text, new Span(at, piece.End))))
            {
                if (names.Read(text, new Span(start, at)) is not { } name || !PersonName.IsKnown(text, name))
                    return [];
                people.Add(name);
                (start, words) = (at, 0);
            }
            words++;
        }
        return people;
    }

    // "Ida Wenn 6 May 2024", "Ida Wenn Monday, May 6": what follows the name is the stamp.
    private static Span WithoutDate(string text, Span span)
    {
        var digit = text.AsSpan(span.Start, span.Length).IndexOfAnyInRange('0', '9');
        if (digit < 0)
            return span;
        var end = span.Start + digit;
        while (true)
        {
            while (end > span.Start && !char.IsLetter(text[end - 1]))
                end--;
            var start = end;
            while (start > span.Start && char.IsLetter(text[start - 1]))
                start--;
            var word = text[start..end].ToLowerInvariant();
            if (start == span.Start || (CalendarNames.Months.NumberOf(word) == 0 && CalendarNames.Weekdays.NumberOf(word) == 0 && !StampWords.Contains(word)))
                return new Span(span.Start, Math.Max(end, span.Start));
            end = start;
        }
    }

    private static IEnumerable<(Span Piece, bool AfterAnd)> Pieces(string text, Span span)
    {
        var start = span.Start;
        var afterAnd = false;
        for (var at = span.Start; at <= span.End;)
        {
            var (length, isAnd) = at == span.End ? (1, false) : JointAt(text, at, span.End);
            if (length == 0)
            {
                at++;
                continue;
            }
            if (at > start)
                yield return (new Span(start, at), afterAnd);
            at += length;
            start = at;
            afterAnd = isAnd;
        }
    }

    private static (int Length, bool IsAnd) JointAt(string text, int at, int end)
    {
        foreach (var joint in Ands)
        {
            if (IsAt(text, at, end, joint))
                return (joint.Length, true);
        }
        foreach (var joint in Others)
        {
            if (IsAt(text, at, end, joint))
                return (joint.Length, false);
        }
        return (0, false);
    }

    private static bool IsAt(string text, int at, int end, string joint) =>
        text[at] == joint[0] && at + joint.Length <= end && text.AsSpan(at, joint.Length).Equals(joint, StringComparison.OrdinalIgnoreCase);
}
