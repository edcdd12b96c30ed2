using NodaTime;
using Readout.Text;

namespace Readout.Articles.Dates;

/// <summary>Days hidden in ids that systems print under a text: letters, then day, month and year, or the reverse.</summary>
internal static class IdDates
{
    private const int After = 8;

    public static IEnumerable<DateEvidence> Find(Layout layout)
    {
        for (var i = Math.Max(0, layout.Last + 1); i < layout.Blocks.Count && i <= layout.Last + After; i++)
        {
            var span = layout.Blocks[i].Block.Span;
            if (layout.Blocks[i].Words <= 3 && span.Length is >= 10 and <= 80 && Read(layout.Text, span) is { } evidence)
                yield return evidence;
        }
    }

    private static DateEvidence? Read(string text, Span span)
    {
        var at = span.Start;
        while (at < span.End && char.IsAsciiLetterUpper(text[at]))
            at++;
        if (at - span.Start < 2 || at + 8 > span.End)
            return null;
        for (var i = at; i < at + 8; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
                return null;
        }
        int Number(int start, int length) => int.Parse(text.AsSpan(start, length), System.Globalization.CultureInfo.InvariantCulture);
        var place = new Span(at, at + 8);
        if (Number(at + 4, 4) is >= 1990 and <= 2099 and var year && FoundDate.IsDay(year, Number(at + 2, 2), Number(at, 2)))
            return new DateEvidence(DateRange.Day(new LocalDate(year, Number(at + 2, 2), Number(at, 2))), place, "id", 0, "digits of an id, read as day, month, year");
        if (Number(at, 4) is >= 1990 and <= 2099 and var first && FoundDate.IsDay(first, Number(at + 4, 2), Number(at + 6, 2)))
            return new DateEvidence(DateRange.Day(new LocalDate(first, Number(at + 4, 2), Number(at + 6, 2))), place, "id", 0, "digits of an id, read as year, month, day");
        return null;
    }
}
