using System.Globalization;
using Readout.Annotations;
using Readout.Text;

namespace Readout.Claims;

/// <summary>A record as a list of entries that can be laid beside those of another day or run.</summary>
/// <param name="Items">In the order of the record.</param>
public sealed record LedgerState(IReadOnlyList<StateItem> Items)
{
    /// <summary>The state of a ledger.</summary>
    public static LedgerState Of(Ledger ledger)
    {
        var story = ledger.Story;
        return new LedgerState(
        [
            .. story.Documents.Select(d => new StateItem(StateKind.Page, d.Id, d.Article.Title?.Value ?? d.Article.Page.FileName, PageState(d), [new StatePlace(d.Id, 0, 0)], [])),
            .. ledger.Claims.Select(c => new StateItem(
                StateKind.Claim, c.Id, Words(story.Document(c.Statement.Document), c.Statement.Span), Counts(c.Counts.Outlets.Count, c.Counts.Texts.Count, c.Counts.Speakers.Count),
                [.. c.Attestations.Select(a => Place(story.Document(a.Document), a.Span))], [])),
            .. ledger.Disputes.Select(d => Item(StateKind.Dispute, d.Id, null,
                [.. d.Sides.SelectMany(s => s.Attestations.Select(a => new StateStep("", s.Value, Place(story.Document(a.Document), a.Span))))])),
            .. ledger.Changes.Select(c => Item(StateKind.Change, c.Id, null,
                [.. c.Steps.Select(s => new StateStep(Date(s.Date), s.Value, Place(story.Document(s.Document), s.Span)))])),
            .. ledger.Prospects.Select(p => Item(StateKind.Prospect, p.Id, Words(story.Document(p.Name.Document), p.Name.Span),
                [.. p.History.Select(s => new StateStep(Date(s.Date), EnumNames.Of(s.Status), Place(story.Document(s.Document), s.Span)))])),
        ]);
    }

    /// <summary>An item whose state follows from its steps: the values of a dispute or change, the last status of a prospect.</summary>
    public static StateItem Item(StateKind kind, string id, string? words, IReadOnlyList<StateStep> steps)
    {
        var values = steps.Select(s => s.Value).Distinct(StringComparer.Ordinal);
        var state = kind switch
        {
            StateKind.Dispute => string.Join(" | ", values.Order(StringComparer.Ordinal)),
            StateKind.Change => string.Join(" → ", values),
            _ => steps.Count > 0 ? steps[^1].Value : "",
        };
        return new StateItem(kind, id, words, state, [.. steps.Select(s => s.Place).Distinct()], steps);
    }

    /// <summary>The three counts as a state.</summary>
    public static string Counts(int outlets, int texts, int speakers) =>
        string.Create(CultureInfo.InvariantCulture, $"{outlets} outlet{S(outlets)} · {texts} text{S(texts)} · {speakers} speaker{S(speakers)}");

    /// <summary>A page's day as a state, and that it is old news under a new stamp.</summary>
    /// <param name="day">A day, an interval, or nothing where none is known.</param>
    /// <param name="isStale">The page bears the diagnostic <c>stale-republication</c>.</param>
    public static string Stamp(string day, bool isStale) => (day.Length > 0 ? day : "no day") + (isStale ? ", old news under a new stamp" : "");

    private static string PageState(Document document) =>
        Stamp(Date(document.Article.Published?.When ?? default), document.Diagnostics.Any(d => d.Code == DiagnosticCode.StaleRepublication));

    private static string S(int count) => count == 1 ? "" : "s";

    private static string Words(Document document, Span span) => string.Join(' ', document.Slice(span).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // As a record's JSON document has it, so that the two can be compared.
    private static string Date(DateRange date) => date.IsUnknown ? "" : date.IsDay ? Iso(date.Earliest) : $"{Iso(date.Earliest)}..{Iso(date.Latest)}";

    private static string Iso(NodaTime.LocalDate? day) => day is { } d ? NodaTime.Text.LocalDatePattern.Iso.Format(d) : "";

    private static StatePlace Place(Document document, Span span)
    {
        var (start, end) = document.Text.ToCodePoints(span);
        return new StatePlace(document.Id, start, end);
    }
}
