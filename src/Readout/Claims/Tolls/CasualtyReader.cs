using Readout.Annotations;
using Readout.Text;

namespace Readout.Claims;

/// <summary>Finds the words of a page that say people came to harm, and reads whom they mean.</summary>
internal sealed class CasualtyReader
{
    private readonly Document _document;
    private readonly IReadOnlyList<Word> _words;
    private readonly WordTree _tree;
    private readonly VictimReader _victims;
    private readonly HarmArguments _arguments;
    private readonly HarmPredicates _predicates;
    private readonly HeadingCasualties _headings;
    private readonly List<Casualty> _found = [];

    // Numbers that stand beside their word for what happened, and where that stands.
    private readonly Dictionary<int, int> _flat = [];
    private bool _isHeading;

    public CasualtyReader(Document document, WordTree? tree = null)
    {
        _document = document;
        _words = document.Words;
        _tree = tree ?? new WordTree(document);
        _victims = new VictimReader(document, _tree);
        _arguments = new HarmArguments(document, _tree, _victims);
        _predicates = new HarmPredicates(document, _tree);
        _headings = new HeadingCasualties(document, _tree, _victims, _predicates);
    }

    /// <summary>Everyone a page says was struck, injured or killed, in the order of the text.</summary>
    public static IReadOnlyList<Casualty> Read(Document document) => new CasualtyReader(document).Read();

    private List<Casualty> Read()
    {
        for (var s = 0; s < _document.Sentences.Count; s++)
        {
            var sentence = _document.Sentences[s];
            _isHeading = sentence.IsHeading;
            ReadFlat(sentence, s);
            for (var i = sentence.FirstWord; i < sentence.EndWord; i++)
                ReadWord(i, s);
            if (_isHeading)
                _headings.Read(_found, sentence, s);
        }
        return _found;
    }

    // "2 dead, 3 others injured"
    private void ReadFlat(Sentence sentence, int s)
    {
        for (var i = sentence.FirstWord; i < sentence.EndWord; i++)
        {
            if (_victims.Numbers.IsCount(i) && FlatCasualties.FatallyBehind(_document, i, sentence.EndWord) is >= 0 and var fatally && _victims.Read(i) is { } dead)
            {
                _found.Add(new Casualty(Harm.Killed, dead.Low, dead.High, dead.Span.Cover(_words[fatally].Span), dead with { IsPart = true }, s, FlatCasualties.Fatally));
                _flat[i] = fatally;
                continue;
            }
            if (!_victims.Numbers.IsCount(i) || FlatCasualties.StateOf(_document, i, sentence.EndWord) is not (>= 0 and var state))
                continue;
            var harm = FlatCasualties.Harm(_words, state)!.Value;
            var head = _words[i].Relation is "nummod" && _words[i].Head is var h && h > i && h < state ? h : i;
            if (_victims.Read(head) is not { IsCounted: true } victim)
            {
                continue;
            }
            if (harm is Harm.Struck && _predicates.IsFatal(state))
                harm = Harm.Killed;
            if (!HarmReality.IsReal(_words, _tree, state) || HarmReality.IsNegated(_words, _tree, state))
                continue;
            for (var k = i; k < state; k++)
                victim = victim with { IsMore = victim.IsMore || _words[k].Lemma is "other" or "more" or "others" };
            _found.Add(new Casualty(harm, victim.Low, victim.High, victim.Span.Cover(_words[state].Span), victim, s, "number-state"));
            _flat[head] = state;
            _flat[i] = state;
        }
    }

    private void ReadWord(int word, int sentence)
    {
        var lemma = _words[word].Lemma;
        if ((_words[word].Upos is Upos.Verb or Upos.Adj or Upos.Noun || _words[word].Xpos is "VBZ") && _predicates.Verb(word) is { } verb)
            ReadVerb(word, verb.Harm, verb.Role, sentence);
        else if (lemma is "shot" && word > 0 && _words[word - 1].Relation is "compound" && _words[word - 1].Head == word && !HasObject(word) && _victims.Read(word - 1) is { IsOne: true })
            Add([word - 1], _predicates.IsFatal(word) ? Harm.Killed : Harm.Struck, word, sentence, "noun-shot");
        else if (lemma is "dead" or "deceased" or "decease" or "slain")
            ReadState(word, Harm.Killed, sentence, "state-dead");
        else if (lemma is "alive" or "unharmed" or "unhurt" or "uninjured")
            return;
        else if (lemma is "condition" && _predicates.IsPatient(word))
            Add(_arguments.Holder(word), Harm.Injured, word, sentence, "condition");
        else if (lemma is "wound" or "injury" && _words[word].Upos is Upos.Noun)
            ReadWound(word, sentence);
        else if (lemma is "hospital" && _words[word].Upos is Upos.Noun or Upos.Propn)
            ReadHospital(word, sentence);
        else if (lemma is "death" or "fatality" or "homicide" && _words[word].Upos is Upos.Noun)
            ReadDeath(word, sentence);
        else if (lemma is "killing" or "murder" or "slaying" && _words[word].Upos is Upos.Noun)
            ReadOf(word, Harm.Killed, sentence);
        else if (lemma is "body" && _words[word].Upos is Upos.Noun && !(IsOwned(word) && !IsFound(word)))
            ReadOf(word, Harm.Killed, sentence);
        else if (lemma is "pass" && _tree.Children(word).Any(c => _words[c].Lemma is "away"))
            Add(_arguments.Subjects(word), Harm.Killed, word, sentence, "subject");
        else if (lemma is "fight" or "cling" && _tree.Children(word).Any(c => _words[c].Lemma is "life"))
            Add(_arguments.Subjects(word), Harm.Injured, word, sentence, "fights-for-life");
        else if (lemma is "turn" && _tree.Child(word, "obj") is >= 0 and var weapon && _words[weapon].Lemma is "gun" or "weapon" or "rifle" or "pistol" or "handgun" or "shotgun" or "knife")
            Add([.. _tree.Children(word).Where(c => _words[c].Lemma is "himself" or "herself" or "themselves")], Harm.Killed, word, sentence, "turned-on-self");
        else if (lemma is "life" && _words[word].Head is >= 0 and var head && _words[head].Lemma is "lose" && _words[word].Relation is "obj")
            Add(_arguments.Subjects(head), Harm.Killed, head, sentence, "lost-life");
        else if (lemma is "life" && _words[word].Head is >= 0 and var taker && _words[taker].Lemma is "take" && _words[word].Relation is "obj" && _tree.Children(word).Any(c => _words[c].Lemma is "own"))
            Add([.. _tree.Children(word).Where(c => _words[c].Relation is "nmod:poss")], Harm.Killed, taker, sentence, "took-own-life");
    }

    // "a man shot and killed a baby": the man did it
    private bool HasObject(int word) =>
        _tree.Child(word, "obj") >= 0 || _tree.Children(word).Any(c => _words[c].Relation is "conj" && _tree.Child(c, "obj") >= 0);

    // "three bullets in her body" leave open how she fares; "his body was found" does not.
    private bool IsOwned(int word) => _tree.Children(word).Any(c => _words[c].Relation is "nmod:poss" && _words[c].Upos is Upos.Pron);

    private bool IsFound(int word) =>
        _words[word].Head is >= 0 and var head && _words[word].Relation is "obj" or "nsubj:pass" or "nsubj" && _words[head].Lemma is "find" or "discover" or "recover" or "identify" or "dump" or "lie" or "leave" or "locate" or "take";

    private void ReadVerb(int verb, Harm harm, char role, int sentence)
    {
        if (_isHeading && IsSecond(verb))
            return;
        // "shot dead", "shot to death", "fatally shot"
        if (harm is not Harm.Killed && role is 'o' && _predicates.IsFatal(verb))
            harm = Harm.Killed;
        else if (harm is Harm.Struck && _predicates.IsHurt(verb))
            harm = Harm.Injured;
        Add(role is 's' ? _arguments.Subjects(verb) : _arguments.Objects(verb, _isHeading), harm, verb, sentence, role is 's' ? "subject" : "object");
    }

    // "Two arrested after student shot and killed": said of whoever was shot, wherever the tree hangs it.
    private bool IsSecond(int verb) =>
        verb > 1 && _words[verb - 1].Lemma is "and" or "," or "&" && FlatCasualties.Harm(_words, verb - 2) is Harm.Struck && _words[verb].Xpos is "VBN" or "VBD"
        && _tree.Child(verb, "obj") < 0 && _words[verb].Head is >= 0 and var head && head != verb - 2 && head < verb - 2 && _predicates.Verb(head) is null;

    private void ReadState(int word, Harm harm, int sentence, string rule)
    {
        var head = _words[word].Head;
        // "1 dead, 4 injured" with "dead" hung on "injured": said of those before it, if of anybody
        if (word < head && _predicates.Verb(head) is not null)
            return;
        // "left two people dead", "was pronounced dead", "found dead"
        if (_words[word].Relation is "xcomp" or "advmod" or "amod" or "acl" or "obl" or "ccomp" or "dep" or "obj" && head >= 0 && _words[head].Upos is Upos.Verb && !(_words[word].Relation is "ccomp" && _tree.Child(word, "nsubj") >= 0))
        {
            if (HarmWords.En.Verb(_words[head].Lemma) is null)
                Add(_arguments.Objects(head, _isHeading), harm, word, sentence, rule);
            else
                Add(_arguments.Objects(head, _isHeading), harm, head, sentence, rule);
            return;
        }
        if (_words[word].Relation is "amod" && head >= 0)
        {
            Add([head], harm, word, sentence, rule);
            return;
        }
        var subjects = _arguments.Subjects(word);
        if (subjects.Count > 0)
            Add(subjects, harm, word, sentence, rule);
        // "One dead" was read by its number
        else if (_victims.Read(word) is { IsCounted: true, Low: > 0 } && _tree.Children(word).Any(c => _words[c].Relation is "nummod" && !_flat.ContainsKey(c)))
            Add([word], harm, word, sentence, rule);
    }

    private void ReadWound(int word, int sentence)
    {
        var head = _words[word].Head;
        if (head < 0)
            return;
        var fatal = _tree.Children(word).Any(c => _words[c].Lemma is "fatal" or "mortal");
        if (_words[head].Upos is Upos.Verb)
        {
            if (_words[head].Lemma is "suffer" or "sustain" or "receive" or "have" && _words[word].Relation is "obj")
                Add(_arguments.Subjects(head), fatal ? Harm.Killed : Harm.Struck, head, sentence, "wound");
            else if (_words[head].Lemma is "treat" or "hospitalize" or "hospitalise" or "take" or "transport")
                Add(_arguments.Objects(head, _isHeading), Harm.Struck, head, sentence, "wound");
            else if (_words[head].Lemma is "die" or "succumb")
                return;
        }
        else if (_words[word].Relation is "nmod" && _victims.Read(head) is not null)
            Add([head], fatal ? Harm.Killed : Harm.Struck, word, sentence, "wound");
        else if (_words[word].Relation is "root" or "conj" or "parataxis" && _arguments.Case(word) is "with")
            Add(_arguments.Holder(word), Harm.Struck, word, sentence, "wound");
    }

    private void ReadHospital(int word, int sentence)
    {
        var head = _words[word].Head;
        while (head >= 0 && _words[head].Upos is Upos.Noun or Upos.Propn)
            head = _words[head].Head;
        if (head >= 0 && _words[head].Lemma is "take" or "transport" or "rush" or "airlift" or "fly" or "bring" or "admit" or "send" or "treat" or "transfer" or "convey" or "remain" or "arrive" or "land" or "put")
            Add(_words[head].Lemma is "remain" or "arrive" ? _arguments.Subjects(head) : _arguments.Objects(head, _isHeading), Harm.Struck, head, sentence, "hospital");
    }

    private void ReadDeath(int word, int sentence)
    {
        if (_victims.Read(word, isLiving: true) is { IsCounted: true } counted && _tree.Children(word).Any(c => _words[c].Relation is "nummod"))
        {
            Note(counted with { Noun = "person" }, Harm.Killed, word, sentence, "deaths");
            return;
        }
        ReadOf(word, Harm.Killed, sentence);
    }

    // "the death of Jory Pell", "his mother's death"
    private void ReadOf(int word, Harm harm, int sentence)
    {
        foreach (var child in _tree.Children(word))
        {
            if ((_words[child].Relation is "nmod" && _arguments.Case(child) is "of") || (_words[child].Relation is "nmod:poss" && _words[word].Lemma is not ("killing" or "murder")))
                Add([child], harm, word, sentence, "of");
        }
    }

    private void Add(List<int> nouns, Harm harm, int predicate, int sentence, string rule)
    {
        foreach (var noun in nouns.Distinct())
        {
            foreach (var one in Joined(noun))
            {
                if (!IsTaken(one, predicate) && _victims.Read(one, isLiving: harm is not Harm.Struck) is { } victim)
                    Note(victim, harm, predicate, sentence, rule);
            }
        }
    }

    // A number whose word for what happened stands beside it is not lent to other words, except to those joined to it ("shot and killed").
    private bool IsTaken(int noun, int predicate)
    {
        if (!_flat.TryGetValue(noun, out var state) || predicate == state)
            return false;
        if (predicate > noun && predicate < state)
            return false;
        if (predicate < noun)
            return _isHeading || _words[state].Head != predicate;
        // "shot and killed": no other number between
        for (var i = state + 1; i < predicate; i++)
        {
            if (_flat.ContainsKey(i) || (_isHeading && _words[i].Lemma is "," or ";"))
                return true;
        }
        return false;
    }

    // "a woman and two of her sons"
    private IEnumerable<int> Joined(int noun)
    {
        yield return noun;
        foreach (var child in _tree.Children(noun))
        {
            if (_words[child].Relation is "conj" && _words[child].Upos is Upos.Noun or Upos.Propn or Upos.Num or Upos.Pron or Upos.Adj or Upos.Det)
                yield return child;
        }
    }

    private void Note(Victim victim, Harm harm, int predicate, int sentence, string rule)
    {
        if (!HarmReality.IsReal(_words, _tree, predicate))
            return;
        if (HarmReality.IsNegated(_words, _tree, predicate))
            return;
        var span = _words[predicate].Span.Cover(victim.Span);
        _found.Add(new Casualty(harm, victim.Low, victim.High, span, victim, sentence, rule) { Group = predicate });
    }
}
