using System.Globalization;
using Readout.Annotations;
using Readout.Stories;
using Readout.Text;

namespace Readout.Claims;

/// <summary>A number with what it counts, for whom, and in which window.</summary>
/// <param name="EventClass">Class of the event counted or of the predicate nearest to the number; null where there is none.</param>
/// <param name="Owners">Entities of the clause that the number may belong to.</param>
/// <param name="Window">Days the number covers; unknown where none are named.</param>
/// <param name="IsGrowing">The window is open towards the present ("since January", "so far", "this year").</param>
internal sealed record QuantitySlot(
    Statement Statement, Quantity Quantity, string? EventClass, IReadOnlyList<string> Owners, DateRange Window, bool IsGrowing);

/// <summary>Reads and compares quantities: bounds, windows and the order of speaking decide what is a dispute.</summary>
internal static class QuantitySlots
{
    /// <summary>Rule: two pages without a day, one count that only grows. Tells which spoke first.</summary>
    public const string GrewUndated = "quantity-grew-undated";

    // What is counted up and never down.
    private static readonly HashSet<string> Tolls = new(StringComparer.Ordinal) { "kill", "injure", "rescue", "damage", "charge" };

    // What is counted as it stands, and goes up and down.
    private static readonly HashSet<string> Levels = new(StringComparer.Ordinal) { "missing", "evacuate" };

    private static readonly HashSet<string> People = new(StringComparer.Ordinal)
    {
        "person", "people", "worker", "employee", "resident", "passenger", "man", "woman", "child", "civilian", "villager", "student", "miner", "patient",
        "fan", "protester", "demonstrator", "supporter", "visitor", "guest", "member", "soldier", "migrant", "refugee", "inhabitant", "traveller", "spectator",
    };

    public static IReadOnlyList<QuantitySlot> Read(IReadOnlyList<Statement> statements, EntityIndex index)
    {
        var slots = new List<QuantitySlot>();
        var tolls = new CountedHarm();
        foreach (var statement in statements)
        {
            foreach (var quantity in statement.Document.Quantities)
            {
                // What comes on top of others is no rival of their number.
                if (!statement.Span.Contains(quantity.Span) || quantity.Rule is "increment")
                    continue;
                var slot = Read(statement, quantity, index, tolls);
                // "The number of dead has risen to seven": the toll is named beside the bare number.
                if (quantity.Of is not null || quantity.Unit is not null || (slot.EventClass is { } counted && Tolls.Contains(counted)))
                    slots.Add(slot);
            }
        }
        return slots;
    }

    private static QuantitySlot Read(Statement statement, Quantity quantity, EntityIndex index, CountedHarm tolls)
    {
        var document = statement.Document;
        var (window, growing) = Window(document, statement, quantity);
        var clause = statement.Quotation?.Content.FirstOrDefault(c => c.Contains(quantity.Span)) is { Length: > 0 } content ? content : statement.Span;
        var owners = index.In(document, clause).Where(id => index.ById(id)?.Type is EntityType.Person or EntityType.Organisation or EntityType.Place).ToList();
        return new QuantitySlot(statement, quantity, tolls.Of(statement.Document, quantity) ?? EventClass(statement, quantity), owners, window, growing);
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

    private static (DateRange Window, bool Growing) Window(Document document, Statement statement, Quantity quantity)
    {
        var soFar = Contains(document, statement.Sentence, "far", "so") || Contains(document, statement.Sentence, "already", null) || Contains(document, statement.Sentence, "date", "to")
            || Contains(document, statement.Sentence, "all", "in") || Contains(document, statement.Sentence, "total", "in") || IsPerfect(document, statement.Sentence);
        var time = quantity.Window is { } window
            ? document.Times.FirstOrDefault(t => t.Span.Overlaps(window))
            : document.Times.FirstOrDefault(t => statement.Span.Contains(t.Span) && t.Type == TimexType.Date && IsClosedPeriod(t, document));
        if (time is null)
            return (DateRange.Unknown, soFar);
        var before = document.Text.Value.AsSpan(Math.Max(0, time.Span.Start - 7), Math.Min(7, time.Span.Start)).TrimEnd();
        var since = before.EndsWith("since", StringComparison.OrdinalIgnoreCase) || document.Slice(time.Span).StartsWith("since", StringComparison.OrdinalIgnoreCase);
        var current = time.Anchored && document.Anchor.Latest is { } today && (time.When.Latest is not { } end || end >= today);
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

    /// <summary>The disputes and changes among the slots.</summary>
    public static IEnumerable<Finding> Compare(IReadOnlyList<QuantitySlot> slots, Similarity similarity)
    {
        foreach (var group in slots.GroupBy(Key, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var list = group.ToList();
            for (var i = 0; i < list.Count; i++)
            {
                for (var j = i + 1; j < list.Count; j++)
                {
                    if (Compare(list[i], list[j], similarity) is { } finding)
                        yield return finding;
                }
            }
        }
    }

    // Only numbers of one kind can differ: the unit, else the thing or the event counted.
    private static string Key(QuantitySlot slot)
    {
        var quantity = slot.Quantity;
        if (quantity.Unit is not null)
            return "u:" + quantity.Unit;
        if (slot.EventClass is { } counted && (Tolls.Contains(counted) || Levels.Contains(counted) || counted is "meet" or "talk"))
            return "e:" + (counted == "talk" ? "meet" : counted);
        return "o:" + Kind(quantity.Of);
    }

    /// <summary>The thing counted, all sorts of people taken together.</summary>
    public static string? Kind(string? of) => of is not null && People.Contains(of) ? "person" : of;

    private static Finding? Compare(QuantitySlot x, QuantitySlot y, Similarity similarity)
    {
        if (x.Statement.Document.Id == y.Statement.Document.Id || !Disjoint(x.Quantity, y.Quantity))
            return null;
        var (a, b) = Chronology.SortDay(x.Statement.Said) <= Chronology.SortDay(y.Statement.Said) ? (x, y) : (y, x);
        if (!Comparable(a, b, similarity))
            return null;
        // "Raised on Tuesday" dates the change; beside a number without a window it is no window either.
        if (a.Window.IsUnknown && b.Window.IsDay)
            b = b with { Window = DateRange.Unknown };
        else if (b.Window.IsUnknown && a.Window.IsDay)
            a = a with { Window = DateRange.Unknown };
        var closed = !a.IsGrowing && !b.IsGrowing && a.Window.IsBounded && b.Window.IsBounded;
        if (closed)
        {
            return a.Window == b.Window
                ? Make(FindingKind.Dispute, a, b, $"two values for one window ({a.Window})", "quantity-same-window")
                : null;
        }
        if (a.Window.IsBounded != b.Window.IsBounded && !(a.IsGrowing && b.IsGrowing))
        {
            // One number covers a closed period and the other none: they may count different things.
            if ((a.Window.IsBounded && !a.IsGrowing) || (b.Window.IsBounded && !b.IsGrowing))
                return null;
        }
        return CompareOpen(a, b, similarity);
    }

    private static Finding? CompareOpen(QuantitySlot a, QuantitySlot b, Similarity similarity)
    {
        var ordered = Chronology.IsBefore(a.Statement.Said, b.Statement.Said);
        if (a.EventClass is { } level && Levels.Contains(level))
            return ordered ? Make(FindingKind.Update, a, b, "a count that goes up and down", "quantity-moved") : null;
        var countsUp = a.IsGrowing || b.IsGrowing || (a.EventClass is { } c && (Tolls.Contains(c) || c is "meet" or "talk"));
        var (smaller, larger) = Low(a.Quantity) <= Low(b.Quantity) ? (a, b) : (b, a);
        if (countsUp)
        {
            if (ordered && ReferenceEquals(smaller, a))
                return Make(FindingKind.Update, a, b, "a count that grew between the two days of speaking", "quantity-grew");
            var sameDay = a.Statement.Said.IsDay && b.Statement.Said == a.Statement.Said;
            if (!ordered && !sameDay)
                return Make(FindingKind.Update, smaller, larger, "a count that grows; the pages' days do not say otherwise", GrewUndated);
            if (Speaker(a) is { } s && s == Speaker(b))
                return Make(FindingKind.Update, a, b, "the same source gave another count later", "quantity-revised");
            return Alike(a, b, similarity, 0.35)
                ? Make(FindingKind.Dispute, a, b, sameDay ? "two counts on one day" : "the later count is the lower one", "quantity-count")
                : null;
        }
        if (Moves(a) && Moves(b))
            return ordered && (Alike(a, b, similarity, 0.3) || (a.EventClass is not null && a.EventClass == b.EventClass && a.Owners.Any(b.Owners.Contains))) ? Make(FindingKind.Update, a, b, "a value that is meant to move", "quantity-moved") : null;
        // "74 people" may count the "61 workers"; "nurses" and "patients" are different people.
        if (a.Quantity.Of != b.Quantity.Of && a.Quantity.Of is not ("person" or "people") && b.Quantity.Of is not ("person" or "people"))
            return null;
        if (!Alike(a, b, similarity, 0.6) || !a.Statement.Said.IsDay || !b.Statement.Said.IsDay)
            return null;
        return Speaker(a) is { } one && one == Speaker(b)
            ? Make(FindingKind.Update, a, b, "the same source gave another value later", "quantity-revised")
            : Make(FindingKind.Dispute, a, b, "two values for one thing", "quantity-value");
    }

    // Offers, prices and levels are set anew: another value on another day is no contradiction.
    private static readonly string[] MovingWords = ["#propose", "offer", "bid", "price", "rate", "level", "share", "stock", "odd", "temperatur", "forecast"];

    private static bool Moves(QuantitySlot slot) =>
        Array.Exists(MovingWords, slot.Statement.Terms.Contains) || (slot.EventClass is { } c && Levels.Contains(c)) || SpeaksOfNow(slot.Statement);

    // "now", "at present", "still": how things stand on that day.
    private static bool SpeaksOfNow(Statement statement)
    {
        var tokens = statement.Document.Tokens;
        for (var i = statement.Sentence.FirstToken; i < statement.Sentence.EndToken; i++)
        {
            if (tokens[i].Norm is "now" or "currently" or "still" or "remain" or "remains" or "meanwhile" || (tokens[i].Norm == "present" && i > 0 && tokens[i - 1].Norm == "at"))
                return true;
        }
        return false;
    }

    private static bool Comparable(QuantitySlot a, QuantitySlot b, Similarity similarity)
    {
        if (a.Quantity.Unit != b.Quantity.Unit || (a.Quantity.Unit is not null && a.Quantity.Of is { } x && b.Quantity.Of is { } y && x != y))
            return false;
        var sameEvent = a.EventClass is not null && (a.EventClass == b.EventClass || (a.EventClass is "meet" or "talk" && b.EventClass is "meet" or "talk"));
        var sharedOwners = a.Owners.Count(b.Owners.Contains);
        if (a.EventClass is not null && b.EventClass is not null && !sameEvent && sharedOwners == 0)
            return false;
        if (sameEvent && sharedOwners >= Math.Min(2, Math.Min(a.Owners.Count, b.Owners.Count)))
            return true;
        return (sharedOwners > 0 || Math.Min(a.Owners.Count, b.Owners.Count) == 0) && similarity.Of(a.Statement, b.Statement) >= 0.35;
    }

    private static bool Alike(QuantitySlot a, QuantitySlot b, Similarity similarity, double least) => similarity.Of(a.Statement, b.Statement) >= least;

    private static (string, int?)? Speaker(QuantitySlot slot) =>
        slot.Statement.Quotation?.Speaker is { } s ? (slot.Statement.Document.Entities[s].Name, null) : null;

    private static bool Disjoint(Quantity a, Quantity b) =>
        (a.High is { } ah && b.Low is { } bl && ah < bl) || (b.High is { } bh && a.Low is { } al && bh < al);

    private static double Low(Quantity q) => q.Low ?? q.High ?? 0;

    private static Finding Make(FindingKind kind, QuantitySlot a, QuantitySlot b, string reason, string rule) =>
        new(kind, DisputeType.Value, a.Statement, Show(a), b.Statement, Show(b), reason, rule);

    private static string Show(QuantitySlot slot) => QuantityText.Of(slot.Quantity);
}
