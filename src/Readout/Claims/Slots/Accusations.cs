using Readout.Text;

namespace Readout.Claims;

/// <summary>Which differences may be called disputes: saying that sources contradict each other accuses one of them, so doubt speaks for both.</summary>
internal static class Accusations
{
    /// <summary>
    /// In a pile of so many pages a pair of statements is one event about as often as where the model was fitted. In larger ones chance
    /// brings more pairs together that look like one: the score must be higher by the logarithm of how much larger (prior odds).
    /// </summary>
    private const double FittedPages = 30;

    // More values than this for one thing are a series (a market's days, a list of issues), unless they count up.
    private const int MostValues = 4;
    private const int MostCounts = 6;

    // Forms filled in for many ("non-callable for two years") tell alike.
    private const int MostToldAlike = 2;

    /// <summary>The findings without those disputes that do not hold; what is no dispute stays as it is.</summary>
    /// <param name="pages">Pages of the pile.</param>
    public static List<Finding> Hold(IReadOnlyList<Finding> findings, StatementPairs pairs, int pages)
    {
        var sure = SureIn(pages);
        var held = findings
            .Where(f => f.Kind != FindingKind.Dispute || (!IsSameWords(f.A, f.B) && IsOneEvent(f)))
            .ToList();
        // A copy printed a day later says what it says as of the day of its source.
        var grown = held.Where(f => f is { Kind: FindingKind.Update, Rule: "quantity-grew" or "quantity-revised" }).ToLookup(f => (f.ValueA, f.ValueB));
        held.RemoveAll(f => f is { Kind: FindingKind.Dispute, Rule: "quantity-count" }
            && grown[(f.ValueA, f.ValueB)].Concat(grown[(f.ValueB, f.ValueA)]).Any(u => (Is(u.A, f.A) && Is(u.B, f.B)) || (Is(u.A, f.B) && Is(u.B, f.A))));
        var doubtful = Disputes.Slots(held.Where(f => f.Kind == FindingKind.Dispute))
            .SelectMany(slot => IsSeries(slot) ? slot : slot.Where(Ambiguous(slot)))
            .ToHashSet(ReferenceEqualityComparer.Instance);
        held.RemoveAll(doubtful.Contains);
        return held;

        static bool Is(Statement a, Statement b) => ReferenceEquals(a, b) || IsSameWords(a, b);

        // "The first offer": a rule that makes sure of the occasion itself errs in large piles only.
        bool IsOneEvent(Finding f) => f.NeedsOneEvent ? pairs.Score(f.A, f.B) >= sure + f.Surplus : pages <= FittedPages || pairs.Score(f.A, f.B) >= SameEvent.Threshold;
    }

    /// <summary>The score of <see cref="SameEvent"/> that an accusation needs among so many pages.</summary>
    public static double SureIn(int pages) => SameEvent.Sure + Math.Max(0, Math.Log(pages / FittedPages));

    // The same sentence on two pages says one thing: "on Friday" under another stamp is no other Friday.
    private static bool IsSameWords(Statement a, Statement b) =>
        a.Document.Text.Chars(a.Span).SequenceEqual(b.Document.Text.Chars(b.Span)) || Letters(a).SequenceEqual(Letters(b));

    private static IEnumerable<char> Letters(Statement statement)
    {
        for (var i = statement.Span.Start; i < statement.Span.End; i++)
        {
            if (char.IsLetterOrDigit(statement.Document.Text[i]))
                yield return char.ToLowerInvariant(statement.Document.Text[i]);
        }
    }

    // A sentence that bears two of the values tells them apart itself: which of them answers to the other page's is not known.
    private static Func<Finding, bool> Ambiguous(IReadOnlyList<Finding> slot)
    {
        var several = slot
            .SelectMany(f => ((Statement Statement, string Value)[])[(f.A, f.ValueA), (f.B, f.ValueB)])
            .Distinct().GroupBy(x => x.Statement).Where(g => g.Skip(1).Any()).Select(g => g.Key).ToHashSet();
        return f => several.Contains(f.A) || several.Contains(f.B);
    }

    private static bool IsSeries(IReadOnlyList<Finding> slot) =>
        slot.SelectMany(f => (string[])[f.ValueA, f.ValueB]).Distinct(StringComparer.Ordinal).Count() > slot[0].Rule switch { "quantity-count" => MostCounts, QuantityComparison.ToldAlike => MostToldAlike, _ => MostValues };
}
