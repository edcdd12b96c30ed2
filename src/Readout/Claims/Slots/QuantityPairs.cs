namespace Readout.Claims;

/// <summary>
/// Which numbers of one kind need be set beside each other: those that <see cref="QuantityAlignment.IsOne"/> may take for values of one
/// thing. Most numbers of a long story hang on other words and count other things; setting each beside each would cost the square of them.
/// </summary>
internal sealed class QuantityPairs
{
    private readonly IReadOnlyList<QuantitySlot> _slots;
    private readonly Similarity _similarity;
    private readonly Dictionary<string, List<int>> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<int, List<int>> _byMark = [];
    private readonly List<int>?[] _alike;

    private QuantityPairs(IReadOnlyList<QuantitySlot> slots, Similarity similarity)
    {
        (_slots, _similarity) = (slots, similarity);
        _alike = new List<int>[slots.Count];
        for (var i = 0; i < slots.Count; i++)
        {
            foreach (var key in Keys(slots[i]))
                Add(_byKey, key, i);
        }
        AddAlike();
    }

    /// <summary>Pairs in the order of the first, then of the second.</summary>
    /// <param name="slots">Numbers of one kind.</param>
    public static IEnumerable<(QuantitySlot A, QuantitySlot B)> Of(IReadOnlyList<QuantitySlot> slots, Similarity similarity)
    {
        if (slots.Count < 2)
            yield break;
        var pairs = new QuantityPairs(slots, similarity);
        for (var i = 0; i < slots.Count; i++)
        {
            foreach (var j in pairs.Partners(i))
                yield return (slots[i], slots[j]);
        }
    }

    private SortedSet<int> Partners(int slot)
    {
        var partners = new SortedSet<int>(_alike[slot] ?? []);
        foreach (var key in Keys(_slots[slot]))
        {
            var list = _byKey[key];
            for (var k = list.BinarySearch(slot) + 1; k < list.Count; k++)
                partners.Add(list[k]);
        }
        return partners;
    }

    // Sentences that say much the same can mean one number, whatever the tree tells of it: they share a rare term.
    private void AddAlike()
    {
        for (var i = 0; i < _slots.Count; i++)
        {
            if (!MayBeAlike(_slots[i]))
                continue;
            foreach (var mark in _similarity[_slots[i].Statement].Marks)
                Add(_byMark, mark, i);
        }
        for (var i = 0; i < _slots.Count; i++)
        {
            if (!MayBeAlike(_slots[i]))
                continue;
            // alike sentences share many marks: each pair once
            foreach (var j in _similarity.Rarest(_slots[i].Statement, Least(_slots[i])).SelectMany(m => _byMark[m]).Distinct())
            {
                if (j != i && _similarity.Of(_slots[i].Statement, _slots[j].Statement) >= Math.Min(Least(_slots[i]), Least(_slots[j])))
                    (_alike[Math.Min(i, j)] ??= []).Add(Math.Max(i, j));
            }
        }
    }

    private static double Least(QuantitySlot slot) =>
        !slot.IsAlone ? QuantityAlignment.Paraphrase : slot.Window.IsDay ? QuantityAlignment.ToldOfOneDay : QuantityAlignment.Told;

    private static bool MayBeAlike(QuantitySlot slot) => slot.IsAlone || slot.Measure?.Governor is null;

    // What two numbers must have in common, one of these at least, unless their sentences are alike.
    private static IEnumerable<string> Keys(QuantitySlot slot)
    {
        if (slot.Measure is not { } measure)
            yield break;
        if (slot.IsMeeting)
            yield return "meetings";
        else if (slot.IsToll || slot.IsLevel)
            yield return "count " + slot.EventClass;
        if (measure.Governor is not null)
            yield return $"on {measure.Governor} {measure.Role}";
        if (measure.Counted is not null)
        {
            foreach (var doer in measure.Doers)
                yield return $"of {doer} {measure.Counted} {measure.Role}";
        }
        foreach (var moving in slot.Moving)
            yield return "moving " + moving;
    }

    private static void Add<T>(Dictionary<T, List<int>> lists, T key, int slot)
        where T : notnull
    {
        if (!lists.TryGetValue(key, out var list))
            lists[key] = list = [];
        // a sentence may bear one mark twice
        if (list.Count == 0 || list[^1] != slot)
            list.Add(slot);
    }
}
