using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Readout.Annotations;
using Readout.Briefs;
using Readout.Formats;

namespace Readout.Tests.Samples;

/// <summary>A folder of pages read into a brief, once for all tests.</summary>
internal sealed class Pile
{
    private static readonly ConcurrentDictionary<string, Lazy<Pile>> Read = new(StringComparer.Ordinal);

    private Pile(string folder)
    {
        Inputs = [.. Directory.GetFiles(folder).Order(StringComparer.Ordinal).Select(f => new PageInput(Path.GetFileName(f), File.ReadAllBytes(f)))];
        Pages = [.. Inputs.Select(Desk.Read)];
        Brief = Desk.Brief(Pages);
        Json = Written(Brief);
        Root = JsonDocument.Parse(Json).RootElement;
        Documents = [.. Root.GetProperty("documents").EnumerateArray().Select(d => new Exported(d))];
    }

    /// <summary>The samples' stories.</summary>
    public static TheoryData<string> Stories { get; } = new(Directory.GetDirectories(Path.Combine(Repository.Root, "samples"))
        .Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));

    public IReadOnlyList<PageInput> Inputs { get; }

    /// <summary>The pages with their annotations, in the order of the inputs.</summary>
    public IReadOnlyList<Document> Pages { get; }

    public Brief Brief { get; }

    public byte[] Json { get; }

    public JsonElement Root { get; }

    public IReadOnlyList<Exported> Documents { get; }

    public static Pile Sample(string story) => In(Path.Combine(Repository.Root, "samples", story));

    public static Pile In(string folder) => Read.GetOrAdd(folder, f => new Lazy<Pile>(() => new Pile(f))).Value;

    public static Brief Of(IEnumerable<PageInput> inputs) => Desk.Brief(inputs.Select(Desk.Read));

    public static byte[] Written(Brief brief)
    {
        using var stream = new MemoryStream();
        Readout.Formats.Json.Write(brief, new FormatOptions(IncludeText: true), stream);
        return stream.ToArray();
    }

    /// <summary>The brief of the pile and one more page: a copy of one of them, a byte longer, so that only its words show what it is.</summary>
    public Brief WithCopyOf(PageInput original)
    {
        var bytes = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(original.Bytes.Span) + "\n");
        return Desk.Brief([.. Pages, Desk.Read(new PageInput("copy_of_" + original.Path, bytes))]);
    }

    /// <summary>The exported document with that id.</summary>
    public Exported Document(string id) => Documents.Single(d => d.Id == id);

    /// <summary>The exported page whose file name starts so ("b04").</summary>
    public Exported Page(string prefix) => Documents.Single(d => d.File.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>The words a <c>{"document","span"}</c> points at.</summary>
    public string Words(JsonElement place) =>
        Document(place.GetProperty("document").GetString()!).Words(place.GetProperty("span"));

    /// <summary>The rows of a list of the export.</summary>
    public IReadOnlyList<JsonElement> Rows(string name) => [.. Root.GetProperty(name).EnumerateArray()];

    /// <summary>The name of an exported entity.</summary>
    public string NameOf(string id) => Rows("entities").Single(e => e.GetProperty("id").GetString() == id).GetProperty("name").GetString()!;
}

/// <summary>One document of the JSON export, read as a consumer would: code points, nothing of Readout's own.</summary>
internal sealed class Exported
{
    private readonly string[] _codePoints;

    public Exported(JsonElement row)
    {
        Row = row;
        _codePoints = [.. row.GetProperty("text").GetString()!.EnumerateRunes().Select(r => r.ToString())];
    }

    public JsonElement Row { get; }

    public string Id => Row.GetProperty("id").GetString()!;

    public string File => Path.GetFileName(Row.GetProperty("path").GetString()!);

    public int Length => _codePoints.Length;

    public string Text => string.Concat(_codePoints);

    public string Words(JsonElement span) => Words(span[0].GetInt32(), span[1].GetInt32());

    public string Words(int start, int end) => string.Concat(_codePoints[start..end]);

    /// <summary>The report's words, block by block.</summary>
    public string Body => string.Join('\n', Row.GetProperty("body").EnumerateArray().Select(Words));
}
