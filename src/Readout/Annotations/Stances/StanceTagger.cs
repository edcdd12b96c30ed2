using Readout.Text;

namespace Readout.Annotations;

/// <summary>Finds stances by trees: a verb, noun or adjective of the lists, who holds it, and what it is about.</summary>
internal sealed class StanceTagger
{
    private readonly Document _document;
    private readonly IReadOnlyList<Word> _words;
    private readonly WordTree _tree;
    private readonly ClauseSubjects _subjects;
    private readonly StanceComplements _complements;
    private readonly StanceHolders _holders;
    private readonly StanceMaker _maker;
    private readonly UnheldStances _unheld;
    private readonly bool[] _taken;

    private StanceTagger(Document document, WordTree tree)
    {
        _document = document;
        _words = document.Words;
        _tree = tree;
        var mentions = document.Mentions.OrderBy(m => m.Span.Start).ThenBy(m => m.Span.End).ThenBy(m => m.Entity).ToArray();
        _subjects = new ClauseSubjects(document, _tree, mentions);
        _complements = new StanceComplements(document, _tree, _subjects);
        _holders = new StanceHolders(document, _tree, _subjects, _complements);
        _maker = new StanceMaker(document, _tree, _subjects);
        _unheld = new UnheldStances(document, _tree, _complements, _holders, _maker);
        _taken = new bool[_words.Count];
        // what is told inside somebody's words is for them to tell
        foreach (var span in document.Quotations.SelectMany(q => q.Content.Concat(q.Cue is { } cue ? [cue] : [])))
        {
            for (var i = _tree.WordFrom(span.Start); i < _words.Count && _words[i].Span.Start < span.End; i++)
                _taken[i] = true;
        }
    }

    /// <param name="document">With its quotations: a verb that gives words to somebody is no stance.</param>
    /// <param name="tree">Of its words.</param>
    public static IReadOnlyList<Stance> Tag(Document document, WordTree tree) =>
        document.Words.Count == 0 ? [] : new StanceTagger(document, tree).Find();

    private List<Stance> Find()
    {
        var found = new List<Stance>();
        foreach (var sentence in _document.Sentences)
        {
            for (var i = sentence.FirstWord; i < sentence.EndWord; i++)
            {
                if (_taken[i])
                    continue;
                var stance = _words[i].Upos switch
                {
                    Upos.Verb => OfVerb(i, sentence) ?? OfAdjective(i, sentence) ?? _unheld.OfVerb(i, sentence),
                    // "backed Moll's call for a vote": what is backed is told already
                    Upos.Noun when !(found.Count > 0 && found[^1].Content[^1].Contains(_words[i].Span)) => OfNoun(i, sentence) ?? _unheld.InDocument(i, sentence, _taken),
                    Upos.Adj => OfAdjective(i, sentence),
                    _ => null,
                };
                if (stance is not null)
                    found.Add(stance);
            }
        }
        found.Sort((a, b) => a.Cue.CompareTo(b.Cue));
        return found;
    }

    private Stance? OfVerb(int verb, Sentence sentence)
    {
        foreach (var (kind, frames) in StanceWords.Verbs.Of(_words[verb].Lemma))
        {
            var passive = _tree.Child(verb, "nsubj:pass");
            var holder = passive >= 0 ? _holders.Agent(verb, "obl", "by") : _subjects.Of(verb);
            if (holder < 0 || !_holders.CanActInWords(holder, _words[verb].Lemma) || CarriesNoun(verb))
                return null;
            foreach (var frame in frames)
            {
                var rule = passive >= 0 ? "stance-passive" : frame.HasObject ? "stance-object" : "stance-phrase";
                if (_complements.Content(verb, frame, passive) is var (content, cueEnd) && _maker.Make([content], _maker.FirstOfCue(verb, sentence), verb, cueEnd, holder, kind, sentence, rule) is { } stance)
                    return stance;
            }
        }
        return null;
    }

    // "voiced support for the wall": the support is the stance
    private bool CarriesNoun(int verb) =>
        _complements.Object(verb) is >= 0 and var noun && StanceWords.Nouns.Of(_words[noun].Lemma).Count > 0 && _holders.LightVerb(noun) == verb;

    private Stance? OfNoun(int noun, Sentence sentence)
    {
        foreach (var (kind, frames) in StanceWords.Nouns.Of(_words[noun].Lemma))
        {
            var holder = _holders.OfNoun(noun);
            if (holder < 0 || !_holders.CanHold(holder))
                return null;
            foreach (var frame in frames)
            {
                var light = _holders.LightVerb(noun);
                // "expressed support | for a meeting": the phrase may hang on the verb
                if ((Complement(noun, frame) ?? (light >= 0 ? _complements.Phrase(light, frame.Words, noun) : null)) is not var (content, cueEnd))
                    continue;
                return _maker.Make([content], light >= 0 ? _maker.FirstOfCue(light, sentence) : _words[noun].Span.Start, noun, cueEnd, holder, kind, sentence, "stance-noun");
            }
        }
        return null;
    }

    private (Span Content, int CueEnd)? Complement(int word, StanceFrame frame) => frame.Words[0] switch
    {
        StanceFrame.Infinitive => _complements.InfinitiveOf(word),
        StanceFrame.Clause => _complements.ClauseOf(word),
        _ => _complements.Phrase(word, frame.Words),
    };

    private Stance? OfAdjective(int adjective, Sentence sentence)
    {
        if (_words[adjective].Upos is Upos.Verb && _words[adjective].Xpos is not "VBN")
            return null;
        foreach (var (kind, frames) in StanceWords.Adjectives.Of(_words[adjective].Upos is Upos.Verb ? _document.Slice(_words[adjective].Span).ToLowerInvariant() : _words[adjective].Lemma))
        {
            var holder = _tree.Child(adjective, "nsubj:pass") is >= 0 and var passive ? passive : _subjects.Of(adjective);
            if (holder < 0 || !_holders.CanHold(holder))
                return null;
            foreach (var frame in frames)
            {
                if (Complement(adjective, frame) is var (content, cueEnd))
                    return _maker.Make([content], _maker.FirstOfCue(adjective, sentence), adjective, cueEnd, holder, kind, sentence, "stance-adjective");
            }
        }
        return null;
    }
}
