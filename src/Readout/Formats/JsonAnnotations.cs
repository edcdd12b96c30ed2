using Readout.Annotations;
using Readout.Briefs;
using Readout.Claims;
using Readout.Stories;
using Readout.Text;

namespace Readout.Formats;

/// <summary>What the words of the pages say: entities, times, quantities, quotations and events.</summary>
internal sealed class JsonAnnotations(JsonSink json, Story story, RecordIds ids)
{
    private readonly RecordIds _ids = ids;

    public void Write(RecordParts parts, LedgerSelection asked)
    {
        WriteEntities();
        if (parts.HasFlag(RecordParts.Words))
        {
            WriteTimes();
            WriteQuantities();
        }
        if (parts.HasFlag(RecordParts.Quotations))
            json.Array("quotations", Each(d => d.Quotations).Where(row => asked.Keeps(row.Document, row.Item)), row => WriteQuotation(row.Document, row.Item, row.Index));
        if (parts.HasFlag(RecordParts.Words))
        {
            json.Array("stances", Each(d => d.Stances), row => WriteStance(row.Document, row.Item));
            json.Array("events", Each<EventMention>(d => [.. d.Events, .. d.OpenEvents]), row => WriteEvent(row.Document, row.Item, row.Index));
        }
    }

    private void WriteTimes() => json.Array("times", Each(d => d.Times), row =>
    {
        json.Place(row.Document, row.Item.Span);
        json.Text("type", JsonNames.Of(row.Item.Type));
        json.Text("value", row.Item.Value);
        json.Bounds(row.Item.When);
        json.Interval("range", row.Item.Range);
        // Whether the words alone say it, or the page's day was needed to read them.
        json.Text("basis", row.Item.Anchored ? "anchored" : "stated");
        json.Text("rule", row.Item.Rule);
    });

    private void WriteQuantities() => json.Array("quantities", Each(d => d.Quantities), row =>
    {
        json.Place(row.Document, row.Item.Span);
        json.Number("low", row.Item.Low);
        json.Number("high", row.Item.High);
        json.Flag("approximate", row.Item.Approximate);
        json.Text("unit", row.Item.Unit);
        json.Text("of", row.Item.Of);
        json.Span("window", row.Document.Text, row.Item.Window);
        json.Text("rule", row.Item.Rule);
    });

    private IEnumerable<(Document Document, T Item, int Index)> Each<T>(Func<Document, IReadOnlyList<T>> layer) =>
        story.Documents.SelectMany(d => layer(d).Select((item, index) => (d, item, index)));

    private void WriteEntities()
    {
        // One pass over the mentions instead of one per entity: a long live page has thousands of both.
        var mentions = story.Documents
            .SelectMany(d => d.Mentions.Select(m => (Document: d, Mention: m, Entity: _ids.Entity(d, m.Entity))))
            .Where(row => row.Entity is not null)
            .ToLookup(row => row.Entity!, StringComparer.Ordinal);
        json.Array("entities", story.Entities, entity =>
        {
            json.Text("id", entity.Id);
            json.Text("name", entity.Name);
            json.Name("type", entity.Type);
            json.Text("knownAs", entity.KnownAs);
            json.Array("mentions", mentions[entity.Id], row =>
            {
                json.Place(row.Document, row.Mention.Span);
                json.Name("form", row.Mention.Form);
            });
        });
    }

    private void WriteQuotation(Document document, Quotation quotation, int index)
    {
        var text = document.Text;
        json.Text("id", _ids.Quotation(document, index));
        json.Text("document", document.Id);
        json.Name("form", quotation.Form);
        json.Spans("content", text, quotation.Content);
        json.Span("cue", text, quotation.Cue);
        WriteVoice("speaker", document, quotation.Speaker, quotation.SpeakerSpan);
        json.Interval("saidOn", quotation.SaidOn);
        WriteVoice("addressee", document, quotation.Setting.Addressee?.Entity, quotation.Setting.Addressee?.Words);
        WriteOccasion(document, quotation.Setting.Occasion);
        WriteVoice("citing", document, quotation.Setting.Cited?.Entity, quotation.Setting.Cited?.Words);
        json.Flag("endIsDoubtful", quotation.IsEndDoubtful);
        json.Name("act", quotation.Act);
        json.Text("rule", quotation.Rule);
    }

    private void WriteOccasion(Document document, Occasion? occasion)
    {
        if (occasion is null)
        {
            json.Null("occasion");
            return;
        }
        json.Object("occasion", () =>
        {
            json.Name("kind", occasion.Kind);
            json.Span("span", document.Text, occasion.Words);
        });
    }

    // Who speaks or holds a stance, and by which words; null where neither is known.
    private void WriteVoice(string name, Document document, int? entity, Span? span)
    {
        if (entity is null && span is null)
        {
            json.Null(name);
            return;
        }
        json.Object(name, () =>
        {
            json.Text("entity", _ids.Entity(document, entity));
            json.Span("span", document.Text, span);
        });
    }

    private void WriteStance(Document document, Stance stance)
    {
        json.Text("document", document.Id);
        json.Name("kind", stance.Kind);
        json.Name("polarity", stance.Polarity);
        json.Spans("content", document.Text, stance.Content);
        json.Span("cue", document.Text, stance.Cue);
        WriteVoice("holder", document, stance.Holder, stance.HolderSpan);
        json.Text("rule", stance.Rule);
    }

    private void WriteEvent(Document document, EventMention mention, int index)
    {
        json.Text("id", _ids.Event(document, index));
        json.Text("type", mention.Type);
        json.Text("lemma", mention.Lemma);
        json.Text("plover", mention.Plover);
        json.Text("cameo", mention.Cameo);
        json.Strings("participants", Entities(document, mention.Participants));
        json.Strings("source", Entities(document, mention.Source));
        json.Strings("target", Entities(document, mention.Target));
        json.Text("place", _ids.Entity(document, mention.Place));
        json.Interval("time", mention.Time);
        json.Name("modality", mention.Modality);
        json.Number("certainty", mention.Certainty is { } certainty ? Math.Round(certainty, 1) : null);
        json.Array("mentions", [mention], m =>
        {
            json.Place(document, m.Clause);
            json.Span("predicate", document.Text, m.Predicate);
            json.Span("hedge", document.Text, m.Hedge);
            json.Span("condition", document.Text, m.Condition);
            json.Text("quotation", m.Quotation is { } told ? _ids.Quotation(document, told) : null);
            var speech = m.Quotation is { } at ? document.Quotations[at] : null;
            WriteVoice("holder", document, speech?.Speaker, speech?.SpeakerSpan);
        });
        json.Text("rule", mention.Rule);
    }

    private IEnumerable<string> Entities(Document document, IReadOnlyList<int> entities) =>
        entities.Select(e => _ids.Entity(document, e)).OfType<string>().Distinct(StringComparer.Ordinal);
}
