namespace Readout.Formats.Exports;

/// <summary>How an export is written.</summary>
/// <param name="Table">CSV: which table; null for the first.</param>
/// <param name="Version">Readout's version, for formats that name the program that wrote them.</param>
/// <param name="Subject">Feeds: only what changed of the claim, dispute, change or prospect with this id; null for everything.</param>
public sealed record ExportOptions(string? Table = null, string Version = "", string? Subject = null);

/// <summary>
/// The record in the terms of another community, for its tools to read. A list of its own beside <see cref="Format.All"/>:
/// those lay out any report for its readers and are offered by every verb; these recast the whole record, are made of
/// the JSON document alone, and one verb offers them.
/// </summary>
/// <param name="Name">What <c>export --format</c> calls it.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Describes">What it is good for, for the help text.</param>
/// <param name="Write">Writes UTF-8 without a byte order mark; the same record gives the same bytes.</param>
public sealed record Export(string Name, string MediaType, string Describes, Action<RecordView, ExportOptions, Stream> Write)
{
    /// <summary>Every export.</summary>
    public static IReadOnlyList<Export> All { get; } =
    [
        new("jsonl", "application/jsonl", "one object a line, for jq and data frames", JsonLines.Write),
        new("csv", "text/csv", "one table (--table), for spreadsheets", Csv.Write),
        new("annotations", "application/ld+json", "W3C Web Annotations: what stands where on the pages", WebAnnotations.Write),
        new("prov", "application/json", "PROV-JSON: pages, texts, claims, who made and copied them", Prov.Write),
        new("schema-org", "application/ld+json", "schema.org JSON-LD: articles, claims, quotations, events; no verdicts", SchemaOrg.Write),
        new("ninjs", "application/json", "IPTC ninjs 3.0: the story with its pages", Ninjs.Write),
        new("atom", "application/atom+xml", "changes of state as an Atom feed", AtomFeed.Write),
        new("json-feed", "application/feed+json", "changes of state as a JSON Feed", JsonFeed.Write),
        new("dot", "text/vnd.graphviz", "the graph of the sources, for Graphviz", Dot.Write),
        new("graphml", "application/graphml+xml", "the graph of the sources, for graph editors", GraphMl.Write),
    ];

    /// <summary>The export of that name; null where there is none.</summary>
    public static Export? Named(string name) => All.FirstOrDefault(e => e.Name == name);
}
