using Readout.Annotations;
using Readout.Origins;
using Readout.Text;

namespace Readout.Stories;

/// <summary>From a page's entity to the joined one, and what the pages together say of it.</summary>
internal sealed class EntityIndex
{
    private readonly Dictionary<EntityMember, Entity> _byMember = [];
    private readonly Dictionary<string, Entity> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _affiliations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _spokenFor = new(StringComparer.Ordinal);
    private readonly HashSet<string> _spokespeople = new(StringComparer.Ordinal);

    private readonly Dictionary<string, string> _places = new(StringComparer.Ordinal);

    public EntityIndex(Story story)
    {
        foreach (var place in story.Entities.Where(e => e.Type == EntityType.Place))
            _places.TryAdd(OutletNames.Fold(place.Name), place.Id);
        foreach (var entity in story.Entities)
        {
            _byId[entity.Id] = entity;
            foreach (var member in entity.Members)
                _byMember[member] = entity;
        }
        foreach (var document in story.Documents)
        {
            for (var i = 0; i < document.Entities.Count; i++)
                AddAffiliations(document, i);
        }
    }

    public Entity? Of(Document document, int entity) => _byMember.GetValueOrDefault(new EntityMember(document.Id, entity));

    public string NameOf(string id) => _byId.TryGetValue(id, out var entity) ? entity.Name : id;

    public Entity? ById(string id) => _byId.GetValueOrDefault(id);

    /// <summary>Id of the place of that name, where any page knows it for a place; else the entity's own id.</summary>
    public string PlaceId(Entity entity) => _places.GetValueOrDefault(OutletNames.Fold(entity.Name), entity.Id);

    /// <summary>Ids of the bodies an entity belongs to on any page.</summary>
    public IReadOnlyCollection<string> Affiliations(string id) => _affiliations.TryGetValue(id, out var set) ? set : [];

    /// <summary>True where one is a body and the other a person who speaks for it: two names, one voice.</summary>
    public bool IsVoiceOf(string person, string body) => _spokenFor.TryGetValue(person, out var set) && set.Contains(body);

    /// <summary>True for a person who speaks for some body on any page.</summary>
    public bool IsSpokesperson(string id) => _spokenFor.ContainsKey(id) || _spokespeople.Contains(id);

    /// <summary>Ids of the entities mentioned inside a span, in text order.</summary>
    public IReadOnlyList<string> In(Document document, Span span)
    {
        var ids = new List<string>();
        foreach (var mention in Participants.MentionsIn(document, span))
        {
            if (Of(document, mention.Entity) is { } entity && !ids.Contains(entity.Id))
                ids.Add(entity.Id);
        }
        return ids;
    }

    private void AddAffiliations(Document document, int index)
    {
        if (Of(document, index) is not { } entity)
            return;
        var page = document.Entities[index];
        if (page.Type == EntityType.Person && page.Roles.Any(SpokenRoles.IsSpokesperson))
            _spokespeople.Add(entity.Id);
        foreach (var affiliation in page.Affiliations)
        {
            if (Of(document, affiliation) is not { } body || body.Id == entity.Id)
                continue;
            Add(_affiliations, entity.Id, body.Id);
            if (page.Type == EntityType.Person && page.Roles.Any(SpokenRoles.IsSpokesperson))
                Add(_spokenFor, entity.Id, body.Id);
        }
    }

    private static void Add(Dictionary<string, HashSet<string>> sets, string key, string value)
    {
        if (!sets.TryGetValue(key, out var set))
            sets[key] = set = new HashSet<string>(StringComparer.Ordinal);
        set.Add(value);
    }
}

/// <summary>Roles whose holder speaks for a body rather than for themselves.</summary>
internal static class SpokenRoles
{
    public static bool IsSpokesperson(string role)
    {
        var folded = role.ToLowerInvariant();
        return folded.Contains("spokes", StringComparison.Ordinal) || folded.Contains("press secretary", StringComparison.Ordinal)
            || folded.Contains("press officer", StringComparison.Ordinal) || folded.Contains("head of communications", StringComparison.Ordinal)
            || folded.Contains("communications director", StringComparison.Ordinal) || folded.Contains("director of communications", StringComparison.Ordinal);
    }
}
