using Readout.Stories;
using Readout.Text;

namespace Readout.Claims;

/// <summary>Gathers findings into changes: the steps of one value, in the order in which they were said.</summary>
internal static class Changes
{
    public static IReadOnlyList<Change> Collect(IReadOnlyList<Finding> findings)
    {
        var ids = new ShortIds("u");
        var changes = new List<Change>();
        foreach (var slot in Disputes.Slots(findings.Where(f => f.Kind is FindingKind.Update or FindingKind.Refinement)))
        {
            var first = slot[0];
            var order = Rank(slot);
            var steps = slot
                .SelectMany(f => ((string Value, Statement Statement)[])[(f.ValueA, f.A), (f.ValueB, f.B)])
                .DistinctBy(x => x.Statement)
                .OrderBy(x => order[x.Statement]).ThenBy(x => Chronology.SortDay(x.Statement.Said)).ThenBy(x => x.Statement.Document.Id, StringComparer.Ordinal)
                .Select(x => new ChangeStep(x.Statement.Document.Id, x.Statement.Span, x.Value, x.Statement.Said))
                .ToList();
            changes.Add(new Change(
                ids.For(first.Rule + "|" + string.Join('|', steps.Select(s => s.Value + s.Document))),
                first.Kind == FindingKind.Update ? ChangeKind.Update : ChangeKind.Refinement,
                steps, first.Reason, first.Rule));
        }
        return [.. changes.OrderBy(c => c.Kind).ThenBy(c => c.Id, StringComparer.Ordinal)];
    }

    // A finding says which of its two statements comes first; the longest way from a first one orders more than two.
    private static Dictionary<Statement, int> Rank(IReadOnlyList<Finding> slot)
    {
        var rank = new Dictionary<Statement, int>();
        foreach (var finding in slot)
        {
            rank.TryAdd(finding.A, 0);
            rank.TryAdd(finding.B, 0);
        }
        for (var round = 0; round < rank.Count; round++)
        {
            var moved = false;
            foreach (var finding in slot)
            {
                if (rank[finding.B] <= rank[finding.A])
                {
                    rank[finding.B] = rank[finding.A] + 1;
                    moved = true;
                }
            }
            if (!moved)
                break;
        }
        return rank;
    }
}
