using Readout.Annotations;
using Readout.Text;

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
        var ids = new ShortIds("e");
        return named.ConvertAll(g => new Entity(
            ids.For(g.Best.Entity.Type + "\n" + g.Best.Entity.Name),
            g.Best.Entity.Name,
            g.Best.Entity.Type,
            [.. g.Forms.Select(f => f.Member).OrderBy(m => m.Document, StringComparer.Ordinal).ThenBy(m => m.Index)]) { KnownAs = KnownAs(g.Forms) });
    }

    private static string? KnownAs(IReadOnlyList<EntityForm> forms)
    {
        string? found = null;
        foreach (var form in forms)
        {
            if (form.Entity.KnownAs is not { } known || known == found)
                continue;
            if (found is not null)
                return null;
            found = known;
        }
        return found;
    }
}
