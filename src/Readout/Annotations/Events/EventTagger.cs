using Readout.Text;

namespace Readout.Annotations;

/// <summary>Finds mentions of what happened or may happen, with modality, hedge and condition.</summary>
internal sealed class EventTagger
{
    // Words between "denied a report" and what the report says.
    private const int RejectionReach = 40;

    private readonly Document _document;
    private readonly WordTree _tree;
    private readonly EventTyper _typer;
    private readonly OpenPredicates _open;
    private readonly ClauseScopes _scopes;
    private readonly EventModality _modality;
    private readonly FactualityTagger _certainty;

    private EventTagger(Document document, WordTree tree)
    {
        (_document, _tree) = (document, tree);
        _typer = new EventTyper(document, tree);
        _open = new OpenPredicates(document, _typer);
        _scopes = new ClauseScopes(document);
        _modality = new EventModality(document, tree);
        _certainty = new FactualityTagger(document, tree, FactualityModel.En);
    }

    /// <param name="document">With its quotations and stances: they tell who only speaks of an event.</param>
    /// <param name="tree">Of its words.</param>
    /// <returns>The events whose predicates stand in the classes, and all others.</returns>
    public static (IReadOnlyList<EventMention> Events, IReadOnlyList<EventMention> Open) Tag(Document document, WordTree tree)
    {
        var (events, others) = (new List<EventMention>(), new List<EventMention>());
        if (document.Words.Count == 0)
            return (events, others);
        var tagger = new EventTagger(document, tree);
        for (var s = 0; s < document.Sentences.Count; s++)
            tagger.Sentence(s, events, others);
        return (events, others);
    }

    private void Sentence(int sentence, List<EventMention> events, List<EventMention> others)
    {
        var (first, end) = (_document.Sentences[sentence].FirstToken, _document.Sentences[sentence].EndToken);
        for (var i = first; i < end; i++)
        {
            if (PredicateClasses.At(_document.Tokens, i, end) is not { } hit)
            {
                if (_open.At(i) is var (type, lemma))
                    others.Add(_typer.Add(Read(sentence, i, new PredicateClasses.Hit(type, true, i + 1))) with { Lemma = lemma });
                continue;
            }
            if (hit.Class != PredicateClasses.NoEvent && !IsMonth(_document.Tokens[i].Span) && !IsState(_document.Tokens[i].Span, hit) && !IsFee(i))
                events.Add(_typer.Add(Read(sentence, i, hit)));
            i = hit.End - 1;
        }
    }

    private EventMention Read(int sentence, int token, PredicateClasses.Hit hit)
    {
        var tokens = _document.Tokens;
        var (first, end) = _scopes.Around(sentence, token);
        var clause = new Span(tokens[first].Span.Start, tokens[end - 1].Span.End);
        var predicate = new Span(tokens[token].Span.Start, tokens[hit.End - 1].Span.End);
        var word = WordOf(predicate);
        var time = Participants.Time(_document, clause, predicate, place => EventTimes.MayBelong(_document.Words, _tree, word, place));
        var quotations = _scopes.QuotationsIn(sentence).ToList();
        var reading = _modality.Read(word, sentence, time.IsDay, Rejected(quotations, sentence, token, predicate));
        if (StatusCues.IsNoncommittal(tokens, Math.Max(_document.Sentences[sentence].FirstToken, token - RejectionReach), token))
            reading = reading with { Status = ProspectStatus.Uncertain, Modality = Modality.Uncertain, Rule = "noncommittal" };
        return new EventMention(
            predicate, hit.Class, clause, sentence,
            Participants.Of(_document, clause, predicate, quotations, reading.Condition),
            Participants.Place(_document, clause, predicate),
            time, reading.Modality, reading.Hedge, reading.Condition, reading.Rule)
        {
            Status = reading.Status,
            Quotation = _scopes.Innermost(sentence, predicate),
            Certainty = _certainty.Read(predicate),
        };
    }

    // "on 20 March": no march
    private bool IsMonth(Span token) =>
        char.IsUpper(_document.Text[token.Start]) && Ordered.FirstAt(_document.Times, token.End, t => t.Span.Start) - 1 is >= 0 and var i && _document.Times[i].Span.Contains(token) && _document.Times[i].Type is TimexType.Date;

    // "the bridge toll": what crossing it costs
    private bool IsFee(int token)
    {
        if (_document.Tokens[token].Norm is not ("toll" or "tolls"))
            return false;
        var word = _tree.WordFrom(_document.Tokens[token].Span.Start);
        return word < _document.Words.Count && _tree.Children(word).Any(c => _document.Words[c].Relation is "compound" && _document.Words[c].Lemma.ToLowerInvariant() is "bridge" or "tunnel" or "motorway" or "highway" or "ferry" or "lorry" or "truck" or "canal" or "city" or "car");
    }

    // "the road is open": a state, no opening
    private bool IsState(Span token, PredicateClasses.Hit hit) =>
        hit.IsVerb && _tree.WordFrom(token.Start) is var word && word < _document.Words.Count && _document.Words[word].Upos is Upos.Adj && _tree.Child(word, "cop") >= 0
        && !(word > 0 && _document.Words[word - 1].Lemma is "to");

    // The word of a predicate that the others hang on: "phone" in "phone call" is not it.
    private int WordOf(Span predicate)
    {
        var words = _document.Words;
        var first = Math.Min(_tree.WordFrom(predicate.Start), words.Count - 1);
        for (var i = first; i < words.Count && words[i].Span.Start < predicate.End; i++)
        {
            if (words[i].Head < first || words[words[i].Head].Span.Start >= predicate.End)
                return i;
        }
        return first;
    }

    // The words that somebody denies around an event: a rumour that its sentence denies never sets the rumoured status.
    private Span? Rejected(List<Quotation> quotations, int sentence, int token, Span predicate)
    {
        if (quotations.Find(q => q.Act == SpeechAct.Denied && q.Content.Any(c => c.Contains(predicate))) is { } denial)
            return denial.Extent;
        return StatusCues.RejectsReport(_document.Tokens, Math.Max(_document.Sentences[sentence].FirstToken, token - RejectionReach), token)
            ? _document.Sentences[sentence].Span
            : null;
    }
}
