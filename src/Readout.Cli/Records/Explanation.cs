using System.Globalization;
using System.Text;
using System.Text.Json;
using Readout.Text;

namespace Readout.Cli.Records;

/// <summary>Why something is in a record: its rule, the reasons for every choice and merge, and what else rests on its words.</summary>
internal sealed class Explanation(RecordFile record, Words words)
{
    private readonly StringBuilder _text = new();

    private readonly Dictionary<string, string> _names = RecordFile.Rows(record.Root, "entities")
        .Where(e => RecordFile.Text(e, "id") is not null)
        .ToDictionary(e => RecordFile.Text(e, "id")!, e => RecordFile.Text(e, "name") ?? "", StringComparer.Ordinal);

    /// <summary>The explanation of what bears the id; null where nothing does.</summary>
    public string? Of(string id)
    {
        if (new Evidence(record, words).Find(id) is not var (kind, row))
            return null;
        Line(0, $"{kind} {id}");
        switch (kind)
        {
            case "document":
                new DocumentExplanation(record, Line).Write(row, id);
                break;
            case "claim":
                Claim(row);
                break;
            case "dispute":
                Dispute(row);
                break;
            case "change":
                Change(row);
                break;
            case "prospect":
                Prospect(row);
                break;
            case "quotation":
                Quotation(row, id);
                break;
            case "entity":
                Entity(row);
                break;
            case "family":
                Family(row);
                break;
            default:
                Fields(row, "type", "modality", "rule");
                Line(1, Said(row));
                break;
        }
        return _text.ToString();
    }

    private void Claim(JsonElement row)
    {
        if (row.TryGetProperty("statement", out var statement))
            Line(1, Said(statement));
        Line(0, "who makes it, and on whose word");
        foreach (var attestation in RecordFile.Rows(row, "attestations"))
        {
            var hands = RecordFile.Rows(attestation, "chain").Select(l => $"{Name(RecordFile.Text(l, "who"))} ({RecordFile.Text(l, "link")}{Quoted(attestation, l, "span")})");
            Line(1, $"{Page(attestation)}: {(RecordFile.Text(attestation, "polarity") == "negative" ? "denies it" : "says so")} as {RecordFile.Text(attestation, "modality")} ← {string.Join(" ← ", hands)}");
        }
        foreach (var (list, name) in new[] { ("outletList", "outlets"), ("textList", "texts"), ("speakerList", "speakers") })
        {
            var rows = RecordFile.Rows(row, list).ToList();
            Line(0, string.Create(CultureInfo.InvariantCulture, $"{rows.Count} {name}"));
            foreach (var counted in rows)
                Line(1, $"{Name(RecordFile.Text(counted, "name"))} on {string.Join(", ", Strings(counted, "documents").Select(PageName))}: {RecordFile.Text(counted, "reason")}");
        }
        Others(row, "attestations");
    }

    // Disputes, changes and prospects that rest on the same words.
    private void Others(JsonElement row, string list)
    {
        var places = RecordFile.Rows(row, list).Select(Place).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var isFirst = true;
        foreach (var (section, kind) in new[] { ("disputes", "dispute"), ("changes", "change"), ("prospects", "prospect") })
        {
            foreach (var other in RecordFile.Rows(record.Root, section).Where(o => PlacesIn(o).Any(places.Contains)))
            {
                if (isFirst)
                    Line(0, "on the same words");
                isFirst = false;
                Line(1, $"{kind} {RecordFile.Text(other, "id")}: {RecordFile.Text(other, "reason") ?? RecordFile.Text(other, "definition")}");
            }
        }
    }

    private void Dispute(JsonElement row)
    {
        Fields(row, "type", "scope", "reason", "rule");
        foreach (var side in RecordFile.Rows(row, "sides"))
        {
            Line(0, $"side {RecordFile.Text(side, "value")}, earliest first");
            foreach (var attestation in RecordFile.Rows(side, "attestations"))
                Line(1, $"{Page(attestation)}, {Origin(attestation)}: {Said(attestation)}");
        }
        var sides = RecordFile.Rows(row, "sides").Select(s => RecordFile.Text(s, "value")).ToList();
        foreach (var evidence in RecordFile.Rows(row, "evidence"))
            Line(0, $"speaks for {sides[evidence.GetProperty("side").GetInt32()]} (rule {RecordFile.Text(evidence, "rule")}): {Said(evidence)} ({Page(evidence)})");
    }

    // Whose word it is, as the claim that stands on these words has it.
    private string Origin(JsonElement place)
    {
        var key = Place(place);
        var attestation = RecordFile.Rows(record.Root, "claims").SelectMany(c => RecordFile.Rows(c, "attestations")).FirstOrDefault(a => Place(a) == key);
        var last = attestation.ValueKind == JsonValueKind.Object ? RecordFile.Rows(attestation, "chain").LastOrDefault() : default;
        return last.ValueKind == JsonValueKind.Object ? "from " + Name(RecordFile.Text(last, "who")) : "origin unknown";
    }

    private void Change(JsonElement row)
    {
        Fields(row, "kind", "reason", "rule");
        foreach (var step in RecordFile.Rows(row, "steps"))
            Line(1, $"{Date(step)} {RecordFile.Text(step, "value")}: {Said(step)} ({Page(step)})");
    }

    private void Prospect(JsonElement row)
    {
        Fields(row, "definition", "status");
        Line(1, "parties: " + string.Join(", ", Strings(row, "parties").Select(Name)));
        foreach (var step in RecordFile.Rows(row, "history"))
        {
            var by = RecordFile.Text(step, "speaker") is { } speaker ? $", said by {Name(speaker)}" : "";
            Line(1, $"{Date(step)} {RecordFile.Text(step, "status")}{Quoted(step, step, "hedge", ", by the words ")} (rule {RecordFile.Text(step, "rule")}){(step.TryGetProperty("condition", out _) ? Quoted(step, step, "condition", ", if: ") : "")}{by}");
            Line(2, $"{Said(step)} ({Page(step)})");
        }
        foreach (var condition in RecordFile.Rows(row, "conditions"))
        {
            Line(1, $"condition: {Said(condition)} ({Page(condition)}): {RecordFile.Text(condition, "state")} (rule {RecordFile.Text(condition, "rule")})");
            if (condition.TryGetProperty("evidence", out var evidence) && evidence.ValueKind == JsonValueKind.Object)
                Line(2, $"{Said(evidence)} ({Page(evidence)})");
        }
    }

    private void Quotation(JsonElement row, string id)
    {
        Fields(row, "form", "act", "rule");
        var document = RecordFile.Text(row, "document") ?? "";
        if (row.TryGetProperty("content", out var content) && content.ValueKind == JsonValueKind.Array)
            Line(1, string.Join(" … ", content.EnumerateArray().Select(Words.Pair).OfType<(int, int)>().Select(p => words.At(document, p)).OfType<string>().Select(Words.Fold)));
        foreach (var voice in new[] { "speaker", "addressee", "citing" })
        {
            if (row.TryGetProperty(voice, out var who) && who.ValueKind == JsonValueKind.Object)
                Line(1, $"{voice}: {Name(RecordFile.Text(who, "entity")) ?? "nobody known"}{Quoted(row, who, "span", ", by the words ")}");
        }
        Line(1, "cue" + Quoted(row, row, "cue", ": "));
        foreach (var utterance in RecordFile.Rows(record.Root, "utterances").Where(u => RecordFile.Rows(u, "wordings").Any(w => RecordFile.Text(w, "quotation") == id)))
        {
            Line(0, "wordings of what was said once");
            foreach (var wording in RecordFile.Rows(utterance, "wordings"))
                Line(1, $"{RecordFile.Text(wording, "kind")}: {RecordFile.Text(wording, "quotation")} on {PageName(RecordFile.Text(wording, "document") ?? "")}");
        }
    }

    private void Entity(JsonElement row)
    {
        Fields(row, "name", "type", "knownAs");
        foreach (var page in RecordFile.Rows(row, "mentions").GroupBy(m => RecordFile.Text(m, "document") ?? "", StringComparer.Ordinal))
        {
            var called = page.GroupBy(m => $"{RecordFile.Text(m, "form")}{Quoted(m, m, "span", " ")}", StringComparer.Ordinal)
                .OrderByDescending(g => g.Count()).Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Key} ×{g.Count()}"));
            Line(1, $"{PageName(page.Key)}: {string.Join(", ", called)}");
        }
    }

    private void Family(JsonElement row)
    {
        Line(1, "origin: " + PageName(RecordFile.Text(row, "origin") ?? ""));
        foreach (var link in RecordFile.Rows(row, "links"))
            Line(1, $"{PageName(RecordFile.Text(link, "from") ?? "")} from {PageName(RecordFile.Text(link, "to") ?? "")} by {RecordFile.Text(link, "link")}: {RecordFile.Text(link, "reason")}");
        if (row.TryGetProperty("unseenOrigin", out var unseen) && RecordFile.Text(unseen, "name") is { } name)
            Line(1, $"{name} is credited, and has no page here");
    }

    private void Fields(JsonElement row, params string[] names)
    {
        foreach (var name in names)
        {
            if (RecordFile.Text(row, name) is { } value)
                Line(1, $"{name}: {value}");
        }
    }

    private void Line(int depth, string line)
    {
        _text.Append(' ', depth * 2);
        // A page's words could steer the terminal.
        foreach (var c in line)
            _text.Append(char.IsControl(c) ? ' ' : c);
        _text.Append('\n');
    }

    private string Said(JsonElement place) =>
        RecordFile.Text(place, "document") is { } document && place.TryGetProperty("span", out var span) && Words.Pair(span) is { } pair && words.At(document, pair) is { } found
            ? Words.Fold(found)
            : "(the words can't be shown)";

    // Words of a span that stands in the document of another object; empty where there are none.
    private string Quoted(JsonElement place, JsonElement holder, string field, string before = " ") =>
        RecordFile.Text(place, "document") is { } document && holder.TryGetProperty(field, out var span) && Words.Pair(span) is { } pair && words.At(document, pair) is { } found
            ? $"{before}“{Words.Fold(found)}”"
            : "";

    private string? Name(string? who) => who is null ? null : _names.GetValueOrDefault(who, who);

    private string Page(JsonElement place) => PageName(RecordFile.Text(place, "document") ?? "");

    private string PageName(string document) =>
        record.Documents.FirstOrDefault(d => d.Id == document) is { } page ? Path.GetFileName(page.Path) : document;

    private static string Date(JsonElement step)
    {
        if (RecordFile.Text(step, "date") is { } day)
            return day;
        return step.TryGetProperty("date", out var range) && range.ValueKind == JsonValueKind.Object
            ? $"{RecordFile.Text(range, "earliest")}..{RecordFile.Text(range, "latest")}"
            : "day unknown";
    }

    private static IEnumerable<string> Strings(JsonElement row, string name) =>
        row.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Where(s => s.ValueKind == JsonValueKind.String).Select(s => s.GetString()!)
            : [];

    private static string? Place(JsonElement row) =>
        RecordFile.Text(row, "document") is { } document && row.TryGetProperty("span", out var span) ? document + span.GetRawText() : null;

    private static IEnumerable<string> PlacesIn(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(PlacesIn),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => PlacesIn(p.Value)).Concat(Place(element) is { } place ? [place] : (string[])[]),
        _ => [],
    };
}
