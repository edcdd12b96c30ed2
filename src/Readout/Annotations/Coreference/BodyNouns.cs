namespace Readout.Annotations;

/// <summary>Finds the body that "the company", "the union", "the newspaper" means among those met.</summary>
internal sealed class BodyNouns(NameMap map, Discourse discourse)
{
    /// <summary>The body a noun means; null where none fits or several do.</summary>
    public int? Find(int i, string noun, string kind)
    {
        List<int> named = discourse.Memory.Fitting, ofKind = discourse.Memory.Others;
        named.Clear();
        ofKind.Clear();
        foreach (var e in discourse.Met)
        {
            var draft = map.Entities[e];
            if (draft.Type is not EntityType.Organisation)
                continue;
            if (EndsWithWord(draft.Name, noun) || draft.HasNoun(noun))
                named.Add(e);
            if (draft.Kind == kind || (draft.Kind.Length == 0 && kind is "firm") || (kind is "agency" && draft.Kind is "media") || (noun is "regulator" or "watchdog" && draft.Kind is "government"))
                ofKind.Add(e);
        }
        if (named.Count == 1)
            return named[0];
        if (kind is "force" or "school" or "court" || noun is "government" or "parliament" or "committee" or "commission" or "council" or "bank" or "body" or "side" or "unit" or "station" or "network" or "group" && named.Count == 0 && noun is not "group")
            return null;
        var candidates = named.Count > 0 ? named : ofKind;
        return candidates.Count == 1 && (kind is "media" or "union" or "party") ? candidates[0] : RecentBody(candidates, i);
    }

    private static bool EndsWithWord(string name, string noun) => name.EndsWith(noun, StringComparison.OrdinalIgnoreCase) && (name.Length == noun.Length || name[^(noun.Length + 1)] is ' ');

    private int? RecentBody(List<int> candidates, int i)
    {
        for (var r = discourse.Bodies.Count - 1; r >= 0; r--)
        {
            var recent = discourse.Bodies[r];
            if (!candidates.Contains(recent.Entity) || recent.InQuote && !discourse.InQuote)
                continue;
            if (map.Words[i].Sentence - recent.Sentence > 3)
                return null;
            return ActingBody(candidates, recent);
        }
        return null;
    }

    /// <summary>Several in one sentence: the one that acts.</summary>
    private int? ActingBody(List<int> candidates, Recent recent)
    {
        int? subject = null;
        bool isAlone = true, isOneSubject = true;
        foreach (var rival in discourse.Bodies)
        {
            if (rival.Sentence != recent.Sentence || !candidates.Contains(rival.Entity))
                continue;
            isAlone &= rival.Entity == recent.Entity;
            if (!rival.IsSubject)
                continue;
            isOneSubject &= subject is null || subject == rival.Entity;
            subject = rival.Entity;
        }
        return isAlone ? recent.Entity : isOneSubject ? subject : null;
    }
}
