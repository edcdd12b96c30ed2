using Readout.Annotations;

namespace Readout.Stories;

/// <summary>Joins the entities of several pages into one list.</summary>
internal static class EntityJoiner
{
    public static IReadOnlyList<Entity> Join(IReadOnlyList<Document> documents) => [];
}
