using NodaTime;

namespace Readout.Articles.Dates;

/// <summary>Weighs dates against each other: which one is the page's day, which one the day of its last change.</summary>
internal static class DateChooser
{
    // A lone modification is better than a bare date below the text, and worse than any stamp of publication.
    private const int LoneModification = 46;
    private const int MaxAgreement = 8;

    /// <summary>The date that is the page's day; null where none is good enough.</summary>
    public static DateEvidence? Choose(List<DateEvidence> evidence)
    {
        DateEvidence? best = null;
        var bestWeight = 0;
        foreach (var candidate in evidence)
        {
            var weight = Weight(candidate, evidence);
            if (weight > bestWeight)
                (best, bestWeight) = (candidate, weight);
        }
        if (best is null)
            return null;
        return Shown(best, evidence) ?? Local(best, evidence) ?? best;
    }

    /// <summary>The date of the last change; null where none is stated, or where it lies before the page's day.</summary>
    public static DateEvidence? Modified(List<DateEvidence> evidence, LocalDate? published)
    {
        DateEvidence? best = null;
        foreach (var candidate in evidence)
        {
            if (candidate is { Of: DateOf.Modification, Rank: >= DateEvidence.Enough, Day: { } day } && !(day < published) && (best is null || candidate.Rank > best.Rank))
                best = candidate;
        }
        return best is null ? null : Local(best, evidence) ?? best;
    }

    // Places of other kinds that name the same day speak for it.
    private static int Weight(DateEvidence candidate, List<DateEvidence> evidence)
    {
        if (candidate.Rank < DateEvidence.Enough || candidate.Of is DateOf.Capture or DateOf.Other)
            return 0;
        if (candidate.Of == DateOf.Modification)
            return candidate.IsMachine || candidate.Rank >= LoneModification ? LoneModification : 28;
        var agreement = 0;
        string seen = candidate.Where;
        foreach (var other in evidence)
        {
            if (other.Rank >= 40 && other.Of == DateOf.Publication && other.When == candidate.When && !seen.Contains(other.Where, StringComparison.Ordinal))
            {
                agreement += 4;
                seen += other.Where;
            }
        }
        return candidate.Rank + Math.Min(agreement, MaxAgreement);
    }

    /// <summary>
    /// The later day that the page shows its readers as its own, where the markup says that it was changed on that day and
    /// nothing visible names the first one: the page as it stands was put out again under that stamp.
    /// </summary>
    private static DateEvidence? Shown(DateEvidence best, List<DateEvidence> evidence)
    {
        if (!best.IsMachine || best.Where == "front-matter" || best.Day is not { } first)
            return null;
        DateEvidence? shown = null;
        foreach (var e in evidence)
        {
            if (e.Of != DateOf.Publication || e.Where is not ("visible" or "url" or "time" or "dateline"))
                continue;
            if (e.When == best.When && e != best && e.Rank >= 40)
                return null;
            if (e is { Where: "visible", Rank: >= 60, Day: { } day } && day > (best.IsUtc ? first.PlusDays(1) : first) && evidence.Exists(m => m is { Of: DateOf.Modification, IsMachine: true } && m.Day == day))
                shown ??= e with { Note = e.Note + ", on the day of its last change" };
        }
        return shown;
    }

    /// <summary>Late in the evening Greenwich is a day off; another stamp's zone, what the page shows its readers, or its address tells the local day.</summary>
    private static DateEvidence? Local(DateEvidence best, List<DateEvidence> evidence)
    {
        if (!best.IsUtc || best.Day is not { } utc || best.Clock is not { } clock)
            return null;
        if (evidence.Exists(e => e.Where is "visible" or "url" && e.Rank >= 40 && e.Of == best.Of && e.Day == utc))
            return null;
        var local = evidence.Find(e => e.Where is "visible" or "url" && e.Rank >= 60 && e.Of == best.Of && e.Day is { } day && Neighbours(utc, clock.Time, day));
        if (local is not null)
            return local;
        if (evidence.Find(e => e.IsMachine && e.Of is DateOf.Publication or DateOf.Modification && e.Clock?.Offset is { } o && o != Offset.Zero)?.Clock?.Offset is not { } offset)
            return null;
        var there = utc.At(clock.Time).WithOffset(Offset.Zero).WithOffset(offset);
        return best with { When = Text.DateRange.Day(there.Date), Note = best.Note + ", in the zone that another stamp of the page names" };
    }

    // No place on earth is more than fourteen hours ahead of Greenwich or twelve behind.
    private static bool Neighbours(LocalDate utc, LocalTime time, LocalDate day) =>
        (day == utc.PlusDays(1) && time.Hour >= 10) || (day == utc.PlusDays(-1) && time.Hour < 12);
}
