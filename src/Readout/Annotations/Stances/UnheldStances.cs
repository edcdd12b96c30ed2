using Readout.Languages;
using Readout.Text;

namespace Readout.Annotations;

/// <summary>What a text gives as so and leaves to nobody ("is expected to", "seems likely", a question without an asker), or to a poll.</summary>
internal sealed class UnheldStances(Document document, WordTree tree, StanceComplements complements, StanceHolders holders, StanceMaker maker)
{
    private static readonly HashSet<string> s_polls = ["poll", "survey", "study", "tally", "census", "questionnaire"];

    private readonly IReadOnlyList<Word> _words = document.Words;

    public Stance? OfVerb(int verb, Sentence sentence) => Asked(verb, sentence) ?? Impersonal(verb, sentence) ?? Seeming(verb, sentence);

    // "Asked about the toll, she …", "was asked whether …"
    private Stance? Asked(int verb, Sentence sentence)
    {
        if (_words[verb].Lemma is not ("ask" or "press" or "question" or "quiz") || _words[verb].Xpos is not ("VBN" or "VBD") || tree.Child(verb, "nsubj") >= 0 || tree.Child(verb, "obj") >= 0)
            return null;
        if (_words[verb].Relation is "conj" && tree.Child(verb, "nsubj:pass") < 0)
            return null;
        if (complements.Phrase(verb, ["about"]) is var (about, end))
            return maker.Make([about], maker.FirstOfCue(verb, sentence), verb, end, -1, StanceKind.Asks, sentence, "stance-asked");
        foreach (var child in tree.Children(verb))
        {
            if (child < verb || _words[child].Relation is not ("ccomp" or "advcl" or "xcomp"))
                continue;
            var (first, last) = tree.Extent(child);
            if ((_words[first].Lemma is "if" or "whether" or "to" || _words[first].Xpos is "WRB" or "WP" or "WDT") && complements.Trim(first, last) is { } span)
                return maker.Make([span], maker.FirstOfCue(verb, sentence), verb, 0, -1, StanceKind.Asks, sentence, "stance-asked");
        }
        return null;
    }

    // "is expected to leave", "seems to agree": the page leaves it to nobody
    private Stance? Impersonal(int verb, Sentence sentence)
    {
        foreach (var (kind, frames) in StanceWords.Impersonal.Of(_words[verb].Lemma))
        {
            foreach (var frame in frames)
            {
                var isActive = frame.Words[0] is "active";
                var about = tree.Child(verb, isActive ? "nsubj" : "nsubj:pass");
                if (about < 0 || about > verb)
                    continue;
                var complement = frame.Words[0] is "as" ? complements.Phrase(verb, ["as"]) : complements.InfinitiveOf(verb);
                if (complement is not var (content, cueEnd))
                    continue;
                var (first, last) = complements.Noun(about);
                if (complements.Trim(first, last) is not { } subject)
                    continue;
                var agent = isActive ? -1 : holders.Agent(verb, "obl", "by");
                return maker.Make([subject, content], maker.FirstOfCue(verb, sentence), verb, cueEnd, agent, kind, sentence, "stance-impersonal");
            }
        }
        return null;
    }

    // "seemed likely", "appears headed for the port", "it seems that …"
    private Stance? Seeming(int verb, Sentence sentence)
    {
        if (_words[verb].Lemma is not ("seem" or "appear"))
            return null;
        var subject = tree.Child(verb, "nsubj");
        if (subject < 0)
            subject = tree.Child(verb, "expl");
        if (subject < 0 || subject > verb)
            return null;
        var isIt = _words[subject].Lemma is "it";
        foreach (var child in tree.Children(verb))
        {
            if (child < verb || _words[child].Relation is not ("xcomp" or "ccomp" or "csubj" or "advcl") || complements.Mark(child) is "to" or "because" or "when" or "while" or "after")
                continue;
            var (first, last) = tree.Extent(child);
            if (_words[first].Lemma is "that" or "like" or "as")
                first++;
            if (first <= last && complements.Trim(first, last) is { } clause)
            {
                var (low, high) = complements.Noun(subject);
                return isIt ? maker.Make([clause], maker.FirstOfCue(verb, sentence), verb, 0, -1, StanceKind.Sees, sentence, "stance-it-seems")
                    : complements.Trim(low, high) is { } about ? maker.Make([about, clause], maker.FirstOfCue(verb, sentence), verb, 0, -1, StanceKind.Sees, sentence, "stance-seems") : null;
            }
        }
        return null;
    }

    /// <summary>"In a poll, a third …", "polls in which a third …": the words are the poll's.</summary>
    public Stance? InDocument(int noun, Sentence sentence, bool[] taken)
    {
        // "leads in the polls" names none
        if (!s_polls.Contains(_words[noun].Lemma) || _words[noun].Xpos is "NNS" || _words[noun].Head is not (>= 0 and var head) || taken[head])
            return null;
        if (_words[noun].Relation.StartsWith("obl", StringComparison.Ordinal) && complements.Preposition(noun) is "in" && (tree.Child(head, "nsubj") >= 0 || tree.Child(head, "nsubj:pass") >= 0))
        {
            var (first, last) = tree.Extent(noun);
            var preposition = tree.Child(noun, "case");
            return maker.Make(Around(head, first, last), _words[preposition].Span.Start, preposition, 0, noun, StanceKind.Mentions, sentence, "stance-in-poll");
        }
        return null;
    }

    // A clause without some of its words.
    private List<Span> Around(int head, int withoutFirst, int withoutLast)
    {
        var (first, last) = tree.Extent(head);
        foreach (var child in tree.Children(head))
        {
            if (child > head && _words[child].Relation is "conj" or "parataxis" && child > withoutLast && (tree.Child(child, "nsubj") >= 0 || tree.Child(child, "nsubj:pass") >= 0))
            {
                last = Math.Min(last, tree.Extent(child).First - 1);
                break;
            }
        }
        var pieces = new List<Span>();
        if (first < withoutFirst && complements.Trim(first, withoutFirst - 1) is { } before)
            pieces.Add(before);
        if (withoutLast < last && complements.Trim(withoutLast + 1, last) is { } after)
            pieces.Add(after);
        return pieces;
    }
}
