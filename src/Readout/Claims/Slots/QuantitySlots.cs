using System.Globalization;
using Readout.Annotations;
using Readout.Stories;
using Readout.Text;

namespace Readout.Claims;

/// <summary>Reads what the numbers of a story count, for whom and in which window.</summary>
internal static class QuantitySlots
{
    public static IReadOnlyList<QuantitySlot> Read(IReadOnlyList<Statement> statements, EntityIndex index)
    {
        // Statements come page by page, so that each page's trees are built once.
        return [.. InParallel.Map(StatementValues.Pages(statements), page => OfPage(page, index)).SelectMany(s => s)];
    }

    private static List<QuantitySlot> OfPage(ArraySegment<Statement> statements, EntityIndex index)
    {
        var slots = new List<QuantitySlot>();
        var tolls = new CountedHarm(statements[0].Document);
        var reader = new MeasureReader(statements[0].Document, index);
        var page = PageNames.Of(statements[0].Document, index);
        foreach (var statement in statements)
        {
            var first = slots.Count;
            foreach (var quantity in statement.Document.Quantities)
            {
                // What comes on top of others is no rival of their number.
                if (!statement.Span.Contains(quantity.Span) || quantity.Rule is "increment")
                    continue;
                var slot = Read(statement, quantity, index, reader.Read(quantity), page, tolls.Of(quantity));
                // "The number of dead has risen to seven": the toll is named beside the bare number.
                if (quantity.Of is not null || quantity.Unit is not null || (slot.IsToll))
                    slots.Add(slot);
            }
            slots.AddRange(tolls.Alone(statement.Span).Select(c => Read(statement, c.Quantity, index, reader.Read(c.Quantity), page, c.Class)));
            MarkAlone(slots, first);
        }
        return slots;
    }

    // Of the slots from a place on, which are those of one sentence.
    private static void MarkAlone(List<QuantitySlot> slots, int first)
    {
        var counts = slots.Skip(first).CountBy(s => s.Key, StringComparer.Ordinal).ToDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal);
        for (var i = first; i < slots.Count; i++)
            slots[i] = slots[i] with { IsAlone = counts[slots[i].Key] == 1 };
    }

    private static QuantitySlot Read(Statement statement, Quantity quantity, EntityIndex index, Measure? measure, PageNames page, string? toll)
    {
        var document = statement.Document;
        var (window, growing) = Window(document, statement, quantity, measure);
        var clause = statement.Quotation?.Content.FirstOrDefault(c => c.Contains(quantity.Span)) is { Length: > 0 } content ? content : statement.Span;
        var owners = index.In(document, clause).Where(id => index.ById(id)?.Type is EntityType.Person or EntityType.Organisation or EntityType.Place).ToList();
        // of whom "ill" is said, "ill people" are no others
        if (toll is Sickness.Class && measure is not null)
            measure = measure with { Kinds = new HashSet<string>() };
        return new QuantitySlot(statement, quantity, toll ?? EventClass(statement, quantity), owners, window, growing, measure)
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
            ? document.Times.FirstOrDefault(t => t.Span.Overlaps(window) && !Baselines.Is(document, t.Span))
            : document.Times.FirstOrDefault(t => statement.Span.Contains(t.Span) && t.Type == TimexType.Date && IsClosedPeriod(t, document) && !Baselines.Is(document, t.Span));
        if (time is null)
            return (DateRange.Unknown, soFar);
        var before = document.Text.Value.AsSpan(Math.Max(0, time.Span.Start - 7), Math.Min(7, time.Span.Start)).TrimEnd();
        var since = before.EndsWith("since", StringComparison.OrdinalIgnoreCase) || document.Slice(time.Span).StartsWith("since", StringComparison.OrdinalIgnoreCase);
        var current = time.Anchored && !time.When.IsDay && document.Anchor.Latest is { } today && (time.When.Latest is not { } end || end >= today);
        return (time.When, soFar || since || current || IsThisPeriod(document.Slice(time.Span)));
    }

    private static bool IsClosedPeriod(TimeExpression time, Document document) =>
        time.When.IsBounded && !time.When.IsDay && document.Anchor.Earliest is { } today && time.When.Latest < today;

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
