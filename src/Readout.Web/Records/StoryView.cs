using System.Collections.Concurrent;
using NodaTime;
using NodaTime.Text;
using Readout.Formats;
using Readout.Store;
using Readout.Text;

namespace Readout.Web.Records;

/// <summary>A story as its pages show it: the record with everything found by id, and the words of its pages when they are asked for.</summary>
public sealed class StoryView
{
    private readonly Func<long, string?> _read;
    private readonly Lazy<ClaimMatrix> _matrix;
    private readonly Lazy<IReadOnlyList<ClaimLine>> _lines;
    private readonly Lazy<IReadOnlyList<Voice>> _voices;
    private readonly Dictionary<string, QuotationRecord> _quotations;
    private readonly ConcurrentDictionary<string, SourceText?> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PageRecord> _pages;
    private readonly Dictionary<string, DocumentRow> _rows;
    private readonly Dictionary<string, EntityRecord> _entities;
    private readonly Dictionary<string, ClaimRecord> _claims;
    private readonly Dictionary<string, object> _items = new(StringComparer.Ordinal);
    private readonly ILookup<string, (AttestationRecord Place, ClaimRecord Claim)> _attestations;
    private readonly Dictionary<string, FamilyRecord> _families = new(StringComparer.Ordinal);

    /// <param name="asOf">The day it was asked for as of; null for as it stands.</param>
    /// <param name="rows">Its pages as the workspace lists them.</param>
    /// <param name="read">The text of a page by its number in the workspace.</param>
    public StoryView(StoryRow row, LocalDate? asOf, StoryRecord record, IReadOnlyList<DocumentRow> rows, Func<long, string?> read)
    {
        (Row, AsOf, Record, _read) = (row, asOf, record, read);
        _matrix = new Lazy<ClaimMatrix>(() => new ClaimMatrix(this));
        _voices = new Lazy<IReadOnlyList<Voice>>(() => Voice.Of(this));
        _quotations = record.Quotations.ToDictionary(q => q.Id, StringComparer.Ordinal);
        _lines = new Lazy<IReadOnlyList<ClaimLine>>(() => [.. record.Claims.OrderByDescending(c => c.SpeakerList.Count).ThenByDescending(c => c.TextList.Count).Select(Matrix.Line)]);
        _pages = record.Documents.ToDictionary(d => d.Id, StringComparer.Ordinal);
        // pages with the same bytes are told apart by their path
        var byBytes = rows.ToDictionary(r => (r.Sha256, r.Address));
        _rows = record.Documents.ToDictionary(d => d.Id, d => byBytes[(d.Sha256, d.Path)], StringComparer.Ordinal);
        _entities = record.Entities.ToDictionary(e => e.Id, StringComparer.Ordinal);
        _claims = record.Claims.ToDictionary(c => c.Id, StringComparer.Ordinal);
        _attestations = record.Claims.SelectMany(c => c.Attestations.Select(a => (Place: a, Claim: c))).ToLookup(x => x.Place.Document, StringComparer.Ordinal);
        foreach (var claim in record.Claims)
            _items[claim.Id] = claim;
        foreach (var dispute in record.Disputes)
            _items[dispute.Id] = dispute;
        foreach (var change in record.Changes)
            _items[change.Id] = change;
        foreach (var prospect in record.Prospects)
            _items[prospect.Id] = prospect;
        foreach (var utterance in record.Utterances)
            _items[utterance.Id] = utterance;
        foreach (var family in record.Families)
        {
            _items[family.Id] = family;
            foreach (var document in family.Documents)
                _families[document] = family;
        }
    }

    public StoryRow Row { get; }

    public LocalDate? AsOf { get; }

    public StoryRecord Record { get; }

    public string Id => Row.Id;

    /// <summary>Claims laid against the origins.</summary>
    public ClaimMatrix Matrix => _matrix.Value;

    /// <summary>Every claim with what the origins say to it, what most speakers say first; of equals what most texts say, then in the order of the record.</summary>
    public IReadOnlyList<ClaimLine> ClaimLines => _lines.Value;

    /// <summary>Everybody who is quoted, who said most first.</summary>
    public IReadOnlyList<Voice> Voices => _voices.Value;

    public QuotationRecord? Quotation(string id) => _quotations.GetValueOrDefault(id);

    /// <summary>Different outlets that its pages name.</summary>
    public IReadOnlyList<string> Outlets =>
        [.. Record.Documents.Select(d => d.Outlet?.Value).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)];

    /// <summary>The address of a part of the story, with the day it is shown as of.</summary>
    public string Address(string part = "") =>
        $"/stories/{Id}{(part.Length == 0 ? "" : "/" + part)}{(AsOf is { } day ? "?as_of=" + LocalDatePattern.Iso.Format(day) : "")}";

    /// <summary>The address of some words with what surrounds them.</summary>
    public string Evidence(string document, Stretch span) => Address($"evidence/{document}/{span}");

    public PageRecord? Page(string id) => _pages.GetValueOrDefault(id);

    /// <summary>What the workspace knows of a page: its number, address, and when it came in.</summary>
    public DocumentRow? Arrival(string document) => _rows.GetValueOrDefault(document);

    public ClaimRecord? Claim(string? id) => id is null ? null : _claims.GetValueOrDefault(id);

    /// <summary>The claims that some words make, with the attestation that stands there: on these very words, or on words around or inside them.</summary>
    public IEnumerable<(AttestationRecord Place, ClaimRecord Claim)> ClaimsAt(string document, Stretch span) =>
        _attestations[document].Where(a => a.Place.Span.Start < span.End && span.Start < a.Place.Span.End);

    /// <summary>Who stands behind some words: true where a claim is made there and all of them go back to one speaker.</summary>
    public bool IsSingleOrigin(string document, Stretch span) =>
        ClaimsAt(document, span).Select(a => a.Claim.SpeakerList.Count).DefaultIfEmpty(0).Max() == 1;

    /// <summary>The claim, dispute, change, prospect, utterance or family of that id.</summary>
    public object? Item(string? id) => id is null ? null : _items.GetValueOrDefault(id);

    public FamilyRecord? Family(string document) => _families.GetValueOrDefault(document);

    /// <summary>Name of an entity, or the name itself where it is none.</summary>
    public string Name(string who) => _entities.TryGetValue(who, out var entity) ? entity.Name : who;

    public EntityRecord? Entity(string? id) => id is null ? null : _entities.GetValueOrDefault(id);

    /// <summary>A page's text; null where it can't be had any more.</summary>
    public SourceText? Text(string document) => _texts.GetOrAdd(document, id => _rows.TryGetValue(id, out var row) && _read(row.Page) is { } text ? new SourceText(text) : null);

    /// <summary>The words at a place as the page has them, white space folded; empty where the page has no such place.</summary>
    public string Words(string document, Stretch span) => Utf16(document, span) is { } place ? WhiteSpace.Fold(Text(document)!.Slice(place)) : "";

    public string Words(PlaceRecord place) => Words(place.Document, place.Span);

    /// <summary>A place as C# counts it; null where the page has no such place.</summary>
    public Span? Utf16(string document, Stretch span) =>
        Text(document) is { } text && span.Start >= 0 && span.Start < span.End && span.End <= text.CodePointLength ? text.FromCodePoints(span.Start, span.End) : null;
}
