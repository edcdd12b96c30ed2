namespace Readout.Annotations;

/// <summary>Collects the people a pronoun may mean: those mentioned shortly before it, and those named shortly behind it.</summary>
internal sealed class Antecedents(NameMap map, Discourse discourse)
{
    // A page has moved on to somebody else after so many sentences.
    private const int Reach = 6;
    private const int Ahead = 60;
    private const int Most = 16;

    /// <summary>The candidates, the nearest first; those named only behind the pronoun come last.</summary>
    public List<Antecedent> Find(int pronoun)
    {
        var found = new List<Antecedent>();
        var sentence = map.Words[pronoun].Sentence;
        for (var r = discourse.Trail.Count - 1; r >= 0; r--)
        {
            var recent = discourse.Trail[r];
            if (sentence - recent.Sentence > Reach || map.Words.Sentences[recent.Sentence].IsHeading)
                continue;
            if (Get(found, recent.Entity) is not { } candidate)
                continue;
            candidate.Before ??= recent;
            if (recent.Form is not (MentionForm.Pronoun or MentionForm.Role))
                candidate.NameBefore ??= recent;
            candidate.Mentions++;
            candidate.Subjects += recent.IsSubject ? 1 : 0;
        }
        LookAhead(pronoun, sentence, found);
        return found;
    }

    private void LookAhead(int pronoun, int sentence, List<Antecedent> found)
    {
        for (var i = pronoun + 1; i < pronoun + Ahead && i < map.Words.Count() && map.Words[i].Sentence <= sentence + 1; i++)
        {
            if (map.At(i) is not { } name || name.First != i || name.FromMemory || !map.Entity(name).MayBePerson)
                continue;
            if (Get(found, name.Entity) is { Behind: null } candidate)
                candidate.Behind = discourse.At(name);
        }
    }

    private static Antecedent? Get(List<Antecedent> found, int entity)
    {
        foreach (var candidate in found)
        {
            if (candidate.Entity == entity)
                return candidate;
        }
        if (found.Count == Most)
            return null;
        var added = new Antecedent(entity);
        found.Add(added);
        return added;
    }
}
