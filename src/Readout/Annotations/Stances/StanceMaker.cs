using Readout.Text;

namespace Readout.Annotations;

/// <summary>Puts a stance together: the words of its cue, who holds it, and whether the text tells it as so.</summary>
internal sealed class StanceMaker(Document document, WordTree tree, ClauseSubjects subjects)
{
    private readonly IReadOnlyList<Word> _words = document.Words;

    /// <param name="content">What it is about, in order.</param>
    /// <param name="cueStart">Where the cue begins in the text.</param>
    /// <param name="word">The verb, noun or adjective.</param>
    /// <param name="cueEnd">Where its preposition ends; 0 without one.</param>
    /// <param name="holder">The word that names who holds it; −1 for nobody.</param>
    /// <returns>Null where there is no content, or it would contain its holder.</returns>
    public Stance? Make(
        IReadOnlyList<Span> content, int cueStart, int word, int cueEnd, int holder, StanceKind kind, Sentence sentence, string rule)
    {
        Span? phrase = holder >= 0 ? subjects.WordsWithPronoun(holder) : null;
        if (content.Count == 0 || (phrase is { } place && content.Any(c => c.Overlaps(place))))
            return null;
        var cue = new Span(cueStart, Math.Max(cueEnd, _words[word].Span.End));
        return new Stance(content, cue, phrase is { } named ? subjects.Entity(holder, named) : null, phrase, kind, Polarity(word, sentence), rule);
    }

    private StancePolarity Polarity(int verb, Sentence sentence)
    {
        var open = _words[sentence.EndWord - 1].Lemma is "?";
        for (var at = verb; ; at = _words[at].Head)
        {
            foreach (var child in tree.Children(at))
            {
                if (child > at)
                    break;
                if (subjects.IsNegation(child))
                    return StancePolarity.No;
                open |= _words[child].Xpos is "MD" || (_words[child].Relation is "mark" && _words[child].Lemma is "if" or "whether" or "unless");
            }
            if (_words[at].Relation is not "xcomp" || _words[at].Head < 0)
                return open ? StancePolarity.Open : StancePolarity.Yes;
            // "refused to back", "wants to back"
            if (ImplicativeWords.FailingVerbs.Contains(_words[_words[at].Head].Lemma))
                return StancePolarity.No;
            open |= !ImplicativeWords.AspectVerbs.Contains(_words[_words[at].Head].Lemma);
        }
    }

    /// <summary>Where the auxiliaries and adverbs right before a verb begin.</summary>
    public int FirstOfCue(int verb, Sentence sentence)
    {
        var first = verb;
        while (first > sentence.FirstWord && _words[first - 1].Head == verb && _words[first - 1].Relation is "aux" or "advmod" or "aux:pass" or "mark" or "cop")
            first--;
        return _words[first].Span.Start;
    }
}
