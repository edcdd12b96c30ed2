using Readout.Text;

namespace Readout.Annotations;

/// <summary>Nationalities, faiths and adherents ("the Orlenians", "Orlenian ships"), one entity each. They are no parts of other names.</summary>
internal static class Peoples
{
    /// <summary>Rule of an adjective, which names no actor: "Orlenian ships sailed".</summary>
    public const string Adjective = "nationality";

    public static void Find(NameMap map, List<Mention> mentions)
    {
        Dictionary<string, int>? known = null;
        for (var i = 0; i < map.Words.Count(); i++)
        {
            var word = map.Words[i];
            if (!word.Is(WordShape.Capital) || word.Is(WordShape.Heading | WordShape.AllCaps) || map.At(i) is not null
                || map.Lexicon.Demonym(word.Fold) is not { } code || map.Lexicon.IsCue("not-people", word.Norm))
            {
                continue;
            }
            var key = code.Length > 0 ? code : word.Fold.TrimEnd('s');
            known ??= new Dictionary<string, int>(StringComparer.Ordinal);
            if (!known.TryGetValue(key, out var entity))
            {
                known[key] = entity = map.Entities.Count;
                map.Entities.Add(new EntityDraft(map.Words.Surface(i, i + 1), EntityType.Group) { KnownId = code.Length > 0 ? code + "-people" : null });
            }
            mentions.Add(new Mention(word.Span, entity, MentionForm.Name, IsNoun(map, i) ? "people" : Adjective));
        }
    }

    private static bool IsNoun(NameMap map, int i)
    {
        if (map.Tree.IsModifier(map.Tree.Head(i, i + 1)))
            return false;
        if (!map.SameSentence(i + 1, i) || map.Words[i + 1].Is(WordShape.Mark))
            return true;
        return map.Words[i].Norm.EndsWith('s') && !map.Words[i + 1].Is(WordShape.Capital) || map.Lexicon.LeadWords.Contains(map.Norm(i + 1)) || map.Lexicon.SpeechVerbs.Contains(map.Norm(i + 1));
    }
}
