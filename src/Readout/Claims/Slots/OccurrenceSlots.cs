using Readout.Annotations;
using Readout.Stories;
using Readout.Text;

namespace Readout.Claims;

/// <summary>When something happened that happens once: a blast, a collapse, a founding.</summary>
/// <param name="Clock">Time of day as <c>04:40</c>; null where only a day is given.</param>
internal sealed record OccurrenceSlot(Statement Statement, string EventClass, IReadOnlyList<string> Entities, DateRange Day, string? Clock, bool IsApproximate);

/// <summary>Compares the times that pages give for one occurrence.</summary>
internal static class OccurrenceSlots
{
    private static readonly HashSet<string> Once = new(StringComparer.Ordinal)
    {
        "collapse", "crash", "quake", "fire", "found", "born", "resign", "strike-hit", "attack",
    };

    /// <summary>How alike two sentences must be before their days may contradict each other; less for times of one day.</summary>
    private const double AlikeForDays = 0.5;
    private const double AlikeForClocks = 0.25;

    public static IReadOnlyList<OccurrenceSlot> Read(IReadOnlyList<Statement> statements, EntityIndex index) =>
        [.. statements.SelectMany(s => Read(s, index))];

    private static IEnumerable<OccurrenceSlot> Read(Statement statement, EntityIndex index)
    {
        var document = statement.Document;
        foreach (var e in document.Events)
        {
            if (!statement.Span.Contains(e.Predicate) || e.Modality != Modality.Happened || !Once.Contains(e.Type))
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
                yield return new OccurrenceSlot(statement, e.Type, index.In(document, e.Clause), day, clock, IsApproximate(document, time.Span));
            }
        }
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
            return a.Clock != b.Clock && sameDay && alike >= AlikeForClocks
                ? new Finding(FindingKind.Dispute, DisputeType.Date, a.Statement, a.Clock, b.Statement, b.Clock, "one occurrence, two times of day", "occurrence-clock") { NeedsOneEvent = true }
                : null;
        }
        var shared = a.Entities.Count(b.Entities.Contains);
        return a.Clock is null && b.Clock is null && !sameDay && shared > 0 && alike >= AlikeForDays
            ? new Finding(FindingKind.Dispute, DisputeType.Date, a.Statement, a.Day.ToString(), b.Statement, b.Day.ToString(), "one occurrence, two days", "occurrence-day") { NeedsOneEvent = true }
            : null;
    }

    // TIMEX3: the part after T, where it is a time and not a part of the day ("TNI").
    private static string? Clock(string value)
    {
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
