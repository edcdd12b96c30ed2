using Readout.Annotations;
using Readout.Stories;
using Readout.Text;

namespace Readout.Claims;

/// <summary>
/// A page at odds with itself: one sentence says that an event is fixed or well advanced, another that nothing has been fixed.
/// Usually a mark of damage by translation; never a dispute between sources.
/// </summary>
internal static class SelfContradictions
{
    public static IEnumerable<Finding> Find(IReadOnlyList<Statement> statements)
    {
        foreach (var page in statements.GroupBy(s => s.Document.Id, StringComparer.Ordinal))
        {
            var fixedDate = new List<Statement>();
            var notFixed = new List<Statement>();
            var fixedPlace = new List<Statement>();
            var noPlace = new List<Statement>();
            var ready = new List<Statement>();
            var notReady = new List<Statement>();
            foreach (var statement in page)
            {
                var events = statement.Document.Events.Where(e => statement.Span.Contains(e.Predicate)).ToList();
                var said = Readiness.Labels(statement.Document, statement.Sentence);
                var readiness = Readiness.Of(said);
                if (readiness == Readiness.Level.Absent)
                    notReady.Add(statement);
                else if (readiness == Readiness.Level.Advanced)
                    ready.Add(statement);
                if (said.Contains("no-date"))
                    notFixed.Add(statement);
                else if (said.Contains("no-place"))
                    noPlace.Add(statement);
                else if (IsPlainPlan(statement, events))
                {
                    if (FixesDay(statement))
                        fixedDate.Add(statement);
                    if (FixesPlace(statement))
                        fixedPlace.Add(statement);
                }
            }
            foreach (var finding in Pair(fixedDate, notFixed, DisputeType.Date, "a day is given", "no day is fixed"))
                yield return finding;
            foreach (var finding in Pair(fixedPlace, noPlace, DisputeType.Place, "a place is given", "no place is known"))
                yield return finding;
            foreach (var finding in Pair(ready, notReady, DisputeType.Value, "plans are well advanced", "plans have not begun"))
                yield return finding;
        }
    }

    // Only a plain future counts: "was due to be held on" or "put off until" leave the day open again.
    private static bool IsPlainPlan(Statement statement, List<EventMention> events) =>
        !statement.Negated
        && !events.Exists(e => e.Condition is not null)
        && Readiness.HasPlainFuture(statement.Document, statement.Sentence)
        && !events.Exists(e => e.Status is ProspectStatus.Postponed or ProspectStatus.Cancelled or ProspectStatus.Uncertain or ProspectStatus.Mooted or ProspectStatus.NotYet or ProspectStatus.Denied);

    private static bool FixesDay(Statement statement) =>
        statement.Document.Times.Any(t => statement.Span.Contains(t.Span) && t.Type is TimexType.Date or TimexType.Time && NamesDay(t));

    // "23 May" names a day even where the year is not known (TIMEX3 XXXX-05-23); a weekday alone mostly dates the speech.
    private static bool NamesDay(TimeExpression time) =>
        time.Value is { Length: >= 10 } value && value[4] == '-' && char.IsAsciiDigit(value[5]) && value[7] == '-' && char.IsAsciiDigit(value[8]) && char.IsAsciiDigit(value[9]);

    private static bool FixesPlace(Statement statement) =>
        Participants.Place(statement.Document, statement.Span, new Span(statement.Span.Start, statement.Span.Start)) is not null;

    private static IEnumerable<Finding> Pair(List<Statement> yes, List<Statement> no, DisputeType type, string valueYes, string valueNo)
    {
        if (yes.Count == 0 || no.Count == 0)
            yield break;
        foreach (var n in no)
        {
            var y = yes.Find(s => s != n && Related(s, n));
            if (y is not null)
            {
                yield return new Finding(FindingKind.Inconsistency, type, y, valueYes, n, valueNo,
                    "the page contradicts itself here" + (IsTranslated(n) ? ", probably mistranslated" : ""), "self-contradiction");
            }
        }
    }

    // About the same happening: a shared kind of event, or a shared name where neither names an event that the other does not.
    private static bool Related(Statement a, Statement b) =>
        !(NamesOtherEvents(a, b) && !IsTranslated(a)) && SharesTopic(a, b);

    private static bool NamesOtherEvents(Statement a, Statement b)
    {
        var of = b.Terms.Where(t => t[0] == '#' && t is not ("#prepare" or "#start" or "#need")).ToList();
        return of.Count > 0 && !of.Exists(a.Terms.Contains);
    }

    private static bool SharesTopic(Statement a, Statement b) =>
        a.Terms.Any(t => t[0] == '#' && t is not ("#prepare" or "#start" or "#need") && b.Terms.Contains(t)) || a.Entities.Any(b.Entities.Contains)
        || a.Terms.Contains("#prepare") || b.Terms.Contains("#prepare")
        // What a page announces in its first sentences is what it is about.
        || (IsTranslated(a) && a.Sentence.Paragraph <= 2);

    private static bool IsTranslated(Statement statement) =>
        statement.Document.Diagnostics.Any(d => d.Code == DiagnosticCode.MachineTranslation);
}

/// <summary>How far a plan has come, by the words of one sentence.</summary>
internal static class Readiness
{
    internal enum Level { Unsaid, Absent, Advanced }

    private static readonly Lazy<PhrasePatterns> Patterns = new(() =>
        new PhrasePatterns(Languages.Resource.Rows("En/readiness.tsv").Select(row => (row[0], row[1]))));

    /// <summary>Which of the list's labels a sentence has words of.</summary>
    public static HashSet<string> Labels(Document document, Sentence sentence) =>
        Patterns.Value.Find(document.Tokens, sentence.FirstToken, sentence.EndToken).Select(m => m.Label).ToHashSet(StringComparer.Ordinal);

    public static Level Of(HashSet<string> labels)
    {
        if (labels.Contains("absent"))
            return labels.Contains("advanced") ? Level.Unsaid : Level.Absent;
        return labels.Contains("advanced") ? Level.Advanced : Level.Unsaid;
    }

    public static bool HasPlainFuture(Document document, Sentence sentence)
    {
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (document.Tokens[i].Norm is "will" or "shall")
                return true;
        }
        return false;
    }
}
