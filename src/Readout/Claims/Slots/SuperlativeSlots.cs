using Readout.Annotations;
using Readout.Stories;
using Readout.Text;

namespace Readout.Claims;

/// <summary>"The last time X and Y met was in …": an event that "last", "first" or "only" makes unique, and its date and place.</summary>
/// <param name="Kind"><c>last</c>, <c>first</c>, <c>only</c> or <c>next</c>.</param>
/// <param name="Theme">Verb and thing of "the roof was last checked in …", stems; null where nothing is done to a thing.</param>
/// <param name="Thing">Id of that thing where its name stands there; null where it has none.</param>
internal sealed record SuperlativeSlot(
    Statement Statement, string Kind, string EventClass, IReadOnlyList<string> Participants, bool NamesAGroup, DateRange When, string? Place, string? Theme, string? Thing)
{
    /// <summary>Time of day as <c>03:40</c>, where an hour is given and no day.</summary>
    public string? Clock { get; init; }
}

/// <summary>Reads and compares events that can have one date only.</summary>
internal static class SuperlativeSlots
{
    /// <summary>How alike two sentences must be that say the same of one thing.</summary>
    private const double AlikeOfOneThing = 0.25;

    /// <summary>The same of one place, where one of them does not say who.</summary>
    private const double AlikeInOnePlace = 0.4;

    public static IReadOnlyList<SuperlativeSlot> Read(IReadOnlyList<Statement> statements, EntityIndex index) =>
        [.. statements.Select(s => Read(s, index)).OfType<SuperlativeSlot>()];

    private static SuperlativeSlot? Read(Statement statement, EntityIndex index)
    {
        var document = statement.Document;
        var sentence = statement.Sentence;
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (Kind(document, i) is not { } kind)
                continue;
            var (predicate, eventClass) = Event(document, sentence, i, kind);
            // "was last inspected": a verb of no class counts where it says what was done to a thing.
            var (theme, thing) = kind == "last" ? Theme(document, i, index) : default;
            if (theme is not null && (eventClass is null || predicate.Start > document.Tokens[i + 1].Span.Start))
                (predicate, eventClass) = (document.Tokens[i + 1].Span, theme);
            if (eventClass is null)
                continue;
            var when = kind == "first" ? Since(document, sentence, predicate, eventClass) : DateRange.Unknown;
            // "the first strike since 1951" dates the last one
            if (!when.IsUnknown)
                kind = "last";
            else
                when = When(document, sentence, i, predicate, kind);
            var clock = when.IsUnknown ? Hour(document, sentence, predicate) : null;
            if (when.IsUnknown && clock is null)
                continue;
            var clause = sentence.Span;
            var people = Participants.Of(document, clause, predicate, statement.Quotation is { } quotation ? [quotation] : [])
                .Select(e => index.Of(document, e)).OfType<Entity>()
                .Where(e => e.Type is EntityType.Person or EntityType.Organisation).Select(e => e.Id).Distinct(StringComparer.Ordinal).ToList();
            var place = Participants.Place(document, clause, predicate) is { } p ? index.Of(document, p)?.Name : null;
            return new SuperlativeSlot(statement, kind, eventClass, people, NamesAGroup(document, sentence), when, place, theme, thing) { Clock = clock };
        }
        return null;
    }

    /// <summary>True where the sentence speaks of the last, first or only one of a kind: background, not news.</summary>
    public static bool IsSuperlative(Statement statement)
    {
        for (var i = statement.Sentence.FirstToken; i < statement.Sentence.EndToken; i++)
        {
            if (Kind(statement.Document, i) == "last")
                return true;
        }
        return false;
    }

    private static string? Kind(Document document, int i)
    {
        var norm = document.Tokens[i].Norm;
        var kind = norm switch
        {
            "last" or "previous" or "latest" => "last",
            "recent" when i > 0 && document.Tokens[i - 1].Norm == "most" => "last",
            "recently" when i > 0 && document.Tokens[i - 1].Norm == "most" => "last",
            "first" => "first",
            "only" => "only",
            "next" => "next",
            _ => null,
        };
        // "last Saturday" is a date, not the last of a series.
        return kind is not null && document.Times.Any(t => t.Span.Contains(document.Tokens[i].Span)) ? null : kind;
    }

    // The event that the word makes unique stands within a few tokens after it: "last met", "last time X met", "last in-person talks".
    private static (Span Predicate, string? Class) Event(Document document, Sentence sentence, int at, string kind)
    {
        var tokens = document.Tokens;
        // "last time X met", "next round of the dockers' talks"
        var reach = at + 1 >= sentence.EndToken ? 0 : tokens[at + 1].Norm switch { "time" => 16, "round" => 8, _ => 5 };
        for (var i = at + 1; i < Math.Min(sentence.EndToken, at + 1 + reach); i++)
        {
            // "in March" is no march
            if (PredicateClasses.At(tokens, i, sentence.EndToken) is not { } hit || document.Times.Any(t => t.Span.Contains(tokens[i].Span)))
                continue;
            var name = hit.Class;
            // A conversation face to face is a meeting.
            if (name == "talk" && InPerson(tokens, sentence))
                name = "meet";
            return (new Span(tokens[i].Span.Start, tokens[hit.End - 1].Span.End), name);
        }
        return (default, null);
    }

    private static bool InPerson(IReadOnlyList<Token> tokens, Sentence sentence)
    {
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (tokens[i].Norm is "in-person" or "face-to-face" || (tokens[i].Norm == "person" && i > 0 && tokens[i - 1].Norm == "in"))
                return true;
        }
        return false;
    }

    // "since 1951", "since they met in Vask in 2024": only where nothing but the same kind of event stands before the time.
    private static DateRange Since(Document document, Sentence sentence, Span predicate, string eventClass)
    {
        var tokens = document.Tokens;
        var at = Ordered.FirstAt(tokens, predicate.End, t => t.Span.Start);
        while (at < sentence.EndToken && tokens[at].Norm != "since")
            at++;
        for (var i = at + 1; i < sentence.EndToken; i++)
        {
            if (document.Times.FirstOrDefault(t => t.Span.Contains(tokens[i].Span)) is { } time)
                return time.Type == TimexType.Date && time.When.IsBounded ? time.When : DateRange.Unknown;
            if (tokens[i].Kind != TokenKind.Word || Stems.IsStop(tokens[i].Norm) || document.Mentions.Any(m => m.Span.Contains(tokens[i].Span)))
                continue;
            if (PredicateClasses.At(tokens, i, sentence.EndToken)?.Class != eventClass)
                return DateRange.Unknown;
        }
        return DateRange.Unknown;
    }

    // A superlative's own date follows its predicate.
    private static DateRange When(Document document, Sentence sentence, int at, Span predicate, string kind)
    {
        foreach (var time in document.Times)
        {
            if (!sentence.Span.Contains(time.Span) || time.Type is TimexType.Duration or TimexType.Set || !time.When.IsBounded || IsHourOfNoDay(time))
                continue;
            if (time.Span.Start > document.Tokens[at].Span.Start && (kind != "first" || time.Span.Start > predicate.End))
                return time.When;
        }
        return DateRange.Unknown;
    }

    private static string? Hour(Document document, Sentence sentence, Span predicate) =>
        document.Times.Where(t => sentence.Span.Contains(t.Span) && t.Span.Start > predicate.End && IsHourOfNoDay(t)).Select(t => t.Value!.Split('T')[^1]).FirstOrDefault();

    // "The first call came at 3.40 a.m.": its day was read from the page's.
    private static bool IsHourOfNoDay(TimeExpression time) => time.Anchored && time.Value is { } value && value.Contains('T', StringComparison.Ordinal) && value.Contains(':', StringComparison.Ordinal);

    /// <summary>The disputes and changes among the slots.</summary>
    public static IEnumerable<Finding> Compare(IReadOnlyList<SuperlativeSlot> slots, Similarity similarity, EntityIndex index, OrderEvidence order)
    {
        for (var i = 0; i < slots.Count; i++)
        {
            for (var j = i + 1; j < slots.Count; j++)
            {
                if (Compare(slots[i], slots[j], similarity, index, order) is { } finding)
                    yield return finding;
            }
        }
    }

    private static Finding? Compare(SuperlativeSlot a, SuperlativeSlot b, Similarity similarity, EntityIndex index, OrderEvidence order)
    {
        if (a.Kind != b.Kind || a.EventClass != b.EventClass || a.Statement.Document.Id == b.Statement.Document.Id || !SameParticipants(a, b, similarity, index))
            return null;
        if (a.Clock is not null || b.Clock is not null)
            return HourConflict(a, b);
        if (!a.When.IsDisjoint(b.When))
            return a.Kind == "next" ? null : PlaceConflict(a, b);
        if (a.Kind == "next" && !IsNextOfBoth(a, b))
            return null;
        // "Last" only ever moves forward, and not before the earlier page was printed.
        var (older, newer) = Chronology.IsBefore(a.When, b.When) ? (a, b) : (b, a);
        if (a.Kind == "last" && !Chronology.IsBefore(newer.When, older.Statement.Document.Anchor))
        {
            return Chronology.IsBefore(newer.Statement.Document.Anchor, older.Statement.Document.Anchor)
                ? null
                : new Finding(FindingKind.Update, DisputeType.Date, older.Statement, older.When.ToString(), newer.Statement, newer.When.ToString(),
                    "the later date came after the earlier page was written", "superlative-moved-on");
        }
        return new Finding(FindingKind.Dispute, DisputeType.Date, a.Statement, Show(a), b.Statement, Show(b),
            $"one {a.Kind} occasion, two dates; neither page could have known a later one", "superlative-date")
        {
            Evidence = [.. order.Of(older, newer).Select(e => new ValueEvidence(Show(e.Slot), e.Statement, e.Rule))],
        };
    }

    // "The first call came at 3.40 a.m.", "at 3.10 a.m."
    private static Finding? HourConflict(SuperlativeSlot a, SuperlativeSlot b) =>
        a.Clock is { } x && b.Clock is { } y && x != y && a.Kind is "first" or "last" && a.Statement.Said.IsDay && b.Statement.Said.IsDay
        && Math.Abs(NodaTime.Period.DaysBetween(a.Statement.Said.Earliest!.Value, b.Statement.Said.Earliest!.Value)) <= MostDaysApart
            ? new Finding(FindingKind.Dispute, DisputeType.Date, a.Statement, x, b.Statement, y, $"one {a.Kind} occasion, two times of day", "superlative-clock") { NeedsOneEvent = true }
            : null;

    // What comes next is another thing once it was, and may be put off: only pages of one time contradict each other.
    private static bool IsNextOfBoth(SuperlativeSlot a, SuperlativeSlot b)
    {
        var (x, y) = (a.Statement.Said, b.Statement.Said);
        if (!x.IsDay || !y.IsDay || Math.Abs(NodaTime.Period.DaysBetween(x.Earliest!.Value, y.Earliest!.Value)) > MostDaysApart)
            return false;
        return Chronology.IsBefore(x, a.When) && Chronology.IsBefore(y, b.When) && Chronology.IsBefore(x, b.When) && Chronology.IsBefore(y, a.When);
    }

    private const int MostDaysApart = 2;

    private static Finding? PlaceConflict(SuperlativeSlot a, SuperlativeSlot b)
    {
        var apart = a.Place is not null && b.Place is not null && !OneInOther(a.Place, b.Place);
        return apart && a.When == b.When && a.When.IsDay && a.Participants.Count > 0 && b.Participants.Count > 0
            ? new Finding(FindingKind.Dispute, DisputeType.Place, a.Statement, a.Place!, b.Statement, b.Place!,
                $"one {a.Kind} occasion on one day, two places", "superlative-place")
            : null;
    }

    private static bool OneInOther(string a, string b) =>
        a.Contains(b, StringComparison.OrdinalIgnoreCase) || b.Contains(a, StringComparison.OrdinalIgnoreCase);

    // What is done and to what, in words that another page would use as well: the last word of a name stands for it ("the Harbour Baths", "the baths").
    private static (string? Theme, string? Thing) Theme(Document document, int at, EntityIndex index)
    {
        var tokens = document.Tokens;
        if (document.Words.Count == 0 || at + 1 >= tokens.Count)
            return default;
        var tree = new WordTree(document);
        var thing = ThingDoneTo(document, tree, at);
        if (thing < 0 || document.Words[thing].Upos is not (Upos.Noun or Upos.Propn))
            return default;
        var place = document.Words[thing].Span;
        var named = Participants.MentionsIn(document, tree.Phrase(thing)).Where(m => m.Span.Contains(place)).Select(m => index.Of(document, m.Entity)?.Id).FirstOrDefault();
        return ($"{Root(tokens[at + 1].Norm)} {Stems.Of(document.Slice(place).ToLowerInvariant())}", named);
    }

    // "the dam was last inspected", "the last inspection of the dam": the dam.
    private static int ThingDoneTo(Document document, WordTree tree, int at)
    {
        var tokens = document.Tokens;
        var word = tree.WordFrom(tokens[at + 1].Span.Start);
        if (word >= document.Words.Count)
            return -1;
        if (at > 0 && tokens[at - 1].Norm is "was" or "were" or "been" or "is" or "are" && Inflection.IsPast(tokens[at + 1].Norm))
        {
            // The tree may take "last" for what the thing is.
            int[] heads = [word, tree.WordFrom(tokens[at].Span.Start)];
            return heads.Where(h => h < document.Words.Count).SelectMany(h => (int[])[tree.Child(h, "nsubj:pass"), tree.Child(h, "nsubj")]).FirstOrDefault(c => c >= 0, -1);
        }
        return document.Words[word].Upos is Upos.Noun && tokens[at].Norm is "last" or "latest" or "recent"
            ? tree.Children(word).FirstOrDefault(c => document.Words[c].Relation is "nmod" && tree.Child(c, "case") is >= 0 and var of && document.Words[of].Lemma is "of", -1)
            : -1;
    }

    // What "inspected" and "inspection" have in common.
    private static string Root(string norm) => Stems.Of(norm) is var stem && stem.Length > RootLetters ? stem[..RootLetters] : Stems.Of(norm);

    private const int RootLetters = 5;

    // "the two mayors", "both leaders", "the pair": a group whose members are named elsewhere on the page.
    private static bool NamesAGroup(Document document, Sentence sentence)
    {
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (document.Tokens[i].Norm is "two" or "both" or "pair" or "they")
                return true;
        }
        return false;
    }

    private static bool Mentions(Document document, IReadOnlyList<string> people, EntityIndex index)
    {
        var named = Enumerable.Range(0, document.Entities.Count).Select(e => index.Of(document, e)?.Id).ToHashSet(StringComparer.Ordinal);
        return people.Count(named.Contains) >= 2;
    }

    private static bool SameParticipants(SuperlativeSlot a, SuperlativeSlot b, Similarity similarity, EntityIndex index)
    {
        foreach (var (group, named) in ((SuperlativeSlot, SuperlativeSlot)[])[(a, b), (b, a)])
        {
            if (group.NamesAGroup && group.Participants.Count < 2 && named.Participants.Count >= 2 && Mentions(group.Statement.Document, named.Participants, index))
                return true;
        }
        // The same done to one thing, whoever tells it; the dates, which differ, are a good part of so short a sentence.
        if (a.Theme is not null && a.Theme == b.Theme && (a.Thing is null || b.Thing is null || a.Thing == b.Thing) && similarity.Of(a.Statement, b.Statement) >= AlikeOfOneThing)
            return true;
        var shared = a.Participants.Count(b.Participants.Contains);
        var fewer = Math.Min(a.Participants.Count, b.Participants.Count);
        if (fewer >= 2)
            return shared >= 2;
        if (fewer == 1)
            return shared == 1 && similarity.Of(a.Statement, b.Statement) >= 0.35;
        if (a.Place is not null && a.Place == b.Place && similarity.Of(a.Statement, b.Statement) >= AlikeInOnePlace)
            return true;
        // Nobody is named: the rest of the sentence must then speak of the same thing; who they were that last met is mostly known from before.
        return similarity.Of(a.Statement, b.Statement) >= (a.Kind == "last" && a.EventClass is "meet" or "talk" ? 0.35 : 0.5);
    }

    private static string Show(SuperlativeSlot slot) => slot.Place is null ? slot.When.ToString() : $"{slot.When}, {slot.Place}";
}
