using NodaTime;
using Readout.Annotations;
using Readout.Stories;
using Readout.Text;

namespace Readout.Claims;

/// <summary>
/// The order in which things were said. Pages without a day are placed by the middle of their interval,
/// then moved where a count that only grows shows which of two pages spoke first.
/// </summary>
internal sealed class SpeechOrder
{
    private readonly Dictionary<string, LocalDate> _days;

    public SpeechOrder(Story story, IEnumerable<Finding> findings)
    {
        _days = story.Documents.ToDictionary(d => d.Id, d => Chronology.SortDay(d.Anchor), StringComparer.Ordinal);
        var undated = story.Documents.Where(d => !d.Anchor.IsDay).Select(d => d.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var finding in findings.Where(f => f.Kind == FindingKind.Update && f.Rule == QuantityComparison.GrewUndated))
        {
            var (first, then) = (finding.A.Document.Id, finding.B.Document.Id);
            if (_days[first] < _days[then])
                continue;
            if (undated.Contains(first) && _days[then] != LocalDate.MaxIsoValue)
                _days[first] = _days[then].PlusDays(-1);
            else if (undated.Contains(then) && _days[first] != LocalDate.MaxIsoValue)
                _days[then] = _days[first].PlusDays(1);
        }
    }

    /// <summary>A day to sort a statement by; never shown.</summary>
    public LocalDate Day(Statement statement) =>
        statement.Said.IsDay ? Chronology.SortDay(statement.Said) : Day(statement.Document);

    public LocalDate Day(Document document) => _days[document.Id];
}
