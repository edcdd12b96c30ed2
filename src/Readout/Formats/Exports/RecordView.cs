using System.Text.Json;
using Readout.Text;

namespace Readout.Formats.Exports;

/// <summary>
/// The JSON document as exports read it. An export is made of the document and of nothing else: it can say nothing that
/// the document does not, a record made last year is exported like one made today, and what was left out of the
/// document is left out of every export.
/// </summary>
public sealed class RecordView
{
    private readonly Dictionary<string, SourceText> _texts;
    private readonly Dictionary<string, Row> _pages = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Row> _entities = new(StringComparer.Ordinal);

    /// <summary>Reads a document.</summary>
    /// <param name="root">The document, an object.</param>
    /// <param name="texts">Texts of pages by document id, for a document without them; its own where null.</param>
    public RecordView(JsonElement root, IReadOnlyDictionary<string, SourceText>? texts = null)
    {
        Root = new Row(root);
        foreach (var page in Root.Rows("documents"))
            _pages[page.Id] = page;
        foreach (var entity in Root.Rows("entities"))
            _entities[entity.Id] = entity;
        _texts = texts is null ? [] : new Dictionary<string, SourceText>(texts, StringComparer.Ordinal);
        foreach (var page in _pages.Values.Where(p => texts is null && p.Text("text") is not null))
            _texts[page.Id] = new SourceText(page.Text("text")!);
    }

    internal Row Root { get; }

    internal IEnumerable<Row> Pages => Root.Rows("documents");

    /// <summary>The day the record speaks for; null where no page states one.</summary>
    internal string? AsOf => Root.Text("asOf");

    internal Row? Page(string? document) => document is not null && _pages.TryGetValue(document, out var page) ? page : null;

    internal Row? Entity(string? id) => id is not null && _entities.TryGetValue(id, out var entity) ? entity : null;

    /// <summary>Name of an entity, or the name itself where it is none.</summary>
    internal string Name(string who) => Entity(who)?.Text("name") ?? who;

    /// <summary>The outlet of a page, or its file name where that is unknown.</summary>
    internal string Outlet(string? document) =>
        Page(document) is not { } page ? document ?? "" : page.Object("outlet")?.Text("value") ?? FileName(page);

    /// <summary>The page's day or the interval it lies in.</summary>
    internal Days Published(string? document) => Page(document)?.Days("published") ?? default;

    internal SourceText? Text(string? document) => document is null ? null : _texts.GetValueOrDefault(document);

    /// <summary>The words at a place; null where the text is not at hand or has no such place.</summary>
    internal string? Words(string? document, (int Start, int End)? place)
    {
        if (place is not { } p || Text(document) is not { } text || p.Start < 0 || p.Start >= p.End || p.End > text.CodePointLength)
            return null;
        var words = text.Slice(text.FromCodePoints(p.Start, p.End));
        return IsRedacted && words.Contains(VisibleText.Block, StringComparison.Ordinal) ? null : words;
    }

    /// <summary>The words of the pages were left out of the document, all or most.</summary>
    public bool IsRedacted => Root.Object("redacted") is not null;

    /// <summary>Names were replaced in the document.</summary>
    public bool HasRedactedNames => Root.Object("redacted")?.Number("names") > 0;

    /// <summary>What was left out; null where nothing was.</summary>
    public RedactionOptions? Redacted => Root.Object("redacted") is { } redacted ? new RedactionOptions(!redacted.Flag("quotations"), []) : null;

    /// <summary>The words at the place that a row names by <c>document</c> and <c>span</c>.</summary>
    internal string? Words(Row row) => Words(row.Text("document"), row.Pair("span"));

    internal static string FileName(Row page)
    {
        var path = (page.Text("path") ?? "").Replace('\\', '/');
        return path[(path.LastIndexOf('/') + 1)..];
    }

    /// <summary>The page's own address, where it states one that a browser may open.</summary>
    internal static string? Address(Row? page) => page?.Object("canonical")?.Text("value") is { } address && IsWeb(address) ? address : null;

    // What a page calls its address may be a script; only what leads to a page becomes a link.
    private static bool IsWeb(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && Uri.IsWellFormedUriString(address, UriKind.Absolute);
}
