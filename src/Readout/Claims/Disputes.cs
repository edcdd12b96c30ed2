using Readout.Stories;
using Readout.Text;

namespace Readout.Claims;

/// <summary>Gathers findings into disputes: one dispute a slot, one side a value, every attestation on its side.</summary>
internal static class Disputes
{
    public static IReadOnlyList<Dispute> Collect(IReadOnlyList<Finding> findings)
    {
        var ids = new ShortIds("x");
        var disputes = new List<Dispute>();
        foreach (var slot in Slots(findings.Where(f => f.Kind is FindingKind.Dispute or FindingKind.Inconsistency)))
        {
            var first = slot[0];
            var sides = slot
                .SelectMany(f => ((string Value, Statement Statement)[])[(f.ValueA, f.A), (f.ValueB, f.B)])
                .GroupBy(x => x.Value, StringComparer.Ordinal)
                .Select(g => new DisputeSide(g.Key, Attestations(g.Select(x => x.Statement))))
                .OrderBy(s => s.Value, StringComparer.Ordinal)
                .ToList();
            if (sides.Count < 2)
                continue;
            disputes.Add(new Dispute(
                ids.For(first.Rule + "|" + string.Join('|', sides.Select(s => s.Value))),
                first.Type,
                first.Kind == FindingKind.Dispute ? DisputeScope.BetweenSources : DisputeScope.WithinPage,
                sides, first.Reason, first.Rule));
        }
        return [.. disputes.OrderBy(d => d.Scope).ThenBy(d => d.Id, StringComparer.Ordinal)];
    }

    /// <summary>Earliest origin first.</summary>
    private static IReadOnlyList<Citation> Attestations(IEnumerable<Statement> statements) =>
    [
        .. statements.Distinct()
            .OrderBy(s => Chronology.SortDay(s.Said)).ThenBy(s => s.Document.Id, StringComparer.Ordinal).ThenBy(s => s.Span.Start)
            .Select(s => new Citation(s.Document.Id, s.Span)),
    ];

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
