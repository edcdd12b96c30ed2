using System.Security.Cryptography;
using System.Text;
using Readout.Annotations;

namespace Readout.Stories;

/// <summary>
/// Joins the pages' entities: the same name, a name spelled otherwise, a short name or acronym that only one entity of the pile can mean.
/// People and bodies are never joined; in doubt two stay two.
/// </summary>
internal static class EntityJoiner
{
    /// <summary>The joined entities, sorted by name; the order of the documents does not matter.</summary>
    public static IReadOnlyList<Entity> Join(IReadOnlyList<Document> documents)
    {
        var pile = new EntityPile(documents);
        pile.JoinEqual();
        pile.JoinSpellings();
        pile.JoinShortNames();
        return Name(pile.Groups());
    }

    private static List<Entity> Name(IEnumerable<IReadOnlyList<EntityForm>> groups)
    {
        var named = groups
            .Select(g => (Best: g.OrderByDescending(f => f.Parts.Length).ThenByDescending(f => f.Entity.Name.Length).ThenBy(f => f.Entity.Name, StringComparer.Ordinal).First(), Forms: g))
            .OrderBy(g => g.Best.Entity.Name, StringComparer.Ordinal)
            .ThenBy(g => g.Best.Entity.Type)
            .ThenBy(g => g.Forms.Min(f => f.Member.Document), StringComparer.Ordinal)
            .ThenBy(g => g.Forms.Min(f => f.Member.Index))
            .ToList();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return named.ConvertAll(g => new Entity(
            Id(g.Best, taken),
            g.Best.Entity.Name,
            g.Best.Entity.Type,
            [.. g.Forms.Select(f => f.Member).OrderBy(m => m.Document, StringComparer.Ordinal).ThenBy(m => m.Index)]));
    }

    private static string Id(EntityForm best, HashSet<string> taken)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(best.Entity.Type + "\n" + best.Entity.Name)));
        for (var length = 6; length <= hash.Length; length += 2)
        {
            var id = "e" + hash[..length];
            if (taken.Add(id))
                return id;
        }
        for (var copy = 2; ; copy++)
        {
            var id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"e{hash[..6]}-{copy}");
            if (taken.Add(id))
                return id;
        }
    }
}
