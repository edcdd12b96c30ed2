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
            var ready = new List<Statement>();
            var notReady = new List<Statement>();
            foreach (var statement in page)
            {
                var events = statement.Document.Events.Where(e => statement.Span.Contains(e.Predicate)).ToList();
                var readiness = Readiness.Of(statement.Document, statement.Sentence);
                if (readiness == Readiness.Level.Absent)
                    notReady.Add(statement);
                else if (readiness == Readiness.Level.Advanced)
                    ready.Add(statement);
                if (Readiness.SaysNoDate(statement.Document, statement.Sentence))
                    notFixed.Add(statement);
                else if (FixesDay(statement, events))
                    fixedDate.Add(statement);
            }
            foreach (var finding in Pair(fixedDate, notFixed, DisputeType.Date, "a day is given", "no day is fixed"))
                yield return finding;
            foreach (var finding in Pair(ready, notReady, DisputeType.Value, "well advanced", "not begun"))
                yield return finding;
        }
    }

    // Only a plain future with a day counts: "was due to be held on" or "put off until" leave the day open again.
    private static bool FixesDay(Statement statement, List<EventMention> events)
    {
        if (statement.Negated || Conditions.Find(statement.Document, statement.Sentence.FirstToken, statement.Sentence.EndToken) is not null)
            return false;
        var hasDay = statement.Document.Times.Any(t => statement.Span.Contains(t.Span) && t.When.IsDay && t.Type is TimexType.Date or TimexType.Time
            && statement.Document.Anchor.Earliest is var today && (today is null || t.When.Earliest >= today));
        return hasDay && Readiness.HasPlainFuture(statement.Document, statement.Sentence)
            && !events.Exists(e => e.Status is ProspectStatus.Postponed or ProspectStatus.Cancelled or ProspectStatus.Uncertain or ProspectStatus.Mooted or ProspectStatus.NotYet);
    }

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
                    "the page contradicts itself here, probably mistranslated", "self-contradiction");
            }
        }
    }

    // About the same happening: a shared kind of event or a shared name.
    private static bool Related(Statement a, Statement b) =>
        a.Terms.Any(t => t[0] == '#' && t is not ("#prepare" or "#start" or "#need") && b.Terms.Contains(t)) || a.Entities.Any(b.Entities.Contains)
        || a.Terms.Contains("#prepare") || b.Terms.Contains("#prepare");
}

/// <summary>How far a plan has come, by the words of one sentence.</summary>
internal static class Readiness
{
    internal enum Level { Unsaid, Absent, Advanced }

    private static readonly Lazy<PhrasePatterns> Patterns = new(() =>
        new PhrasePatterns(Languages.Resource.Rows("En/readiness.tsv").Select(row => (row[0], row[1]))));

    public static Level Of(Document document, Sentence sentence)
    {
        var labels = Patterns.Value.Find(document.Tokens, sentence.FirstToken, sentence.EndToken).Select(m => m.Label).ToHashSet(StringComparer.Ordinal);
        if (labels.Contains("absent"))
            return labels.Contains("advanced") ? Level.Unsaid : Level.Absent;
        return labels.Contains("advanced") ? Level.Advanced : Level.Unsaid;
    }

    public static bool SaysNoDate(Document document, Sentence sentence) =>
        Patterns.Value.Find(document.Tokens, sentence.FirstToken, sentence.EndToken).Any(m => m.Label == "no-date");

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
