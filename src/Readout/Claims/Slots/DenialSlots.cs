using NodaTime;
using Readout.Annotations;
using Readout.Stories;
using Readout.Text;

namespace Readout.Claims;

/// <summary>One page states what another page's speaker denies.</summary>
internal static class DenialSlots
{
    /// <summary>A denial answers what was said about the same time, not what changed since.</summary>
    private const int Days = 10;

    private const double Alike = 0.5;

    public static IEnumerable<Finding> Compare(IReadOnlyList<Statement> statements, EntityIndex index, Similarity similarity)
    {
        var denials = statements.Where(s => s.Quotation?.Act == SpeechAct.Denied || s.Negated).ToList();
        // A denial and what it denies share a predicate.
        var byPredicate = statements
            .Where(s => !IsDenial(s) && !IsCharge(s))
            .SelectMany((s, i) => s.Terms.Where(t => t[0] == '#').Select(t => (t, i, s)))
            .ToLookup(x => x.t, x => (x.i, x.s), StringComparer.Ordinal);
        foreach (var denial in denials)
        {
            // What is not denied may be the same on both sides: "they don't sit around, they talk".
            var denied = denial.Quotation?.Act == SpeechAct.Denied ? denial.Terms : denial.NegatedTerms;
            var others = denied.Where(t => t[0] == '#').SelectMany(t => byPredicate[t]).DistinctBy(x => x.i).OrderBy(x => x.i).Select(x => x.s);
            foreach (var other in others)
            {
                if (other.Document.Id == denial.Document.Id || !Near(denial, other) || SameVoice(denial, other, index))
                    continue;
                var least = denial.Quotation?.Act == SpeechAct.Denied ? Alike : Alike + 0.15;
                if (similarity.Of(denial, other) >= least && denial.Terms.Count(other.Terms.Contains) >= 2)
                {
                    yield return new Finding(FindingKind.Dispute, DisputeType.Denial, other, "stated", denial, "denied",
                        "one source states what the other denies", "denial") { NeedsOneEvent = true };
                }
            }
        }
    }

    // "He is charged with theft" says what he is charged with, not that he stole: his denial contradicts the charge, no page.
    private static bool IsCharge(Statement s)
    {
        for (var i = s.Sentence.FirstToken; i < s.Sentence.EndToken; i++)
        {
            if (s.Document.Tokens[i].Norm is "charged" or "charges" or "accused" or "accuses" or "alleged" or "allegedly" or "allegations" or "indicted" or "suspected" or "pleaded" or "convicted" or "trial")
                return true;
        }
        return false;
    }

    private static bool IsDenial(Statement s) => s.HasNegation || s.Quotation?.Act is SpeechAct.Denied or SpeechAct.Declined;

    private static bool Near(Statement a, Statement b)
    {
        if (a.Said.IsUnknown || b.Said.IsUnknown)
            return false;
        var (x, y) = (Chronology.SortDay(a.Said), Chronology.SortDay(b.Said));
        return Math.Abs(Period.DaysBetween(x, y)) <= Days;
    }

    private static bool SameVoice(Statement a, Statement b, EntityIndex index) =>
        a.Quotation?.Speaker is { } x && b.Quotation?.Speaker is { } y
        && index.Of(a.Document, x) is { } ex && index.Of(b.Document, y) is { } ey && ex.Id == ey.Id;
}
