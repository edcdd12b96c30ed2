namespace Readout.Web.Records;

/// <summary>A text that copies nothing that is here: a page, and the pages that copy it.</summary>
/// <param name="Documents">The page and its copies.</param>
public sealed record Origin(string Id, PageRecord Page, IReadOnlySet<string> Documents);

/// <summary>What an origin says to a claim.</summary>
/// <param name="Says">says, denies or other value; silent has no cell.</param>
/// <param name="Value">The other value, where a dispute gives one.</param>
public sealed record ClaimCell(string Says, PlaceRecord Place, string? Value = null);

/// <summary>A claim with what each origin says to it.</summary>
public sealed record ClaimLine(ClaimRecord Claim, IReadOnlyDictionary<string, ClaimCell> Cells, IReadOnlyList<DisputeRecord> Disputes);

/// <summary>Claims by origins: copies don't get a column of their own, so a row that is full says that many texts say so, not many outlets.</summary>
public sealed class ClaimMatrix
{
    private readonly StoryView _story;
    private readonly Dictionary<string, Origin> _origins = new(StringComparer.Ordinal);
    private readonly ILookup<(string Document, Stretch Span), DisputeRecord> _disputes;

    public ClaimMatrix(StoryView story)
    {
        _story = story;
        foreach (var page in story.Record.Documents)
        {
            var family = story.Family(page.Id);
            var id = family?.Origin ?? page.Id;
            _origins[page.Id] = _origins.TryGetValue(id, out var known) ? known : new Origin(id, story.Page(id) ?? page, (family?.Documents ?? [page.Id]).ToHashSet(StringComparer.Ordinal));
        }
        _disputes = story.Record.Disputes.Where(d => d.Scope != "within-page")
            .SelectMany(d => d.Sides.SelectMany(s => s.Attestations.Select(a => (Key: (a.Document, a.Span), Dispute: d)))).ToLookup(x => x.Key, x => x.Dispute);
    }

    /// <summary>A claim's line.</summary>
    public ClaimLine Line(ClaimRecord claim)
    {
        var cells = new Dictionary<string, ClaimCell>(StringComparer.Ordinal);
        foreach (var place in claim.Attestations)
        {
            // an origin that both says and denies shows the denial: it is what a reader must not miss
            var says = place.Polarity == "negative" ? "denies" : "says";
            var id = _origins[place.Document].Id;
            if (!cells.TryGetValue(id, out var known) || (known.Says == "says" && says == "denies"))
                cells[id] = new ClaimCell(says, place);
        }
        var disputes = claim.Attestations.SelectMany(a => _disputes[(a.Document, a.Span)]).Distinct().ToList();
        var own = claim.Attestations.Select(a => (a.Document, a.Span)).ToHashSet();
        foreach (var side in disputes.SelectMany(d => d.Sides).Where(s => !s.Attestations.Any(a => own.Contains((a.Document, a.Span)))))
        {
            foreach (var place in side.Attestations)
                cells.TryAdd(_origins[place.Document].Id, new ClaimCell("other value", place, side.Value));
        }
        return new ClaimLine(claim, cells, disputes);
    }

    /// <summary>The origins that say something to these claims, the one that says most first; of equals the earliest.</summary>
    public IReadOnlyList<Origin> Columns(IReadOnlyList<ClaimLine> lines) =>
    [
        .. lines.SelectMany(l => l.Cells.Keys).GroupBy(id => id, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count()).ThenBy(g => _story.Page(g.Key)?.Day.Key ?? "9", StringComparer.Ordinal).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => _origins[g.Key]),
    ];
}
