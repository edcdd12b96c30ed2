using Readout.Languages;

namespace Readout.Annotations;

/// <summary>Who holds a stance: the subject of a verb or adjective, the owner of a noun.</summary>
internal sealed class StanceHolders(Document document, WordTree tree, ClauseSubjects subjects, StanceComplements complements)
{
    private static readonly HashSet<string> s_lightVerbs = Resource.Set("En/light-verbs.txt");

    private static readonly HashSet<string> s_quantities = ["some", "both", "all", "most", "many", "neither", "everyone", "anyone", "someone", "nobody", "none", "others", "each", "half", "one"];

    private static readonly HashSet<string> s_ofThings = Resource.Set("En/verbs-of-things.txt");

    private readonly IReadOnlyList<Word> _words = document.Words;

    /// <summary>"was backed by Moll"; −1 where no agent stands there.</summary>
    public int Agent(int word, string relation, string first, string? second = null)
    {
        foreach (var child in tree.Children(word))
        {
            if (child > word && _words[child].Relation.StartsWith(relation, StringComparison.Ordinal) && complements.Preposition(child) is { } by && (by == first || by == second))
                return child;
        }
        return -1;
    }

    /// <summary>"Moll's support for", "support by Moll for", "voiced support for"; −1 where none is told.</summary>
    public int OfNoun(int noun)
    {
        var owner = tree.Child(noun, "nmod:poss");
        // "a note repeating Moll's intention": Moll's. "announced his support": he who announced it.
        if (owner >= 0 && _words[owner].Upos is not Upos.Pron)
            return owner;
        if (LightVerb(noun) is >= 0 and var verb && subjects.Of(verb) is >= 0 and var subject)
            return subject;
        return owner >= 0 ? owner : Agent(noun, "nmod", "by", "from");
    }

    /// <summary>The verb that does no more than carry the noun: "voiced" in "voiced support"; −1 for none.</summary>
    public int LightVerb(int noun)
    {
        var verb = _words[noun].Relation is "obj" ? _words[noun].Head : -1;
        return verb >= 0 && verb < noun && s_lightVerbs.Contains(_words[verb].Lemma) ? verb : -1;
    }

    /// <summary>
    /// Who or what a verb of stance can have as its subject: also a petition, "most", "a third". Of a verb that things do, too
    /// ("the wall supports the roof"), only what <see cref="CanHold"/> allows, documents and numbers of people.
    /// </summary>
    public bool CanActInWords(int noun, string verb) =>
        CanHold(noun)
        || _words[noun].Upos is Upos.Num or Upos.Adj or Upos.Sym || s_quantities.Contains(_words[noun].Lemma)
        || (_words[noun].Upos is Upos.Noun or Upos.Propn && (!s_ofThings.Contains(verb) || QuotationWords.Of(_words[noun].Lemma).HasFlag(WordClass.DocumentNoun)));

    /// <summary>Somebody: a name, a pronoun for people, a noun for people or bodies. "I" and "we" are the page's own voice.</summary>
    public bool CanHold(int noun)
    {
        var word = _words[noun];
        if (subjects.Antecedent(noun) is var meant && meant != noun)
            return meant >= 0 && CanHold(meant);
        var entity = subjects.Entity(noun, tree.Phrase(noun));
        if (word.Upos is Upos.Pron)
            return word.Lemma is "he" or "she" or "they" or "who" or "his" or "her" or "their" || subjects.Speaks(entity);
        if (word.Upos is not (Upos.Noun or Upos.Propn or Upos.Num or Upos.Adj))
            return false;
        return entity is { } known
            ? document.Entities[known].Type is EntityType.Person or EntityType.Organisation or EntityType.Group or EntityType.Place or EntityType.Other
            : word.Xpos is "NNS" or "NNP" or "NNPS" || QuotationWords.IsAnonymousSource(word.Lemma) || QuotationWords.Of(word.Lemma).HasFlag(WordClass.PersonNoun);
    }
}
