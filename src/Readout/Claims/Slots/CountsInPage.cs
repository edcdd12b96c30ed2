using Readout.Annotations;
using Readout.Stories;
using Readout.Text;

namespace Readout.Claims;

/// <summary>
/// A page that counts one thing twice, otherwise: "seized 19 boats … of the 17 boats seized". Only a number that takes up what was
/// counted before ("of the 17 boats") says that it is the same; what is counted anew may be another day's, or part of the first.
/// </summary>
internal static class CountsInPage
{
    private const double Alike = 0.3;

    public static IEnumerable<Finding> Find(IReadOnlyList<QuantitySlot> slots, Similarity similarity)
    {
        foreach (var page in slots.GroupBy(s => s.Statement.Document.Id, StringComparer.Ordinal))
        {
            foreach (var kind in page.Where(s => s.Quantity.Unit is null).GroupBy(s => s.Key, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
            {
                var counts = kind.ToList();
                foreach (var again in counts.Where(IsTakenUp))
                {
                    // the number itself may have been given before, in a sentence of its own
                    if (counts.Exists(c => c != again && !IsTakenUp(c) && c.Quantity.Low == again.Quantity.Low && c.Quantity.High == again.Quantity.High))
                        continue;
                    var first = counts.Where(c => c != again && !IsTakenUp(c) && c.Statement != again.Statement && c.Quantity.Span.Start < again.Quantity.Span.Start && IsSame(c, again, similarity)).ToList();
                    if (first.Count != 1 || !QuantityComparison.Differ(first[0].Quantity, again.Quantity))
                        continue;
                    yield return new Finding(FindingKind.Inconsistency, DisputeType.Value, first[0].Statement, QuantityText.Of(first[0].Quantity), again.Statement, QuantityText.Of(again.Quantity),
                        "the page counts one thing twice, and otherwise" + (IsTranslated(again) ? ", probably mistranslated" : ""), "count-in-page");
                }
            }
        }
    }

    // "of the seven boats", "all 44 ill persons"; not "the seven boats that sank", "the other seven", "the 11 cases in Orlen"
    private static bool IsTakenUp(QuantitySlot slot)
    {
        var tokens = slot.Statement.Document.Tokens;
        var first = Ordered.FirstAt(tokens, slot.Quantity.Span.Start, t => t.Span.Start);
        var behind = Ordered.FirstAt(tokens, slot.Quantity.Span.End, t => t.Span.Start);
        if (tokens[first].Norm is "all")
            first++;
        else if (first >= 2 && tokens[first - 1].Norm is "the" or "these" or "those")
            first--;
        else
            return false;
        return slot.Quantity is { Approximate: false, Low: { } low, High: { } high } && low == high && (tokens[first - 1].Norm is "of" or "all")
            && !(behind < tokens.Count && tokens[behind].Norm is "who" or "that" or "which" or "whom" or "whose" or "in" or "at" or "from" or "on" or "it" or "they" or "he" or "she" or "of");
    }

    private static bool IsSame(QuantitySlot first, QuantitySlot again, Similarity similarity)
    {
        if (QuantitySlot.Kind(first.Quantity.Of) != QuantitySlot.Kind(again.Quantity.Of) || (first.Window.IsDay && again.Window.IsDay && first.Window.IsDisjoint(again.Window)))
            return false;
        return IsTranslated(first) || first.IsToll || (first.Quantity.Of == again.Quantity.Of && similarity.Of(first.Statement, again.Statement) >= Alike);
    }

    private static bool IsTranslated(QuantitySlot slot) => slot.Statement.Document.Diagnostics.Any(d => d.Code == DiagnosticCode.MachineTranslation);
}
