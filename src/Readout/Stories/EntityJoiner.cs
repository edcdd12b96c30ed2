using Readout.Annotations;
using Readout.Origins;
using Readout.Text;
namespace Readout.Stories;
internal static class EntityJoiner
{
    public static IReadOnlyList<Entity> Join(IReadOnlyList<Document> documents)
    {
        var all = documents.SelectMany(d => d.Entities.Select((e, i) => (d, e, i))).OrderByDescending(x => x.e.Name.Split(' ').Length).ThenBy(x => x.e.Name, StringComparer.Ordinal).ThenBy(x => x.d.Id, StringComparer.Ordinal).ToList();
        var groups = new List<(string Key, EntityType Type, string Name, List<EntityMember> M)>();
        foreach (var (d, e, i) in all)
        {
            var key = OutletNames.Fold(e.Name);
            var c = groups.Where(g => g.Type == e.Type && (g.Key == key || g.Key.EndsWith(" " + key, StringComparison.Ordinal) || g.Key.StartsWith(key + " ", StringComparison.Ordinal))).ToList();
            if (c.Count(x => x.Key == key) == 1) c = c.Where(x => x.Key == key).ToList();
            if (c.Count == 1) c[0].M.Add(new EntityMember(d.Id, i));
            else groups.Add((key, e.Type, e.Name, [new EntityMember(d.Id, i)]));
        }
        var ids = new ShortIds("e");
        return [.. groups.OrderBy(g => g.Name, StringComparer.Ordinal).Select(g => new Entity(ids.For(g.Type + g.Name), g.Name, g.Type, g.M))];
    }
}
