using Readout.Text;

namespace Readout.Annotations;

/// <summary>Who does what an event's predicate names, and to whom, where the tree says so.</summary>
internal sealed class EventRoles(Document document, WordTree tree, EventArguments arguments)
{
    private readonly IReadOnlyList<Word> _words = document.Words;

    private static readonly string[] Toward = ["to", "with", "against", "from", "at", "on", "into", "in", "for", "between", "of", "toward", "towards", "over", "near", "inside"];

    // What an event takes people through: from "agreed" to "hold" to "talks".
    private const int LongestChain = 6;

    private readonly List<int> _objects = [];

    /// <summary>The nouns that name who did it; none where the tree does not say.</summary>
    public void Sources(List<int> found, int predicate)
    {
        if (_words[predicate].Upos is Upos.Verb or Upos.Aux or Upos.Adj)
            Agents(found, predicate);
        else
            Owners(found, predicate);
        found.RemoveAll(IsTime);
        Join(found);
    }

    /// <summary>The nouns that name whom it was done to or with; none where the tree does not say.</summary>
    /// <param name="predicate">The word whose arguments take part.</param>
    /// <param name="named">The word that names the event.</param>
    /// <param name="sources">Who did it: nobody is both.</param>
    public void Targets(List<int> found, int predicate, int named, List<int> sources)
    {
        // downwards from the predicate over its clauses
        var passed = false;
        var step = 0;
        for (var at = predicate; at >= 0 && step < LongestChain && found.Count == 0; at = arguments.Clause(at), step++)
        {
            Patients(found, at);
            passed |= at == named;
        }
        if (found.Count == 0 && !passed)
            Patients(found, named);
        Join(found);
        found.RemoveAll(sources.Contains);
    }

    private void Agents(List<int> found, int verb)
    {
        arguments.Subjects(found, verb);
        if (tree.Child(verb, "nsubj:pass") >= 0)
            RemoveSubject(found, verb);
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

    // "was told that he had": what the parser calls a subject beside a passive's is none
    private void RemoveSubject(List<int> found, int verb) => found.RemoveAll(n => _words[n].Relation is "nsubj" && _words[n].Head == verb);

    private void Owners(List<int> found, int noun)
    {
        var children = tree.Children(noun);
        for (var i = 0; i < children.Count; i++)
        {
            var child = children[i];
            if (_words[child].Relation is "nmod:poss" || (_words[child].Relation is "nmod" && arguments.Case(child) is "by") || (_words[child].Relation is "amod" or "compound" && _words[child].Xpos is "NNP" or "NNPS"))
                found.Add(child);
        }
    }

    // An object that is somebody, else a phrase, else the owner or kind of the object, else the subject of the clause.
    private void Patients(List<int> found, int word)
    {
        _objects.Clear();
        arguments.Objects(_objects, word);
        foreach (var noun in _objects)
        {
            if (IsActor(noun))
                found.Add(noun);
        }
        if (found.Count > 0)
            return;
        var (best, rank) = (-1, Toward.Length);
        InPhrase(word, onVerb: _words[word].Upos is Upos.Verb, ref best, ref rank);
        foreach (var noun in _objects)
            InPhrase(noun, onVerb: false, ref best, ref rank);
        if (best < 0)
            best = Beside();
        if (best < 0 && arguments.Clause(word) is >= 0 and var clause && (tree.Child(clause, "nsubj") is >= 0 and var subject || (subject = tree.Child(clause, "nsubj:pass")) >= 0) && IsActor(subject))
            best = subject;
        if (best >= 0)
            found.Add(best);
    }

    // The phrase whose preposition most likely leads to somebody.
    private void InPhrase(int word, bool onVerb, ref int best, ref int rank)
    {
        var children = tree.Children(word);
        for (var i = 0; i < children.Count; i++)
        {
            if (_words[children[i]].Relation is not ("obl" or "nmod" or "obl:agent") || arguments.Case(children[i]) is not { } preposition)
                continue;
            var at = Array.IndexOf(Toward, preposition);
            if (at < 0 || at >= rank || (onVerb && preposition is "of") || !IsActor(children[i]))
                continue;
            (best, rank) = (children[i], at);
        }
    }

    // "Vask's efforts", "Vaskian ships"
    private int Beside()
    {
        foreach (var noun in _objects)
        {
            var children = tree.Children(noun);
            for (var i = 0; i < children.Count; i++)
            {
                if (_words[children[i]].Relation is "nmod:poss" or "amod" or "compound" or "nmod" && IsActor(children[i]))
                    return children[i];
            }
        }
        return -1;
    }

    // "Orlen and Vask"
    private void Join(List<int> found)
    {
        for (var i = 0; i < found.Count; i++)
        {
            var children = tree.Children(found[i]);
            for (var k = 0; k < children.Count; k++)
            {
                if (_words[children[k]].Relation is "conj" && _words[children[k]].Upos is Upos.Noun or Upos.Propn or Upos.Adj && !found.Contains(children[k]))
                    found.Add(children[k]);
            }
        }
    }

    // A name, or a noun with a name in its phrase: "the Orlenian army".
    private bool IsActor(int noun)
    {
        if (_words[noun].Upos is Upos.Propn)
            return !IsTime(noun);
        // "leaders of Orlen" are somebody, "talks with Moll" are not
        var phrase = tree.Phrase(noun);
        var end = EventFrames.Noun(_words[noun].Lemma) is null ? phrase.End : _words[noun].Span.End;
        for (var i = Ordered.FirstAt(document.Mentions, phrase.Start, m => m.Span.Start); i < document.Mentions.Count && document.Mentions[i].Span.Start < end; i++)
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
