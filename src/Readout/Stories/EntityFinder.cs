using Readout.Annotations;
using Readout.Origins;
using Readout.Text;

namespace Readout.Stories;

/// <summary>Which people, bodies and places of a story does somebody mean who types a name?</summary>
public static class EntityFinder
{
    /// <summary>
    /// The entities of that id or name; where none bears it whole, those that a page calls so, then those whose name has all its
    /// words, then those whose name begins so. Case, accents and a leading "the" play no part. Several where the name fits several;
    /// empty where it fits none.
    /// </summary>
    public static IReadOnlyList<Entity> Find(Story story, string name)
    {
        if (story.Entities.FirstOrDefault(e => e.Id == name || (e.KnownAs is { } known && known == name)) is { } exact)
            return [exact];
        var wanted = OutletNames.Fold(name);
        if (wanted.Length == 0)
            return [];
        var words = wanted.Split(' ');
        var called = Names(story);
        Func<Entity, bool>[] sieves =
        [
            e => OutletNames.Fold(e.Name) == wanted,
            e => called[e.Id].Contains(wanted),
            e => called[e.Id].Any(n => words.All(n.Split(' ').Contains)),
            e => called[e.Id].Any(n => n.StartsWith(wanted, StringComparison.Ordinal)),
        ];
        foreach (var sieve in sieves)
        {
            if (story.Entities.Where(sieve).ToList() is { Count: > 0 } found)
                return found;
        }
        return [];
    }

    /// <summary>Names in the story that are spelled most like the one given, best first: what to suggest when it fits nothing.</summary>
    public static IReadOnlyList<string> Nearest(Story story, string name, int most = 3)
    {
        var wanted = OutletNames.Fold(name);
        return
        [
            .. story.Entities
                .Select(e => (e.Name, Distance: EditDistance.Between(OutletNames.Fold(e.Name), wanted)))
                .Where(x => x.Distance <= Math.Max(2, wanted.Length / 2))
                .OrderBy(x => x.Distance).ThenBy(x => x.Name, StringComparer.Ordinal)
                .Select(x => x.Name).Distinct(StringComparer.Ordinal).Take(most),
        ];
    }

    // Every name that a page gives each entity, folded.
    private static Dictionary<string, HashSet<string>> Names(Story story)
    {
        var names = story.Entities.ToDictionary(e => e.Id, e => new HashSet<string>(StringComparer.Ordinal) { OutletNames.Fold(e.Name) }, StringComparer.Ordinal);
        var index = new EntityIndex(story);
        foreach (var document in story.Documents)
        {
            foreach (var mention in document.Mentions)
            {
                if (mention.Form is MentionForm.Name or MentionForm.ShortName or MentionForm.Acronym && index.Of(document, mention.Entity) is { } entity)
                    names[entity.Id].Add(OutletNames.Fold(document.Slice(mention.Span)));
            }
        }
        return names;
    }
}
