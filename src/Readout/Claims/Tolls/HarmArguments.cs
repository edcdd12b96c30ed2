using Readout.Annotations;

namespace Readout.Claims;

/// <summary>Whom a word of harm is said of: objects, subjects and the nouns around it, as far as the tree says so.</summary>
internal sealed class HarmArguments(Document document, WordTree tree, VictimReader victims)
{
    private const int Farthest = 4;

    private readonly IReadOnlyList<Word> _words = document.Words;

    /// <summary>Whom a verb befalls: its object, a passive's subject, the noun it stands beside.</summary>
    public List<int> Objects(int verb, bool isHeading)
    {
        var found = new List<int>();
        var at = verb;
        for (var step = 0; step < Farthest; step++)
        {
            var passive = Nearest(at, "nsubj:pass");
            if (tree.Child(at, "obj") is >= 0 and var direct && victims.Read(direct, isLiving: true) is not null)
                found.Add(direct);
            else if (passive >= 0)
                found.Add(Antecedent(passive));
            // "two dead, three wounded": what the parser takes for the subject of a past participle without auxiliary
            else if ((_words[at].Xpos is "VBN" || (isHeading && _words[at].Xpos is "VBD" && tree.Child(at, "obj") < 0)) && tree.Child(at, "nsubj") is >= 0 and var bare && !tree.Children(at).Any(c => _words[c].Relation is "aux" && _words[c].Lemma is "have"))
                found.Add(bare);
            else if (_words[at].Relation is "acl" or "amod" && _words[at].Xpos is "VBN" or "VBD" or "JJ" && _words[at].Head >= 0)
                found.Add(_words[at].Head);
            else if (_words[at].Relation is "obj" && _words[at].Xpos is "VBN")
                found.Add(at);
            if (found.Count > 0)
                break;
            // "shot and killed two men"
            if (at == verb)
            {
                foreach (var joined in tree.Children(at))
                {
                    if (_words[joined].Relation is "conj" && _words[joined].Upos is Upos.Verb && tree.Child(joined, "obj") is >= 0 and var shared && found.Count == 0 && HarmWords.En.Verb(_words[joined].Lemma) is not null)
                        found.Add(shared);
                }
                if (found.Count > 0)
                    break;
            }
            // "was shot and killed", "after being shot"
            if (_words[at].Relation is not ("conj" or "advcl" or "xcomp" or "parataxis") || _words[at].Head < 0)
                break;
            if (_words[at].Relation is not "conj" && !(_words[at].Relation is "xcomp" && _words[_words[at].Head].Lemma is "find" or "leave") && !(_words[at].Relation is "parataxis" && _words[at].Head >= 0 && tree.Child(_words[at].Head, "nsubj:pass") >= 0) && !tree.Children(at).Any(c => _words[c].Relation is "aux:pass"))
                break;
            at = _words[at].Head;
            if (_words[at].Upos is not (Upos.Verb or Upos.Adj))
                break;
            if (tree.Child(at, "nsubj:pass") < 0 && tree.Child(at, "nsubj") is >= 0 and var subject && (_words[verb].Xpos is "VBN" && tree.Children(verb).Any(c => _words[c].Relation is "aux:pass")))
            {
                found.Add(Antecedent(subject));
                break;
            }
        }
        if (found.Count == 0 && tree.Children(verb).Any(c => _words[c].Relation is "aux:pass") && Before(verb) is >= 0 and var near)
            found.Add(near);
        return found;
    }

    // The last of several: a dateline before the sentence is often taken for a subject.
    private int Nearest(int word, string relation)
    {
        var found = -1;
        foreach (var child in tree.Children(word))
        {
            if (_words[child].Relation == relation)
                found = child;
        }
        return found;
    }

    // Somebody right before the verb whom the tree hangs elsewhere.
    private int Before(int verb)
    {
        var at = verb - 1;
        while (at >= 0 && _words[at].Upos is Upos.Aux or Upos.Adv)
            at--;
        return at >= 0 && tree.IsInSentence(at, verb) && _words[at].Upos is Upos.Noun or Upos.Propn && victims.Read(at) is not null ? at : -1;
    }

    /// <summary>The subject of a clause, or of the clause it is joined to.</summary>
    public List<int> Subjects(int word)
    {
        var at = word;
        for (var step = 0; step < Farthest && at >= 0; step++)
        {
            if (Nearest(at, "nsubj") is >= 0 and var subject || (subject = Nearest(at, "nsubj:pass")) >= 0)
                return [Antecedent(subject)];
            if (_words[at].Relation is "acl" && _words[at].Head >= 0)
                return [_words[at].Head];
            if (_words[at].Relation is not ("conj" or "advcl" or "xcomp" or "parataxis"))
                break;
            at = _words[at].Head;
        }
        return _words[word].Upos is Upos.Verb && Before(word) is >= 0 and var near ? [near] : [];
    }

    // "who was shot": whom it stands for
    private int Antecedent(int word)
    {
        if (_words[word].Lemma is "who" or "which" or "that" or "whom")
        {
            for (var at = _words[word].Head; at >= 0; at = _words[at].Head)
            {
                if (_words[at].Relation is "acl:relcl" or "acl" && _words[at].Head >= 0)
                    return _words[at].Head;
            }
        }
        return word;
    }

    // Whom a condition is said of: the subject or object of the clause it stands in.
    public List<int> Holder(int word)
    {
        var at = word;
        for (var step = 0; step < Farthest && at >= 0; step++)
        {
            var subjects = Subjects(at);
            if (subjects.Count > 0)
                return subjects;
            if (_words[at].Relation is "nmod" && _words[at].Head is >= 0 and var noun && victims.Read(noun) is not null)
                return [noun];
            var objects = _words[at].Upos is Upos.Verb ? Objects(at, isHeading: false) : [];
            if (objects.Count > 0)
                return objects;
            at = _words[at].Head;
        }
        return [];
    }

    public string? Case(int word) => tree.Children(word).Where(c => c < word && _words[c].Relation is "case" or "mark").Select(c => _words[c].Lemma).FirstOrDefault();
}
