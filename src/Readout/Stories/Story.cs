using Readout.Annotations;
using Readout.Articles;
using Readout.Origins;
using Readout.Text;

namespace Readout.Stories;

/// <summary>Documents that belong together, with what only shows when they lie side by side: shared entities and copies.</summary>
/// <param name="Documents">In the order of their day, then of their id.</param>
/// <param name="Entities">Page entities joined over all documents.</param>
/// <param name="Families">Near-copies and who took from whom.</param>
public sealed record Story(
    IReadOnlyList<Document> Documents,
    IReadOnlyList<Entity> Entities,
    IReadOnlyList<Family> Families)
{
    /// <summary>Sentences of one page in another that is no copy of it, from the later page to the earlier.</summary>
    public IReadOnlyList<FamilyLink> Reuse { get; init; } = [];

    private Lookup? _lookup;

    /// <summary>The document of that id.</summary>
    /// <exception cref="KeyNotFoundException">No page of the story bears it.</exception>
    public Document Document(string id)
    {
        if (_lookup is not { } lookup || !ReferenceEquals(lookup.Of, Documents))
            _lookup = lookup = new Lookup(Documents, Documents.ToDictionary(d => d.Id, StringComparer.Ordinal));
        return lookup.ById[id];
    }

    // Belongs to one list of documents: a copy of the record with other documents must not look into it. One object, so that threads
    // see all of it or nothing.
    private sealed record Lookup(IReadOnlyList<Document> Of, Dictionary<string, Document> ById);
}

/// <summary>One person, body or place over all pages.</summary>
/// <param name="Id">Short id, unique in a run.</param>
/// <param name="Name">The fullest name any page gives.</param>
/// <param name="Type">Kind.</param>
/// <param name="Members">The page entities joined here, as (document id, index into its Entities).</param>
public sealed record Entity(string Id, string Name, EntityType Type, IReadOnlyList<EntityMember> Members)
{
    /// <summary>Id in the shipped lists (country code, town, body, outlet, office holder); null where no page's entity has one, or where they have several.</summary>
    public string? KnownAs { get; init; }
}

/// <summary>One page's entity inside a joined one.</summary>
public readonly record struct EntityMember(string Document, int Index);
