using Readout.Annotations;
using Readout.Stories;
using Readout.Text;

namespace Readout.Claims;

/// <summary>
/// On what a prospect waits, and what later words say of it: "provided that the board withdraws its complaint", and then "the board withdrew
/// its complaint". A condition counts as met or not only by the same event with the same arguments, told as a fact; else it is open.
/// </summary>
internal sealed class ProspectConditions(EntityIndex index, SpeechOrder order, IReadOnlyList<Statement> statements)
{
    // How much of what a condition names must be named again; measured on nothing but the samples, so on the careful side.
    private const double Shared = 0.6;

    private static readonly HashSet<string> Inverting = new(StringComparer.Ordinal) { "unless", "barring" };
    private static readonly HashSet<string> Negating = new(StringComparer.Ordinal) { "not", "n't", "no", "never", "without" };

    private readonly ILookup<string, (Statement Statement, EventMention Event)> _told = statements
        .SelectMany(s => s.Document.Events.Where(e => s.Span.Contains(e.Predicate)).Select(e => (Statement: s, Event: e)))
        .Where(x => IsFact(x.Event) || x.Event.Modality == Modality.Denied)
        .ToLookup(x => Key(x.Event), StringComparer.Ordinal);

    /// <summary>Each condition once, the first that names it, in the order in which they were said.</summary>
    public IReadOnlyList<ProspectCondition> Of(IReadOnlyList<ProspectMention> ordered)
    {
        var found = new List<(HashSet<string> Terms, ProspectCondition Condition)>();
        foreach (var mention in ordered)
        {
            if (mention.Event.Condition is not { } words)
                continue;
            var terms = Terms(mention.Statement.Document, words);
            if (found.Exists(f => f.Terms.SetEquals(terms)))
                continue;
            found.Add((terms, Read(mention.Statement, words)));
        }
        return [.. found.Select(f => f.Condition)];
    }

    private ProspectCondition Read(Statement statement, Span words)
    {
        var document = statement.Document;
        var open = new ProspectCondition(document.Id, words, statement.Said, ConditionState.Unknown, null, "no-report");
        if (document.Events.FirstOrDefault(e => words.Contains(e.Predicate)) is not { } awaited)
            return open;
        var terms = Terms(document, words);
        terms.ExceptWith(Terms(document, awaited.Predicate));
        if (terms.Count == 0)
            return open;
        var needed = Math.Max(1, (int)Math.Ceiling(terms.Count * Shared));
        var numbers = Numbers(document, words);
        var inverted = IsInverted(document, words, awaited.Predicate);
        var latest = _told[Key(awaited)]
            .Where(x => x.Statement != statement && order.Day(x.Statement) >= order.Day(statement) && !IsEarlier(x, statement)
                && !Chronology.IsBefore(x.Event.Time, statement.Said)
                && numbers.SetEquals(Numbers(x.Statement.Document, x.Event.Clause).Where(numbers.Contains))
                && terms.Count(Terms(x.Statement.Document, x.Event.Clause).Contains) >= needed)
            .OrderBy(x => order.Day(x.Statement)).ThenBy(x => x.Statement.Document.Id, StringComparer.Ordinal).ThenBy(x => x.Statement.Span.Start)
            .ToList();
        if (latest.Count == 0)
            return open;
        var (told, e) = latest[^1];
        // The first page that tells what the last one says.
        var first = latest.First(x => IsFact(x.Event) == IsFact(e));
        return open with
        {
            State = IsFact(e) != inverted ? ConditionState.Met : ConditionState.NotMet,
            Evidence = new Citation(first.Statement.Document.Id, first.Statement.Span),
            Told = first.Statement.Said,
            Rule = told == first.Statement ? "same-event-told" : "same-event-told-again",
        };
    }

    // On one page the text's order is the order of telling.
    private static bool IsEarlier((Statement Statement, EventMention Event) told, Statement condition) =>
        told.Statement.Document.Id == condition.Document.Id && told.Event.Time.IsUnknown;

    private static bool IsFact(EventMention e) => e.Modality is Modality.Happened or Modality.Ongoing;

    private static string Key(EventMention e) => e.Lemma is { } lemma ? $"{e.Type}:{lemma}" : e.Type;

    private static bool IsInverted(Document document, Span words, Span predicate)
    {
        var inverted = false;
        for (var i = Ordered.FirstAt(document.Tokens, words.Start, t => t.Span.Start); i < document.Tokens.Count && document.Tokens[i].Span.Start < predicate.Start; i++)
        {
            if (Inverting.Contains(document.Tokens[i].Norm) || Negating.Contains(document.Tokens[i].Norm))
                inverted = !inverted;
        }
        return inverted;
    }

    private static HashSet<string> Numbers(Document document, Span span) =>
        document.Quantities.Where(q => span.Contains(q.Span)).Select(q => QuantityText.Of(q)).ToHashSet(StringComparer.Ordinal);

    // Whom and what the words name: ids of entities, stems of the other nouns, verbs and adjectives.
    private HashSet<string> Terms(Document document, Span span)
    {
        var terms = new HashSet<string>(StringComparer.Ordinal);
        var names = Participants.MentionsIn(document, span).ToList();
        foreach (var name in names)
        {
            if (index.Of(document, name.Entity) is { } entity)
                terms.Add(index.PlaceId(entity));
        }
        for (var i = Ordered.FirstAt(document.Words, span.Start, w => w.Span.Start); i < document.Words.Count && document.Words[i].Span.Start < span.End; i++)
        {
            var word = document.Words[i];
            if (word.Upos is Upos.Noun or Upos.Verb or Upos.Adj && !names.Exists(n => n.Span.Contains(word.Span)) && !Stems.IsStop(word.Lemma))
                terms.Add(Stems.Of(word.Lemma));
        }
        return terms;
    }
}
