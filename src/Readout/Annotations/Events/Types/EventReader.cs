namespace Readout.Annotations;

/// <summary>
/// Reads from a tree what a word says happened: the word with its arguments first, then what the verbs above and the
/// auxiliaries and negations beside it make of that. "Talks", "held talks", "agreed to hold talks" and "refused to hold
/// talks" are of different types.
/// </summary>
internal sealed class EventReader(Document document, WordTree tree)
{
    private readonly IReadOnlyList<Word> _words = document.Words;
    private readonly EventArguments _arguments = new(document.Words, tree);
    private readonly Dictionary<int, EventReading?> _read = [];
    private readonly Stack<List<int>> _lists = new();

    public EventArguments Arguments => _arguments;

    /// <summary>What a word says happened; null where no list has it.</summary>
    public EventReading? Read(int word)
    {
        if (_read.TryGetValue(word, out var known))
            return known;
        // a word that is asked of while it is being read says nothing yet
        _read[word] = null;
        var found = ByFrames(word);
        if (_words[word].Upos is Upos.Verb or Upos.Adj or Upos.Noun)
            found = EventMood.Apply(_words, tree, word, found);
        return _read[word] = found;
    }

    private EventReading? ByFrames(int word)
    {
        var lemma = _words[word].Lemma;
        return _words[word] switch
        {
            { Upos: Upos.Verb } when IsInProtest(word) => new EventReading("protest", "PROTEST", word),
            { Upos: Upos.Verb } verb => First(word, VerbFrames(verb, lemma)) ?? (verb.Xpos is "VBN" or "VBG" ? First(word, EventFrames.Adjective(lemma)) : null),
            { Upos: Upos.Aux } => First(word, EventFrames.Verb(lemma)),
            // "staged a rally": whatever the tagger takes the object for
            { Upos: Upos.Noun or Upos.Propn } or { Relation: "obj" or "nsubj", Upos: Upos.Adv or Upos.X } => First(word, EventFrames.Noun(lemma) ?? (_arguments.Singular(word) is { } singular ? EventFrames.Noun(singular) : null)),
            { Upos: Upos.Adj } => First(word, EventFrames.Adjective(lemma)) ?? First(word, EventFrames.Noun(lemma)),
            _ => null,
        };
    }

    // "closed their shops in protest": whatever they did
    private bool IsInProtest(int word)
    {
        var children = tree.Children(word);
        for (var i = 0; i < children.Count; i++)
        {
            if (_words[children[i]] is { Lemma: "protest", Relation: "obl" } && _arguments.Case(children[i]) is "in")
                return true;
        }
        return false;
    }

    // The lemmatizer guesses at forms it has not seen.
    private EventFrame[]? VerbFrames(Word verb, string lemma)
    {
        if (EventFrames.Verb(lemma) is { } frames)
            return frames;
        foreach (var guess in Inflection.Lemmas(document.Slice(verb.Span).ToLowerInvariant()))
        {
            if (EventFrames.Verb(guess) is { } guessed)
                return guessed;
        }
        return null;
    }

    private EventReading? First(int word, EventFrame[]? frames)
    {
        if (frames is null)
            return null;
        foreach (var frame in frames)
        {
            if (Holds(word, frame) && Take(word, frame.Type) is { } reading)
                return reading;
        }
        return null;
    }

    private EventReading? Take(int word, string type)
    {
        if (type[0] != '=')
            return new EventReading(type, EventTypes.Of(type)?.Plover, word);
        var clause = _arguments.Clause(word);
        if (type == EventFrames.Doing)
            return ByArguments(word, FrameSlot.Object, null) ?? (clause >= 0 ? Read(clause) : null)
                ?? ByArguments(word, FrameSlot.Phrase, "in") ?? ByArguments(word, FrameSlot.Phrase, "on") ?? ByArguments(word, FrameSlot.Phrase, "to")
                ?? ByArguments(word, FrameSlot.Subject, null);
        if (clause < 0)
            return null;
        var content = Read(clause);
        if (type == EventFrames.Saying)
            return EventMood.IsDuty(_words, tree, clause) && (content?.Plover is null || EventMood.IsFriendly(content.Value.Plover))
                ? new EventReading("demand", "DEMAND", word)
                : content;
        return EventMood.Intended(_words, tree, word, content, EventMood.IsNegated(_words, tree, clause));
    }

    // The first event among the nouns of a slot.
    private EventReading? ByArguments(int word, FrameSlot slot, string? preposition)
    {
        var (places, nouns) = (Rent(), Rent());
        _arguments.Fill(places, word, slot, preposition);
        foreach (var place in places)
            _arguments.Nouns(nouns, place);
        EventReading? found = null;
        for (var i = 0; i < nouns.Count && found is null; i++)
        {
            // "suspected militants" are no event
            if (!IsModifier(nouns[i]) && Read(nouns[i]) is { Plover: not null } reading)
                found = reading;
        }
        Return(places);
        Return(nouns);
        return found;
    }

    private bool Holds(int word, EventFrame frame)
    {
        foreach (var choice in frame.Tests)
        {
            var holds = false;
            for (var i = 0; i < choice.Length && !holds; i++)
                holds = Fits(word, choice[i]) != choice[i].Not;
            if (!holds)
                return false;
        }
        return true;
    }

    private bool Fits(int word, FrameTest test)
    {
        if (test.Slot is FrameSlot.Below)
            return HasBelow(word, test);
        var places = Rent();
        _arguments.Fill(places, word, test.Slot, test.Word);
        var fits = test.IsBare ? places.Count > 0
            : test.Slot is FrameSlot.Clause ? places.Count > 0 && IsOf(test, places[0])
            : Any(test, places);
        Return(places);
        return fits;
    }

    private bool Any(FrameTest test, List<int> places)
    {
        var nouns = Rent();
        foreach (var place in places)
            _arguments.Nouns(nouns, place);
        var found = false;
        for (var i = 0; i < nouns.Count && !found; i++)
            found = Has(test, nouns[i]) || IsOf(test, nouns[i]);
        Return(nouns);
        return found;
    }

    private bool IsModifier(int word) => _words[word] is { Relation: "amod", Upos: Upos.Verb, Xpos: "VBN" };

    private bool IsOf(FrameTest test, int word) =>
        test.Plover.Length > 0 && !IsModifier(word) && Read(word)?.Plover is { } plover && Array.IndexOf(test.Plover, plover) >= 0;

    private bool Has(FrameTest test, int word) =>
        test.Lemmas.Contains(_words[word].Lemma) || (_arguments.Singular(word) is { } singular && test.Lemmas.Contains(singular));

    private bool HasBelow(int word, FrameTest test)
    {
        if (Has(test, word))
            return true;
        var children = tree.Children(word);
        for (var i = 0; i < children.Count; i++)
        {
            if (HasBelow(children[i], test))
                return true;
        }
        return false;
    }

    private List<int> Rent() => _lists.TryPop(out var list) ? list : [];

    private void Return(List<int> list)
    {
        list.Clear();
        _lists.Push(list);
    }
}
