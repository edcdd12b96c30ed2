using Readout.Text;

namespace Readout.Annotations;

/// <summary>
/// Reads off the tree how a sentence claims an event to be a fact: what its governors say of it, its auxiliaries, its negation, its
/// condition, its tense; and from phrases that no single word carries ("no date has been set for").
/// </summary>
internal sealed class EventModality(Document document, WordTree tree)
{
    private readonly IReadOnlyList<Word> _words = document.Words;
    private readonly EventNegation _negation = new(document.Words, tree);
    private readonly EventConditions _conditions = new(document, tree);
    private readonly EventTenses _tenses = new(document, tree);
    private readonly EventSigns _signs = new(document, tree);

    /// <summary>How an event is claimed to be a fact.</summary>
    /// <param name="Status">Where it stands; null for plain reports of the past and of what goes on.</param>
    /// <param name="Hedge">The words that carry the modality; null for plain statements.</param>
    /// <param name="Condition">What it depends on, or the condition that it stands in.</param>
    public readonly record struct Reading(ProspectStatus? Status, Modality Modality, Span? Hedge, Span? Condition, string Rule);

    /// <param name="word">The word that names the event.</param>
    /// <param name="sentence">Index of its sentence.</param>
    /// <param name="hasDay">Its time is one day.</param>
    /// <param name="rejected">The words around it that somebody denies; null for none.</param>
    public Reading Read(int word, int sentence, bool hasDay, Span? rejected = null)
    {
        var path = new EventPath(document, tree, word);
        var (condition, isInside, isSure, isNeed) = _conditions.Of(path, sentence);
        var sign = _signs.Of(path);
        if (rejected is { } denied && !IsBeside(path, denied) && !path.Steps.Any(s => s.Sense is EventSense.Denied or EventSense.OrNot || s.Opposite is EventSense.OrNot && s.Sense is EventSense.Uncertain))
            sign = EventSign.Reject(sign, _words[word].Span);
        var phrase = _signs.Phrase(path);
        if (phrase is { } said && (sign is not { } other || EventSenses.Rank(said.Sense) < EventSenses.Rank(other.Sense)))
            sign = phrase;
        var negated = path.Carriers.Any(_negation.Of);
        var tense = _tenses.Of(path, condition is not null);
        if (negated && sign is { Sense: EventSense.UnderWay })
            sign = null;
        if (condition is not null && !isInside)
        {
            var open = isSure || sign is not null || tense is EventTense.Future or EventTense.Present or EventTense.Open || _signs.Auxiliary(path) >= 0;
            if (open && !(tense is EventTense.Past && sign is { Sense: EventSense.Happened or EventSense.Cancelled or EventSense.Postponed or EventSense.DidNotHappen }))
                return new(isNeed ? null : ProspectStatus.Conditional, Modality.Conditional, sign?.Words ?? condition, condition, "condition");
            if (tense is EventTense.Past)
                condition = null;
        }
        if (isInside)
            return new(null, Modality.Possible, null, condition, "in-condition");
        if (sign is { Sense: EventSense.Stands } standing)
            return new(null, Modality.Planned, standing.Words, condition, "denied-end");
        if (sign is { } found && found.Sense is not (EventSense.Happened or EventSense.None))
        {
            var isOver = (tense is EventTense.Past && !negated && path.Carriers.Any(c => _words[c].Upos is Upos.Verb)) || path.Steps is [{ IsModifier: true, Sense: EventSense.Possible }];
            if (negated && found.Sense is not (EventSense.NotYet or EventSense.Uncertain or EventSense.Denied or EventSense.Cancelled or EventSense.Postponed or EventSense.DidNotHappen or EventSense.OrNot))
                return new(ProspectStatus.Denied, Modality.Denied, found.Words, condition, "negated-sign");
            return new(EventSenses.Status(found.Sense, isOver), EventSenses.Modality(found.Sense), found.Words, condition, found.Rule);
        }
        if (path.Mark is "whether" || (path.Mark is "if" && _words[path.Marked].Relation is "ccomp" or "csubj"))
            return new(ProspectStatus.Uncertain, Modality.Uncertain, null, condition, "whether");
        if (negated && path.Carriers.Any(IsStill))
            return new(ProspectStatus.NotYet, Modality.NotYet, null, condition, "not-yet");
        if (negated)
        {
            // what somebody cannot do is no decision: "I cannot negotiate with clouds"
            var isDecided = tense is EventTense.Future or EventTense.Open && !path.Carriers.Any(c => _tenses.Modal(c) is >= 0 and var modal && _tenses.Form(modal) is "can" or "ca" or "could");
            return isDecided
                ? new(ProspectStatus.Denied, Modality.Denied, null, condition, "negation")
                : new(null, Modality.Denied, null, condition, "negation");
        }
        // "a deal would have to be cleared": none is made yet
        if (path.LastHow is 's' && _tenses.Of(path.Last) is EventTense.Future && _tenses.Modal(path.Last) is >= 0 and var would && _tenses.Form(would) is "would")
            return new(null, Modality.Possible, _words[would].Span, condition, "would");
        if (IsAsked(path))
            return new(null, Modality.Uncertain, null, condition, "question");
        if (sign is { Sense: EventSense.Happened } managed)
            return new(null, tense is EventTense.Future ? Modality.Planned : Modality.Happened, managed.Words, condition, managed.Rule);
        return tense switch
        {
            EventTense.Future when hasDay => new(ProspectStatus.Scheduled, Modality.Planned, null, condition, "future-with-day"),
            EventTense.Future => new(ProspectStatus.Expected, Modality.Planned, null, condition, "future"),
            EventTense.Past => new(null, Modality.Happened, null, condition, "past"),
            EventTense.Open when path.Carriers.Select(_tenses.Modal).FirstOrDefault(m => m >= 0, -1) is >= 0 and var can => new(null, Modality.Possible, _words[can].Span, condition, "auxiliary"),
            EventTense.Open => new(null, Modality.Expected, null, condition, "infinitive"),
            _ => new(null, Modality.Ongoing, null, condition, "present"),
        };
    }

    // "has still not opened", "has so far not met"
    private bool IsStill(int word)
    {
        foreach (var child in tree.Children(word))
        {
            if (_words[child].Relation is "advmod" && (_words[child].Lemma is "still" or "yet" || (_words[child].Lemma is "far" && child > 0 && _words[child - 1].Lemma is "so")))
                return true;
        }
        return false;
    }

    // "denied that they had been drinking before they met": the meeting is not what is denied
    private bool IsBeside(EventPath path, Span denied) =>
        _words[path.Top].Relation is "advcl" or "acl:relcl" && _words[path.Top].Head is >= 0 and var above && denied.Contains(_words[above].Span);

    private bool IsAsked(EventPath path) =>
        _words[path.Top].Relation is "root" && _words[tree.Extent(path.Top).Last].Lemma is "?";
}
