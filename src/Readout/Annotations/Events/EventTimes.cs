using Readout.Text;

namespace Readout.Annotations;

/// <summary>Whether a time expression may say when an event is, by the clauses of the tree.</summary>
internal static class EventTimes
{
    /// <summary>
    /// False where a clause of another verb stands between: "a parade slated for Monday, marking the end of the war" does not date
    /// the end, nor "it follows a call in June" what follows.
    /// </summary>
    /// <param name="words">Of the document.</param>
    /// <param name="tree">Of these words.</param>
    /// <param name="word">The event's word.</param>
    /// <param name="time">Place of the time expression.</param>
    public static bool MayBelong(IReadOnlyList<Word> words, WordTree tree, int word, Span time)
    {
        var above = new HashSet<int>();
        for (var at = word; at >= 0; at = words[at].Head)
            above.Add(at);
        var first = tree.WordFrom(time.Start);
        if (first >= words.Count)
            return true;
        var crossed = false;
        var last = -1;
        var meeting = first;
        for (; meeting >= 0 && !above.Contains(meeting); meeting = words[meeting].Head)
        {
            // "speculation about a summit follows a call in June": the call was in June
            last = meeting;
            crossed |= OpensClause(words, meeting) || (words[meeting].Upos is Upos.Noun && !time.Contains(words[meeting].Span) && PredicateClasses.Of(words[meeting].Lemma) is not null);
        }
        // parsers cut long sentences in two
        if (meeting < 0)
            return true;
        // "the trial, scheduled for Monday": what tells of the event's own word is its own
        if (meeting == word)
            return !crossed || words[last].Relation is "acl" or "acl:relcl" or "nmod";
        for (var at = word; at != meeting; at = words[at].Head)
        {
            // "the last time they met was in June"
            if (words[at].Relation is "acl:relcl" && words[words[at].Head].Lemma is "time" or "day" or "date" or "occasion" or "moment" or "year" or "month" or "week")
                continue;
            if (OpensClause(words, at))
                return !crossed && words[at].Relation is "ccomp" or "xcomp" or "conj";
        }
        return !crossed;
    }

    private static bool OpensClause(IReadOnlyList<Word> words, int word) =>
        words[word].Relation is "advcl" or "acl" or "acl:relcl" or "ccomp" or "csubj" or "parataxis" || (words[word].Relation is "conj" && words[word].Upos is Upos.Verb);
}
