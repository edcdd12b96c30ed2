using NodaTime;
using Readout.Text;

namespace Readout.Articles.Dates;

/// <summary>Collects every date that could be the page's day, chooses one, and says why.</summary>
internal static class DateFinder
{
    // Two dates that both look like the day of publication and lie further apart than this cannot both be it.
    private const int ConflictDays = 3;

    public static (Published? Published, IReadOnlyList<DateCandidate> Candidates) Find(
        Layout layout, int titleIndex, string? language, ArticleOptions options, List<Diagnostic> diagnostics)
    {
        var evidence = Collect(layout, titleIndex, language);
        var chosen = Choose(evidence);
        if (options.Published is { } supplied)
            return Supplied(supplied, evidence);
        var candidates = Explain(evidence, chosen, diagnostics);
        if (chosen is null)
        {
            diagnostics.Add(new(DiagnosticCode.NoDate, "states no day of publication"));
            return (null, candidates);
        }
        var spans = evidence.Where(e => e == chosen || (Agrees(e, chosen) && e.Rank > 0)).Select(e => e.Span).Distinct().Order().ToList();
        // The words that decided come first.
        spans.Remove(chosen.Span);
        spans.Insert(0, chosen.Span);
        return (new Published(chosen.When, DateBasis.Stated, spans, "date-" + chosen.Where), candidates);
    }

    private static List<DateEvidence> Collect(Layout layout, int titleIndex, string? language)
    {
        var monthFirst = MonthFirst(layout, language);
        var evidence = new List<DateEvidence>();
        evidence.AddRange(MetadataDates.Find(layout, language, monthFirst));
        evidence.AddRange(VisibleDates.Find(layout, titleIndex, language, monthFirst));
        if (layout.Body.Count > 0 && Dateline.Read(layout.Text, layout.Blocks[layout.First].Block.Span, language) is { Date: { } dateline })
            evidence.AddRange(DatelineDay(dateline, evidence));
        evidence.AddRange(IdDates.Find(layout));
        Disambiguate(evidence);
        return [.. evidence.Distinct().OrderBy(e => e.Span.Start).ThenBy(e => e.Span.End)];
    }

    // A dateline without a year takes the latest such day not after the page's stamp.
    private static IEnumerable<DateEvidence> DatelineDay(FoundDate dateline, List<DateEvidence> others)
    {
        if (dateline.Date is { } stated)
        {
            yield return new DateEvidence(DateRange.Day(stated), dateline.Span, "dateline", 80, "the day in the dateline");
            yield break;
        }
        if (Choose(others)?.Day is not { } anchor)
            yield break;
        var limit = anchor.PlusDays(2);
        var year = limit.Year;
        if (!FoundDate.IsDay(year, dateline.Month, dateline.Day) || new LocalDate(year, dateline.Month, dateline.Day) > limit)
            year--;
        if (FoundDate.IsDay(year, dateline.Month, dateline.Day))
            yield return new DateEvidence(DateRange.Day(new LocalDate(year, dateline.Month, dateline.Day)), dateline.Span, "dateline", 0, "the day in the dateline, its year taken from the page's stamp");
    }

    // 03/04/2023 is settled by any other date of the page that agrees with one reading.
    private static void Disambiguate(List<DateEvidence> evidence)
    {
        for (var i = 0; i < evidence.Count; i++)
        {
            if (evidence[i].When is not { IsDay: false, Earliest: { } a, Latest: { } b } || evidence[i].Where == "furniture")
                continue;
            foreach (var reading in (LocalDate[])[a, b])
            {
                if (evidence.Exists(e => e.Day is { } day && Math.Abs(Period.DaysBetween(day, reading)) <= 1))
                {
                    evidence[i] = evidence[i] with { When = DateRange.Day(reading), Note = evidence[i].Note + ", its order settled by another date" };
                    break;
                }
            }
        }
    }

    private static DateEvidence? Choose(List<DateEvidence> evidence)
    {
        DateEvidence? best = null;
        foreach (var candidate in evidence)
        {
            if (candidate.Rank > 10 && (best is null || candidate.Rank > best.Rank))
                best = candidate;
        }
        if (best is not { IsUtc: true, Day: { } utc })
            return best;
        // Late in the evening Greenwich is a day off; what the page shows its readers, or its address, is local.
        var local = evidence.Find(e => e.Where is "visible" or "url" && e.Rank >= 60 && e.Day is { } day && Math.Abs(Period.DaysBetween(day, utc)) == 1);
        var same = evidence.Exists(e => e.Where is "visible" or "url" && e.Rank >= 60 && e.Day == utc);
        return local is not null && !same ? local : best;
    }

    private static List<DateCandidate> Explain(List<DateEvidence> evidence, DateEvidence? chosen, List<Diagnostic> diagnostics)
    {
        var candidates = new List<DateCandidate>();
        DateEvidence? conflict = null;
        foreach (var e in evidence)
        {
            if (chosen is null)
            {
                candidates.Add(new DateCandidate(e.When, e.Span, e.Where, false, $"{e.Note}; too weak to be the page's day"));
                continue;
            }
            var agrees = e == chosen || (Agrees(e, chosen) && e.Rank > 0);
            var reason = e == chosen ? $"{e.Note}; the strongest evidence on the page"
                : Agrees(e, chosen) ? $"{e.Note}; agrees with the chosen day"
                : $"{e.Note}; passed over for {chosen.Note}";
            candidates.Add(new DateCandidate(e.When, e.Span, e.Where, agrees, reason));
            if (!agrees && Conflicts(e, chosen))
                conflict ??= e;
        }
        if (conflict is not null)
            diagnostics.Add(new(DiagnosticCode.DateConflict, $"{conflict.When} ({conflict.Note}) differs from {chosen!.When} ({chosen.Note})", conflict.Span));
        return candidates;
    }

    private static bool Agrees(DateEvidence e, DateEvidence chosen) => e.When == chosen.When;

    private static bool Conflicts(DateEvidence e, DateEvidence chosen) =>
        e.Day is { } a && chosen.Day is { } b && Math.Abs(Period.DaysBetween(a, b)) > ConflictDays
        && (e.Where is "furniture" or "json-ld" or "meta" or "microdata" or "url" or "front-matter" && (e.Where == "furniture" || e.Rank >= 70)
            || e.Where == "visible" && e.Rank >= 70 || e.Where == "dateline" && e.Rank > 0);

    private static (Published? Published, IReadOnlyList<DateCandidate> Candidates) Supplied(LocalDate day, List<DateEvidence> evidence)
    {
        var candidates = evidence.ConvertAll(e => new DateCandidate(e.When, e.Span, e.Where, e.Day == day,
            e.Day == day ? $"{e.Note}; agrees with the day you gave" : $"{e.Note}; passed over for the day you gave"));
        return (new Published(DateRange.Day(day), DateBasis.Stated, [], "date-supplied"), candidates);
    }

    // Only the United States write 3/24/2023; a page that says it is American, or shows such a date, is read so.
    private static bool MonthFirst(Layout layout, string? language)
    {
        if (language is not null && language != "en")
            return false;
        foreach (var line in layout.Page.Metadata)
        {
            if ((line.Where == "html" || line.Name is "og:locale" or "inlanguage" or "language") && line.Span.Length <= 8)
            {
                var value = layout.Slice(line.Span);
                if (value.StartsWith("en", StringComparison.OrdinalIgnoreCase) && value.Length >= 5)
                    return value.EndsWith("US", StringComparison.OrdinalIgnoreCase);
            }
        }
        return true;
    }
}
