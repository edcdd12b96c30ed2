using Readout.Annotations;

namespace Readout.Claims;

/// <summary>
/// "Boy, 2, and man killed", "kills wife, self": a headline's own grammar, for those whom its tree loses. The people before
/// a word for what happened are those it happened to, back to the verb before it.
/// </summary>
internal sealed class HeadingCasualties(Document document, WordTree tree, VictimReader victims, HarmPredicates predicates)
{
    // A longer one is no headline.
    private const int MostWords = 80;

    private readonly IReadOnlyList<Word> _words = document.Words;
    private readonly List<int> _open = [];

    // Whom the word before befell: "shot in the head, killed".
    private readonly List<int> _struck = [];

    /// <param name="found">What was found so far; the heading's own at the end.</param>
    public void Read(List<Casualty> found, Sentence heading, int sentence)
    {
        if (heading.EndWord - heading.FirstWord > MostWords)
            return;
        _open.Clear();
        _struck.Clear();
        // "kills wife, son, self": the list behind the verb, up to the first word that is of another kind
        var active = (Verb: -1, Harm: Harm.Struck, IsOpen: false);
        for (var i = heading.FirstWord; i < heading.EndWord; i++)
        {
            if (_words[i].Lemma is ":" or ";" or "|")
                _open.Clear();
            else if (IsSelf(i) && active.Verb >= 0)
                AddSelf(found, i, active.Verb, active.Harm, sentence);
            else if (active.Verb >= 0 && active.IsOpen && _words[i].Relation is not "nsubj" && IsSomebody(i))
                Close(found, active.Verb, active.Harm, sentence, i);
            active.IsOpen &= i <= active.Verb || _words[i].Lemma is "," or "and" or "then" || _words[i].Upos is Upos.Det or Upos.Pron or Upos.Adj or Upos.Num or Upos.Noun or Upos.Propn;
            if (predicates.Verb(i) is { Role: 'o' } verb && _words[i].Xpos is "VBZ" or "VBP")
                active = (i, verb.Harm is Harm.Struck && predicates.IsFatal(i) ? Harm.Killed : verb.Harm, true);
            if (predicates.Verb(i) is { Role: 's', Harm: Harm.Killed } && _words[i].Xpos is "VBZ" or "VBP" or "VBD" && !Own(found, sentence).Any(c => c.Group == i))
            {
                // "Woman hurt in fire dies"
                if (_open.Count == 0)
                    _open.AddRange(_struck);
                Close(found, i, Harm.Killed, sentence);
            }
            else if (IsDone(i))
                _open.Clear();
            else if (FlatCasualties.Harm(_words, i) is { } harm && (_words[i].Lemma is "shot" || _words[i].Xpos is not ("VBZ" or "VBP" or "VBG" or "VB")))
                Close(found, i, harm is Harm.Struck && predicates.IsFatal(i) ? Harm.Killed : harm, sentence);
            else if (_words[i].Upos is Upos.Verb or Upos.Aux && !IsFoundSo(i))
                _open.Clear();
            else if (IsSomebody(i))
                _open.Add(i);
        }
    }

    // "found dead", "left wounded"
    private bool IsFoundSo(int verb) =>
        _words[verb].Lemma is "find" or "leave" or "pronounce" && verb + 1 < _words.Count && tree.IsInSentence(verb, verb + 1) && FlatCasualties.Harm(_words, verb + 1) is not null;

    // "a shooting that killed two", "boy who shot, killed friend": those before it did it
    private bool IsDone(int verb) =>
        predicates.Verb(verb) is { Role: 'o' } && (HasObject(verb) || tree.Children(verb).Any(c => c > verb && _words[c].Relation is "conj" or "acl" && predicates.Verb(c) is { Role: 'o' } && HasObject(c)));

    // right behind it: what follows a comma is as often the next victim
    private bool HasObject(int verb)
    {
        var at = tree.Child(verb, "obj");
        if (at < verb)
            return false;
        for (var i = verb + 1; i < at; i++)
        {
            if (_words[i].Upos is Upos.Punct && _words[i].Lemma is "," or ";" or ":")
                return false;
        }
        return victims.Read(at) is not null;
    }

    private bool IsSomebody(int word) =>
        _words[word].Upos is Upos.Noun or Upos.Propn or Upos.Adj && (_words[word].Relation is not ("compound" or "nmod:poss" or "amod") || IsStruck(word))
        && victims.Read(word) is { IsOne: true } victim && (victim.Entity is null || IsAged(word));

    // "Girl shot, killed": to the parser a shot of some kind
    private bool IsStruck(int word) => _words[word].Head is var head && head > word && head - word <= 2 && FlatCasualties.Harm(_words, head) is not null;

    // "Jory Pell, 16, killed"
    private bool IsAged(int name) => name + 2 < _words.Count && _words[name + 1].Lemma is "," && _words[name + 2].Upos is Upos.Num && tree.IsInSentence(name, name + 2);

    // "kills woman, her son": to the parser the woman is her son
    private bool IsOwned(int word) => tree.Children(word).Any(c => _words[c].Relation is "nmod:poss");

    private bool IsSelf(int word) => document.Slice(_words[word].Span).ToLowerInvariant() is "self" or "himself" or "herself";

    private void AddSelf(List<Casualty> found, int self, int verb, Harm harm, int sentence)
    {
        if (Own(found, sentence).Any(c => c.Victim.IsSelf))
            return;
        var victim = victims.Read(self) ?? new Victim(_words[self].Span, self, 1, 1, null, null, null, true, false, false, false) { IsSelf = true };
        found.Add(new Casualty(harm, 1, 1, _words[verb].Span.Cover(_words[self].Span), victim, sentence, "heading-self") { Group = verb });
    }

    private void Close(List<Casualty> found, int verb, Harm harm, int sentence, int somebody)
    {
        _open.Clear();
        _open.Add(somebody);
        Close(found, verb, harm, sentence);
        _struck.Clear();
    }

    private void Close(List<Casualty> found, int predicate, Harm harm, int sentence)
    {
        if (_open.Count == 0 && harm is Harm.Killed && predicate > 0 && _words[predicate - 1].Lemma is "," or "and" or "then")
            _open.AddRange(_struck);
        if (HarmReality.IsReal(_words, tree, predicate) && !HarmReality.IsNegated(_words, tree, predicate))
        {
            foreach (var head in _open)
            {
                if (!Own(found, sentence).Any(c => c.Harm >= harm && (c.Victim.Head == head || (c.Victim.Span.Contains(_words[head].Span) && !IsOwned(head)))) && victims.Read(head) is { IsOne: true } victim)
                    found.Add(new Casualty(harm, 1, 1, victim.Span.Cover(_words[predicate].Span), victim, sentence, "heading") { Group = predicate });
            }
        }
        _struck.Clear();
        _struck.AddRange(_open);
        _open.Clear();
    }

    private static IEnumerable<Casualty> Own(List<Casualty> found, int sentence)
    {
        for (var i = found.Count - 1; i >= 0 && found[i].Sentence == sentence; i--)
            yield return found[i];
    }
}
