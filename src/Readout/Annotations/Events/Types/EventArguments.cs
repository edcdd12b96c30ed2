namespace Readout.Annotations;

/// <summary>What stands with a predicate in its tree: subject, object, phrases, the clause that completes it.</summary>
internal sealed class EventArguments(IReadOnlyList<Word> words, WordTree tree)
{
    // How far a noun's own modifiers are followed: "part of a series of air raids".
    private const int DeepestModifier = 4;

    // "agreed to try to begin to talk": the subject stands with the first.
    private const int FarthestSubject = 3;

    public IReadOnlyList<Word> Words => words;

    /// <summary>The words that fill a slot of a predicate.</summary>
    public void Fill(List<int> found, int word, FrameSlot slot, string? preposition)
    {
        switch (slot)
        {
            case FrameSlot.Object:
                Objects(found, word);
                break;
            case FrameSlot.Subject:
                Subjects(found, word);
                break;
            case FrameSlot.Phrase:
                Phrases(found, word, preposition!);
                break;
            case FrameSlot.Clause when Clause(word) is >= 0 and var clause:
                found.Add(clause);
                break;
            case FrameSlot.ClauseSubject when Clause(word) is >= 0 and var below && tree.Child(below, "nsubj") is >= 0 and var doer:
                found.Add(doer);
                break;
            case FrameSlot.Particle:
                Particles(found, word, preposition!);
                break;
        }
    }

    /// <summary>A verb's object, a passive's subject; of a noun what stands before it and behind "of".</summary>
    public void Objects(List<int> found, int word)
    {
        var isVerb = words[word].Upos is Upos.Verb or Upos.Aux;
        var children = tree.Children(word);
        for (var i = 0; i < children.Count; i++)
        {
            var relation = words[children[i]].Relation;
            if (isVerb ? Is(relation, "obj") || Is(relation, "iobj") || (relation is "obl" && Case(children[i]) is { } particle && IsParticle(particle)) : relation is "compound" or "amod" || (relation is "nmod" && Case(children[i]) is "of"))
                found.Add(children[i]);
        }
        if (!isVerb)
            return;
        if (tree.Child(word, "nsubj:pass") is >= 0 and var passive)
            found.Add(passive);
        // "restrictions imposed by": the restrictions. "Orlen lifted sanctions": to the parser they may be lifted sanctions.
        if (words[word] is { Relation: "acl" or "amod", Xpos: "VBN" or "VBD", Head: >= 0 })
            found.Add(words[word].Head);
    }

    // "called off their strike": the strike is called off, not called from somewhere.
    private static bool IsParticle(string word) => word is "off" or "up" or "out" or "down" or "back" or "over";

    /// <summary>Its subject or a passive's agent, or the subject of the verb it hangs on.</summary>
    public void Subjects(List<int> found, int word)
    {
        var count = found.Count;
        for (var step = 0; ; step++)
        {
            var children = tree.Children(word);
            for (var i = 0; i < children.Count; i++)
            {
                if (words[children[i]].Relation is "nsubj" || (words[children[i]].Relation is "obl" or "obl:agent" && Case(children[i]) is "by"))
                    found.Add(children[i]);
            }
            var head = words[word].Head;
            if (found.Count > count || step == FarthestSubject || head < 0 || words[word].Relation is not ("conj" or "xcomp" or "advcl"))
                return;
            // "urged Vask to stop", "Vask was forced to stop": Vask stops
            if (words[word].Relation is "xcomp" && words[head].Upos is Upos.Verb && words[head].Lemma is not ("promise" or "threaten" or "vow")
                && (Starting(head, "obj") is >= 0 and var whom || (whom = tree.Child(head, "nsubj:pass")) >= 0))
            {
                found.Add(whom);
                return;
            }
            word = head;
        }
    }

    /// <summary>Phrases with a preposition on the predicate or on its object: which of the two the parser can't always tell.</summary>
    public void Phrases(List<int> found, int word, string preposition)
    {
        Phrases(found, word, preposition, onNoun: false);
        var end = found.Count;
        Objects(found, word);
        var objects = found.Count;
        for (var i = end; i < objects; i++)
            Phrases(found, found[i], preposition, onNoun: true);
        found.RemoveRange(end, objects - end);
    }

    private void Phrases(List<int> found, int word, string preposition, bool onNoun)
    {
        var children = tree.Children(word);
        for (var i = 0; i < children.Count; i++)
        {
            var relation = words[children[i]].Relation;
            if ((onNoun ? relation is "nmod" : Is(relation, "obl") || Is(relation, "nmod") || Is(relation, "advcl") || Is(relation, "advmod")) && Case(children[i]) == preposition)
                found.Add(children[i]);
        }
    }

    private void Particles(List<int> found, int word, string particle)
    {
        // "handed over two prisoners": to the parser "over two"
        if (word + 1 < words.Count && words[word + 1].Lemma == particle)
        {
            found.Add(word + 1);
            return;
        }
        var children = tree.Children(word);
        for (var i = 0; i < children.Count; i++)
        {
            var child = words[children[i]];
            if ((child.Lemma == particle && child.Relation is "compound:prt" or "advmod" or "advcl" or "case" or "obl" or "compound" or "mark" or "xcomp")
                || (child.Relation is "obl" && IsParticle(particle) && Case(children[i]) == particle))
                found.Add(children[i]);
        }
    }

    /// <summary>The clause that completes it: "said that …", "agreed to …", "a plan to …"; −1 where there is none.</summary>
    public int Clause(int word)
    {
        if (Starting(word, "ccomp") is >= 0 and var clause)
            return clause;
        if (Starting(word, "xcomp") is >= 0 and var open)
            return open;
        if (words[word].Lemma is "say" or "warn" or "announce" or "add" or "tell" or "report" or "confirm" && tree.Child(word, "parataxis") is >= 0 and var loose)
            return loose;
        var isNoun = words[word].Upos is Upos.Noun or Upos.Propn;
        if ((words[word].Upos is not Upos.Verb || tree.Child(word, "obj") >= 0 || tree.Child(word, "obl") >= 0 || tree.Child(word, "iobj") >= 0)
            && Marked(word, "advcl") is >= 0 and var aim && aim > word)
            return aim;
        if (isNoun && Marked(word, "acl") is >= 0 and var content)
            return content;
        foreach (var relation in (ReadOnlySpan<string>)["obj", "nsubj:pass"])
        {
            if (tree.Child(word, relation) is >= 0 and var noun && Marked(noun, "acl") is >= 0 and var below)
                return below;
        }
        return -1;
    }

    private int Starting(int word, string relation)
    {
        var children = tree.Children(word);
        for (var i = 0; i < children.Count; i++)
        {
            if (Is(words[children[i]].Relation, relation))
                return children[i];
        }
        return -1;
    }

    private int Marked(int word, string relation)
    {
        var children = tree.Children(word);
        for (var i = 0; i < children.Count; i++)
        {
            if (words[children[i]].Relation == relation && Case(children[i]) is "to" or "that")
                return children[i];
        }
        return -1;
    }

    /// <summary>The preposition or conjunction before a word; null for none.</summary>
    public string? Case(int word)
    {
        var children = tree.Children(word);
        for (var i = 0; i < children.Count && children[i] < word; i++)
        {
            if (words[children[i]].Relation is "case" or "mark")
                return words[children[i]].Lemma;
        }
        return null;
    }

    /// <summary>A noun with what it is joined to and made of: "series", "bomb" and "attack" in "a series of bomb attacks".</summary>
    public void Nouns(List<int> found, int noun, int depth = 0)
    {
        found.Add(noun);
        if (depth == DeepestModifier)
            return;
        var children = tree.Children(noun);
        for (var i = 0; i < children.Count; i++)
        {
            var child = words[children[i]];
            if (child.Relation is "compound" or "amod" or "flat" or "appos" || (child.Relation is "conj" && child.Upos is Upos.Noun or Upos.Propn or Upos.Adj or Upos.Verb)
                || (child.Relation is "nmod" && Case(children[i]) is "of"))
                Nouns(found, children[i], depth + 1);
        }
    }

    /// <summary>A noun's lemma without the ending of a plural that the lemmatizer did not know ("troops").</summary>
    public string? Singular(int word)
    {
        var lemma = words[word].Lemma;
        return words[word].Upos is not Upos.Noun || lemma.Length < 4 || lemma[^1] != 's' || lemma[^2] == 's' ? null
            : lemma.EndsWith("ies", StringComparison.Ordinal) ? lemma[..^3] + "y"
            : lemma[..^1];
    }

    /// <summary>A relation, or one of its subtypes.</summary>
    private static bool Is(string relation, string type) =>
        relation.StartsWith(type, StringComparison.Ordinal) && (relation.Length == type.Length || relation[type.Length] == ':');
}
