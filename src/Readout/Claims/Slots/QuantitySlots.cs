using System.Globalization;
using Readout.Annotations;
using Readout.Stories;
using Readout.Text;

namespace Readout.Claims;

/// <summary>Reads what the numbers of a story count, for whom and in which window.</summary>
internal static class QuantitySlots
{
    // Words between "from" and the time it compares with: "than in the same period of 1998".
    private const int FarthestBaseline = 6;

    public static IReadOnlyList<QuantitySlot> Read(IReadOnlyList<Statement> statements, EntityIndex index)
    {
        // Statements come page by page, so that each page's trees are built once.
        return [.. InParallel.Map(StatementValues.Pages(statements), page => OfPage(page, index)).SelectMany(s => s)];
    }

    private static List<QuantitySlot> OfPage(ArraySegment<Statement> statements, EntityIndex index)
    {
        var slots = new List<QuantitySlot>();
        var tolls = new CountedHarm();
        var reader = new MeasureReader(statements[0].Document, index);
        var page = PageNames.Of(statements[0].Document, index);
        foreach (var statement in statements)
        {
            foreach (var quantity in statement.Document.Quantities)
            {
                // What comes on top of others is no rival of their number.
                if (!statement.Span.Contains(quantity.Span) || quantity.Rule is "increment")
                    continue;
                var slot = Read(statement, quantity, index, reader.Read(quantity), page, tolls);
                // "The number of dead has risen to seven": the toll is named beside the bare number.
                if (quantity.Of is not null || quantity.Unit is not null || (slot.IsToll))
                    slots.Add(slot);
            }
        }
        return slots;
    }

    private static QuantitySlot Read(Statement statement, Quantity quantity, EntityIndex index, Measure? measure, PageNames page, CountedHarm tolls)
    {
        var document = statement.Document;
        var (window, growing) = Window(document, statement, quantity, measure);
        var clause = statement.Quotation?.Content.FirstOrDefault(c => c.Contains(quantity.Span)) is { Length: > 0 } content ? content : statement.Span;
        var owners = index.In(document, clause).Where(id => index.ById(id)?.Type is EntityType.Person or EntityType.Organisation or EntityType.Place).ToList();
        return new QuantitySlot(statement, quantity, tolls.Of(document, quantity) ?? EventClass(statement, quantity), owners, window, growing, measure)
        {
            Page = page,
            IsOnly = document.Quantities.Count(q => statement.Span.Contains(q.Span) && q.Unit == quantity.Unit && (q.Unit is not null || q.Of == quantity.Of)) == 1,
        };
    }

    // What is counted names the event ("three rounds of bargaining"); else the verb does ("shipped 12,000 barrels").
    private static string? EventClass(Statement statement, Quantity quantity)
    {
        if (quantity.Of is { } of && of is not ("time" or "round" or "people" or "person") && PredicateClasses.Of(of) is { } counted)
            return counted;
        string? best = null;
        var distance = int.MaxValue;
        foreach (var mention in statement.Document.Events)
        {
            if (!statement.Span.Contains(mention.Predicate) || mention.Predicate.Overlaps(quantity.Span))
                continue;
            var gap = mention.Predicate.Start >= quantity.Span.End ? mention.Predicate.Start - quantity.Span.End : quantity.Span.Start - mention.Predicate.End;
            if (gap < distance)
                (best, distance) = (mention.Type, gap);
        }
        return best;
    }

    private static (DateRange Window, bool Growing) Window(Document document, Statement statement, Quantity quantity, Measure? measure)
    {
        var soFar = Contains(document, statement.Sentence, "far", "so") || Contains(document, statement.Sentence, "already", null) || Contains(document, statement.Sentence, "date", "to")
            || Contains(document, statement.Sentence, "all", "in") || Contains(document, statement.Sentence, "total", "in") || (measure?.IsPerfect ?? IsPerfect(document, statement.Sentence));
        var time = quantity.Window is { } window
            ? document.Times.FirstOrDefault(t => t.Span.Overlaps(window))
            : document.Times.FirstOrDefault(t => statement.Span.Contains(t.Span) && t.Type == TimexType.Date && IsClosedPeriod(t, document) && !IsBaseline(document, t.Span));
        if (time is null)
            return (DateRange.Unknown, soFar);
        var before = document.Text.Value.AsSpan(Math.Max(0, time.Span.Start - 7), Math.Min(7, time.Span.Start)).TrimEnd();
        var since = before.EndsWith("since", StringComparison.OrdinalIgnoreCase) || document.Slice(time.Span).StartsWith("since", StringComparison.OrdinalIgnoreCase);
        var current = time.Anchored && document.Anchor.Latest is { } today && (time.When.Latest is not { } end || end >= today);
        return (time.When, soFar || since || current || IsThisPeriod(document.Slice(time.Span)));
    }

    private static bool IsClosedPeriod(TimeExpression time, Document document) =>
        time.When.IsBounded && !time.When.IsDay && document.Anchor.Earliest is { } today && time.When.Latest < today;

    // "up 9 percent from a year earlier", "against 5.6 in January": what the number is compared with is not when it holds.
    private static bool IsBaseline(Document document, Span time)
    {
        var words = document.Slice(time);
        if (words.Contains("year-ago", StringComparison.OrdinalIgnoreCase) || words.EndsWith("earlier", StringComparison.OrdinalIgnoreCase))
            return true;
        var before = Ordered.FirstAt(document.Tokens, time.Start, t => t.Span.Start) - 1;
        for (var i = before; i >= 0 && before - i < FarthestBaseline; i--)
        {
            var norm = document.Tokens[i].Norm;
            if (norm is "from" or "than" or "against" or "versus" or "vs" or "above" or "below" or "over" or "compared" or "exceeding")
                return true;
            if (norm is not ("the" or "a" or "an" or "in" or "for" or "of" or "with" or "level" or "levels" or "end" or "same" or "its" or "their" or "period" or "that" or "those"))
                return false;
        }
        return false;
    }

    private static bool IsThisPeriod(string words) => words.Contains("this ", StringComparison.OrdinalIgnoreCase);

    // "have been moved", "has held four rounds": counted up to the day of speaking.
    private static bool IsPerfect(Document document, Sentence sentence)
    {
        var tokens = document.Tokens;
        for (var i = sentence.FirstToken; i + 1 < sentence.EndToken; i++)
        {
            if (tokens[i].Norm is not ("have" or "has" or "'ve"))
                continue;
            var next = i + 1;
            while (next < sentence.EndToken && tokens[next].Norm is "now" or "already" or "so" or "far" or "since" or "also")
                next++;
            if (next < sentence.EndToken && (tokens[next].Norm == "been" || Inflection.IsPast(tokens[next].Norm)))
                return true;
        }
        return false;
    }

    private static bool Contains(Document document, Sentence sentence, string word, string? before)
    {
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (document.Tokens[i].Norm == word && (before is null || (i > 0 && document.Tokens[i - 1].Norm == before)))
                return true;
        }
        return false;
    }
}
