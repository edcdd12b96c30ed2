using Readout.Annotations;
using Readout.Stories;
using Readout.Text;

namespace Readout.Claims;

/// <summary>
/// Sentences that tell which of two occasions came later without calling either the last: a page that tells of the later one as a
/// fact, or that sets one after the other.
/// </summary>
internal sealed class OrderEvidence
{
    // Tokens between "after" and the occasion that it names.
    private const int Near = 6;

    private readonly ILookup<string, (Statement Statement, EventMention Event)> _told;
    private readonly EntityIndex _index;

    public OrderEvidence(IReadOnlyList<Statement> statements, IReadOnlyList<SuperlativeSlot> slots, EntityIndex index)
    {
        _index = index;
        var stated = slots.Select(s => s.Statement).ToHashSet();
        var classes = slots.Select(s => s.EventClass).ToHashSet(StringComparer.Ordinal);
        _told = statements
            .Where(s => !stated.Contains(s) && !SuperlativeSlots.IsSuperlative(s))
            .SelectMany(s => s.Document.Events.Where(e => classes.Contains(e.Type) && s.Span.Contains(e.Predicate) && e is { Modality: Modality.Happened, Status: null }).Select(e => (s, e)))
            .ToLookup(x => x.e.Type, StringComparer.Ordinal);
    }

    /// <summary>What speaks for which of two "last" (or "first") occasions.</summary>
    /// <param name="older">The one with the earlier date.</param>
    /// <param name="newer">The one with the later date.</param>
    public IEnumerable<(SuperlativeSlot Slot, Statement Statement, string Rule)> Of(SuperlativeSlot older, SuperlativeSlot newer)
    {
        var people = older.Participants.Count >= newer.Participants.Count ? older.Participants : newer.Participants;
        if (people.Count < 2 || newer.Kind == "only")
            yield break;
        var (late, early) = newer.Kind == "last" ? (newer, older) : (older, newer);
        foreach (var (statement, e) in _told[newer.EventClass])
        {
            if (!IsBetween(statement.Document, e, people))
                continue;
            if (e.Time.IsBounded && !e.Time.IsDisjoint(late.When) && e.Time.IsDisjoint(early.When))
                yield return (late, statement, newer.Kind == "last" ? "later-one-told" : "earlier-one-told");
            else if (Later(statement, older, newer) is { } follows)
                yield return (newer.Kind == "last" ? follows : follows == newer ? older : newer, statement, "orders-both");
        }
    }

    private bool IsBetween(Document document, EventMention e, IReadOnlyList<string> people)
    {
        var parties = e.Participants.Select(p => _index.Of(document, p)?.Id).ToHashSet(StringComparer.Ordinal);
        return people.Count(parties.Contains) >= 2;
    }

    // "They met in Orlen a year after Vask": which of the two places or times stands behind the "after".
    private static SuperlativeSlot? Later(Statement statement, SuperlativeSlot older, SuperlativeSlot newer)
    {
        var document = statement.Document;
        if (Where(statement, older) is not { } a || Where(statement, newer) is not { } b)
            return null;
        for (var i = statement.Sentence.FirstToken; i < statement.Sentence.EndToken; i++)
        {
            var after = document.Tokens[i].Norm is "after" or "since" or "following";
            if (!after && document.Tokens[i].Norm is not "before")
                continue;
            var reach = document.Tokens[Math.Min(i + Near, statement.Sentence.EndToken - 1)].Span.End;
            var place = document.Tokens[i].Span.End;
            var (behindA, behindB) = (a.Start >= place && a.Start < reach, b.Start >= place && b.Start < reach);
            if (behindA == behindB)
                continue;
            return behindA == after ? newer : older;
        }
        return null;
    }

    private static Span? Where(Statement statement, SuperlativeSlot slot)
    {
        var document = statement.Document;
        var time = document.Times.FirstOrDefault(t => statement.Span.Contains(t.Span) && t.When.IsBounded && slot.When.Contains(t.When));
        if (time is not null)
            return time.Span;
        return slot.Place is null ? null : Participants.MentionsIn(document, statement.Span)
            .Where(m => string.Equals(document.Slice(m.Span), slot.Place, StringComparison.OrdinalIgnoreCase)).Select(m => (Span?)m.Span).FirstOrDefault();
    }
}
