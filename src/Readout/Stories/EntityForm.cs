using Readout.Annotations;

namespace Readout.Stories;

/// <summary>One page's entity as the joiner compares it.</summary>
/// <param name="Member">Where it comes from.</param>
/// <param name="Entity">The page's entity.</param>
/// <param name="Parts">Words of its name in lower case without accents, without "the", initials and legal forms.</param>
/// <param name="Bodies">Names of the bodies it belongs to, folded.</param>
internal sealed record EntityForm(EntityMember Member, PageEntity Entity, string[] Parts, IReadOnlyList<string> Bodies)
{
    public string Key { get; } = string.Join(' ', Parts);

    public bool IsPerson => Entity.Type is EntityType.Person;

    public bool IsBody => Entity.Type is EntityType.Organisation;

    public static EntityForm Of(Document document, int index)
    {
        var entity = document.Entities[index];
        return new EntityForm(
            new EntityMember(document.Id, index), entity, Split(entity),
            [.. entity.Affiliations.Select(a => Lexicon.Fold(document.Entities[a].Name.ToLowerInvariant()))]);
    }

    private static string[] Split(PageEntity entity)
    {
        var words = Lexicon.Fold(entity.Name.ToLowerInvariant())
            .Split([' ', '\u00A0', '\n', '\r', '\t', ',', '"', '“', '”'], StringSplitOptions.RemoveEmptyEntries)
            .Select(w => w.Replace('’', '\'').Replace('‑', '-')).ToList();
        if (words.Count > 1 && words[0] is "the")
            words.RemoveAt(0);
        if (entity.Type is EntityType.Organisation)
        {
            while (words.Count > 1 && Lexicon.En.OrganisationHeads.GetValueOrDefault(words[^1]) is "legal")
                words.RemoveAt(words.Count - 1);
        }
        else if (entity.Type is EntityType.Person && words.Count > 2)
        {
            // "Ada M. Kovar" is Ada Kovar; a leading initial stays
            words = [words[0], .. words.Skip(1).Where(w => w is not [_, '.'])];
        }
        return words.Count == 0 ? [entity.Name] : [.. words];
    }
}
