namespace Readout.Annotations;

/// <summary>When a clause places what it tells; Open: an infinitive, or a modal that leaves it open.</summary>
internal enum EventTense { Past, Present, Future, Open }

/// <summary>Tense of events and of verbs, from their forms and auxiliaries.</summary>
internal sealed class EventTenses(Document document, WordTree tree)
{
    private readonly IReadOnlyList<Word> _words = document.Words;

    /// <summary>A word as it is written, in lower case: "should" may be lemmatised as "shall".</summary>
    public string Form(int word) => document.Slice(_words[word].Span).ToLowerInvariant();

    /// <summary>The modal auxiliary of a verb; −1 for none.</summary>
    public int Modal(int word)
    {
        foreach (var child in tree.Children(word))
        {
            if (child < word && _words[child].Relation is "aux" && _words[child].Xpos is "MD")
                return child;
        }
        return -1;
    }

    /// <summary>Of an event: by its first carrier that is a verb.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="holdsCondition">A condition hangs on it: a noun then stands in the tense of the clause that the condition hangs on.</param>
    public EventTense Of(EventPath path, bool holdsCondition)
    {
        var isNoun = true;
        foreach (var carrier in path.Carriers)
        {
            if (_words[carrier].Upos is not (Upos.Verb or Upos.Aux))
            {
                // "would be her first visit"
                if (Of(carrier) is { } copula && copula is EventTense.Future or EventTense.Open)
                    return copula;
                continue;
            }
            isNoun = false;
            if (Of(carrier) is { } tense)
                return tense;
        }
        // "would consider a meeting if …": as the clause that the condition hangs on
        for (var at = _words[path.Event].Head; isNoun && holdsCondition && at >= 0; at = _words[at].Head)
        {
            if (Of(at) is { } above)
                return above;
        }
        // what a noun names is told as over, an infinitive without a governor as an aim
        return isNoun ? EventTense.Past : EventTense.Open;
    }

    /// <summary>Of a verb or another predicate; null where its form does not tell.</summary>
    public EventTense? Of(int verb)
    {
        EventTense? tense = null;
        // "is going to visit"
        if (_words[verb].Lemma is "go" && _words[verb].Xpos is "VBG" && tree.Child(verb, "xcomp") >= 0 && tree.Child(verb, "aux") is >= 0 and var be && _words[be].Xpos is "VBZ" or "VBP")
            return EventTense.Future;
        foreach (var child in tree.Children(verb))
        {
            if (child > verb || _words[child].Relation is not ("aux" or "aux:pass" or "cop"))
                continue;
            var auxiliary = _words[child];
            if (auxiliary.Xpos is "MD")
                return Form(child) is "will" or "would" or "shall" or "wo" or "'ll" or "'d" ? EventTense.Future : EventTense.Open;
            if (auxiliary.Lemma is "have")
                return EventTense.Past;
            if (auxiliary.Xpos is "VBD" or "VBN")
                tense = EventTense.Past;
            else
                tense ??= EventTense.Present;
        }
        if (tense is not null)
            return tense;
        return _words[verb].Xpos switch
        {
            "VBD" or "VBN" => EventTense.Past,
            "VBZ" or "VBP" => EventTense.Present,
            // "sank, drowning nine": as the clause it hangs on
            "VBG" => _words[verb].Head is >= 0 and var head && _words[head].Upos is Upos.Verb ? Of(head) ?? EventTense.Present : EventTense.Present,
            _ => null,
        };
    }
}
