using System.Text.Json;
using Readout.Text;

namespace Readout.Formats.Exports;

/// <summary>What is left out of a record before it is passed on.</summary>
/// <param name="KeepQuotations">Leave the words of quotations in.</param>
/// <param name="Names">Names of people to be replaced wherever they stand.</param>
public sealed record RedactionOptions(bool KeepQuotations, IReadOnlyList<string> Names);

/// <summary>
/// The JSON document without the words of its pages, for sharing where copyright or safety forbids them. Places, hashes,
/// ids, dates, numbers, names and counts stay; sentences, titles and texts become null, and Readout's own remarks lose
/// what they quote. The document says that it was done, in <c>redacted</c>.
/// </summary>
public sealed class Redaction
{
    // Where the document holds words of pages.
    private static readonly HashSet<string> PageWords = new(StringComparer.Ordinal) { "documents.title.value", "brief.sections.sentences.text", "brief.dropped.text", "prospects.name" };

    // What says where something is from, or what was asked for.
    private static readonly HashSet<string> NoText = new(StringComparer.Ordinal) { "path", "about", "by", "id", "sha256", "document", "knownAs" };

    // Words of closed lists: a person called Grant must not make a type of event another.
    private static readonly HashSet<string> ClosedLists = new(StringComparer.Ordinal)
    {
        "type", "rule", "form", "modality", "polarity", "link", "where", "status", "kind", "act", "basis", "code", "field", "mediaType", "language", "granularity", "scope", "plover", "cameo", "report",
    };

    private static readonly HashSet<string> NamesOfPages = new(StringComparer.Ordinal) { "documents.outlet.value", "documents.byline.value", "documents.authors.value" };

    private readonly RedactionOptions _options;
    private readonly VisibleText _visible;
    private readonly QuotedRuns _runs;
    private readonly RedactedNames _names;
    private readonly HashSet<string> _given;

    private Redaction(RecordView record, RedactionOptions options)
    {
        _options = options;
        _names = new RedactedNames(record, options.Names);
        _visible = new VisibleText(record, options.KeepQuotations, _names);
        _runs = new QuotedRuns(record);
        // A voice without a name ("the man who sold the boat") is words of the page; what has one keeps it, however long.
        _given = [.. record.Root.Rows("entities").Select(e => e.Text("name")).OfType<string>(), .. record.Pages.Select(p => p.Object("outlet")?.Text("value")).OfType<string>()];
    }

    /// <summary>The names asked for that nobody on the pages bears: to go on would leave in what was to be taken out.</summary>
    public static IReadOnlyList<string> Unknown(RecordView record, RedactionOptions options) => [.. options.Names.Where(n => !RedactedNames.IsKnown(record, n))];

    /// <summary>Writes the document anew.</summary>
    /// <param name="record">The document with the texts of all its pages.</param>
    public static byte[] Write(RecordView record, RedactionOptions options)
    {
        if (record.Pages.FirstOrDefault(p => record.Text(p.Id) is null) is { Element.ValueKind: JsonValueKind.Object } page)
            throw new ArgumentException($"The text of {page.Id} is needed to leave its words out.", nameof(record));
        using var output = new MemoryStream();
        Ld.Document(output, json => new Redaction(record, options).WriteRoot(json, record.Root.Element));
        return output.ToArray();
    }

    private void WriteRoot(Utf8JsonWriter json, JsonElement root)
    {
        foreach (var property in root.EnumerateObject().Where(p => p.Name != "redacted"))
        {
            json.WritePropertyName(property.Name);
            Write(json, property.Value, property.Name, property.Name);
            if (property.Name != "request")
                continue;
            json.Object("redacted", () =>
            {
                json.WriteBoolean("quotations", !_options.KeepQuotations);
                json.WriteNumber("names", _options.Names.Count);
            });
        }
    }

    private void Write(Utf8JsonWriter json, JsonElement value, string where, string name)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                json.Object(() => WriteFields(json, value, where));
                break;
            case JsonValueKind.Array when IsPlace(value):
                json.WriteRawValue(value.GetRawText());
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                    Write(json, item, where, name);
                json.WriteEndArray();
                break;
            case JsonValueKind.String:
                json.WriteStringValue(Text(value.GetString()!, where, name));
                break;
            default:
                value.WriteTo(json);
                break;
        }
    }

    private void WriteFields(Utf8JsonWriter json, JsonElement row, string where)
    {
        // What a title was read from is the title, wherever it stands.
        var isTitle = where == "documents.candidates" && new Row(row).Text("field") == "title";
        foreach (var property in row.EnumerateObject())
        {
            var inner = where + "." + property.Name;
            if (inner == "documents.text")
                continue;
            if ((isTitle && property.Name == "value") || (PageWords.Contains(inner) && !_visible.Shows(new Row(row))))
            {
                json.WriteNull(property.Name);
                continue;
            }
            json.WritePropertyName(property.Name);
            Write(json, property.Value, inner, property.Name);
        }
        if (where == "documents" && _visible.Of(new Row(row).Id) is { } text)
            json.WriteString("text", text);
    }

    private string? Text(string text, string where, string name)
    {
        if (ClosedLists.Contains(name) || where == "documents.type.value")
            return text;
        if (where == "documents.canonical.value" && _names.IsIn(Uri.UnescapeDataString(text)))
            return null;
        if (name == "knownAs" && _names.IsIn(text))
            return null;
        var plain = Uri.UnescapeDataString(text);
        var named = _names.Replaced(_names.IsIn(plain) ? plain : text);
        // A name, an address or a file is no text, whatever its words; and words of pages that come here may be shown.
        var mayStay = NoText.Contains(name) || _given.Contains(text) || NamesOfPages.Contains(where) || PageWords.Contains(where) || !text.Any(char.IsWhiteSpace);
        return mayStay ? named : _runs.Without(named);
    }

    // A pair of numbers, or a list of such: one line, as in the document.
    private static bool IsPlace(JsonElement array) =>
        array.GetArrayLength() > 0 && array.EnumerateArray().All(i => i.ValueKind == JsonValueKind.Number || (i.ValueKind == JsonValueKind.Array && i.EnumerateArray().All(n => n.ValueKind == JsonValueKind.Number)));
}
