using System.Runtime.InteropServices;

namespace Readout.Annotations;

/// <summary>Collects the people a pronoun may mean: those mentioned shortly before it, and those named shortly behind it.</summary>
internal sealed class Antecedents(NameMap map, Discourse discourse)
{
    // A page has moved on to somebody else after so many sentences.
    private const int Reach = 6;
    private const int Ahead = 60;
    private const int Most = 16;

    private readonly List<Antecedent> _made = discourse.Memory.Antecedents;
    private int _found;

    /// <summary>The candidates, the nearest first; those named only behind the pronoun come last. Good until the next question.</summary>
    public ReadOnlySpan<Antecedent> Find(int pronoun)
    {
        _found = 0;
        var sentence = map.Words[pronoun].Sentence;
        for (var r = discourse.Trail.Count - 1; r >= 0; r--)
        {
            var recent = discourse.Trail[r];
            if (sentence - recent.Sentence > Reach || map.Words.Sentences[recent.Sentence].IsHeading)
                continue;
            if (Get(recent.Entity) is not { } candidate)
                continue;
            candidate.Before ??= recent;
            if (recent.Form is not (MentionForm.Pronoun or MentionForm.Role))
                candidate.NameBefore ??= recent;
            candidate.Mentions++;
            candidate.Subjects += recent.IsSubject ? 1 : 0;
        }
        LookAhead(pronoun, sentence);
        return CollectionsMarshal.AsSpan(_made)[.._found];
    }

    private void LookAhead(int pronoun, int sentence)
    {
        for (var i = pronoun + 1; i < pronoun + Ahead && i < map.Words.Count() && map.Words[i].Sentence <= sentence + 1; i++)
        {
            if (map.At(i) is not { } name || name.First != i || name.FromMemory || !map.Entity(name).MayBePerson)
                continue;
            if (Get(name.Entity) is { Behind: null } candidate)
                candidate.Behind = discourse.At(name);
        }
    }

    private Antecedent? Get(int entity)
    {
        for (var i = 0; i < _found; i++)
        {
            if (_made[i].Entity == entity)
                return _made[i];
        }
        if (_found == Most)
            return null;
        if (_found == _made.Count)
            _made.Add(new Antecedent());
        var added = _made[_found++];
        added.Open(entity);
        return added;
    }
}
