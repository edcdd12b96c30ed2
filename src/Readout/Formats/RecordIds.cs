using System.Globalization;
using Readout.Annotations;
using Readout.Stories;
using Readout.Text;

namespace Readout.Formats;

/// <summary>
/// Ids for what has none of its own in the record: quotations and events. They are made of the document's id and the
/// code point at which the words start (<c>q4be1a0.217</c>), so they stay as they are when other pages come in.
/// </summary>
public sealed class RecordIds
{
    private readonly Dictionary<(string Document, int Index), string> _quotations = [];
    private readonly Dictionary<(string Document, int Index), string> _events = [];
    private readonly Dictionary<(string Document, int Index), string> _entities = [];
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    public RecordIds(Story story)
    {
        foreach (var document in story.Documents)
        {
            for (var i = 0; i < document.Quotations.Count; i++)
                _quotations[(document.Id, i)] = Unique('q', document, document.Quotations[i].Extent);
            for (var i = 0; i < document.Events.Count; i++)
                _events[(document.Id, i)] = Unique('v', document, document.Events[i].Predicate);
            for (var i = 0; i < document.OpenEvents.Count; i++)
                _events[(document.Id, document.Events.Count + i)] = Unique('v', document, document.OpenEvents[i].Predicate);
        }
        foreach (var entity in story.Entities)
        {
            foreach (var member in entity.Members)
                _entities[(member.Document, member.Index)] = entity.Id;
        }
    }

    public string Quotation(Document document, int index) => _quotations[(document.Id, index)];

    /// <param name="index">Into the document's events and, behind them, its open events.</param>
    public string Event(Document document, int index) => _events[(document.Id, index)];

    /// <summary>Id of the joined entity that a page's entity belongs to; null where it belongs to none.</summary>
    public string? Entity(Document document, int? index) =>
        index is { } i ? _entities.GetValueOrDefault((document.Id, i)) : null;

    private string Unique(char kind, Document document, Span span)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{kind}{document.Id[1..]}.{document.Text.ToCodePoints(span).Start}");
        if (_taken.Add(id))
            return id;
        for (var again = 'b'; ; again++)
        {
            if (_taken.Add(id + again))
                return id + again;
        }
    }
}
