using Readout.Text;

namespace Readout.Annotations;

/// <summary>Who does what an event's predicate names, and to whom, where the tree says so.</summary>
internal sealed class EventRoles(Document document, WordTree tree, EventArguments arguments)
{
    private readonly IReadOnlyList<Word> _words = document.Words;

    private static readonly string[] Toward = ["to", "with", "against", "from", "at", "on", "into", "in", "for", "between", "of", "toward", "towards", "over", "near", "inside"];

    // What an event takes people through: from "agreed" to "hold" to "talks".
    private const int LongestChain = 6;

    /// <summary>The nouns that name who did it; empty where the tree does not say.</summary>
    public IReadOnlyList<int> Sources(int predicate)
    {
        var found = new List<int>();
        var isVerb = _words[predicate].Upos is Upos.Verb or Upos.Aux or Upos.Adj;
        if (isVerb)
            Agents(found, predicate);
        else
            Owners(found, predicate);
        Join(found);
        return found;
    }

    /// <summary>The nouns that name whom it was done to or with; empty where the tree does not say.</summary>
    /// <param name="predicate">The word whose arguments take part.</param>
    /// <param name="named">The word that names the event.</param>
    public IReadOnlyList<int> Targets(int predicate, int named)
    {
        var found = new List<int>();
        foreach (var word in Chain(predicate, named))
        {
            Patients(found, word);
            if (found.Count > 0)
                break;
        }
        Join(found);
        var sources = Sources(predicate);
        found.RemoveAll(n => sources.Contains(n));
        return found;
    }

    // Downwards from the predicate over its clauses; then the word that names the event, and up again to the predicate.
    private List<int> Chain(int predicate, int named)
    {
        var chain = new List<int>();
        for (var at = predicate; at >= 0 && chain.Count < LongestChain; at = arguments.Clause(at))
            chain.Add(at);
        if (!chain.Contains(named))
            chain.Add(named);
        return chain;
    }

    private void Agents(List<int> found, int verb)
    {
        arguments.Subjects(found, verb);
        if (tree.Child(verb, "nsubj:pass") >= 0)
            found.RemoveAll(n => _words[n].Relation is "nsubj" && _words[n].Head == verb);
        // "who", "which": what they stand for
        for (var i = 0; i < found.Count; i++)
        {
            var clause = _words[found[i]].Head;
            if (_words[found[i]].Lemma is "who" or "which" or "that" && clause >= 0 && _words[clause] is { Relation: "acl:relcl", Head: >= 0 })
                found[i] = _words[clause].Head;
        }
        // "Bombers attacking the port": the bombers
        if (found.Count == 0 && _words[verb] is { Relation: "acl", Xpos: "VBG", Head: >= 0 })
            found.Add(_words[verb].Head);
    }

    private void Owners(List<int> found, int noun)
    {
        foreach (var child in tree.Children(noun))
        {
            if (_words[child].Relation is "nmod:poss" || (_words[child].Relation is "nmod" && arguments.Case(child) is "by") || (_words[child].Relation is "amod" or "compound" && _words[child].Xpos is "NNP" or "NNPS"))
                found.Add(child);
        }
    }

    // An object that is somebody, else the owner or kind of the object, else a phrase, else the subject of the clause.
    private void Patients(List<int> found, int word)
    {
        var objects = new List<int>();
        arguments.Objects(objects, word);
        found.AddRange(objects.Where(IsActor));
        if (found.Count > 0)
            return;
        foreach (var preposition in Toward)
        {
            var phrases = new List<int>();
            arguments.Phrases(phrases, word, preposition);
            if (preposition is "of")
                phrases.RemoveAll(p => _words[p].Head == word && _words[word].Upos is Upos.Verb);
            if (phrases.Find(IsActor) is > 0 and var phrase)
            {
                found.Add(phrase);
                return;
            }
        }
        foreach (var noun in objects)
        {
            foreach (var child in tree.Children(noun))
            {
                if (_words[child].Relation is "nmod:poss" or "amod" or "compound" or "nmod" && IsActor(child))
                {
                    found.Add(child);
                    return;
                }
            }
        }
        if (arguments.Clause(word) is >= 0 and var clause && (tree.Child(clause, "nsubj") is >= 0 and var subject || (subject = tree.Child(clause, "nsubj:pass")) >= 0) && IsActor(subject))
            found.Add(subject);
    }

    // "Orlen and Vask"
    private void Join(List<int> found)
    {
        for (var i = 0; i < found.Count; i++)
        {
            foreach (var child in tree.Children(found[i]))
            {
                if (_words[child].Relation is "conj" && _words[child].Upos is Upos.Noun or Upos.Propn or Upos.Adj && !found.Contains(child))
                    found.Add(child);
            }
        }
    }

    // A name, or a noun with a name in its phrase: "the Orlenian army".
    private bool IsActor(int noun)
    {
        if (_words[noun].Upos is Upos.Propn)
            return !IsTime(noun);
        var phrase = tree.Phrase(noun);
        for (var i = Ordered.FirstAt(document.Mentions, phrase.Start, m => m.Span.Start); i < document.Mentions.Count && document.Mentions[i].Span.Start < phrase.End; i++)
        {
            if (document.Entities[document.Mentions[i].Entity].Type is EntityType.Person or EntityType.Organisation or EntityType.Group or EntityType.Place or EntityType.Other)
                return true;
        }
        return false;
    }

    private bool IsTime(int noun)
    {
        var place = _words[noun].Span;
        for (var i = Math.Max(0, Ordered.FirstAt(document.Times, place.Start, t => t.Span.Start) - 1); i < document.Times.Count && document.Times[i].Span.Start < place.End; i++)
        {
            if (document.Times[i].Span.Overlaps(place))
                return true;
        }
        return false;
    }

    /// <summary>The words of a noun that takes part.</summary>
    public Span Phrase(int noun) => tree.Phrase(noun);
}
