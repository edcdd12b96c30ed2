using Readout.Annotations;
using Readout.Origins;

namespace Readout.Stories;

/// <summary>Lays documents side by side: finds copies, dates stale ones, joins entities, puts all in order.</summary>
public static class StoryBuilder
{
    /// <summary>One story of all documents given; telling stories apart comes before this step.</summary>
    /// <param name="corrections">What somebody knows of the origins; null for nothing.</param>
    public static Story Build(IReadOnlyList<Document> documents, OriginCorrections? corrections = null)
    {
        var (families, reuse) = FamilyFinder.Find(documents);
        corrections ??= OriginCorrections.None;
        families = CorrectedFamilies.Part(families, documents, corrections);
        var dated = Staleness.Mark(PileDating.Refine(documents), families);
        // Only after that: one source is no copy, so no day is stale by it.
        families = CorrectedFamilies.Join(families, dated, corrections);
        var ordered = Chronology.Order(dated, families.Select(f => f.Origin).ToHashSet(StringComparer.Ordinal));
        return new Story(ordered, EntityJoiner.Join(ordered), families) { Reuse = reuse };
    }
}
