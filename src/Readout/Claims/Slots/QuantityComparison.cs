using NodaTime;
using Readout.Annotations;
using Readout.Stories;
using Readout.Text;

namespace Readout.Claims;

/// <summary>Compares numbers of one thing: bounds, windows and the order of speaking decide what is a dispute.</summary>
internal static class QuantityComparison
{
    /// <summary>Rule: two pages without a day, one count that only grows. Tells which spoke first.</summary>
    public const string GrewUndated = "quantity-grew-undated";

    /// <summary>What the score of one event must have beyond what an accusation needs, where only the sentences tell that the numbers are one thing's.</summary>
    private const double ToldAlikeSurplus = 1;
    private const double OneDaySurplus = 0.5;

    // How alike the sentences must be where no window is given.
    private const double Paraphrase = 0.6;
    private const double OpenToldAlike = 0.5;

    /// <summary>Rule: two sentences that tell the same, each with one such number.</summary>
    public const string ToldAlike = "quantity-told-alike";

    // Days between two sayings of a value that no window is given for.
    private const int MostDaysApart = 5;

    private static readonly HashSet<string> Steps = new(StringComparer.Ordinal) { "rise", "fall", "drop", "increase", "decrease", "decline", "gain", "climb", "slip", "jump", "grow", "shrink", "plunge", "soar", "surge" };

    // By how much something went up or down.
    private static bool IsStep(QuantitySlot slot) => slot.Measure?.Governor is { } governor && Steps.Contains(governor);

    /// <summary>The disputes and changes among the slots.</summary>
    public static IEnumerable<Finding> Compare(IReadOnlyList<QuantitySlot> slots, Similarity similarity)
    {
        foreach (var group in slots.GroupBy(s => s.Key, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            foreach (var (a, b) in QuantityPairs.Of([.. group], similarity))
            {
                if (Compare(a, b, similarity) is { } finding && (finding.Kind is not FindingKind.Dispute || QuantityAlignment.MayAccuse(a, b, finding.Rule is ToldAlike)))
                    yield return finding;
            }
        }
    }

    private static Finding? Compare(QuantitySlot x, QuantitySlot y, Similarity similarity)
    {
        if (x.Statement.Document.Id == y.Statement.Document.Id || !(Differ(x.Quantity, y.Quantity) || GrewPastBound(x, y) || GrewPastBound(y, x)))
            return null;
        // "Two dead and 22 wounded" on both pages: the one number is not the other's.
        if (x.Statement.Numbers.Count > 1 && x.Statement.Numbers.SetEquals(y.Statement.Numbers))
            return null;
        // "of 5,000 and 10,000 marks", "of 1,000 and 5,000 marks": which of them answers to which is not known.
        if (!x.IsToll && !y.IsToll && Rivals(x).Any(q => Rivals(y).Any(r => q.Low == r.Low && q.High == r.High)))
            return null;
        var (a, b) = Chronology.SortDay(x.Statement.Said) <= Chronology.SortDay(y.Statement.Said) ? (x, y) : (y, x);
        if (!QuantityAlignment.IsOne(a, b, similarity))
        {
            return !IsStep(a) && !IsStep(b) && QuantityAlignment.IsToldAlike(a, b, similarity) && CompareOne(a, b, similarity, OpenToldAlike) is { Kind: FindingKind.Dispute } dispute
                ? dispute with { Surplus = dispute.Rule is "quantity-same-window" && a.Window.IsDay ? OneDaySurplus : ToldAlikeSurplus, Rule = ToldAlike }
                : null;
        }
        return CompareOne(a, b, similarity);
    }

    // What two numbers of one thing amount to.
    private static Finding? CompareOne(QuantitySlot a, QuantitySlot b, Similarity similarity, double least = Paraphrase)
    {
        // "This year", "last year": two counts
        if (a.Window.IsBounded && b.Window.IsBounded && !a.Window.IsDay && !b.Window.IsDay && a.Window.IsDisjoint(b.Window))
            return null;
        // "Raised on Tuesday" dates the change; beside a number without a window it is no window either.
        if (a.Window.IsUnknown && b.Window.IsDay)
            b = b with { Window = DateRange.Unknown };
        else if (b.Window.IsUnknown && a.Window.IsDay)
            a = a with { Window = DateRange.Unknown };
        var closed = !a.IsGrowing && !b.IsGrowing && a.Window.IsBounded && b.Window.IsBounded;
        if (closed)
        {
            return a.Window == b.Window && Differ(a.Quantity, b.Quantity)
                ? Make(FindingKind.Dispute, a, b, $"two values for one window ({a.Window})", "quantity-same-window")
                : null;
        }
        if (a.Window.IsBounded != b.Window.IsBounded && !(a.IsGrowing && b.IsGrowing))
        {
            // One number covers a closed period and the other none: they may count different things.
            if ((a.Window.IsBounded && !a.IsGrowing) || (b.Window.IsBounded && !b.IsGrowing))
                return null;
        }
        return CompareOpen(a, b, similarity, least);
    }

    private static Finding? CompareOpen(QuantitySlot a, QuantitySlot b, Similarity similarity, double least)
    {
        var ordered = Chronology.IsBefore(a.Statement.Said, b.Statement.Said);
        if (a.IsLevel)
            return ordered ? Make(FindingKind.Update, a, b, "a count that goes up and down", "quantity-moved") : null;
        // Every day of the market has its own: no contradiction, and no news of the story.
        if (a.IsOfMarket || b.IsOfMarket)
            return null;
        var countsUp = a.IsGrowing || b.IsGrowing || a.IsToll || a.IsMeeting;
        var (smaller, larger) = Size(a.Quantity) <= Size(b.Quantity) ? (a, b) : (b, a);
        if (countsUp)
        {
            if (!Differ(a.Quantity, b.Quantity) && !(ordered && ReferenceEquals(smaller, a)))
                return null;
            if (ordered && ReferenceEquals(smaller, a))
                return Make(FindingKind.Update, a, b, "a count that grew between the two days of speaking", "quantity-grew");
            var sameDay = a.Statement.Said.IsDay && b.Statement.Said == a.Statement.Said;
            if (!ordered && !sameDay)
                return Make(FindingKind.Update, smaller, larger, "a count that grows; the pages' days do not say otherwise", GrewUndated);
            if (Speaker(a) is { } s && s == Speaker(b))
                return Make(FindingKind.Update, a, b, "the same source gave another count later", "quantity-revised");
            // the ill of one town are not those of another
            return Alike(a, b, similarity, a.EventClass is Sickness.Class ? 0.5 : 0.35)
                ? Make(FindingKind.Dispute, a, b, sameDay ? "two counts on one day" : "the later count is the lower one", "quantity-count")
                : null;
        }
        if (a.Moves && b.Moves)
            return ordered && (Alike(a, b, similarity, 0.3) || (a.EventClass is not null && a.EventClass == b.EventClass && a.Owners.Any(b.Owners.Contains))) ? Make(FindingKind.Update, a, b, "a value that is meant to move", "quantity-moved") : null;
        // "74 people" may count the "61 workers"; "nurses" and "patients" are different people.
        if (a.Quantity.Of != b.Quantity.Of && a.Quantity.Of is not ("person" or "people") && b.Quantity.Of is not ("person" or "people"))
            return null;
        if (!Alike(a, b, similarity, QuantityAlignment.IsSure(a, b) ? 0.35 : 0.6) || !a.Statement.Said.IsDay || !b.Statement.Said.IsDay)
            return null;
        if (Speaker(a) is { } one && one == Speaker(b))
            return Make(FindingKind.Update, a, b, "the same source gave another value later", "quantity-revised");
        // What "fell by 92 million" is told anew each week; and a value of another week may have changed.
        var apart = Period.DaysBetween(Chronology.SortDay(a.Statement.Said), Chronology.SortDay(b.Statement.Said));
        return Math.Abs(apart) > (IsStep(a) || IsStep(b) ? 0 : MostDaysApart)
            ? null
            : Make(FindingKind.Dispute, a, b, "two values for one thing", "quantity-value");
    }

    // "More than 300 so far", and later "412": no contradiction, but it grew.
    private static bool GrewPastBound(QuantitySlot a, QuantitySlot b) =>
        (a.IsGrowing || a.IsToll) && (b.IsGrowing || b.IsToll) && a.Quantity is { High: null, Low: { } least, Unit: null } && b.Quantity is { Low: { } later, Unit: null, High: not null }
        && later - least > RoundingShare * later && Chronology.IsBefore(a.Statement.Said, b.Statement.Said);

    // The numbers of its sentence that measure in the same unit, or count the same.
    private static IEnumerable<Quantity> Rivals(QuantitySlot slot) =>
        slot.Statement.Document.Quantities.Where(q => slot.Statement.Span.Contains(q.Span) && q.Unit == slot.Quantity.Unit && q.Of == slot.Quantity.Of);

    private static bool Alike(QuantitySlot a, QuantitySlot b, Similarity similarity, double least) => similarity.Of(a.Statement, b.Statement) >= least;

    private static (string, int?)? Speaker(QuantitySlot slot) =>
        slot.Statement.Quotation?.Speaker is { } s ? (slot.Statement.Document.Entities[s].Name, null) : null;

    /// <summary>Apart, and by more than rounding makes them.</summary>
    internal static bool Differ(Quantity a, Quantity b)
    {
        if (a.Unit != b.Unit)
        {
            var (x, y) = (Dimensions.Range(a), Dimensions.Range(b));
            return (x.High < y.Low && y.Low - x.High > RoundingShare * y.Low) || (y.High < x.Low && x.Low - y.High > RoundingShare * x.Low);
        }
        var (low, high) = a.High is { } ah && b.Low is { } bl && ah < bl ? (ah, bl) : b.High is { } bh && a.Low is { } al && bh < al ? (bh, al) : (0, 0);
        if (low == high)
            return false;
        return !(IsRounded(a) || IsRounded(b)) || high - low > RoundingShare * high;
    }

    // "About 400", "78,000": whoever says so may leave a tenth out.
    private static bool IsRounded(Quantity quantity)
    {
        if (quantity.Approximate)
            return true;
        var number = Low(quantity);
        return number >= FewestRounded && number % Math.Pow(10, Math.Floor(Math.Log10(number)) - 1) == 0;
    }

    private const double FewestRounded = 1000;
    private const double RoundingShare = 0.1;

    private static double Size(Quantity q) => Low(q) * Dimensions.Of(q.Unit ?? "").Size;

    private static double Low(Quantity q) => q.Low ?? q.High ?? 0;

    private static Finding Make(FindingKind kind, QuantitySlot a, QuantitySlot b, string reason, string rule) =>
        new(kind, DisputeType.Value, a.Statement, Show(a), b.Statement, Show(b), reason, rule)
        {
            // Two names in common tell whose meetings are counted, however it is worded.
            NeedsOneEvent = !(a.IsMeeting && b.IsMeeting && a.Owners.Intersect(b.Owners, StringComparer.Ordinal).Skip(1).Any()),
        };

    private static string Show(QuantitySlot slot) => QuantityText.Of(slot.Quantity);
}
