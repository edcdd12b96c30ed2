using Readout.Stories;
using Readout.Text;

namespace Readout.Claims;

/// <summary>Gathers findings into disputes: one dispute a slot, one side a value, every attestation on its side.</summary>
internal static class Disputes
{
    /// <param name="findings">Values that cannot both hold.</param>
    /// <param name="origin">Who stands behind a statement.</param>
    public static IReadOnlyList<Dispute> Collect(IReadOnlyList<Finding> findings, Func<Statement, string?> origin)
    {
        var ids = new ShortIds("x");
        var disputes = new List<Dispute>();
        foreach (var slot in Slots(findings.Where(f => f.Kind is FindingKind.Dispute or FindingKind.Inconsistency)))
        {
            var first = slot[0];
            var sides = slot
                .SelectMany(f => ((string Value, Statement Statement)[])[(f.ValueA, f.A), (f.ValueB, f.B)])
                .GroupBy(x => x.Value, StringComparer.Ordinal)
                .Select(g => Side(g.Key, EarliestFirst(g.Select(x => x.Statement)), origin))
                .OrderBy(s => s.Value, StringComparer.Ordinal)
                .ToList();
            if (sides.Count < 2)
                continue;
            disputes.Add(new Dispute(
                ids.For(first.Rule + "|" + string.Join('|', sides.Select(s => s.Value))),
                first.Type,
                first.Kind == FindingKind.Dispute ? DisputeScope.BetweenSources : DisputeScope.WithinPage,
                sides, first.Reason, first.Rule)
            {
                Evidence = Evidence(slot, sides),
            });
        }
        return [.. disputes.OrderBy(d => d.Scope).ThenBy(d => d.Id, StringComparer.Ordinal)];
    }

    private static DisputeSide Side(string value, IReadOnlyList<Statement> statements, Func<Statement, string?> origin) =>
        new(value, [.. statements.Select(Cite)]) { Origin = origin(statements[0]) };

    // What is itself a statement of a side is no evidence for it.
    private static IReadOnlyList<SideEvidence> Evidence(IReadOnlyList<Finding> slot, List<DisputeSide> sides)
    {
        var stated = slot.SelectMany(f => (Statement[])[f.A, f.B]).ToHashSet();
        var side = sides.Select((s, i) => (s.Value, i)).ToDictionary(x => x.Value, x => x.i, StringComparer.Ordinal);
        return
        [
            .. EarliestFirst(slot.SelectMany(f => f.Evidence).Select(e => e.Statement).Where(s => !stated.Contains(s)))
                .SelectMany(s => slot.SelectMany(f => f.Evidence).Where(e => e.Statement == s))
                .Select(e => new SideEvidence(side[e.Value], Cite(e.Statement), e.Rule)).Distinct(),
        ];
    }

    private static Citation Cite(Statement statement) => new(statement.Document.Id, statement.Span);

    private static IReadOnlyList<Statement> EarliestFirst(IEnumerable<Statement> statements) =>
        [.. statements.Distinct().OrderBy(s => Chronology.SortDay(s.Said)).ThenBy(s => s.Document.Id, StringComparer.Ordinal).ThenBy(s => s.Span.Start)];

    /// <summary>Findings that share a statement and rule speak of one slot.</summary>
    internal static IReadOnlyList<IReadOnlyList<Finding>> Slots(IEnumerable<Finding> findings)
    {
        var slots = new List<List<Finding>>();
        foreach (var finding in findings)
        {
            var home = slots.Find(s => s.Exists(f => f.Rule == finding.Rule && (f.A == finding.A || f.A == finding.B || f.B == finding.A || f.B == finding.B)));
            if (home is null)
                slots.Add([finding]);
            else
                home.Add(finding);
        }
        return slots;
    }
}
