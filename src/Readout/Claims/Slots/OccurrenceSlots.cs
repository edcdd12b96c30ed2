using Readout.Annotations;
using Readout.Stories;
using Readout.Text;

namespace Readout.Claims;

/// <summary>When something happened that happens once: a blast, a collapse, a founding.</summary>
/// <param name="Clock">Time of day as <c>04:40</c>; null where only a day is given.</param>
internal sealed record OccurrenceSlot(Statement Statement, string EventClass, IReadOnlyList<string> Entities, DateRange Day, string? Clock, bool IsApproximate)
{
    /// <summary>First letters of the predicate: "signed" and "signing" are one happening, "arrested" and "charged" two.</summary>
    public string Root { get; init; } = "";
}

/// <summary>Compares the times that pages give for one occurrence.</summary>
internal static class OccurrenceSlots
{
    private static readonly HashSet<string> Once = new(StringComparer.Ordinal)
    {
        "collapse", "crash", "quake", "fire", "found", "born", "resign", "strike-hit", "attack",
    };

    // What mostly happens once to what it is done to; their sentences must be surer of one event.
    private static readonly HashSet<string> MostlyOnce = new(StringComparer.Ordinal)
    {
        "sign", "missing", "find", "open", "launch", "rule", "merge", "appoint", "kill", "rescue", "vote", "charge",
    };

    private const double SurplusOfMostly = 1;

    /// <summary>How alike two sentences must be before their days may contradict each other; less for times of one day.</summary>
    private const double AlikeForDays = 0.5;
    private const double AlikeUnnamed = 0.55;
    private const double AlikeOfOne = 0.4;
    private const double AlikeForClocks = 0.25;

    public static IReadOnlyList<OccurrenceSlot> Read(IReadOnlyList<Statement> statements, EntityIndex index) =>
        [.. StatementValues.Pages(statements).SelectMany(page =>
        {
            var tree = new WordTree(page[0].Document);
            return page.SelectMany(s => Read(s, tree, index).Concat(Hours(s, tree, index)));
        })];

    private static IEnumerable<OccurrenceSlot> Read(Statement statement, WordTree tree, EntityIndex index)
    {
        var document = statement.Document;
        foreach (var e in document.Events)
        {
            if (!statement.Span.Contains(e.Predicate) || e.Modality != Modality.Happened || !(Once.Contains(e.Type) || MostlyOnce.Contains(e.Type)) || NamesABody(document, tree, e.Predicate))
                continue;
            foreach (var time in document.Times)
            {
                if (!e.Clause.Contains(time.Span) || time.Type is TimexType.Duration or TimexType.Set || time.Value is null)
                    continue;
                var clock = Clock(time.Value);
                if (clock is not null && IsStamp(document, statement.Span, time.Span))
                    continue;
                if (clock is null && (!time.When.IsDay || IsRelative(document, time.Span)))
                    continue;
                // "exploded on 20 April and sank two days later": the day that the tree gives this event, where it gives one.
                if (clock is null ? e.Time != time.When : !e.Time.IsUnknown && time.When.IsDay && e.Time.IsDisjoint(time.When))
                    continue;
                // An hour without a date of its own says nothing of the day: it was read from the page's.
                var day = clock is not null && time.Anchored ? DateRange.Unknown : time.When;
                yield return new OccurrenceSlot(statement, e.Type, index.In(document, e.Clause), day, clock, IsApproximate(document, time.Span))
                {
                    Root = document.Slice(new Span(e.Predicate.Start, Math.Min(e.Predicate.End, e.Predicate.Start + RootLetters))).ToLowerInvariant(),
                };
            }
        }
    }

    private const int RootLetters = 4;

    // "The siren sounded at 6.40 a.m.": whatever happens has its hour; only what is known to happen once a day of its own.
    private static IEnumerable<OccurrenceSlot> Hours(Statement statement, WordTree tree, EntityIndex index)
    {
        var document = statement.Document;
        var words = document.Words;
        foreach (var time in document.Times)
        {
            if (!statement.Span.Contains(time.Span) || time.Type is TimexType.Duration or TimexType.Set || Clock(time.Value) is not { } clock || !IsAtAnHour(document, time.Span))
                continue;
            var verb = tree.WordFrom(time.Span.Start);
            while (verb >= 0 && verb < words.Count && words[verb].Upos is not Upos.Verb)
                verb = words[verb].Head;
            if (verb < 0 || verb >= words.Count || !statement.Span.Contains(words[verb].Span) || PredicateClasses.Of(words[verb].Lemma.ToLowerInvariant()) is not null
                || ReportingVerbs.Of(words[verb].Lemma).Any() || tree.Children(verb).Any(c => words[c].Relation is "aux" && words[c].Lemma is "will" or "would" or "may" or "might" or "could" or "should"))
                continue;
            yield return new OccurrenceSlot(statement, "v:" + words[verb].Lemma.ToLowerInvariant(), [.. statement.Entities.Order(StringComparer.Ordinal)], time.Anchored ? DateRange.Unknown : time.When, clock, IsApproximate(document, time.Span));
        }
    }

    // "At 6.40", "shortly after 7 p.m."; not "Selm, 7 p.m. — The bridge opened".
    private static bool IsAtAnHour(Document document, Span time)
    {
        var at = Ordered.FirstAt(document.Tokens, time.Start, t => t.Span.Start);
        return (at > 0 && document.Tokens[at - 1].Norm is "at" or "around" or "about" or "after" or "before")
            || (at < document.Tokens.Count && document.Tokens[at].Norm is "at" or "around" or "about" or "after" or "before");
    }

    // "The fire service said on Monday": no fire.
    private static bool NamesABody(Document document, WordTree tree, Span predicate)
    {
        var word = tree.WordFrom(predicate.Start);
        return word < document.Words.Count && document.Words[word].Relation is "compound" && document.Words[word].Head is >= 0 and var head
            && PredicateClasses.Of(document.Words[head].Lemma.ToLowerInvariant()) is null;
    }

    /// <summary>The disputes among the slots.</summary>
    public static IEnumerable<Finding> Compare(IReadOnlyList<OccurrenceSlot> slots, Similarity similarity)
    {
        for (var i = 0; i < slots.Count; i++)
        {
            for (var j = i + 1; j < slots.Count; j++)
            {
                if (Compare(slots[i], slots[j], similarity) is { } finding)
                    yield return finding;
            }
        }
    }

    private static Finding? Compare(OccurrenceSlot a, OccurrenceSlot b, Similarity similarity)
    {
        if (a.EventClass != b.EventClass || a.Statement.Document.Id == b.Statement.Document.Id || a.IsApproximate || b.IsApproximate)
            return null;
        var alike = similarity.Of(a.Statement, b.Statement);
        var sameDay = a.Day.IsUnknown || b.Day.IsUnknown || !a.Day.IsDisjoint(b.Day);
        if (a.Clock is not null && b.Clock is not null)
        {
            // "left Helsby at 8.15", "left Dunmore at 9.40"
            if (a.Entities.Count > 0 && b.Entities.Count > 0 && !a.Entities.Any(b.Entities.Contains))
                return null;
            return a.Clock != b.Clock && sameDay && alike >= (a.EventClass.StartsWith("v:", StringComparison.Ordinal) ? AlikeForDays : AlikeForClocks)
                ? new Finding(FindingKind.Dispute, DisputeType.Date, a.Statement, a.Clock, b.Statement, b.Clock, "one occurrence, two times of day", "occurrence-clock")
                {
                    NeedsOneEvent = true,
                    Surplus = a.EventClass.StartsWith("v:", StringComparison.Ordinal) ? SurplusOfMostly : 0,
                }
                : null;
        }
        // Who was in it must be named by both, or by one page only in much the same words.
        var shared = a.Entities.Count(b.Entities.Contains);
        var isNamedByOne = shared == 0 && (a.Entities.Count == 0 || b.Entities.Count == 0);
        // "arrested on 25 May", "charged on 28 May"
        if (a.Root != b.Root && MostlyOnce.Contains(a.EventClass))
            return null;
        return a.Clock is null && b.Clock is null && !sameDay && ((shared > 0 && alike >= (MostlyOnce.Contains(a.EventClass) ? AlikeOfOne : AlikeForDays)) || (isNamedByOne && alike >= AlikeUnnamed))
            ? new Finding(FindingKind.Dispute, DisputeType.Date, a.Statement, a.Day.ToString(), b.Statement, b.Day.ToString(), "one occurrence, two days", "occurrence-day")
            {
                NeedsOneEvent = true,
                Surplus = (MostlyOnce.Contains(a.EventClass) ? SurplusOfMostly : 0) + (isNamedByOne ? SurplusOfMostly : 0),
            }
            : null;
    }

    // TIMEX3: the part after T, where it is a time and not a part of the day ("TNI").
    private static string? Clock(string? value)
    {
        if (value is null)
            return null;
        var at = value.IndexOf('T', StringComparison.Ordinal);
        return at >= 0 && at + 5 < value.Length && char.IsAsciiDigit(value[at + 1]) && value[at + 3] == ':' ? value[(at + 1)..(at + 6)] : null;
    }

    // "(Update 2:20 p.m.) A roof fell in", "Vask, 6:33 p.m.) - A roof fell in": when it was written, not when it happened.
    private static bool IsStamp(Document document, Span sentence, Span time)
    {
        var before = document.Text.Value.AsSpan(sentence.Start, Math.Max(0, time.Start - sentence.Start)).TrimEnd();
        if (before.EndsWith("update", StringComparison.OrdinalIgnoreCase) || before.EndsWith("updated", StringComparison.OrdinalIgnoreCase) || before.EndsWith("posted", StringComparison.OrdinalIgnoreCase))
            return true;
        if (before.Length > LongestStamp)
            return false;
        var behind = document.Text.Value.AsSpan(time.End, Math.Min(LongestZone, sentence.End - time.End));
        return behind.IndexOf(')') >= 0 || behind.IndexOf("-RRB-", StringComparison.Ordinal) >= 0;
    }

    // Characters of a place before the hour of a stamp, and of the zone behind it.
    private const int LongestStamp = 30;
    private const int LongestZone = 8;

    // "It sank two days later": later than what, its words do not say.
    private static bool IsRelative(Document document, Span time)
    {
        var words = document.Slice(time);
        return RelativeWords.Any(w => words.Contains(w, StringComparison.OrdinalIgnoreCase));
    }

    private static readonly string[] RelativeWords = ["later", "earlier", "after", "before", "previous", "following", "next", "same"];

    private static bool IsApproximate(Document document, Span time)
    {
        var before = document.Text.Value.AsSpan(Math.Max(0, time.Start - 16), Math.Min(16, time.Start)).TrimEnd();
        foreach (var word in (string[])["about", "around", "roughly", "after", "before", "circa", "nearly", "almost", "towards", "by"])
        {
            if (before.EndsWith(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }
}
