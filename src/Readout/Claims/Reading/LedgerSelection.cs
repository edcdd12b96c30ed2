using NodaTime;
using Readout.Annotations;
using Readout.Origins;
using Readout.Stories;
using Readout.Text;

namespace Readout.Claims;

/// <summary>The part of a ledger that a filter asks for.</summary>
public sealed class LedgerSelection
{
    private readonly LedgerFilter _filter;
    private readonly EntityIndex _index;
    private readonly HashSet<string>? _about;
    private readonly HashSet<string>? _by;
    private readonly Dictionary<Citation, Attestation> _attested = [];
    private readonly HashSet<Citation> _disputed;

    public LedgerSelection(Ledger ledger, LedgerFilter filter)
    {
        _filter = filter;
        _index = new EntityIndex(ledger.Story);
        Whole = ledger;
        About = filter.About is { } about ? EntityFinder.Find(ledger.Story, about) : [];
        _about = filter.About is null ? null : Ids(About);
        _by = filter.By is { } by ? Ids(EntityFinder.Find(ledger.Story, by)) : null;
        foreach (var attestation in ledger.Claims.SelectMany(c => c.Attestations))
            _attested.TryAdd(new Citation(attestation.Document, attestation.Span), attestation);
        _disputed = [.. ledger.Disputes.Where(d => d.Scope == DisputeScope.BetweenSources).SelectMany(d => d.Sides).SelectMany(s => s.Attestations)];
        Selected = filter == LedgerFilter.None ? ledger : ledger with
        {
            Claims = [.. ledger.Claims.Where(Keeps)],
            Disputes = [.. ledger.Disputes.Where(Keeps)],
            Changes = [.. ledger.Changes.Where(c => c.Steps.Any(s => KeepsPlace(new Citation(s.Document, s.Span), s.Date)))],
            Prospects = [.. ledger.Prospects.Where(Keeps)],
            Utterances = [.. ledger.Utterances.Where(u => u.Wordings.Any(w => Keeps(ledger.Story.Document(w.Document), ledger.Story.Document(w.Document).Quotations[w.Quotation])))],
        };
    }

    /// <summary>The ledger as it was.</summary>
    public Ledger Whole { get; }

    /// <summary>The claims, disputes, changes, prospects and utterances asked for; the story stays whole.</summary>
    public Ledger Selected { get; }

    /// <summary>The entities that <see cref="LedgerFilter.About"/> means; empty where it means none or was not asked.</summary>
    public IReadOnlyList<Entity> About { get; }

    /// <summary>The same filter for one entity alone.</summary>
    public LedgerSelection Of(Entity entity) => new(Whole, _filter with { About = entity.Id });

    /// <summary>True where a quotation is asked for.</summary>
    public bool Keeps(Document document, Quotation quotation) =>
        (_filter.Form is null || quotation.Form == _filter.Form)
        && IsBy(quotation.Speaker is { } who ? _index.Of(document, who)?.Id : null, quotation.SpeakerSpan is { } words ? document.Slice(words) : null)
        && IsWithin(quotation.SaidOn.IsUnknown ? document.Anchor : quotation.SaidOn)
        && (_about is null || quotation.Content.Any(c => Names(document, c)));

    /// <summary>True where a sentence that dates something is asked for.</summary>
    public bool Keeps(Document document, Span sentence, DateRange when) =>
        IsWithin(when) && (_about is null || Names(document, sentence)) && (_by is null || IsBy(new Citation(document.Id, sentence)));

    private bool Keeps(Claim claim) =>
        claim.Counts.Speakers.Count >= _filter.Speakers
        && claim.Attestations.Any(a => KeepsPlace(new Citation(a.Document, a.Span), a.Said))
        && (!_filter.Disputed || claim.Attestations.Any(a => _disputed.Contains(new Citation(a.Document, a.Span))));

    private bool Keeps(Dispute dispute) =>
        (_filter.Type is null || dispute.Type == _filter.Type)
        && dispute.Sides.SelectMany(s => s.Attestations).Any(c => KeepsPlace(c, _attested.TryGetValue(c, out var a) ? a.Said : DateRange.Unknown));

    private bool Keeps(Prospect prospect) =>
        (_filter.Status is null || prospect.Status == _filter.Status)
        && (_about is null || prospect.Parties.Any(_about.Contains) || prospect.History.Any(s => Names(Whole.Story.Document(s.Document), s.Span)))
        && (_by is null || prospect.History.Any(s => IsBy(s.Speaker, s.Speaker)))
        && prospect.History.Any(s => IsWithin(s.Date));

    private bool KeepsPlace(Citation place, DateRange said) =>
        IsWithin(said) && (_about is null || Names(Whole.Story.Document(place.Document), place.Span)) && (_by is null || IsBy(place));

    // Who said it: the last link of the chain, else the words that stand there.
    private bool IsBy(Citation place) => _attested.TryGetValue(place, out var attestation) && IsBy(attestation.Chain[^1].Who, attestation.Chain[^1].Who);

    private bool IsBy(string? entity, string? words) =>
        _by is null || (entity is not null && _by.Contains(entity))
        || (words is not null && OutletNames.Fold(_filter.By!) is { Length: > 0 } name && OutletNames.Fold(words).Contains(name, StringComparison.Ordinal));

    private bool Names(Document document, Span words) => _index.In(document, words).Any(_about!.Contains);

    // What is surely outside is left out; what is not dated is kept unless days are asked for.
    private bool IsWithin(DateRange when)
    {
        if (_filter.From is null && _filter.To is null)
            return true;
        return !when.IsUnknown
            && (_filter.From is not { } from || (when.Latest ?? LocalDate.MaxIsoValue) >= from)
            && (_filter.To is not { } to || (when.Earliest ?? LocalDate.MinIsoValue) <= to);
    }

    private static HashSet<string> Ids(IEnumerable<Entity> entities) => entities.Select(e => e.Id).ToHashSet(StringComparer.Ordinal);
}
