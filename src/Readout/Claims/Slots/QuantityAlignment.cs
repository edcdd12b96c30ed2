namespace Readout.Claims;

/// <summary>
/// Are two numbers values of one thing? Only then can they contradict each other, or one be news of the other. What two numbers need
/// have in common for it is also written in <see cref="QuantityPairs"/>, which proposes them.
/// </summary>
internal static class QuantityAlignment
{
    /// <summary>How alike two sentences must be whose numbers measure one thing of one doer.</summary>
    private const double Loose = 0.2;

    /// <summary>Where they only share a name.</summary>
    private const double Close = 0.35;

    /// <summary>Where they speak of an offer, a price, a level: what is set anew is told anew.</summary>
    private const double Near = 0.3;

    /// <summary>Where they share none, or no tree tells what is measured.</summary>
    public const double Paraphrase = 0.6;

    /// <summary>Where each has one such number, whatever it hangs on.</summary>
    public const double Told = 0.45;

    /// <summary>The same where both count one kind of thing on one day, and name somebody or some place in common.</summary>
    public const double ToldOfOneDay = 0.3;

    /// <summary>Verbs nearer in meaning than this may measure one thing ("carried" and "moved" 40 tonnes of freight).</summary>
    private const float NearVerbs = 0.45f;

    /// <summary>Two names in common tell whose meetings are counted, however it is worded.</summary>
    private const int Pair = 2;

    public static bool IsOne(QuantitySlot a, QuantitySlot b, Similarity similarity)
    {
        if (!MeasureAlike(a, b))
            return false;
        var alike = similarity.Of(a.Statement, b.Statement);
        if (a.Measure is not { } m || b.Measure is not { } n)
            return alike >= Paraphrase;
        // What still grows is counted up to the day of speaking, whatever other day its clause names.
        if (!m.Allows(n) || (m.When.IsDisjoint(n.When) && ((m.When.IsDay && n.When.IsDay) || (!a.IsGrowing && !b.IsGrowing))))
            return false;
        var isOneDoer = m.Doers.Overlaps(n.Doers);
        var isOneOccasion = a.Owners.Any(b.Owners.Contains) || IsNamedElsewhere(a, b);
        if (IsOneCount(a, b) && isOneOccasion && (alike >= Loose || a.Owners.Count(b.Owners.Contains) >= Pair))
            return true;
        // Where the tree does not tell, a sentence with several such numbers does not either.
        if (m.Governor is null || n.Governor is null)
            return alike >= Paraphrase && a.IsOnly && b.IsOnly;
        if (m.IsAs(n) && alike >= (isOneDoer ? Loose : isOneOccasion ? Close : Paraphrase))
            return true;
        // "carried 40 million tonnes of freight", "moved 36 million tonnes of freight"
        if (isOneDoer && m.Counted is not null && m.Counted == n.Counted && m.Role == n.Role && alike >= Close
            && ((a.EventClass is not null && a.EventClass == b.EventClass) || WordMeanings.En.Cosine(m.Governor, n.Governor) >= NearVerbs))
            return true;
        return isOneOccasion && alike >= Near && ((a.IsLevel && b.IsLevel && a.EventClass == b.EventClass) || a.Moving.Overlaps(b.Moving));
    }

    /// <summary>
    /// Two sentences that tell the same with one such number each, on whatever words the numbers hang: "drew 2,900 visitors", "some 4,200
    /// people came". They must then be very surely of one event before their numbers may be called a dispute; of changes they tell nothing.
    /// </summary>
    public static bool IsToldAlike(QuantitySlot a, QuantitySlot b, Similarity similarity)
    {
        if (!a.IsAlone || !b.IsAlone || !MeasureAlike(a, b) || similarity.Of(a.Statement, b.Statement) < (CountsOnOneDay(a, b) ? ToldOfOneDay : Told))
            return false;
        return a.Measure is not { } m || b.Measure is not { } n || (m.Allows(n, a.Quantity.Unit is "percent" && a.Window.IsDay && a.Window == b.Window) && !(m.When.IsDay && n.When.IsDay && m.When.IsDisjoint(n.When)));
    }

    // "Some 1,150 guests bathed at the Baths on 28 September", "860 guests passed the gates of the Baths that day".
    private static bool CountsOnOneDay(QuantitySlot a, QuantitySlot b) =>
        a.Window.IsDay && a.Window == b.Window && a.Measure?.Counted is { } counted && counted == b.Measure?.Counted && a.Statement.Entities.Overlaps(b.Statement.Entities);

    private static bool MeasureAlike(QuantitySlot a, QuantitySlot b) =>
        a.Quantity.Unit == b.Quantity.Unit
            ? a.Quantity.Unit is null || a.Quantity.Of is not { } x || b.Quantity.Of is not { } y || x == y
            : a.Quantity.Unit is { } one && b.Quantity.Unit is { } other && Dimensions.Of(one).Name == Dimensions.Of(other).Name;

    /// <summary>
    /// True where a difference may be called a dispute: both pages speak of one matter, and the numbers are the same thing's. An offer,
    /// a rate or the like that is only told alike is not enough, nor are things that different words tell apart ("trade surplus", "budget surplus").
    /// </summary>
    /// <param name="a">The one.</param>
    /// <param name="b">The other.</param>
    /// <param name="isToldAlike">Only the sentences tell that they are one thing's: who has the number so may then be told in other words.</param>
    public static bool MayAccuse(QuantitySlot a, QuantitySlot b, bool isToldAlike = false)
    {
        var named = a.Page.Named.Count + b.Page.Named.Count > 0;
        if (named && !a.Owners.Any(b.Owners.Contains) && !IsNamedElsewhere(a, b))
            return false;
        if (a.Measure is not { } m || b.Measure is not { } n || IsOneCount(a, b))
            return true;
        if (isToldAlike)
            return m.Doers.Count == 0 || n.Doers.Count == 0 || m.Doers.Overlaps(n.Doers);
        if (m.Doers.Count + n.Doers.Count > 0)
            return m.Doers.Overlaps(n.Doers) || m.Doers.Count == 0 || n.Doers.Count == 0;
        return m.Things.Count == 0 || n.Things.Count == 0 || (m.Things.Overlaps(n.Things) && (m.ThingKinds.IsSubsetOf(n.ThingKinds) || n.ThingKinds.IsSubsetOf(m.ThingKinds)));
    }

    /// <summary>True where both hang on one word in one way and belong to one thing: alike enough, however the rest is worded.</summary>
    public static bool IsSure(QuantitySlot a, QuantitySlot b) =>
        a.Measure is { } m && b.Measure is { } n && m.IsAs(n) && m.Where.SetEquals(n.Where) && (m.Doers.Overlaps(n.Doers) || m.Things.Overlaps(n.Things));

    // The dead and the missing are told in many ways: "left 40 dead", "the toll rose to 40".
    private static bool IsOneCount(QuantitySlot a, QuantitySlot b) =>
        ((a.IsMeeting && b.IsMeeting) || ((a.IsToll || a.IsLevel) && a.EventClass == b.EventClass))
        && (a.IsMeeting || a.EventClass is Sickness.Class || a.Quantity.Of is null || b.Quantity.Of is null || QuantitySlot.Kind(a.Quantity.Of) == QuantitySlot.Kind(b.Quantity.Of));

    // "Nine people died in the explosion", "ten have now died of it": a name is missing in one of them. Who is named must be known to
    // the other's page; where neither names anybody, both pages must be about the same.
    private static bool IsNamedElsewhere(QuantitySlot a, QuantitySlot b)
    {
        if (a.Owners.Count > 0 && b.Owners.Count > 0)
            return false;
        if ((a.Owners.Count == 0 && b.Owners.Count == 0) || (a.IsLevel && b.IsLevel))
            return a.Page.Main.Any(b.Page.Main.Contains);
        return a.Owners.Any(b.Page.Knows) || b.Owners.Any(a.Page.Knows);
    }
}
