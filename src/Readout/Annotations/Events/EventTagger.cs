using Readout.Text;

namespace Readout.Annotations;

/// <summary>Finds mentions of what happened or may happen, with modality, hedge and condition.</summary>
internal static class EventTagger
{
    /// <param name="document">With its quotations and stances: they tell who only speaks of an event.</param>
    /// <param name="tree">Of its words.</param>
    /// <returns>The events whose predicates stand in the classes, and all others.</returns>
    public static (IReadOnlyList<EventMention> Events, IReadOnlyList<EventMention> Open) Tag(Document document, WordTree tree)
    {
        var (events, others) = (new List<EventMention>(), new List<EventMention>());
        if (document.Words.Count == 0)
            return (events, others);
        var typer = new EventTyper(document, tree);
        var open = new OpenPredicates(document, typer);
        var scopes = new ClauseScopes(document);
        var modality = new EventModality(document, tree);
        var certainty = new FactualityTagger(document, tree, FactualityModel.En);
        for (var s = 0; s < document.Sentences.Count; s++)
        {
            var sentence = document.Sentences[s];
            for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                if (PredicateClasses.At(document.Tokens, i, sentence.EndToken) is not { } hit)
                {
                    if (open.At(i) is var (type, lemma))
                        others.Add(typer.Add(Read(document, tree, modality, scopes, s, i, new PredicateClasses.Hit(type, true, i + 1), certainty)) with { Lemma = lemma });
                    continue;
                }
                if (hit.Class != PredicateClasses.NoEvent && !IsState(document, tree, document.Tokens[i].Span, hit))
                    events.Add(typer.Add(Read(document, tree, modality, scopes, s, i, hit, certainty)));
                i = hit.End - 1;
            }
        }
        return (events, others);
    }

    private static EventMention Read(Document document, WordTree tree, EventModality modality, ClauseScopes scopes, int sentence, int token, PredicateClasses.Hit hit, FactualityTagger certainty)
    {
        var tokens = document.Tokens;
        var (first, end) = scopes.Around(sentence, token);
        var clause = new Span(tokens[first].Span.Start, tokens[end - 1].Span.End);
        var predicate = new Span(tokens[token].Span.Start, tokens[hit.End - 1].Span.End);
        var word = WordOf(document, tree, predicate);
        var time = Participants.Time(document, clause, predicate, place => EventTimes.MayBelong(document.Words, tree, word, place));
        var quotations = scopes.QuotationsIn(sentence).ToList();
        var reading = modality.Read(word, sentence, time.IsDay, Rejected(document, quotations, sentence, token, predicate));
        if (StatusCues.IsNoncommittal(tokens, Math.Max(document.Sentences[sentence].FirstToken, token - RejectionReach), token))
            reading = reading with { Status = ProspectStatus.Uncertain, Modality = Modality.Uncertain, Rule = "noncommittal" };
        return new EventMention(
            predicate, hit.Class, clause, sentence,
            Participants.Of(document, clause, predicate, quotations, reading.Condition),
            Participants.Place(document, clause, predicate),
            time, reading.Modality, reading.Hedge, reading.Condition, reading.Rule) { Status = reading.Status, Quotation = Holder(document, quotations, predicate), Certainty = certainty.Read(predicate) };
    }

    // "the road is open": a state, no opening
    private static bool IsState(Document document, WordTree tree, Span token, PredicateClasses.Hit hit) =>
        hit.IsVerb && tree.WordFrom(token.Start) is var word && word < document.Words.Count && document.Words[word].Upos is Upos.Adj && tree.Child(word, "cop") >= 0
        && !(word > 0 && document.Words[word - 1].Lemma is "to");

    // The word of a predicate that the others hang on: "phone" in "phone call" is not it.
    private static int WordOf(Document document, WordTree tree, Span predicate)
    {
        var first = Math.Min(tree.WordFrom(predicate.Start), document.Words.Count - 1);
        var best = first;
        for (var i = first; i < document.Words.Count && document.Words[i].Span.Start < predicate.End; i++)
        {
            if (document.Words[i].Head < first || document.Words[i].Span.Start >= predicate.End || document.Words[Math.Max(0, document.Words[i].Head)].Span.Start >= predicate.End)
            {
                best = i;
                break;
            }
        }
        return best;
    }

    // In whose words it is told: the innermost quotation around it.
    private static int? Holder(Document document, List<Quotation> quotations, Span predicate)
    {
        Quotation? innermost = null;
        foreach (var quotation in quotations)
        {
            if (quotation.Content.Any(c => c.Contains(predicate)) && (innermost is null || quotation.Extent.Length < innermost.Extent.Length))
                innermost = quotation;
        }
        for (var i = 0; innermost is not null && i < document.Quotations.Count; i++)
        {
            if (ReferenceEquals(document.Quotations[i], innermost))
                return i;
        }
        return null;
    }

    // The words that somebody denies around an event: a rumour that its sentence denies never sets the rumoured status.
    private static Span? Rejected(Document document, List<Quotation> quotations, int sentence, int token, Span predicate)
    {
        if (quotations.Find(q => q.Act == SpeechAct.Denied && q.Content.Any(c => c.Contains(predicate))) is { } denial)
            return denial.Extent;
        return StatusCues.RejectsReport(document.Tokens, Math.Max(document.Sentences[sentence].FirstToken, token - RejectionReach), token)
            ? document.Sentences[sentence].Span
            : null;
    }

    // Words between "denied a report" and what the report says.
    private const int RejectionReach = 40;
}
