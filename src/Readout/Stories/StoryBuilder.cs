using Readout.Annotations;
using Readout.Origins;

namespace Readout.Stories;

/// <summary>Lays documents side by side: finds copies, dates stale ones, joins entities, puts all in order.</summary>
public static class StoryBuilder
{
    /// <summary>One story of all documents given; telling stories apart comes before this step.</summary>
    public static Story Build(IReadOnlyList<Document> documents)
    {
        var (families, reuse) = FamilyFinder.Find(documents);
        var dated = Staleness.Mark(PileDating.Refine(documents), families);
        var ordered = Chronology.Order(dated, families.Select(f => f.Origin).ToHashSet(StringComparer.Ordinal));
        return new Story(ordered, EntityJoiner.Join(ordered), families) { Reuse = reuse };
    }
}
