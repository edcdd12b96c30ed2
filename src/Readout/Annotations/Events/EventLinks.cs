namespace Readout.Annotations;

/// <summary>How events hang on the words above them, and what the list of governors has for these.</summary>
internal sealed class EventLinks(Document document, WordTree tree)
{
    private readonly IReadOnlyList<Word> _words = document.Words;
    private readonly WordTree _tree = tree;
    private readonly EventNegation _negation = new(document.Words, tree);

    /// <summary>How an event hangs on the word above (see the list of governors); null where that word does not speak about it.</summary>
    public char? How(int at, int head, string relation)
    {
        var mark = Preposition(at);
        switch (relation)
        {
            case "xcomp":
                return _tree.Child(head, "obj") is >= 0 and var other && other < at || _tree.Child(head, "iobj") >= 0 ? 'w' : 'x';
            case "ccomp" or "csubj" or "csubj:pass":
                return mark is "to" or "for" && _tree.Child(at, "nsubj") >= 0 ? 'w' : 'c';
            case "acl:relcl" when _words[head].Upos is Upos.Noun && _tree.Children(at).Any(c => c < at && _words[c].Lemma is "that") && Entry(head, 'c') is not null && at > head + 1:
                return 'c';
            case "acl" when _words[head].Upos is Upos.Noun or Upos.Propn or Upos.Adj:
                return mark is "to" || _words[at].Xpos is "VBG" && mark is not null ? 'x' : mark is "that" or "whether" or "if" ? 'c' : null;
            case "advcl":
                if (mark is "to" && _words[head].Upos is Upos.Adj)
                    return 'x';
                return mark switch
                {
                    "from" => 'w',
                    "in" or "of" or "on" or "about" or "for" or "to" when _words[at].Xpos is "VBG" => 'x',
                    "to" when Entry(head, 'w') is not null => 'w',
                    "to" when Entry(head, 'x') is not null => 'x',
                    "if" or "whether" when AsksWhether(at, head) => 'c',
                    "that" => 'c',
                    null when _words[at].Xpos is "VBG" && _tree.Child(head, "compound:prt") >= 0 => 'x',
                    null when _tree.Children(at).Any(c => c < at && _words[c].Xpos is "WRB") && Entry(head, 'c') is { Negated: EventSense.OrNot } => 'c',
                    _ => null,
                };
            case "obj" or "iobj" or "nsubj:pass" or "compound":
                return 'o';
            case "nsubj" or "nsubj:outer":
                return 's';
            case "nmod" or "obl" or "obl:unmarked" or "obl:agent":
                return mark is "to" or "for" or "of" or "on" or "about" or "over" or "around" or "regarding" or "concerning" or null
                    || EventGovernors.OpensPhrase(_words[head].Lemma) && EventGovernors.Of($"{_words[head].Lemma} {mark}", EventGovernors.KindOf(_words[head].Upos), 'o') is not null ? 'o' : null;
            default:
                return null;
        }
    }

    /// <summary>"suggested that the two meet": a wish, no report.</summary>
    public bool IsSubjunctive(int at, int head) =>
        (_words[at].Xpos is "VB" || (_words[at].Xpos is "VBP" && _words[head].Xpos is "VBD" or "VBN")) && _tree.Child(at, "aux") < 0;

    /// <summary>"warned they would close the road": a threat, where "warned that the dam would burst" is none.</summary>
    public bool IsOwnIntent(int at) =>
        _tree.Child(at, "nsubj") is >= 0 and var subject && _words[subject].Upos is Upos.Pron && _tree.Child(at, "aux") is >= 0 and var aux && _words[aux].Xpos is "MD";

    /// <summary>"are due | to start", "is likely | to be held": the infinitive that carries the subject; −1 for none.</summary>
    public int Raised(int head)
    {
        var infinitive = _tree.Child(head, "xcomp") is >= 0 and var open ? open : _words[head].Upos is Upos.Adj ? _tree.Child(head, "advcl") : -1;
        if (infinitive < head || Preposition(infinitive) is not "to")
            return -1;
        var entry = Entry(infinitive, _tree.Child(infinitive, "aux:pass") >= 0 ? 'o' : 's');
        return entry is { Sense: EventSense.Passes } ? infinitive : -1;
    }

    private string? Preposition(int at)
    {
        foreach (var child in _tree.Children(at))
        {
            if (child < at && _words[child].Relation is "case" or "mark")
                return _words[child].Lemma;
        }
        return null;
    }

    // "asked if they had met": a question, no condition
    private bool AsksWhether(int at, int head) => at > head && EventGovernors.AsksWhether(_words[head], _negation.Of(head));

    /// <summary>What the list has for a governor on which an event hangs in one way; null where it has nothing.</summary>
    public EventGovernors.Entry? Entry(int head, char how)
    {
        var kind = EventGovernors.KindOf(_words[head].Upos);
        // the lemma first, then what the form may be: lemmas of rare verbs may be wrong
        foreach (var lemma in Inflection.Lemmas(Form(head)).Prepend(_words[head].Lemma))
        {
            foreach (var child in EventGovernors.OpensPhrase(lemma) ? _tree.Children(head) : [])
            {
                if (_words[child].Relation is "compound:prt" && EventGovernors.Of($"{lemma} {_words[child].Lemma}", kind, how) is { } phrasal)
                    return phrasal;
            }
            for (var next = head + 1; EventGovernors.OpensPhrase(lemma) && next < Math.Min(head + 3, _words.Count); next++)
            {
                if (_words[next].Upos is Upos.Adp or Upos.Adv or Upos.Adj && EventGovernors.Of($"{lemma} {_words[next].Lemma}", kind, how) is { } compound)
                    return compound;
            }
            // a participle may stand as an adjective, an adjective as a participle
            var entry = EventGovernors.Of(lemma, kind, how) ?? (kind is 'v' && _words[head].Xpos is "VBN" or "VBG" ? EventGovernors.Of(lemma, 'a', how) : null);
            if (entry is not null)
                return entry;
        }
        return null;
    }

    /// <summary>A word as it is written, in lower case.</summary>
    public string Form(int word) => document.Slice(_words[word].Span).ToLowerInvariant();
}
