using NodaTime;
using Readout.Annotations;
using Readout.Stories;
using Readout.Text;

namespace Readout.Claims;

/// <summary>Turns the mentions of one prospect into its record: dated steps in the order in which they were said.</summary>
internal sealed class ProspectHistory(EntityIndex index, Chains chains, SpeechOrder order, ProspectConditions conditions, LocalDate? asOf)
{
    // On one page a condition, a date or a postponement outweighs what it implies: "no date yet" beside "possible if …" moves nothing.
    private static readonly HashSet<ProspectStatus> Implied =
        [ProspectStatus.Mooted, ProspectStatus.Proposed, ProspectStatus.Willing, ProspectStatus.Expected, ProspectStatus.Uncertain, ProspectStatus.NotYet];

    // What came of these is told, or they no longer have the window they were given.
    private static readonly HashSet<ProspectStatus> Ended =
        [ProspectStatus.Postponed, ProspectStatus.Cancelled, ProspectStatus.Denied, ProspectStatus.UnderWay, ProspectStatus.Happened, ProspectStatus.DidNotHappen];

    // Days after the end of a window before silence means something: papers that come out once a week have had their turn.
    private const int Patience = 7;

    public Prospect Build(string id, IReadOnlyList<ProspectMention> mentions)
    {
        var ordered = mentions
            .OrderBy(m => Day(m, mentions))
            .ThenBy(m => order.Day(m.Statement.Document))
            .ThenBy(m => m.Statement.Document.Id, StringComparer.Ordinal)
            .ThenBy(m => Weight(m, mentions))
            .ThenBy(m => m.Statement.Span.Start)
            .ToList();
        var name = ordered.OrderByDescending(m => m.Parties.Count).ThenBy(m => m.Statement.Span.Length).First();
        var parties = Parties(mentions);
        var window = Window(ordered);
        List<ProspectStep> steps = [.. ordered.Select(Step)];
        if (Lapse(window, ordered) is { } lapse)
            steps.Add(lapse);
        return new Prospect(
            id,
            new Citation(name.Statement.Document.Id, name.Event.Clause),
            Definition(name.Kind, parties, mentions),
            parties,
            Place(ordered),
            window.When,
            steps[^1].Status,
            steps)
        {
            Conditions = conditions.Of(ordered),
        };
    }

    // Its time has passed, pages were printed for a week since, and none tells what came of it. Whatever was said of it after that
    // time keeps it alive.
    private ProspectStep? Lapse((DateRange When, ProspectMention? Source) window, List<ProspectMention> ordered)
    {
        if (window is not { When.Latest: { } end, Source: { } source } || !(asOf > end.PlusDays(Patience)) || Ended.Contains(ordered[^1].Status))
            return null;
        if (ordered.Exists(m => order.Day(m.Statement) > end || m.Event.Time.Earliest > end))
            return null;
        return new ProspectStep(DateRange.Day(end.PlusDays(1)), ProspectStatus.Lapsed, source.Statement.Document.Id, source.Statement.Span, null, null, null, "window-closed");
    }

    // Nobody plans what has happened: a step whose day is not known comes before the end it speaks towards.
    private LocalDate Day(ProspectMention mention, IReadOnlyList<ProspectMention> all)
    {
        var day = order.Day(mention.Statement);
        if (mention.Statement.Said.IsDay || IsOver(mention))
            return day;
        foreach (var end in all.Where(m => IsOver(m) && m.Statement.Said.IsDay))
        {
            var last = order.Day(end.Statement).PlusDays(-1);
            day = day > last ? last : day;
        }
        return day;
    }

    private static bool IsOver(ProspectMention mention) => mention.Status is ProspectStatus.Happened or ProspectStatus.DidNotHappen;

    private ProspectStep Step(ProspectMention m)
    {
        var quotation = m.Statement.Quotation;
        return new ProspectStep(
            m.Statement.Said, m.Status, m.Statement.Document.Id, m.Statement.Span,
            quotation is null ? null : chains.Speaker(m.Statement.Document, quotation),
            m.Event.Condition, m.Event.Hedge, m.Event.Rule);
    }

    // Within one page and day the telling statuses come last, in the order of the text.
    private static int Weight(ProspectMention mention, IReadOnlyList<ProspectMention> all) =>
        Implied.Contains(mention.Status) && all.Any(o => o.Statement.Document.Id == mention.Statement.Document.Id && !Implied.Contains(o.Status)) ? 0 : 1;

    // Whoever takes part in at least a quarter of the mentions that name anyone; people before the bodies they head.
    private List<string> Parties(IReadOnlyList<ProspectMention> mentions)
    {
        var naming = mentions.Where(m => m.Parties.Count > 0).ToList();
        var counts = naming
            .SelectMany(m => m.Parties.Distinct(StringComparer.Ordinal))
            .GroupBy(p => p, StringComparer.Ordinal)
            .Select(g => (Party: g.Key, Count: g.Count()))
            .Where(x => x.Count >= Math.Max(1, naming.Count * 0.25))
            .OrderBy(x => index.ById(x.Party)?.Type != EntityType.Person).ThenByDescending(x => x.Count).ThenBy(x => index.NameOf(x.Party), StringComparer.Ordinal)
            .Select(x => x.Party)
            .ToList();
        return [.. counts.Take(6)];
    }

    private string Definition(string kind, List<string> parties, IReadOnlyList<ProspectMention> mentions)
    {
        if (parties.Count > 0)
            return $"{kind}: {string.Join(", ", parties.Select(index.NameOf))}";
        var noun = mentions.SelectMany(m => m.Theme.Nouns.Distinct(StringComparer.Ordinal)).GroupBy(n => n, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault();
        return noun is null ? kind : $"{kind}: {noun.Key}";
    }

    private ProspectPlace? Place(List<ProspectMention> ordered)
    {
        foreach (var mention in Enumerable.Reverse(ordered))
        {
            if (mention.Event.Place is not { } place || index.Of(mention.Statement.Document, place) is not { } entity)
                continue;
            var span = Participants.MentionsIn(mention.Statement.Document, mention.Event.Clause).Where(m => m.Entity == place).Select(m => m.Span).FirstOrDefault();
            if (!span.IsEmpty)
                return new ProspectPlace(entity.Name, new Citation(mention.Statement.Document.Id, span));
        }
        return null;
    }

    // "… if she comes to the boat fair in May", and elsewhere on the page "the boat fair opens on 12 May": the day of what the
    // event waits for is the day of the event.
    private static DateRange? DayOfCondition(ProspectMention mention, DateRange time)
    {
        var document = mention.Statement.Document;
        if (mention.Event.Condition is not { } condition || time.IsDay)
            return null;
        var waited = document.Tokens.Where(t => condition.Contains(t.Span) && IsContent(document, t)).Select(t => Stems.Of(t.Norm)).ToHashSet(StringComparer.Ordinal);
        foreach (var sentence in document.Sentences)
        {
            var day = document.Times.FirstOrDefault(t => sentence.Span.Contains(t.Span) && t.When.IsDay && time.Contains(t.When));
            if (day is not null && Enumerable.Range(sentence.FirstToken, sentence.EndToken - sentence.FirstToken).Count(i => IsContent(document, document.Tokens[i]) && waited.Contains(Stems.Of(document.Tokens[i].Norm))) >= 2)
                return day.When;
        }
        return null;
    }

    // "should she come to the fair this autumn": what waits for it is then, too.
    private static DateRange TimeOfCondition(ProspectMention mention) =>
        mention.Event.Condition is { } condition
            ? mention.Statement.Document.Times.FirstOrDefault(t => condition.Contains(t.Span) && !t.When.IsUnknown)?.When ?? DateRange.Unknown
            : DateRange.Unknown;

    private static bool IsContent(Document document, Token token) =>
        token.Kind == TokenKind.Word && !Stems.IsStop(token.Norm) && !char.IsUpper(document.Text[token.Span.Start]);

    // The latest time named for it, and the words that name it.
    private static (DateRange When, ProspectMention? Source) Window(List<ProspectMention> ordered)
    {
        foreach (var mention in Enumerable.Reverse(ordered))
        {
            var time = mention.Event.Time.IsUnknown ? TimeOfCondition(mention) : mention.Event.Time;
            if (!time.IsUnknown && !Chronology.IsBefore(time, mention.Statement.Document.Anchor))
                return (DayOfCondition(mention, time) ?? time, mention);
        }
        return (DateRange.Unknown, null);
    }
}
