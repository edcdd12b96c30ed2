using System.Text.Json;

namespace Readout.Cli.Records;

/// <summary>Does every place of a record lie inside its text, and does every printed word stand there?</summary>
internal sealed class SpanCheck(RecordFile record, Words words)
{
    private static readonly string[] SingleSpans = ["span", "cue", "condition", "hedge", "predicate", "window"];
    private static readonly string[] SpanLists = ["spans", "content", "body"];

    private readonly List<string> _problems = [];

    /// <summary>How many places were looked up.</summary>
    public int Places { get; private set; }

    /// <summary>What does not hold, in the order of the document.</summary>
    public IReadOnlyList<string> Run()
    {
        foreach (var page in record.Documents)
        {
            Walk(page.Row, page.Id, $"document {page.Id}");
            foreach (var field in new[] { "title", "byline" })
                CheckValue(page, field);
        }
        foreach (var property in record.Root.EnumerateObject())
        {
            if (property.Name is not ("documents" or "request" or "redacted" or "families" or "reuse"))
                Walk(property.Value, null, property.Name);
        }
        foreach (var link in RecordFile.Rows(record.Root, "families").SelectMany(f => RecordFile.Rows(f, "links")))
            Walk(link, RecordFile.Text(link, "from"), "families.links");
        foreach (var link in RecordFile.Rows(record.Root, "reuse"))
            Walk(link, RecordFile.Text(link, "from"), "reuse");
        foreach (var unseen in RecordFile.Rows(record.Root, "families").Where(f => f.TryGetProperty("unseenOrigin", out _)))
            Walk(unseen.GetProperty("unseenOrigin"), null, "families.unseenOrigin");
        foreach (var section in record.Root.TryGetProperty("brief", out var brief) ? RecordFile.Rows(brief, "sections") : [])
        {
            foreach (var sentence in RecordFile.Rows(section, "sentences"))
                CheckSentence(RecordFile.Text(section, "name") ?? "", sentence);
        }
        return _problems;
    }

    private void Walk(JsonElement element, string? document, string where)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
                Walk(item, document, where);
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            document = RecordFile.Text(element, "document") ?? document;
            where = RecordFile.Text(element, "id") is { } id ? $"{where.Split(' ')[0]} {id}" : where;
            foreach (var property in element.EnumerateObject())
            {
                if (SingleSpans.Contains(property.Name) && Words.Pair(property.Value) is { } pair)
                    CheckPlace(document, pair, $"{where}, {property.Name}");
                else if (SpanLists.Contains(property.Name) && property.Value.ValueKind == JsonValueKind.Array)
                    CheckList(document, property.Value, $"{where}, {property.Name}");
                else if (property.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
                    Walk(property.Value, document, where);
            }
        }
    }

    private void CheckList(string? document, JsonElement list, string where)
    {
        foreach (var item in list.EnumerateArray())
        {
            if (Words.Pair(item) is { } pair)
                CheckPlace(document, pair, where);
            else
                _problems.Add($"{where}: {item.GetRawText()} is no place");
        }
    }

    private void CheckPlace(string? document, (int Start, int End) pair, string where)
    {
        Places++;
        if (document is null || record.Documents.All(d => d.Id != document))
            _problems.Add($"{where}: document '{document}' is not in the record");
        else if (words.Has(document) && words.Place(document, pair) is null)
            _problems.Add($"{where}: [{pair.Start},{pair.End}] is not inside the text of {document}");
    }

    private void CheckValue(RecordedPage page, string field)
    {
        if (!page.Row.TryGetProperty(field, out var sourced) || RecordFile.Text(sourced, "value") is not { } value
            || !sourced.TryGetProperty("span", out var span) || Words.Pair(span) is not { } pair)
            return;
        if (words.At(page.Id, pair) is { } there && Words.Fold(there) != Words.Fold(value))
            _problems.Add($"document {page.Id}, {field}: «{value}», but the page says «{Words.Fold(there)}»");
    }

    private void CheckSentence(string section, JsonElement sentence)
    {
        if (record.IsRedacted && RecordFile.Text(sentence, "text") is null)
            return;
        var text = Words.Fold(RecordFile.Text(sentence, "text") ?? "");
        var cited = new List<string>();
        foreach (var citation in RecordFile.Rows(sentence, "citations"))
        {
            var document = RecordFile.Text(citation, "document") ?? "";
            if (!words.Has(document))
                return;
            if (!citation.TryGetProperty("span", out var span) || Words.Pair(span) is not { } pair || words.At(document, pair) is not { } there)
                continue;
            cited.Add(Words.Fold(there));
        }
        if (cited.Count == 0)
            _problems.Add($"brief, {section}: «{text}» cites nothing");
        else if (string.Join(" … ", cited) != text && cited.Any(c => c != text))
            _problems.Add($"brief, {section}: «{text}», but the page says «{string.Join(" … ", cited)}»");
    }
}
