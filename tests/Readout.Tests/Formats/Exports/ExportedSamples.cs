using System.Text;
using System.Text.Json;
using Readout.Formats;
using Readout.Formats.Exports;
using Readout.Tests.House;

namespace Readout.Tests.Formats.Exports;

/// <summary>A record to export, and what stands at its places as any reader of the JSON document would find it.</summary>
internal sealed class ExportedSample
{
    private static readonly Lazy<IReadOnlyList<ExportedSample>> Made = new(() =>
        [.. Directory.GetDirectories(Repository.Path("samples")).Order(StringComparer.Ordinal).Select(f => new ExportedSample(Path.GetFileName(f),
            Directory.GetFiles(f).Order(StringComparer.Ordinal).Select(p => (Path.GetFileName(p), File.ReadAllBytes(p))))), new("hostile", HostilePages.All)]);

    private readonly Dictionary<string, int[]> _runes = new(StringComparer.Ordinal);

    public ExportedSample(string name, IEnumerable<(string Path, byte[] Bytes)> pages)
    {
        Name = name;
        var brief = Desk.Brief(pages.Select(p => Desk.Read(new PageInput(p.Path, p.Bytes))));
        using var stream = new MemoryStream();
        Json.Write(brief, new FormatOptions(IncludeText: true), stream);
        using var json = JsonDocument.Parse(stream.ToArray());
        Root = json.RootElement.Clone();
        Record = new RecordView(Root);
        foreach (var page in Root.GetProperty("documents").EnumerateArray())
            _runes[page.GetProperty("id").GetString()!] = [.. page.GetProperty("text").GetString()!.EnumerateRunes().Select(r => r.Value)];
    }

    /// <summary>The three samples, and pages made to break formats.</summary>
    public static IReadOnlyList<ExportedSample> All => Made.Value;

    public string Name { get; }

    public JsonElement Root { get; }

    public RecordView Record { get; }

    public string Write(string export, string? table = null)
    {
        using var stream = new MemoryStream();
        Export.Named(export)!.Write(Record, new ExportOptions(table, "1.2.3"), stream);
        return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(stream.ToArray());
    }

    public JsonElement WriteJson(string export)
    {
        using var json = JsonDocument.Parse(Write(export));
        return json.RootElement.Clone();
    }

    /// <summary>The words at a place in code points, counted without any help of Readout's.</summary>
    public string At(string document, int start, int end) => string.Concat(_runes[document][start..end].Select(r => new Rune(r).ToString()));

    public IEnumerable<JsonElement> Rows(string array) => Root.GetProperty(array).EnumerateArray();
}
