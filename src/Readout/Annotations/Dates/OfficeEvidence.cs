using NodaTime;
using Readout.Languages;
using Readout.Text;

namespace Readout.Annotations;

/// <summary>Dates a page by who holds an office in it: "President X", "president-elect X", "X, the president of Y", "former President X".</summary>
internal static class OfficeEvidence
{
    // A winner is called elect from the vote to the oath: eleven weeks at most in the United States.
    private const int ElectDays = 80;

    private const int LongestName = 4;

    private static readonly WorldKnowledge World = WorldKnowledge.English;

    public static void Collect(TimeCursor c, bool isCurrent, List<DateEvidence> evidence)
    {
        for (var i = c.Begin; i < c.End; i++)
        {
            if (Title(c, i) is not { } title)
                continue;
            var name = title.End;
            // the president of Vask, Ada Kovar
            if (c.Norm(name) is "of")
            {
                while (c.Has(name) && name < title.End + 7 && c.Norm(name) is not ",")
                    name++;
                name++;
            }
            var terms = Named(c, name, title.Office, out var end);
            var first = i;
            if (terms.Count == 0)
                terms = Before(c, i, title.Office, ref first, ref end);
            if (terms.Count > 0)
                Add(c, first, i, Math.Max(end, title.End), title.Elect, terms, isCurrent, evidence);
        }
    }

    private static (string Office, bool Elect, int End)? Title(TimeCursor c, int i)
    {
        if (World.Offices.TryGetValue(c.Norm(i) + " " + c.Norm(i + 1), out var two))
            return (two.Office, two.Elect, i + 2);
        // "vice president" is no president
        return World.Offices.TryGetValue(c.Norm(i), out var one) && c.Norm(i - 1) is not ("vice" or "deputy" or "acting" or "council" or "company" or "club" or "senate" or "bank")
            ? (one.Office, one.Elect, i + 1)
            : null;
    }

    /// <summary>The terms of the name that starts here.</summary>
    private static IReadOnlyList<Term> Named(TimeCursor c, int at, string office, out int end)
    {
        var words = new List<string>();
        end = at;
        while (words.Count < LongestName && c.IsWord(end) && c.IsCapital(end) && c.Norm(end) is not "'s")
            words.Add(WorldKnowledge.Fold(c.Norm(end++)));
        for (; words.Count > 0; words.RemoveAt(words.Count - 1), end--)
        {
            if (World.Terms(office, words) is { Count: > 0 } terms)
                return terms;
        }
        return [];
    }

    /// <summary>"Ada Kovar, the president of Vask": the name before the title.</summary>
    private static IReadOnlyList<Term> Before(TimeCursor c, int title, string office, ref int first, ref int end)
    {
        var comma = c.Norm(title - 1) is "the" ? title - 2 : title - 1;
        if (c.Norm(comma) is not "," || c.Norm(title + 1) is not "of")
            return [];
        for (var from = comma - LongestName; from < comma; from++)
        {
            if (!c.Has(from) || !Enumerable.Range(from, comma - from).All(k => c.IsCapital(k) && c.IsWord(k)))
                continue;
            if (Named(c, from, office, out var close) is { Count: > 0 } terms && close == comma)
            {
                (first, end) = (from, title + 1);
                return terms;
            }
        }
        return [];
    }

    private static void Add(TimeCursor c, int first, int title, int end, bool elect, IReadOnlyList<Term> terms, bool isCurrent, List<DateEvidence> evidence)
    {
        var span = new Span(c.Tokens[first].Span.Start, c.Tokens[end - 1].Span.End);
        var start = terms.Min(t => t.When.Earliest!.Value);
        for (var k = title - 1; k > title - 4 && c.Has(k); k--)
        {
            var norm = c.Norm(k);
            if (norm is "former" or "ex" or "ex-" or "then" or "late" or "onetime" or "ousted" or "deposed" || norm.StartsWith("ex-", StringComparison.Ordinal) || norm.StartsWith("then-", StringComparison.Ordinal))
            {
                var left = norm is "former" or "ousted" or "deposed" || norm.StartsWith("ex", StringComparison.Ordinal);
                var ends = terms.Where(t => t.EndIsKnown).Select(t => t.When.Latest!.Value).ToList();
                evidence.Add(DateEvidence.NotBefore(span, left && ends.Count > 0 ? ends.Min() : start, 3, true, "former-office"));
                return;
            }
            if (norm is "," or "." or "and")
                break;
        }
        if (elect)
        {
            evidence.Add(new DateEvidence(span, [.. terms.Select(t => new DateRange(t.When.Earliest!.Value.PlusDays(-ElectDays), t.When.Earliest))], 4, true, "office-elect"));
            return;
        }
        // Nobody bears the title before the oath; long after, stories of the past still give it.
        evidence.Add(DateEvidence.NotBefore(span, start, 5, true, "office"));
        if (isCurrent)
            evidence.Add(new DateEvidence(span, [.. terms.Select(t => t.When)], 3, true, "office"));
    }
}
