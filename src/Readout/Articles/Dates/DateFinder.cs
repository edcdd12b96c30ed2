using NodaTime;
using Readout.Text;

namespace Readout.Articles.Dates;

/// <summary>What a page's dates come to.</summary>
/// <param name="Published">The page's day; null where none is stated.</param>
/// <param name="Modified">When it was last changed; null where the page does not say.</param>
/// <param name="Candidates">Every date that was weighed, in the order of the text.</param>
internal sealed record FoundDates(Published? Published, Published? Modified, IReadOnlyList<DateCandidate> Candidates);

/// <summary>Collects every date that could be the page's day, chooses one, and says why.</summary>
internal static class DateFinder
{
    // Two dates that both look like the day of publication and lie further apart than this cannot both be it.
    private const int ConflictDays = 3;

    public static FoundDates Find(Layout layout, FoundTitle title, string? language, ArticleOptions options, List<Diagnostic> diagnostics)
    {
        var evidence = Collect(layout, title, language, options);
        var chosen = DateChooser.Choose(evidence);
        var modified = DateChooser.Modified(evidence, options.Published ?? chosen?.Day);
        var changed = modified is null ? null : Value(modified, evidence);
        if (options.Published is { } supplied)
            return new(new Published(DateRange.Day(supplied), DateBasis.Stated, [], "date-supplied"), changed, Explain(evidence, supplied, modified));
        var candidates = Explain(evidence, chosen, modified);
        if (chosen is null)
        {
            diagnostics.Add(new(DiagnosticCode.NoDate, "states no day of publication"));
            return new(null, changed, candidates);
        }
        if (evidence.Find(e => Conflicts(e, chosen)) is { } conflict)
            diagnostics.Add(new(DiagnosticCode.DateConflict, $"{conflict.When} ({conflict.Note}) differs from {chosen.When} ({chosen.Note})", conflict.Span));
        return new(Value(chosen, evidence), changed, candidates);
    }

    private static List<DateEvidence> Collect(Layout layout, FoundTitle title, string? language, ArticleOptions options)
    {
        var order = DateOrders.Of(layout, language);
        var evidence = new List<DateEvidence>();
        evidence.AddRange(MetadataDates.Find(layout, title, language, order));
        evidence.AddRange(VisibleDates.Find(layout, title.Index, language, order));
        evidence.AddRange(LeadDates.Find(layout, language, order, evidence));
        evidence.AddRange(IdDates.Find(layout));
        Disambiguate(evidence);
        CaptureTime.Refuse(evidence, options);
        return [.. evidence.Distinct().OrderBy(e => e.Span.Start).ThenBy(e => e.Span.End)];
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

    // The words that decided come first, then those that agree.
    private static Published Value(DateEvidence chosen, List<DateEvidence> evidence)
    {
        var spans = evidence.Where(e => Agrees(e, chosen)).Select(e => e.Span).Distinct().Order().ToList();
        spans.Remove(chosen.Span);
        spans.Insert(0, chosen.Span);
        var rule = chosen.Of == DateOf.Modification ? "modified-" + chosen.Where : "date-" + chosen.Where;
        var clock = chosen.Clock ?? evidence.Find(e => Agrees(e, chosen) && e.Clock is not null && e.Day == chosen.Day)?.Clock;
        // What readers see has no offset; the same minute stated for machines often has.
        if (clock is { Offset: null })
            clock = evidence.Find(e => Agrees(e, chosen) && e.Day == chosen.Day && e.Clock is { Offset: not null } c && c.Time.Hour == clock.Time.Hour && c.Time.Minute == clock.Time.Minute)?.Clock ?? clock;
        return new Published(chosen.When, DateBasis.Stated, spans, rule) { Clock = clock };
    }

    private static List<DateCandidate> Explain(List<DateEvidence> evidence, DateEvidence? chosen, DateEvidence? modified) =>
        evidence.ConvertAll(e =>
        {
            var (taken, reason) = (chosen, modified) switch
            {
                _ when chosen is not null && e.Span == chosen.Span && e.Of == chosen.Of => (true, chosen.Of == DateOf.Modification
                    ? $"{chosen.Note}; the page states no day of publication, so its last change stands for it" : $"{chosen.Note}; the strongest evidence on the page"),
                _ when modified is not null && e.Span == modified.Span && e.Of == modified.Of => (true, $"{modified.Note}; the day of the last change"),
                _ when chosen is not null && Agrees(e, chosen) => (true, $"{e.Note}; agrees with the chosen day"),
                _ when modified is not null && Agrees(e, modified) => (true, $"{e.Note}; agrees with the day of the last change"),
                _ when e.Of == DateOf.Modification => (false, modified is null ? $"{e.Note}; lies before the day of publication" : $"{e.Note}; passed over for {modified.Note}"),
                _ when chosen is null => (false, $"{e.Note}; too weak to be the page's day"),
                _ => (false, $"{e.Note}; passed over for {chosen.Note}"),
            };
            return new DateCandidate(e.When, e.Span, e.Where, taken, reason) { Of = e.Of, Clock = e.Clock };
        });

    private static List<DateCandidate> Explain(List<DateEvidence> evidence, LocalDate supplied, DateEvidence? modified) =>
        evidence.ConvertAll(e => new DateCandidate(e.When, e.Span, e.Where, e.Of == DateOf.Modification ? e == modified : e.Day == supplied,
            e.Of == DateOf.Modification ? e.Note : e.Day == supplied ? $"{e.Note}; agrees with the day you gave" : $"{e.Note}; passed over for the day you gave") { Of = e.Of, Clock = e.Clock });

    private static bool Agrees(DateEvidence e, DateEvidence chosen) => e.When == chosen.When && e.Of == chosen.Of && e.Rank > 0;

    private static bool Conflicts(DateEvidence e, DateEvidence chosen) =>
        e.Of != DateOf.Modification && e.Day is { } a && chosen.Day is { } b && Math.Abs(Period.DaysBetween(a, b)) > ConflictDays
        && (e.Where == "furniture" || (e.Where is "json-ld" or "meta" or "microdata" or "url" or "front-matter" or "visible" && e.Rank >= 70) || e is { Where: "dateline", Rank: > 0 });
}
