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
        var typer = document.Words.Count > 0 ? new EventTyper(document, tree) : null;
        var open = typer is null ? null : new OpenPredicates(document, typer);
        var scopes = new ClauseScopes(document);
        var certainty = document.Words.Count > 0 ? new FactualityTagger(document, tree, FactualityModel.En) : null;
        for (var s = 0; s < document.Sentences.Count; s++)
        {
            var sentence = document.Sentences[s];
            for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                if (PredicateClasses.At(document.Tokens, i, sentence.EndToken) is not { } hit)
                {
                    if (open?.At(i) is var (type, lemma))
                        others.Add(typer!.Add(Read(document, scopes, s, i, new PredicateClasses.Hit(type, true, i + 1), certainty)) with { Lemma = lemma });
                    continue;
                }
                if (hit.Class != PredicateClasses.NoEvent)
                {
                    var read = Read(document, scopes, s, i, hit, certainty);
                    events.Add(typer?.Add(read) ?? read);
                }
                i = hit.End - 1;
            }
        }
        return (events, others);
    }

    private static EventMention Read(Document document, ClauseScopes scopes, int sentence, int token, PredicateClasses.Hit hit, FactualityTagger? certainty)
    {
        var tokens = document.Tokens;
        var (first, end) = scopes.Around(sentence, token);
        var clause = new Span(tokens[first].Span.Start, tokens[end - 1].Span.End);
        var predicate = new Span(tokens[token].Span.Start, tokens[hit.End - 1].Span.End);
        var cue = StatusCues.Read(document, first, end);
        var condition = Conditions.Find(document, first, end);
        var time = Participants.Time(document, clause, predicate);
        var quotations = scopes.QuotationsIn(sentence).ToList();
        var rejected = IsRejected(document, quotations, sentence, token, predicate);
        var (status, modality, hedge, rule) = rejected ? (ProspectStatus.Denied, Modality.Denied, cue?.Words, "rejected-report") : Judge(document, token, hit, first, end, cue, condition, predicate, time);
        return new EventMention(
            predicate, hit.Class, clause, sentence,
            Participants.Of(document, clause, predicate, quotations, condition),
            Participants.Place(document, clause, predicate),
            time, modality, hedge, condition, rule) { Status = status, Certainty = certainty?.Read(predicate) };
    }

    private static (ProspectStatus? Status, Modality Modality, Span? Hedge, string Rule) Judge(
        Document document, int token, PredicateClasses.Hit hit, int first, int end, StatusCues.Cue? cue, Span? condition, Span predicate, DateRange time)
    {
        var tokens = document.Tokens;
        var future = HasFuture(tokens, token, hit, first, end);
        // An event inside the condition is what the other depends on, not conditional itself.
        var inCondition = condition is { } c && c.Contains(predicate);
        if (condition is not null && !inCondition && (cue is not { Status: ProspectStatus.Denied or ProspectStatus.Cancelled or ProspectStatus.Postponed } || HasPossibility(tokens, first, end)))
        {
            if (cue is not null || future || HasPossibility(tokens, first, end))
                return (ProspectStatus.Conditional, Modality.Conditional, cue?.Words ?? condition, "condition");
        }
        if (cue is { } found && !(hit.IsVerb && found.Status == ProspectStatus.Mooted && IsPlainPast(tokens, token, first)))
            return (found.Status, StatusCues.ToModality(found.Status), found.Words, "status-cue");
        if (future)
        {
            return time.IsDay
                ? (ProspectStatus.Scheduled, Modality.Planned, null, "future-with-day")
                : (ProspectStatus.Expected, Modality.Planned, null, "future");
        }
        return IsPlainPast(tokens, token, first) || !hit.IsVerb
            ? (null, Modality.Happened, null, "past")
            : (null, Modality.Ongoing, null, "present");
    }

    // A rumour that its sentence denies never sets the rumoured status.
    private static bool IsRejected(Document document, List<Quotation> quotations, int sentence, int token, Span predicate)
    {
        if (quotations.Exists(q => q.Act == SpeechAct.Denied && q.Content.Any(c => c.Contains(predicate))))
            return true;
        return StatusCues.RejectsReport(document.Tokens, Math.Max(document.Sentences[sentence].FirstToken, token - RejectionReach), token);
    }

    // Words between "denied a report" and what the report says.
    private const int RejectionReach = 40;

    // The auxiliary must govern the predicate: shortly before a verb; for a noun before it, or after it with no past form between.
    private static bool HasFuture(IReadOnlyList<Token> tokens, int token, PredicateClasses.Hit hit, int first, int end)
    {
        for (var i = Math.Max(first, token - 6); i < token; i++)
        {
            if (IsFutureAuxiliary(tokens[i].Norm))
                return true;
        }
        if (hit.IsVerb)
            return false;
        for (var i = hit.End; i < end; i++)
        {
            // "A meeting would need planning" plans nothing; "would take place" does.
            if (IsFutureAuxiliary(tokens[i].Norm))
                return tokens[i].Norm != "would" || Occurs(tokens, i + 1, end);
            if (tokens[i].Norm is "had" or "was" or "were" or "has" or "have" or "is" or "are" || Inflection.IsPast(tokens[i].Norm))
                return false;
        }
        return false;
    }

    private static bool Occurs(IReadOnlyList<Token> tokens, int from, int end)
    {
        for (var i = from; i < Math.Min(end, from + 4); i++)
        {
            if (tokens[i].Norm is "take" or "held" or "happen" or "begin" or "start" or "open" or "follow" or "occur" or "last" or "go")
                return true;
        }
        return false;
    }

    private static bool HasPossibility(IReadOnlyList<Token> tokens, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (tokens[i].Norm is "can" or "could" or "may" or "might" or "must" or "would" or "cannot")
                return true;
        }
        return false;
    }

    private static bool IsFutureAuxiliary(string norm) => norm is "will" or "shall" or "'ll" or "would" or "wo";

    private static bool IsPlainPast(IReadOnlyList<Token> tokens, int token, int first)
    {
        if (!Inflection.IsPast(tokens[token].Norm))
            return false;
        for (var i = Math.Max(first, token - 3); i < token; i++)
        {
            if (tokens[i].Norm is "be" or "will" or "would" or "could" or "may" or "might" or "to")
                return false;
        }
        return true;
    }
}
