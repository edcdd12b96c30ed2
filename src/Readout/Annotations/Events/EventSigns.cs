using Readout.Text;

namespace Readout.Annotations;

/// <summary>Collects what the words above an event say of it.</summary>
internal sealed class EventSigns(Document document, WordTree tree)
{
    private readonly IReadOnlyList<Word> _words = document.Words;
    private readonly EventTenses _tenses = new(document, tree);

    /// <summary>What the governors, the auxiliaries and "are to" say; null for nothing.</summary>
    public EventSign? Of(EventPath path)
    {
        EventSign? result = null;
        foreach (var step in path.Steps)
        {
            if (step.Sense is EventSense.None && !(step.Opposite is EventSense.OrNot or EventSense.Uncertain))
                continue;
            var words = step.IsModifier ? _words[step.Word].Span : WithAuxiliaries(step.Word);
            var sense = IsUnreal(step.Word) && !step.IsModifier ? EventSenses.Undone(step.Sense) : step.Sense;
            var found = new EventSign(sense, step.Opposite, words, "governor");
            result = result is { } inner ? EventSign.Compose(inner, found) : found;
            // "could postpone the visit", "may be facilitating a summit"
            if (!step.IsModifier && _tenses.Modal(step.Word) is >= 0 and var modal && _tenses.Form(modal) is "could" or "may" or "might" && !IsUnreal(step.Word) && result.Value.Opposite is not (EventSense.OrNot or EventSense.Mooted or EventSense.Uncertain))
                result = new EventSign(EventSenses.IsEnd(result.Value.Sense) ? EventSense.Uncertain : EventSense.Mooted, EventSense.None, words, "governor");
        }
        if (result is null or { Sense: EventSense.None or EventSense.Said or EventSense.Passes } && path.Carriers.Select(BeTo).FirstOrDefault(f => f is not null) is { } arranged)
            result = arranged;
        var auxiliary = Auxiliary(path);
        if (result is null or { Sense: EventSense.None or EventSense.Said or EventSense.Passes } && auxiliary >= 0)
            result = new EventSign(_tenses.Form(auxiliary) is "could" or "may" or "might" ? EventSense.Mooted : EventSense.Proposed, EventSense.None, _words[auxiliary].Span, "auxiliary");
        return result is { Sense: EventSense.None or EventSense.Said or EventSense.Passes } ? null : result;
    }

    /// <summary>What phrases of several words say in the event's part of the sentence; null for nothing.</summary>
    public EventSign? Phrase(EventPath path)
    {
        var tokens = EventScope.Tokens(document, tree, path);
        return StatusCues.Read(document, tokens, 0, tokens.Count, _words[path.Event].Span) is { } cue ? new EventSign(cue.Sense, EventSense.None, WithModal(cue.Words), "status-cue") : null;
    }

    // "could be | on the cards": the modal and "be" belong to the hedge
    private Span WithModal(Span cue)
    {
        var first = tree.WordFrom(cue.Start);
        var be = first - 1;
        return be > 0 && _words[be].Lemma is "be" && _words[be - 1].Xpos is "MD" && tree.IsInSentence(be - 1, first) ? new Span(_words[be - 1].Span.Start, cue.End) : cue;
    }

    // The words of a governor: "is not expected", "cannot rule out".
    private Span WithAuxiliaries(int governor)
    {
        int first = governor, last = governor;
        while (first > 0 && _words[first - 1].Head == governor && _words[first - 1].Relation is "aux" or "aux:pass" or "cop" or "advmod")
            first--;
        if (last + 1 < _words.Count && _words[last + 1].Head == governor && _words[last + 1].Relation is "compound:prt")
            last++;
        return new Span(_words[first].Span.Start, _words[last].Span.End);
    }

    /// <summary>"may", "could", "should" of the event or of what carries it; −1 for none.</summary>
    public int Auxiliary(EventPath path)
    {
        foreach (var carrier in path.Carriers)
        {
            if (_tenses.Modal(carrier) is >= 0 and var modal && _tenses.Form(modal) is "could" or "may" or "might" or "should" or "must" or "ought"
                && !(_tenses.Form(modal) is "may" && modal == 0))
                return modal;
        }
        return -1;
    }

    // "are to meet": arranged; "were to have met": it came to nothing; "is still to be signed": not yet
    private EventSign? BeTo(int word)
    {
        int be = -1, to = -1;
        bool have = false, still = false;
        foreach (var child in tree.Children(word))
        {
            if (child > word)
                break;
            if (_words[child].Lemma is "be" && to < 0 && _words[child].Relation is "aux" or "aux:pass" or "cop")
                be = child;
            to = be >= 0 && _words[child].Lemma is "to" && _words[child].Relation is "mark" ? child : to;
            have |= to >= 0 && _words[child].Lemma is "have";
            still |= _words[child].Lemma is "still" or "yet";
        }
        if (to < 0)
            return null;
        var sense = have ? EventSense.Denied : still ? EventSense.NotYet : EventSense.Scheduled;
        return new EventSign(sense, EventSense.None, new Span(_words[be].Span.Start, _words[to].Span.End), "be-to");
    }

    // "had hoped to meet", "could have been prevented"
    private bool IsUnreal(int governor)
    {
        var have = -1;
        foreach (var child in tree.Children(governor))
        {
            if (child < governor && _words[child].Relation is "aux" && _words[child].Lemma is "have")
                have = child;
        }
        if (have < 0)
            return false;
        if (_words[have].Xpos is "VBD" && _words[governor].Lemma is "hope" or "plan" or "intend" or "want" or "mean")
            return true;
        return _tenses.Modal(governor) is >= 0 and var modal && _tenses.Form(modal) is "could" or "would" or "should" or "might";
    }
}
