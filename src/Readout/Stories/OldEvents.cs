using NodaTime;
using Readout.Annotations;
using Readout.Articles;
using Readout.Origins;
using Readout.Text;

namespace Readout.Stories;

/// <summary>
/// A rewritten old story under a new stamp: "on Monday", read from the stamp, names a day on which nothing of the kind is known, while
/// an older page has the same events and the same words spoken on an older Monday. Asks for two that agree and none that is fresh.
/// </summary>
internal sealed class OldEvents
{
    /// <summary>Matches that must agree: a party may hold two meetings, and a speaker repeat a phrase.</summary>
    private const int Fewest = 2;

    /// <summary>Days by which the shifts of one page may differ: "on Monday" and "yesterday" move differently with a stamp.</summary>
    private const int Spread = 7;

    /// <summary>Words of a quotation that tell it from a phrase.</summary>
    private const int QuotedWords = 8;

    private readonly Dictionary<string, List<Known>> _known = new(StringComparer.Ordinal);

    public OldEvents(IReadOnlyList<Document> documents)
    {
        foreach (var document in documents.Where(d => d.Article.Published?.Day is not null))
        {
            foreach (var (key, day, _) in Dated(document, relativeOnly: false))
            {
                if (!_known.TryGetValue(key, out var list))
                    _known[key] = list = [];
                if (list.Count < 64)
                    list.Add(new Known(document, day));
            }
        }
    }

    /// <summary>What shows that a page's words are older than its stamp; null where they may be fresh.</summary>
    public OldEvidence? Of(Document document, int grace)
    {
        if (document.Article.Published?.Day is not { } stamp)
            return null;
        var found = new List<(int Shift, Span Span, Known Older)>();
        foreach (var (key, day, span) in Dated(document, relativeOnly: true).DistinctBy(d => d.Key, StringComparer.Ordinal))
        {
            var others = _known[key].Where(k => k.Document.Id != document.Id).ToList();
            if (others.Exists(k => Math.Abs(Period.DaysBetween(k.Day, day)) <= grace))
                return null;
            if (others.Where(k => k.Document.Article.Published!.Day < stamp && k.Day < day).MaxBy(k => k.Day) is { } older)
                found.Add((Period.DaysBetween(older.Day, day), span, older));
        }
        if (found.Count < Fewest)
            return null;
        var first = found[0];
        return found.TrueForAll(f => Math.Abs(f.Shift - first.Shift) <= Spread)
            ? new OldEvidence(first.Older.Document, stamp.PlusDays(-first.Shift), first.Span)
            : null;
    }

    // Events with two parties, and words in marks: what happened or was said, and on which day.
    private static IEnumerable<(string Key, LocalDate Day, Span Span)> Dated(Document document, bool relativeOnly)
    {
        var relative = document.Times.Where(t => t.Anchored && t.When.IsDay).ToList();
        foreach (var e in document.Events.Where(e => e.Modality == Modality.Happened && e.Time.IsDay && e.Participants.Count >= 2))
        {
            var time = relative.Find(t => e.Clause.Contains(t.Span) && t.When == e.Time);
            if (time is null && relativeOnly)
                continue;
            var parties = e.Participants.Select(p => OutletNames.Fold(document.Entities[p].Name)).Order(StringComparer.Ordinal);
            yield return ($"{e.Type} {string.Join('|', parties)}", e.Time.Earliest!.Value, time?.Span ?? e.Clause);
        }
        foreach (var quotation in document.Quotations.Where(q => q.Form == QuotationForm.Direct && q.SaidOn.IsDay))
        {
            var time = relative.Find(t => t.When == quotation.SaidOn);
            if ((time is null && relativeOnly) || Words(document, quotation) is not { } words)
                continue;
            yield return (words, quotation.SaidOn.Earliest!.Value, time?.Span ?? quotation.Extent);
        }
    }

    private static string? Words(Document document, Quotation quotation)
    {
        var words = new List<string>();
        for (var i = Ordered.FirstAt(document.Tokens, quotation.Extent.Start, t => t.Span.Start); i < document.Tokens.Count && document.Tokens[i].Span.Start < quotation.Extent.End; i++)
        {
            if (document.Tokens[i].Kind is TokenKind.Word or TokenKind.Number)
                words.Add(document.Tokens[i].Norm);
        }
        return words.Count < QuotedWords ? null : string.Join(' ', words);
    }

    private sealed record Known(Document Document, LocalDate Day);
}

/// <summary>Why a page is older than its stamp.</summary>
/// <param name="Older">The page that knows the same events on older days.</param>
/// <param name="Day">The day that the words speak from, if they agree with it.</param>
/// <param name="Span">The words of the page that are read from its stamp.</param>
internal sealed record OldEvidence(Document Older, LocalDate Day, Span Span);
