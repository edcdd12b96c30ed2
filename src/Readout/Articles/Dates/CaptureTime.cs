using NodaTime;

namespace Readout.Articles.Dates;

/// <summary>When the page was fetched or saved, as far as it or its reader says so. No stamp of its own can lie after that.</summary>
internal static class CaptureTime
{
    /// <summary>Tells whether a name in front matter is that of the time of capture.</summary>
    public static bool IsName(string name) => Names.Contains(name);

    private static readonly HashSet<string> Names = new(PageWords.Of("capture-field"), StringComparer.Ordinal);

    /// <summary>The day of capture: what the user says before what the page says; null where neither does.</summary>
    public static LocalDate? Find(IReadOnlyList<DateEvidence> evidence, ArticleOptions options)
    {
        if (options.Captured is { } known)
            return known;
        foreach (var candidate in evidence)
        {
            if (candidate is { Of: DateOf.Capture, Day: { } day })
                return day;
        }
        return null;
    }

    /// <summary>
    /// Takes the chance to win from dates after the capture; and, where the page states its own last change, from visible
    /// dates after that: what is announced for later is an event.
    /// </summary>
    public static void Refuse(List<DateEvidence> evidence, ArticleOptions options)
    {
        var captured = Find(evidence, options);
        var changed = LastChange(evidence);
        for (var i = 0; i < evidence.Count; i++)
        {
            var e = evidence[i];
            if (e.Of is DateOf.Capture or DateOf.Other || e.Rank == 0)
                continue;
            // A day of grace: the stamp's zone and the capture's may differ.
            if (captured is { } day && e.When.Earliest > day.PlusDays(1))
                evidence[i] = e with { Rank = 0, Note = e.Note + ", which lies after the page was captured" };
            else if (e.Where == "visible" && changed is { } last && e.When.Earliest > last.PlusDays(1))
                evidence[i] = e with { Rank = Math.Min(e.Rank, 5), Note = e.Note + ", which lies after the page's own last change" };
        }
    }

    private static LocalDate? LastChange(List<DateEvidence> evidence)
    {
        LocalDate? last = null;
        foreach (var e in evidence)
        {
            if (e is { IsMachine: true, Of: DateOf.Modification, Day: { } day } && !(day < last))
                last = day;
        }
        foreach (var e in evidence)
        {
            // A text may be stamped after its last change where it waited for its hour.
            if (last is not null && e is { IsMachine: true, Of: DateOf.Publication, Rank: >= 80, Day: { } day } && day > last)
                last = day;
        }
        return last;
    }
}
