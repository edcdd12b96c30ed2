using Readout.Text;

namespace Readout.Articles.Dates;

/// <summary>Days that open the report itself: a dateline, "(18.01.2018) The ...", "18.01.2018 – The ...".</summary>
internal static class LeadDates
{
    // A deck, a credit and a heading or two may be taken for the first blocks of the text.
    private const int MaxOpenings = 5;

    public static IEnumerable<DateEvidence> Find(Layout layout, string? language, DateOrder order, List<DateEvidence> others)
    {
        if (layout.Body.Count == 0)
            yield break;
        var lead = layout.Blocks[layout.First].Block.Span;
        if (Dateline.Read(layout.Text, lead, language) is { Date: { } dateline })
        {
            if (Dated(dateline, others) is { } evidence)
                yield return evidence;
            yield break;
        }
        foreach (var index in layout.Body.Take(MaxOpenings))
        {
            if (Opening(layout.Text, layout.Blocks[index].Block.Span, language, order) is { } opening)
            {
                yield return opening;
                yield break;
            }
        }
    }

    // A dateline without a year takes the latest such day not after the page's stamp.
    private static DateEvidence? Dated(FoundDate dateline, List<DateEvidence> others)
    {
        if (dateline.Date is not null)
            return DateEvidence.From(dateline, "dateline", 80, "the day in the dateline");
        if (DateChooser.Choose(others)?.Day is not { } anchor)
            return null;
        var limit = anchor.PlusDays(2);
        var year = limit.Year;
        if (!FoundDate.IsDay(year, dateline.Month, dateline.Day) || new NodaTime.LocalDate(year, dateline.Month, dateline.Day) > limit)
            year--;
        return FoundDate.IsDay(year, dateline.Month, dateline.Day)
            ? DateEvidence.From(dateline with { Year = year }, "dateline", 0, "the day in the dateline, its year taken from the page's stamp")
            : null;
    }

    private static DateEvidence? Opening(string text, Span block, string? language, DateOrder order)
    {
        var head = new Span(block.Start, Math.Min(block.End, block.Start + 48));
        if (DateScanner.Scan(text, head, language, order) is not [{ Date.Year: > 1990 } found, ..])
            return null;
        var bracket = found.Span.Start > block.Start && text[found.Span.Start - 1] is '(' or '[';
        if (found.Span.Start - block.Start > 1 || (found.Span.Start > block.Start && !bracket))
            return null;
        var after = found.Span.End;
        while (after < block.End && char.IsWhiteSpace(text[after]))
            after++;
        var next = after < block.End ? text[after] : ' ';
        // A sentence may begin with its date; a stamp is set apart from it, or stands in numbers before a capital.
        var apart = bracket ? next is ')' or ']' or ',' or '|' : next is '-' or '–' or '—' or '|' or '•' or '/' || (after > found.Span.End && text.AsSpan(found.Span.End, after - found.Span.End).Contains('\n'));
        var numeric = after > found.Span.End && !HasLetter(text.AsSpan(found.Span.Start, found.Span.Length)) && (char.IsUpper(next) || next is '"' or '“' or '„' or '«');
        return apart || numeric ? DateEvidence.From(found, "dateline", 68, "the day that opens the text") : null;
    }

    private static bool HasLetter(ReadOnlySpan<char> words)
    {
        foreach (var c in words)
        {
            if (char.IsLetter(c))
                return true;
        }
        return false;
    }
}
