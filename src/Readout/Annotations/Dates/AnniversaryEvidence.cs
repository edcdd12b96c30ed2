using NodaTime;
using Readout.Languages;
using Readout.Text;

namespace Readout.Annotations;

/// <summary>Dates a page by the anniversary it speaks of: "the 80th anniversary of D-Day" falls in one year.</summary>
internal static class AnniversaryEvidence
{
    private const int Reach = 14;

    /// <summary>The year of the anniversary in this sentence, with its words and the direction of its clause; null where there is none.</summary>
    public static (int Year, Span Span, Direction Tense)? Read(TimeCursor c)
    {
        for (var i = c.Begin + 1; i < c.End; i++)
        {
            if (c.Norm(i) is not "anniversary" || c.OrdinalAt(i - 1) is not { } number)
                continue;
            if (EventAfter(c, i + 1) is { } found)
                return (found.Year + number, new Span(c.Tokens[i - 1].Span.Start, c.Tokens[found.End - 1].Span.End), Tense.Around(c, i - 1, found.End));
        }
        return null;
    }

    private static (int Year, int End)? EventAfter(TimeCursor c, int from)
    {
        var events = WorldKnowledge.English.Events;
        for (var i = from; i < from + Reach && c.Has(i); i++)
        {
            (int, int)? best = null;
            var key = "";
            for (var k = i; k < i + 9 && c.Has(k); k++)
            {
                if (c.Norm(k) is "the")
                    continue;
                key = key.Length == 0 ? c.Norm(k) : key + " " + c.Norm(k);
                if (events.TryGetValue(key, out var year))
                    best = (year, k + 1);
            }
            if (best is not null)
                return best;
            if (c.Norm(i) is "," or ";" or "and")
                return null;
        }
        return null;
    }

    /// <summary>The evidence of an anniversary.</summary>
    /// <param name="tied">True where "this year" or "this September" nearby says that its year is the page's.</param>
    public static DateEvidence Of((int Year, Span Span, Direction Tense) anniversary, bool tied)
    {
        var first = new LocalDate(anniversary.Year, 1, 1);
        var range = tied
            ? DateRange.Year(anniversary.Year)
            : anniversary.Tense switch
            {
                // announced a year ahead, remembered a year after
                Direction.Future => new DateRange(first.PlusYears(-1), first.PlusYears(1).PlusDays(-1)),
                Direction.Past => new DateRange(first, first.PlusYears(2).PlusDays(-1)),
                _ => new DateRange(first.PlusYears(-1), first.PlusYears(2).PlusDays(-1)),
            };
        return new DateEvidence(anniversary.Span, [range], 4, true, "anniversary");
    }
}
