using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Readout.Annotations;
using Readout.Briefs;
using Readout.Claims;
using Readout.Formats;
using Readout.Text;

namespace Readout.Cli.Records;

/// <summary>A JSON document of a record, read back.</summary>
internal sealed class RecordFile : IDisposable
{
    private readonly JsonDocument _json;

    private RecordFile(JsonDocument json, ReadOnlyMemory<byte> bytes)
    {
        (_json, Bytes) = (json, bytes);
        Documents = [.. Rows(json.RootElement, "documents").Select(d => new RecordedPage(
            Text(d, "id") ?? "", Text(d, "path") ?? "", Text(d, "sha256") ?? "", Text(d, "text"), d))];
    }

    /// <summary>The document as written.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    public JsonElement Root => _json.RootElement;

    public IReadOnlyList<RecordedPage> Documents { get; }

    public bool IncludesText => Documents.Count > 0 && Documents.All(d => d.Text is not null);

    /// <summary>The words of the pages were left out of it.</summary>
    public bool IsRedacted => Root.TryGetProperty("redacted", out var redacted) && redacted.ValueKind == JsonValueKind.Object;

    /// <summary>What the brief was asked for when it was made.</summary>
    public BriefRequest Request
    {
        get
        {
            if (!Root.TryGetProperty("request", out var request) || request.ValueKind != JsonValueKind.Object)
                return BriefRequest.Plain;
            var most = request.TryGetProperty("maxSentences", out var n) && n.TryGetInt32(out var number) ? number : 0;
            var supplied = Rows(request, "published")
                .Where(p => Day(p, "day") is not null)
                .Select(p => new SuppliedDay(Text(p, "path") ?? "", Day(p, "day")!.Value));
            var options = new BriefOptions(Day(request, "asOf"), most)
            {
                Report = Report.Named(Text(request, "report") ?? "") ?? Report.Brief,
                Filter = Filter(request),
                Since = Day(request, "since"),
            };
            return new BriefRequest(options, [.. supplied]) { Columns = Text(request, "columns") ?? "" };
        }
    }

    private static LedgerFilter Filter(JsonElement request)
    {
        if (!request.TryGetProperty("filter", out var filter) || filter.ValueKind != JsonValueKind.Object)
            return LedgerFilter.None;
        return new LedgerFilter(
            Text(filter, "about"), Text(filter, "by"), Day(filter, "from"), Day(filter, "to"),
            Named<DisputeType>(filter, "type"), Named<QuotationForm>(filter, "form"), Named<ProspectStatus>(filter, "status"),
            filter.TryGetProperty("speakers", out var n) && n.TryGetInt32(out var speakers) ? speakers : 0,
            filter.TryGetProperty("disputed", out var disputed) && disputed.ValueKind == JsonValueKind.True);
    }

    private static T? Named<T>(JsonElement parent, string name)
        where T : struct, Enum => Text(parent, name) is { } text && Enum.GetValues<T>().Where(v => EnumNames.Of(v) == text).ToList() is [var value] ? value : null;

    /// <summary>The document of a brief.</summary>
    public static RecordFile Of(Brief brief, FormatOptions options)
    {
        using var bytes = new MemoryStream();
        Json.Write(brief, options, bytes);
        return Parse("the record", bytes.ToArray());
    }

    /// <exception cref="UsageException">The bytes are no such document.</exception>
    public static RecordFile Parse(string name, ReadOnlyMemory<byte> bytes)
    {
        JsonDocument json;
        try
        {
            json = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = 128 });
        }
        catch (JsonException e)
        {
            throw new UsageException($"{name}: no JSON document ({e.Message}). Make one with 'readout brief --json'.", e);
        }
        if ((bytes.Span.IndexOf("\\ud"u8) >= 0 || bytes.Span.IndexOf("\\uD"u8) >= 0) && HasHalfCharacters(json.RootElement))
        {
            json.Dispose();
            throw new UsageException($"{name}: a string in it holds half a character (an escaped surrogate alone); no record of Readout's does. Make it again with 'readout brief --json'.");
        }
        if (json.RootElement.ValueKind == JsonValueKind.Object
            && json.RootElement.TryGetProperty("readout", out var version) && version.TryGetInt32(out var number) && number == Json.Version)
        {
            return new RecordFile(json, bytes);
        }
        json.Dispose();
        throw new UsageException($"{name}: JSON, but no record of Readout's (\"readout\": {Json.Version} is missing). Make one with 'readout brief --json'.");
    }

    public void Dispose() => _json.Dispose();

    // JSON can write what no string can hold, and reading it would fail later, in the middle of something else.
    private static bool HasHalfCharacters(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Any(p => IsHalf(p) || HasHalfCharacters(p.Value)),
        JsonValueKind.Array => element.EnumerateArray().Any(HasHalfCharacters),
        JsonValueKind.String => !CanBeRead(() => element.GetString()),
        _ => false,
    };

    private static bool IsHalf(JsonProperty property) => !CanBeRead(() => property.Name);

    private static bool CanBeRead(Func<string?> read)
    {
        try
        {
            return read() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>The array of objects of that name; empty where there is none.</summary>
    public static IEnumerable<JsonElement> Rows(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var rows) && rows.ValueKind == JsonValueKind.Array
            ? rows.EnumerateArray().Where(r => r.ValueKind == JsonValueKind.Object)
            : [];

    /// <summary>The string of that name; null where there is none.</summary>
    public static string? Text(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static LocalDate? Day(JsonElement parent, string name) =>
        Text(parent, name) is { } text && LocalDatePattern.Iso.Parse(text) is { Success: true } day ? day.Value : null;
}

/// <summary>One document row of a record.</summary>
/// <param name="Text">Its text, where the record includes it.</param>
internal sealed record RecordedPage(string Id, string Path, string Sha256, string? Text, JsonElement Row);
