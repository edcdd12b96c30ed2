using NodaTime;
using Readout.Annotations;
using Readout.Origins;
using Readout.Stories;
using Readout.Text;

namespace Readout.Claims;

/// <summary>A sentence that says where a prospective event stands.</summary>
/// <param name="Parties">Ids of the participants.</param>
/// <param name="Circle">The parties and the bodies they belong to: what two sentences about one event share.</param>
/// <param name="Place">Id of the place named for it; null where none is.</param>
internal sealed record ProspectMention(
    Statement Statement, EventMention Event, ProspectStatus Status, IReadOnlyList<string> Parties, IReadOnlySet<string> Circle, string? Place)
{
    /// <summary>Class of the event's predicate.</summary>
    public string Kind => Event.Type;

    /// <summary>What tells it from other events of its class.</summary>
    public required EventTheme Theme { get; init; }
}

/// <summary>Finds the events that may happen and joins their mentions across pages and months.</summary>
internal static class ProspectFinder
{
    // Happenings that people wait for, told apart by who takes part. Others ("find", "say", "cost") may be hedged but are no events to track.
    private static readonly HashSet<string> ByParties = new(StringComparer.Ordinal) { "meet", "visit", "merge", "testify", "play" };

    // Happenings that are told apart by what they are done to, or else by whom: the nurses' strike, a vote on a bill, the mayor's resignation.
    private static readonly HashSet<string> ByTheme = new(StringComparer.Ordinal)
    {
        "strike", "truce", "vote", "open", "close", "launch", "exchange", "withdraw", "deploy", "lift",
        "sign", "try", "rule", "resign", "appoint", "transfer",
    };

    // Piles of so many pages are about one thing; in larger ones an event that few of them speak of is an aside.
    private const int SmallPile = 16;

    /// <summary>Groups of mentions, one group a prospect, the most covered first.</summary>
    public static IReadOnlyList<IReadOnlyList<ProspectMention>> Find(Story story, IReadOnlyList<Statement> statements, EntityIndex index)
    {
        var texts = story.Families.SelectMany(f => f.Documents.Select(d => (d, f.Id))).ToDictionary(x => x.d, x => x.Id, StringComparer.Ordinal);
        var themes = new Dictionary<Document, EventThemeReader>(ReferenceEqualityComparer.Instance);
        var mentions = statements.SelectMany(s => Leading(s, index, themes)).Where(m => !m.Theme.IsAnybodys && !IsFigure(m)).ToList();
        var groups = new List<List<ProspectMention>>();
        foreach (var mention in mentions.Where(m => ByTheme.Contains(m.Kind) ? m.Theme.Terms.Count > 0 : m.Parties.Count > 0).OrderBy(ByClarity))
            Join(groups, mention, Home(groups, mention));
        JoinVisits(groups);
        // "No date has been set", "the meeting will take place": the event the page is about.
        foreach (var mention in mentions.Where(m => ByTheme.Contains(m.Kind) ? m.Theme.Terms.Count == 0 : m.Parties.Count == 0 && !IsAnother(m)))
        {
            if (Meant(groups, mention, index) is { } home)
                home.Add(mention);
            else if (ByTheme.Contains(mention.Kind) && mention.Theme.IsNoun)
                groups.Add([mention]);
        }
        AbsorbStrays(groups);
        AddTalkOfDates([.. groups.Where(g => IsWorthTracking(g, texts, story.Documents.Count))], mentions, statements);
        var reports = Reports(statements);
        foreach (var group in groups)
            AddWhatCameOfIt(group, reports, index, themes);
        return
        [
            .. groups
                .Where(g => IsWorthTracking(g, texts, story.Documents.Count))
                .OrderByDescending(g => g.Select(m => m.Statement.Document.Id).Distinct(StringComparer.Ordinal).Count())
                .ThenByDescending(g => g.Count)
                .ThenBy(g => g[0].Statement.Document.Id, StringComparer.Ordinal)
                .ThenBy(g => g[0].Event.Predicate.Start),
        ];
    }

    // "Play a role", "play for time": a match has two sides.
    private static bool IsFigure(ProspectMention mention) => mention.Kind is "play" && mention.Parties.Count < 2;

    // A pair tells which event is meant; of three and more each two may have one of their own; one alone may belong to any.
    private static int ByClarity(ProspectMention mention) => mention.Parties.Count switch { 2 => 0, > 2 => 1, 1 => 2, _ => 3 };

    // Which event a noun without a name of its own means: the one of its page; else the one that most speak of.
    private static List<ProspectMention>? Meant(List<List<ProspectMention>> groups, ProspectMention mention, EntityIndex index)
    {
        var alike = groups.Where(g => g[0].Kind == mention.Kind).ToList();
        // "Then we shall meet later": the speaker's own event.
        if (!mention.Theme.IsNoun)
        {
            return mention.Statement.Quotation?.Speaker is { } speaker && index.Of(mention.Statement.Document, speaker) is { } who
                ? alike.Find(g => g.Exists(m => m.Statement.Document.Id == mention.Statement.Document.Id && m.Parties.Contains(who.Id)))
                : null;
        }
        return alike.Where(g => g.Exists(m => m.Statement.Document.Id == mention.Statement.Document.Id)).MaxBy(g => g.Count)
            ?? alike.Find(g => 2 * g.Count > alike.Sum(o => o.Count));
    }

    private static List<ProspectMention>? Home(List<List<ProspectMention>> groups, ProspectMention mention) =>
        groups
            .Where(g => g[0].Kind == mention.Kind)
            .Select(g => (Group: g, Shared: ByTheme.Contains(mention.Kind) ? SharedTerms(g, mention) : Shared(g, mention)))
            .Where(x => x.Shared > 0)
            .OrderByDescending(x => x.Shared).ThenByDescending(x => x.Group.Count)
            .Select(x => x.Group)
            .FirstOrDefault();

    private static void Join(List<List<ProspectMention>> groups, ProspectMention mention, List<ProspectMention>? home)
    {
        if (home is null)
            groups.Add([mention]);
        else
            home.Add(mention);
    }

    // "He would come to the town" is about the meeting there: a visit by a party of a meeting to its place is a step of it.
    private static void JoinVisits(List<List<ProspectMention>> groups)
    {
        foreach (var visits in groups.Where(g => g[0].Kind == "visit").ToList())
        {
            foreach (var visit in visits.ToList())
            {
                var home = groups.Find(g => g.Count > 0 && g[0].Kind == "meet" && visit.Parties.Any(p => g.Exists(m => m.Parties.Contains(p)))
                    && visit.Place is { } place && g.Exists(m => m.Place == place));
                if (home is null)
                    continue;
                home.Add(visit);
                visits.Remove(visit);
            }
        }
        groups.RemoveAll(g => g.Count == 0);
    }

    // The nouns and names that a mention has in common with the one of the group that is most like it.
    private static int SharedTerms(List<ProspectMention> group, ProspectMention mention) => group.Max(m => mention.Theme.Terms.Count(m.Theme.Terms.Contains));

    // How many parties a group and a mention share; both sides of an affiliation count ("the group" and its head).
    private static int Shared(List<ProspectMention> group, ProspectMention mention)
    {
        var most = 0;
        var largest = group.Max(m => m.Parties.Count);
        foreach (var member in group)
        {
            var shared = Math.Max(mention.Parties.Count(member.Circle.Contains), member.Parties.Count(mention.Circle.Contains));
            // Once a pair is named, one of the two with somebody else is another event.
            var needed = Math.Min(2, Math.Min(largest, mention.Parties.Count));
            if (shared >= needed)
                most = Math.Max(most, shared);
        }
        return most;
    }

    // "another round of meetings", "talks between the two provinces": not the event the page is about.
    private static bool IsAnother(ProspectMention mention)
    {
        var tokens = mention.Statement.Document.Tokens;
        var after = 0;
        for (var i = mention.Statement.Sentence.FirstToken; i < mention.Statement.Sentence.EndToken && after < 4; i++)
        {
            if (tokens[i].Span.Start >= mention.Event.Predicate.End && ++after < 4 && tokens[i].Norm is "between" or "among")
                return true;
            if (tokens[i].Span.Start >= mention.Event.Predicate.Start)
                continue;
            if (tokens[i].Norm is "further" or "another" or "separate" or "other" or "more" or "second" && mention.Event.Predicate.Start - tokens[i].Span.End < 40)
                return true;
        }
        return false;
    }

    // A lone sentence of a page that otherwise tells of one such event, with one of its parties, is about that event:
    // "the two leaders" may have been taken for another pair.
    private static void AbsorbStrays(List<List<ProspectMention>> groups)
    {
        foreach (var stray in groups.Where(g => g.Count == 1).ToList())
        {
            var mention = stray[0];
            var home = groups
                .Where(g => g.Count > 1 && g[0].Kind == mention.Kind && g.Exists(m => m.Statement.Document.Id == mention.Statement.Document.Id)
                    && g.Exists(m => m.Parties.Any(mention.Circle.Contains)))
                .MaxBy(g => g.Count);
            if (home is null || !NamesAGroup(mention))
                continue;
            home.Add(mention);
            groups.Remove(stray);
        }
    }

    private static bool NamesAGroup(ProspectMention mention)
    {
        var tokens = mention.Statement.Document.Tokens;
        for (var i = mention.Statement.Sentence.FirstToken; i < mention.Statement.Sentence.EndToken; i++)
        {
            if (tokens[i].Norm is "two" or "both" or "they" or "pair")
                return true;
        }
        return false;
    }

    // "It is too early to speak of a date": no event is named, so the one that the page says most about is meant.
    private static void AddTalkOfDates(List<List<ProspectMention>> groups, List<ProspectMention> mentions, IReadOnlyList<Statement> statements)
    {
        var taken = mentions.Select(m => m.Statement).ToHashSet();
        foreach (var statement in statements.Where(s => !taken.Contains(s)))
        {
            var (document, sentence) = (statement.Document, statement.Sentence);
            var noun = -1;
            for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                if (document.Tokens[i].Norm is "date" or "dates" or "timetable")
                    noun = i;
            }
            if (noun < 0 || StatusCues.Read(document, sentence.FirstToken, sentence.EndToken) is not { Sense: EventSense.NotYet or EventSense.Uncertain or EventSense.Scheduled } cue || EventSenses.Status(cue.Sense, isOver: false) is not { } status)
                continue;
            var home = groups.Where(g => g.Exists(m => m.Statement.Document.Id == document.Id)).MaxBy(g => g.Count) ?? groups.Find(g => 2 * g.Count > groups.Sum(o => o.Count));
            home?.Add(new ProspectMention(
                statement,
                new EventMention(document.Tokens[noun].Span, home[0].Kind, statement.Span, 0, [], null, DateRange.Unknown, EventSenses.Modality(cue.Sense), cue.Words, null, "talk-of-dates"),
                status, [], new HashSet<string>(StringComparer.Ordinal), null) { Theme = EventTheme.None });
        }
    }

    // What is told to have happened or not to have happened, by the class of the event: looked up once for all groups.
    private static ILookup<string, (Statement Statement, EventMention Event)> Reports(IReadOnlyList<Statement> statements) =>
        statements
            .SelectMany(s => EventsIn(s).Where(e => e.Status is null && (IsAbsence(e) || (e.Modality == Modality.Happened && IsVerb(s.Document, e)))).Select(e => (s, e)))
            .ToLookup(x => x.e.Type, StringComparer.Ordinal);

    private static IEnumerable<EventMention> EventsIn(Statement statement)
    {
        var events = statement.Document.Events;
        for (var i = Ordered.FirstAt(events, statement.Span.Start, e => e.Predicate.Start); i < events.Count && events[i].Predicate.Start < statement.Span.End; i++)
        {
            if (statement.Span.Contains(events[i].Predicate))
                yield return events[i];
        }
    }

    // "did not meet", "no meeting took place"
    private static bool IsAbsence(EventMention e) => e is { Modality: Modality.Denied, Rule: "negation" };

    // That it did not happen can be said of any day but one on which it was to happen, or once that is past.
    private static bool IsOfItsTime(List<ProspectMention> group, Statement statement, EventMention e)
    {
        var windows = group.Where(m => m.Status != ProspectStatus.Happened && m.Event.Time.IsBounded).Select(m => m.Event.Time).ToList();
        return e.Time.IsUnknown ? windows.Count > 0 && windows.TrueForAll(w => w.Latest < statement.Said.Earliest)
            : windows.Exists(w => !w.IsDisjoint(e.Time)) && e.Time.Earliest <= statement.Said.Latest;
    }

    // Past reports of the same event, printed after it was first spoken of and dated no earlier: it happened, or did not.
    private static void AddWhatCameOfIt(List<ProspectMention> group, ILookup<string, (Statement Statement, EventMention Event)> reports, EntityIndex index, Dictionary<Document, EventThemeReader> themes)
    {
        var spoken = group.Select(m => m.Statement.Said.Earliest).OfType<LocalDate>().ToList();
        if (spoken.Count == 0 || group.TrueForAll(m => m.Parties.Count == 0 && m.Theme.Terms.Count == 0))
            return;
        var first = spoken.Min();
        Statement? added = null;
        foreach (var (statement, e) in reports[group[0].Kind])
        {
            if (statement == added || !(statement.Said.Earliest > first) || (e.Time.Earliest is { } day && day < first))
                continue;
            if (IsAbsence(e) && !IsOfItsTime(group, statement, e))
                continue;
            var mention = Describe(statement, e, IsAbsence(e) ? ProspectStatus.DidNotHappen : ProspectStatus.Happened, index, themes);
            var isOne = ByTheme.Contains(mention.Kind) ? SharedTerms(group, mention) > 0 : mention.Parties.Count > 0 && Shared(group, mention) > 0;
            if (isOne && !SuperlativeSlots.IsSuperlative(statement))
            {
                group.Add(mention);
                added = statement;
            }
        }
    }

    private static bool IsVerb(Document document, EventMention e) =>
        Inflection.IsPast(document.Slice(e.Predicate).Split(' ')[0].ToLowerInvariant());

    // Two texts speak of it, or one at some length or with all that a diary asks (who, whom, when), and somebody says more than that
    // it is to come.
    private static bool IsWorthTracking(List<ProspectMention> group, Dictionary<string, string> texts, int pages)
    {
        var speaking = group.Select(m => texts.GetValueOrDefault(m.Statement.Document.Id, m.Statement.Document.Id)).Distinct(StringComparer.Ordinal).Count();
        var isCovered = pages <= SmallPile ? speaking > 1 || group.Count > 2 || group.Exists(IsDiaryEntry) : speaking >= Math.Max(2, Math.Sqrt(pages) / 2);
        return isCovered
            && group.Exists(m => m.Status is not (ProspectStatus.Expected or ProspectStatus.Mooted or ProspectStatus.Denied) || m.Event.Hedge is not null);
    }

    private static bool IsDiaryEntry(ProspectMention mention) =>
        mention.Status is ProspectStatus.Scheduled or ProspectStatus.Agreed or ProspectStatus.Conditional && mention.Parties.Count > 1 && mention.Event.Time.IsBounded;

    // One mention a sentence and kind: the first awaited event outside its conditions. A second kind only where it is conditional:
    // "no confirmation of the visit has come, but a meeting would be considered if …".
    private static IEnumerable<ProspectMention> Leading(Statement statement, EntityIndex index, Dictionary<Document, EventThemeReader> themes)
    {
        var kinds = new HashSet<string>(StringComparer.Ordinal);
        foreach (var e in statement.Document.Events)
        {
            if (e.Status is not { } status || !statement.Span.Contains(e.Predicate) || !(ByParties.Contains(e.Type) || ByTheme.Contains(e.Type)))
                continue;
            if (e.Condition is { } condition && condition.Contains(e.Predicate))
                continue;
            if ((kinds.Count == 0 || status is ProspectStatus.Conditional) && kinds.Add(e.Type))
                yield return Describe(statement, e, status, index, themes);
        }
    }

    private static ProspectMention Describe(Statement statement, EventMention e, ProspectStatus status, EntityIndex index, Dictionary<Document, EventThemeReader> themes)
    {
        if (!themes.TryGetValue(statement.Document, out var reader))
            themes[statement.Document] = reader = new EventThemeReader(statement.Document, index);
        var theme = reader.Read(e);
        var parties = e.Participants
            .Select(p => index.Of(statement.Document, p)).OfType<Entity>()
            .Select(p => p.Id).Distinct(StringComparer.Ordinal)
            // Those who speak for others announce meetings, and outlets report them; they do not hold them.
            .Where(p => !index.IsSpokesperson(p) && !statement.Document.Upstream.Any(u => OutletNames.Same(u.Name, index.NameOf(p))))
            .ToList();
        // Whom it is done to, or who does it, where the tree tells; not whoever else its clause names.
        if (ByTheme.Contains(e.Type) && theme.Terms.Count > 0)
            parties = [.. theme.Terms.Where(t => index.ById(t) is { Type: EntityType.Person or EntityType.Organisation or EntityType.Group }).Order(StringComparer.Ordinal)];
        var circle = new HashSet<string>(parties, StringComparer.Ordinal);
        foreach (var party in parties)
            circle.UnionWith(index.Affiliations(party));
        return new ProspectMention(statement, e, status, parties, circle, e.Place is { } place && index.Of(statement.Document, place) is { } where ? index.PlaceId(where) : null)
        {
            Theme = theme,
        };
    }
}
