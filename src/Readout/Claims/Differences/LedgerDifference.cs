namespace Readout.Claims;

/// <summary>What a new claim means for what was known.</summary>
public enum News { New, Updates, Contradicts }

/// <summary>An entry that both records have, and that is not the same in both.</summary>
/// <param name="Added">Steps that only the second has.</param>
/// <param name="Removed">Steps that only the first has.</param>
public sealed record ChangedItem(StateItem Before, StateItem After, IReadOnlyList<StateStep> Added, IReadOnlyList<StateStep> Removed);

/// <summary>
/// What one record has that another has not. Taken the other way round it is its own inverse: what was added is removed, what was
/// before is after.
/// </summary>
/// <param name="Added">Only the second has them, in its order.</param>
/// <param name="Removed">Only the first has them, in its order.</param>
/// <param name="Changed">Both have them, in the order of the second.</param>
public sealed record LedgerDifference(IReadOnlyList<StateItem> Added, IReadOnlyList<StateItem> Removed, IReadOnlyList<ChangedItem> Changed)
{
    private HashSet<StatePlace> _disputed = [];
    private HashSet<StatePlace> _moved = [];

    /// <summary>True where the two say the same.</summary>
    public bool IsNothing => Added.Count == 0 && Removed.Count == 0 && Changed.Count == 0;

    /// <summary>Compares two states. Entries are one where they stand on the same words, else where they are worded alike.</summary>
    public static LedgerDifference Between(LedgerState before, LedgerState after)
    {
        var pairs = Match(before.Items, after.Items);
        var matched = pairs.Values.ToHashSet<StateItem>(ReferenceEqualityComparer.Instance);
        var back = pairs.ToDictionary<KeyValuePair<StateItem, StateItem>, StateItem, StateItem>(p => p.Value, p => p.Key, ReferenceEqualityComparer.Instance);
        var changed = after.Items
            .Where(back.ContainsKey)
            .Select(b => (Before: back[b], After: b))
            .Select(p => new ChangedItem(p.Before, p.After, [.. p.After.Steps.Except(p.Before.Steps)], [.. p.Before.Steps.Except(p.After.Steps)]))
            .Where(c => c.Before.State != c.After.State || c.Added.Count > 0 || c.Removed.Count > 0)
            .ToList();
        return new LedgerDifference([.. after.Items.Where(i => !matched.Contains(i))], [.. before.Items.Where(i => !pairs.ContainsKey(i))], changed)
        {
            _disputed = Places(after, StateKind.Dispute),
            _moved = Places(after, StateKind.Change),
        };
    }

    /// <summary>What an added claim means for what was known: a side of a dispute contradicts, a step of a change updates.</summary>
    public News NewsOf(StateItem claim) =>
        claim.Places.Any(_disputed.Contains) ? News.Contradicts : claim.Places.Any(_moved.Contains) ? News.Updates : News.New;

    private static HashSet<StatePlace> Places(LedgerState state, StateKind kind) =>
        [.. state.Items.Where(i => i.Kind == kind).SelectMany(i => i.Places)];

    // The pairs with most words in common first, each entry once; ties fall alike from both sides.
    private static Dictionary<StateItem, StateItem> Match(IReadOnlyList<StateItem> before, IReadOnlyList<StateItem> after)
    {
        var places = after.SelectMany(i => i.Places.Select(p => (Key: (i.Kind, p), Item: i))).ToLookup(x => x.Key, x => x.Item);
        var wordings = after.Where(i => i.Words is not null).ToLookup(i => (i.Kind, i.Words!));
        var candidates = new List<(StateItem Before, StateItem After, int Shared)>();
        foreach (var item in before)
        {
            var shared = item.Places.SelectMany(p => places[(item.Kind, p)]).GroupBy(i => i, ReferenceEqualityComparer.Instance).Select(g => (Item: (StateItem)g.Key!, Count: g.Count()));
            candidates.AddRange(shared.Select(s => (item, s.Item, s.Count)));
            if (item.Words is { } words && item.Kind != StateKind.Page)
                candidates.AddRange(wordings[(item.Kind, words)].Select(i => (item, i, 0)));
        }
        var pairs = new Dictionary<StateItem, StateItem>(ReferenceEqualityComparer.Instance);
        var taken = new HashSet<StateItem>(ReferenceEqualityComparer.Instance);
        foreach (var (a, b, _) in candidates.OrderByDescending(c => c.Shared).ThenBy(c => c.Before.Id != c.After.Id).ThenBy(Key, StringComparer.Ordinal))
        {
            if (!pairs.ContainsKey(a) && taken.Add(b))
                pairs.Add(a, b);
        }
        return pairs;
    }

    private static string Key((StateItem Before, StateItem After, int Shared) pair) =>
        string.CompareOrdinal(pair.Before.Id, pair.After.Id) < 0 ? $"{pair.Before.Id} {pair.After.Id}" : $"{pair.After.Id} {pair.Before.Id}";
}
