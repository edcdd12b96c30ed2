using System.Globalization;
using System.Text;
using System.Text.Json;
using Readout.Text;

namespace Readout.Cli.Records;

/// <summary>The words behind an id of a record: everywhere they stand, each in its paragraph.</summary>
internal sealed class Evidence(RecordFile record, Words words)
{
    private static readonly (string Section, string Kind)[] Kinds =
    [
        ("documents", "document"), ("entities", "entity"), ("quotations", "quotation"), ("events", "event"), ("families", "family"),
        ("claims", "claim"), ("disputes", "dispute"), ("changes", "change"), ("prospects", "prospect"),
    ];

    // Words around a place that lies in no paragraph of the report.
    private const int Around = 160;

    public IEnumerable<string> Ids() =>
        Kinds.SelectMany(k => RecordFile.Rows(record.Root, k.Section)).Select(r => RecordFile.Text(r, "id")).OfType<string>();

    /// <summary>What bears the id; null where nothing does.</summary>
    public (string Kind, JsonElement Row)? Find(string id)
    {
        foreach (var (section, kind) in Kinds)
        {
            foreach (var row in RecordFile.Rows(record.Root, section))
            {
                if (RecordFile.Text(row, "id") == id)
                    return (kind, row);
            }
        }
        return null;
    }

    public string Show((string Kind, JsonElement Row) found, bool color)
    {
        var (kind, row) = found;
        var text = new StringBuilder();
        text.Append(kind).Append(' ').Append(RecordFile.Text(row, "id"));
        foreach (var field in new[] { "name", "type", "scope", "form", "act", "status", "kind", "definition", "path" })
        {
            if (RecordFile.Text(row, field) is { } value)
                text.Append(" · ").Append(value);
        }
        foreach (var count in new[] { "outlets", "texts", "speakers" })
        {
            if (row.TryGetProperty(count, out var number) && number.ValueKind == JsonValueKind.Number)
                text.Append(" · ").Append(number.GetRawText()).Append(' ').Append(number.GetRawText() == "1" ? count[..^1] : count);
        }
        text.Append('\n');
        if (RecordFile.Text(row, "reason") is { } reason)
            text.Append(reason).Append('\n');
        foreach (var place in Places(row, kind).Distinct())
            Append(text, place, color);
        return text.ToString();
    }

    private static IEnumerable<Place> Places(JsonElement row, string kind)
    {
        if (kind == "quotation")
            return Pairs(row, "content").Select(p => new Place(RecordFile.Text(row, "document") ?? "", p, ""));
        if (kind == "document")
        {
            var id = RecordFile.Text(row, "id") ?? "";
            return Fields(row, id).Concat(Pairs(row, "body").Take(1).Select(p => new Place(id, p, "body")));
        }
        if (kind == "family")
        {
            return RecordFile.Rows(row, "links").SelectMany(link => Pairs(link, "spans")
                .Select(p => new Place(RecordFile.Text(link, "from") ?? "", p, $"{RecordFile.Text(link, "link")} → {RecordFile.Text(link, "to")}")));
        }
        return Inside(row, "");
    }

    // Every object below that names a document and a span; what it says about them becomes the label.
    private static IEnumerable<Place> Inside(JsonElement element, string value)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var place in element.EnumerateArray().SelectMany(e => Inside(e, value)))
                yield return place;
        }
        if (element.ValueKind != JsonValueKind.Object)
            yield break;
        value = RecordFile.Text(element, "value") ?? value;
        if (RecordFile.Text(element, "document") is { } document && element.TryGetProperty("span", out var span) && Words.Pair(span) is { } pair)
        {
            var said = new[] { value, RecordFile.Text(element, "date"), RecordFile.Text(element, "status"), RecordFile.Text(element, "modality"), RecordFile.Text(element, "polarity") == "negative" ? "denied" : null };
            yield return new Place(document, pair, string.Join(" · ", said.Where(s => !string.IsNullOrEmpty(s))));
        }
        foreach (var property in element.EnumerateObject())
        {
            if (property.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array && property.Name != "chain")
            {
                foreach (var place in Inside(property.Value, value))
                    yield return place;
            }
        }
    }

    private static IEnumerable<Place> Fields(JsonElement document, string id)
    {
        foreach (var field in new[] { "outlet", "title", "byline" })
        {
            if (document.TryGetProperty(field, out var sourced) && sourced.ValueKind == JsonValueKind.Object
                && sourced.TryGetProperty("span", out var span) && Words.Pair(span) is { } pair)
                yield return new Place(id, pair, field);
        }
        foreach (var candidate in RecordFile.Rows(document, "dateCandidates"))
        {
            if (candidate.TryGetProperty("span", out var span) && Words.Pair(span) is { } pair)
                yield return new Place(id, pair, $"date {RecordFile.Text(candidate, "value")}: {RecordFile.Text(candidate, "reason")}");
        }
    }

    private static IEnumerable<(int Start, int End)> Pairs(JsonElement row, string name) =>
        row.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Select(Words.Pair).OfType<(int, int)>()
            : [];

    private void Append(StringBuilder text, Place place, bool color)
    {
        var page = record.Documents.FirstOrDefault(d => d.Id == place.Document);
        text.Append('\n');
        if (place.Label.Length > 0)
            text.Append(Clean(place.Label)).Append('\n');
        text.Append(Clean(Outlet(page))).Append(", ").Append(Day(page)).Append(", ")
            .Append(CultureInfo.InvariantCulture, $"{Clean(page?.Path ?? place.Document)} [{place.Pair.Start},{place.Pair.End}] {place.Document}\n");
        if (page is null || words.Place(page.Id, place.Pair) is not { } span)
        {
            text.Append("  (the words can't be shown)\n");
            return;
        }
        var source = words.Text(page.Id);
        var around = Paragraph(page, place.Pair, span, source);
        var (open, close) = color ? ("\e[7m", "\e[27m") : ("«", "»");
        text.Append("  ").Append(Clean(source.Slice(new Span(around.Start, span.Start)))).Append(open)
            .Append(Clean(source.Slice(span))).Append(close)
            .Append(Clean(source.Slice(new Span(span.End, around.End)))).Append('\n');
    }

    private static Span Paragraph(RecordedPage page, (int Start, int End) pair, Span span, SourceText source)
    {
        foreach (var paragraph in Pairs(page.Row, "body"))
        {
            if (paragraph.Start <= pair.Start && paragraph.End >= pair.End && paragraph.End <= source.CodePointLength)
                return source.FromCodePoints(paragraph.Start, paragraph.End);
        }
        var start = Math.Max(0, span.Start - Around);
        var end = Math.Min(source.Length, span.End + Around);
        // Never half a character.
        if (start > 0 && char.IsLowSurrogate(source[start]))
            start--;
        if (end < source.Length && char.IsLowSurrogate(source[end]))
            end++;
        return new Span(start, end);
    }

    private static string Outlet(RecordedPage? page) =>
        page is not null && page.Row.TryGetProperty("outlet", out var outlet) ? RecordFile.Text(outlet, "value") ?? "outlet unknown" : "outlet unknown";

    private static string Day(RecordedPage? page)
    {
        if (page is null || !page.Row.TryGetProperty("published", out var published) || published.ValueKind != JsonValueKind.Object)
            return "no date";
        var (earliest, latest) = (RecordFile.Text(published, "earliest"), RecordFile.Text(published, "latest"));
        return earliest == latest ? earliest ?? "no date" : $"{earliest}..{latest}";
    }

    // A page's words on one line; control characters could steer the terminal.
    private static string Clean(string words)
    {
        var clean = new StringBuilder(words.Length);
        foreach (var c in words)
            clean.Append(char.IsControl(c) ? ' ' : c);
        return clean.ToString();
    }

    private readonly record struct Place(string Document, (int Start, int End) Pair, string Label);
}
