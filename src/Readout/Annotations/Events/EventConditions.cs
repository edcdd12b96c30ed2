using Readout.Text;

namespace Readout.Annotations;

/// <summary>What an event depends on: "if …", "should the court agree", "depends on …", "would require …".</summary>
internal sealed class EventConditions(Document document, WordTree tree)
{
    private const int LongestNeed = 30;

    private readonly IReadOnlyList<Word> _words = document.Words;
    private readonly EventNegation _negation = new(document.Words, tree);
    private int _sentence = -1;
    private List<Conditions.Found> _found = [];

    /// <summary>The condition of an event; whether the event stands inside it; whether the words leave no doubt that the event hangs on it; whether they only tell what it would need.</summary>
    public (Span? Condition, bool IsInside, bool IsSure, bool IsNeed) Of(EventPath path, int sentence)
    {
        if (sentence != _sentence)
            (_sentence, _found) = (sentence, Conditions.All(document, tree, sentence));
        foreach (var word in path.Spine.Append(path.LastHow is 's' or 'o' or 'c' ? path.Last : -1))
        {
            if (word >= 0 && Depends(word, path) is { } needed)
                return (needed.Span, false, true, needed.IsNeed);
        }
        var place = _words[path.Event].Span;
        foreach (var found in _found)
        {
            if (found.Kind is not "until" && found.Span.Contains(place))
                return (found.Span, true, false, false);
        }
        foreach (var found in _found)
        {
            // only "not … until" makes a condition of a time
            if (found.Kind is "until" && found.Span.Contains(place) || found.Kind is "until" && !path.Spine.Any(_negation.Of))
                continue;
            if (Governs(found, path))
                return (found.Span, false, false, false);
        }
        return (null, false, false, false);
    }

    // A condition holds for the clause it hangs on and what that clause says; where the tree does not tell, for the main clause.
    private bool Governs(Conditions.Found found, EventPath path)
    {
        for (var at = path.Event; at >= 0; at = _words[at].Head)
        {
            if (at == found.Holder)
                return true;
            if (at != found.Root && (_words[at].Relation is "acl:relcl" || (_words[at].Relation is "advcl" && found.Holder >= 0)))
                return false;
            if (_words[at].Relation is "conj" && tree.Child(at, "nsubj") >= 0 && found.Holder >= 0)
                return false;
        }
        return found.Holder < 0;
    }

    // "depends on the weather", "is subject to approval", "would require the consent of …"
    private (Span Span, bool IsNeed)? Depends(int word, EventPath path)
    {
        var lemma = _words[word].Lemma;
        foreach (var child in tree.Children(word))
        {
            if (child < word)
                continue;
            var (first, _) = tree.Extent(child);
            if (lemma is "require" or "need" && IsWould(word) && _words[child].Relation is "obj" && path.Event < word && path.Event != word)
                return (Trimmed(first), true);
            if (_words[child].Relation is "obl" or "nmod" or "xcomp" or "advcl" or "ccomp" && IsDependence(word, _words[first].Lemma))
                return (Trimmed(word), false);
        }
        return null;
    }

    // what generally needs something is no event: "a merger needs approval"
    private bool IsWould(int verb) => tree.Child(verb, "aux") is >= 0 and var aux && _words[aux].Lemma is "would" or "will";

    private bool IsDependence(int word, string preposition)
    {
        if (preposition is not ("on" or "upon" or "to"))
            return false;
        foreach (var lemma in Inflection.Lemmas(document.Slice(_words[word].Span).ToLowerInvariant()).Prepend(_words[word].Lemma))
        {
            if (preposition is "to" ? lemma is "subject" : lemma is "depend" or "hinge" or "contingent" or "conditional" or "dependent")
                return true;
        }
        return false;
    }

    private Span Trimmed(int first)
    {
        // up to the next mark: what a parser hangs on behind it is doubtful, and what it leaves out before it belongs
        var end = first + 1;
        while (end < _words.Count && _words[end].Upos is not Upos.Punct && end - first < LongestNeed)
            end++;
        return new Span(_words[first].Span.Start, _words[Math.Max(first, end - 1)].Span.End);
    }
}
