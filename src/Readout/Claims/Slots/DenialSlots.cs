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

    // What is not denied outright, only said not to be so, must be told nearer to what is denied, or be surer to be of one event.
    private const double AlikeIfNegated = 0.55;
    private const double MuchAlike = 0.65;
    private const double SurplusOfDoubt = 1;

    public static IEnumerable<Finding> Compare(IReadOnlyList<Statement> statements, EntityIndex index, Similarity similarity)
    {
        var denials = statements.Where(s => s.Quotation?.Act == SpeechAct.Denied || s.Negated).ToList();
        if (denials.Count == 0)
            yield break;
        // A denial and what it denies share a word that is rare among all that is said.
        var byMark = statements
            .Where(s => !IsDenial(s) && !IsCharge(s))
            .SelectMany((s, i) => similarity[s].Marks.Select(m => (m, i, s)))
            .ToLookup(x => x.m, x => (x.i, x.s));
        foreach (var denial in denials)
        {
            var isDenied = denial.Quotation?.Act == SpeechAct.Denied;
            var least = isDenied ? Alike : AlikeIfNegated;
            // What is not denied may be the same on both sides: "they don't sit around, they talk".
            var denied = isDenied ? denial.Terms : denial.NegatedTerms;
            var others = similarity.Rarest(denial, least).SelectMany(m => byMark[m]).DistinctBy(x => x.i).OrderBy(x => x.i).Select(x => x.s);
            foreach (var other in others)
            {
                if (other.Document.Id == denial.Document.Id || !denied.Any(other.Terms.Contains) || !Near(denial, other) || SameVoice(denial, other, index))
                    continue;
                if (similarity.Of(denial, other) < least || denial.Terms.Count(other.Terms.Contains) < 2)
                    continue;
                // A kind of event in common tells more than a verb; what may come is not denied by what has not been.
                // what was expected may no longer be
                if (!isDenied && (IsOpenEnded(denial) || OnOtherDays(denial, other) || (denial.Said != other.Said && ((denial.IsPlan && other.IsPlan) || IsExpected(denial) || IsExpected(other)))))
                    continue;
                var isOfOneKind = denied.Any(t => t[0] == '#' && other.Terms.Contains(t));
                if (!isOfOneKind && other.IsPlan != denial.IsPlan)
                    continue;
                yield return new Finding(FindingKind.Dispute, DisputeType.Denial, other, "stated", denial, "denied",
                    "one source states what the other denies", "denial") { NeedsOneEvent = true, Surplus = isOfOneKind && (isDenied || similarity.Of(denial, other) >= MuchAlike) ? 0 : SurplusOfDoubt };
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

    // "not before May unless …": it may come to that.
    private static bool IsOpenEnded(Statement s)
    {
        for (var i = s.Sentence.FirstToken; i < s.Sentence.EndToken; i++)
        {
            if (s.Document.Tokens[i].Norm is "until" or "unless" or "till")
                return true;
        }
        return false;
    }

    private static bool IsExpected(Statement s)
    {
        for (var i = s.Sentence.FirstToken; i < s.Sentence.EndToken; i++)
        {
            if (s.Document.Tokens[i].Norm is "expected" or "expects" or "expect" or "likely" or "unlikely" or "forecast")
                return true;
        }
        return false;
    }

    // "Is expected to intervene today", "is not expected to intervene today", said on other days.
    private static bool OnOtherDays(Statement a, Statement b)
    {
        var (x, y) = (NamedDays(a), NamedDays(b));
        return x.Count > 0 && y.Count > 0 && x.TrueForAll(d => y.TrueForAll(d.IsDisjoint));
    }

    private static List<DateRange> NamedDays(Statement s) =>
        [.. s.Document.Times.Where(t => t.Type is TimexType.Date or TimexType.Time && t.When.IsBounded && s.Parts.Any(p => p.Contains(t.Span))).Select(t => t.When)];

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
