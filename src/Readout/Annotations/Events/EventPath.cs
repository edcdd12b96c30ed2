namespace Readout.Annotations;

/// <summary>
/// The words above an event in its tree that speak about it: from the event to the first word that says nothing of it. Others in
/// the sentence may be hedged, denied or planned without it.
/// </summary>
internal sealed class EventPath
{
    private readonly IReadOnlyList<Word> _words;
    private readonly WordTree _tree;
    private readonly EventNegation _negation;
    private readonly EventLinks _links;
    private readonly List<Step> _steps = [];
    private readonly List<int> _carriers = [];

    /// <summary>A word that says something of the event.</summary>
    /// <param name="Word">The governor.</param>
    /// <param name="Sense">What it says of the event, its own negation counted in.</param>
    /// <param name="Opposite">What it would say where it is negated.</param>
    /// <param name="IsModifier">It stands beside the event or a carrier ("the planned visit", "reportedly met").</param>
    public readonly record struct Step(int Word, EventSense Sense, EventSense Opposite, bool IsModifier);

    public EventPath(Document document, WordTree tree, int word)
    {
        (_words, _tree, Event) = (document.Words, tree, word);
        _links = new EventLinks(document, tree);
        _negation = new EventNegation(_words, tree);
        _carriers.Add(word);
        Modifiers(word);
        Auxiliaries(word);
        Climb(word);
    }

    /// <summary>The word that names the event.</summary>
    public int Event { get; }

    /// <summary>What the governors say, the nearest first.</summary>
    public IReadOnlyList<Step> Steps => _steps;

    /// <summary>The event and the words that only carry it ("took place"): how they stand, it stands.</summary>
    public IReadOnlyList<int> Carriers => _carriers;

    /// <summary>The topmost word reached.</summary>
    public int Top { get; private set; }

    /// <summary>A governor outside the list that the walk ended on: its own words may still say something of the event; −1 for none.</summary>
    public int Last { get; private set; } = -1;

    /// <summary>How the event hangs on <see cref="Last"/>.</summary>
    public char LastHow { get; private set; }

    /// <summary>The clause whose mark makes the event a condition or a question of yes or no; −1 for none.</summary>
    public int Marked { get; private set; } = -1;

    /// <summary>The mark of <see cref="Marked"/>, in lower case.</summary>
    public string Mark { get; private set; } = "";

    /// <summary>The event, its carriers and its governors: where conditions and cues may hang.</summary>
    public IEnumerable<int> Spine => _carriers.Concat(_steps.Where(s => !s.IsModifier).Select(s => s.Word));

    private void Climb(int word)
    {
        var at = word;
        var carries = true;
        for (var depth = 0; depth < 24; depth++)
        {
            Top = at;
            var relation = _words[at].Relation;
            var head = _words[at].Head;
            NoteMark(at);
            if (head < 0 || relation is "root" or "parataxis" or "appos" or "vocative" or "discourse" or "dislocated")
                return;
            if (relation is "conj")
            {
                // "will meet and sign": the second stands as the first does, unless it has a subject or tense of its own
                if (Finite(at) && _tree.Child(at, "nsubj") >= 0)
                    return;
                if (carries && !Finite(at) && _words[head].Upos == _words[at].Upos)
                    _carriers.Add(head);
                at = head;
                continue;
            }
            if (_links.How(at, head, relation) is not { } how)
                return;
            // "remains elusive": the adjective says it
            if (how is 's' && _tree.Child(head, "xcomp") is >= 0 and var state && _words[state].Upos is Upos.Adj && _links.Entry(state, 's') is not null)
                head = state;
            if (how is 's' && _links.Raised(head) is >= 0 and var raised)
            {
                // "the talks are due to start"
                if (carries)
                    _carriers.Add(raised);
                at = raised;
                continue;
            }
            if (EntryOf(at, head, how) is not { } known)
            {
                (Last, LastHow) = (head, how);
                // "whether sanctions were in the works"
                if (how is 's')
                    NoteMark(head);
                Adverbs(head);
                return;
            }
            var sense = _negation.Of(head) ? known.Negated : known.Sense;
            if (known.Sense is EventSense.Passes && carries)
            {
                _carriers.Add(head);
                Modifiers(head);
            }
            else
            {
                carries = false;
                Adverbs(head);
                // "possible venues for a meeting"
                if (known.Sense is EventSense.None && _words[head].Upos is Upos.Noun)
                    Modifiers(head);
                _steps.Add(new Step(head, sense, known.Negated, false));
            }
            at = head;
        }
    }

    // The list tells apart clauses with a wish and clauses with what their speaker will do.
    private EventGovernors.Entry? EntryOf(int at, int head, char how)
    {
        if (how is 'c' && (_links.IsSubjunctive(at, head) ? _links.Entry(head, 'b') : _links.IsOwnIntent(at) ? _links.Entry(head, 'i') : null) is { } special)
            return special;
        return _links.Entry(head, how);
    }

    // "if the envoys meet", "whether to meet"
    private void NoteMark(int at)
    {
        if (Marked >= 0)
            return;
        foreach (var child in _tree.Children(at))
        {
            if (child < at && _words[child].Relation is "mark" && _words[child].Lemma is "if" or "whether" or "unless" && !(child > 0 && _words[child - 1].Lemma is "as"))
            {
                (Marked, Mark) = (at, _words[child].Lemma);
                return;
            }
        }
    }

    private bool Finite(int word) =>
        _words[word].Xpos is "VBD" or "VBZ" or "VBP" || _tree.Children(word).Any(c => _words[c].Relation is "aux" or "aux:pass" or "cop" && _words[c].Xpos is "MD" or "VBD" or "VBZ" or "VBP");

    // "denies having met": the parser may take the verb for an auxiliary.
    private void Auxiliaries(int word)
    {
        foreach (var child in _tree.Children(word))
        {
            if (child < word && _words[child].Relation is "aux" && _words[child].Lemma is not ("be" or "have" or "do" or "get") && EventGovernors.Of(_words[child].Lemma, 'v', 'x') is { } known)
                _steps.Add(new Step(child, _negation.Of(word) ? known.Negated : known.Sense, known.Negated, false));
        }
    }

    private void Modifiers(int word)
    {
        foreach (var child in _tree.Children(word))
        {
            if (_words[child].Relation is not ("amod" or "advmod" or "compound"))
                continue;
            var lemma = _words[child].Lemma;
            var kind = _words[child].Relation is "advmod" ? 'r' : 'a';
            // "planned" may be lemmatised as its verb
            var entry = EventGovernors.Of(lemma, kind, 'm') ?? (kind is 'a' ? EventGovernors.Of(_links.Form(child), 'a', 'm') : null);
            if (entry is { } known)
                _steps.Add(new Step(child, known.Sense, known.Negated, true));
        }
    }

    // "is reportedly close to a deal"
    private void Adverbs(int word)
    {
        foreach (var child in _tree.Children(word))
        {
            if (_words[child].Relation is "advmod" && EventGovernors.Of(_words[child].Lemma, 'r', 'm') is { } known)
                _steps.Add(new Step(child, known.Sense, known.Negated, true));
        }
    }
}
