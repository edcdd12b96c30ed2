using System.Text;
using System.Text.Json;
using Readout.Formats.Exports;
using Readout.Pages;

namespace Readout.Formats.Bundles;

/// <summary>
/// Everything that a record rests on in one archive that is checked on another machine with nothing else: the pages'
/// bytes (WARC), the document, its annotations and ledger, the corrections, and the hash of each.
/// </summary>
public static class Bundle
{
    public const string Manifest = "manifest.json";

    /// <summary>A line for <c>sha256sum -c</c> for every other file.</summary>
    public const string Sums = "manifest.sha256";

    public const string Pages = "pages.warc";
    /// <summary>What bears those pages that are no files of their own, a JSON object a line; not there where all are.</summary>
    public const string Bearers = "bearers.jsonl";

    public const string Record = "record.json";
    public const string Annotations = "annotations.json";
    public const string Ledger = "ledger.jsonl";
    public const string Corrections = "corrections.jsonl";

    /// <summary>Version of the bundle's shape.</summary>
    public const int Version = 1;

    // The rows of the document that grow entry by entry.
    private static readonly HashSet<string> LedgerRows = new(StringComparer.Ordinal) { "claims", "disputes", "changes", "prospects" };

    /// <summary>Writes a bundle. The same contents give the same bytes.</summary>
    public static void Write(BundleContents contents, Stream output)
    {
        List<BundleFile> files = [.. contents.Pages.Count == 0 ? [] : new[] { new BundleFile(Pages, WarcFile.Write(contents.Pages, contents.Version)) },
            .. contents.Bearers.Count == 0 ? [] : new[] { new BundleFile(Bearers, BundleBearers.Write(contents.Bearers)) }, new(Record, contents.Document), .. Derived(contents.Record, contents.Version), new(Corrections, contents.Corrections)];
        files.Add(new BundleFile(Manifest, BundleManifest.Write(files, contents.Version)));
        files.Add(new BundleFile(Sums, Encoding.ASCII.GetBytes(BundleManifest.SumsOf(files))));
        if (files.Sum(f => (long)f.Bytes.Length) > int.MaxValue - 65536)
            throw BundleException.Refused("these pages make more than 2 GB; bundle them in parts.");
        StoredZip.Write(files, output);
    }

    /// <summary>The files that follow from the document.</summary>
    public static IReadOnlyList<BundleFile> Derived(RecordView record, string version)
    {
        using var annotations = new MemoryStream();
        WebAnnotations.Write(record, new ExportOptions(Version: version), annotations);
        using var ledger = new MemoryStream();
        JsonLines.Write(record, LedgerRows, ledger);
        return [new(Annotations, annotations.ToArray()), new(Ledger, ledger.ToArray())];
    }

    /// <summary>Reads a bundle whose every byte is as it was written.</summary>
    /// <exception cref="BundleException">It is no bundle, or a byte of it changed.</exception>
    public static BundleManifest Open(ReadOnlyMemory<byte> archive) => BundleManifest.Read(StoredZip.Read(archive));

    /// <summary>The pages' bytes by SHA-256; empty for a bundle without them.</summary>
    /// <exception cref="BundleException">The file of the pages is none.</exception>
    public static IReadOnlyDictionary<string, ReadOnlyMemory<byte>> PagesOf(BundleManifest bundle) =>
        bundle.Find(Pages) is { } file ? WarcFile.Read(file) : new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);

    /// <summary>What bears its pages, by their paths.</summary>
    /// <exception cref="BundleException">The file of them is none.</exception>
    public static IReadOnlyDictionary<string, PageBearer> BearersOf(BundleManifest bundle) =>
        bundle.Find(Bearers) is { } file ? BundleBearers.Read(file) : new Dictionary<string, PageBearer>(StringComparer.Ordinal);

    /// <summary>True where a file begins as a bundle does.</summary>
    public static bool IsBundle(ReadOnlySpan<byte> bytes) => bytes.StartsWith("PK\u0003\u0004"u8);

    /// <summary>How a page goes into a bundle.</summary>
    /// <param name="row">Its row of the document.</param>
    public static BundlePage PageOf(JsonElement row, ReadOnlyMemory<byte> bytes)
    {
        var page = new Row(row);
        var path = page.Text("path") ?? "";
        var type = bytes.Span is [0x1f, 0x8b, ..] ? "application/gzip"
            : path.EndsWith(".mhtml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".mht", StringComparison.OrdinalIgnoreCase) ? "message/rfc822"
            : page.Text("mediaType") == "html" ? "text/html" : "text/plain";
        var capture = page.Rows("dateCandidates").FirstOrDefault(c => c.Text("of") == "capture" && c.Text("value")?.Length == 10);
        return new BundlePage(page.Text("sha256") ?? "", bytes, PageNames.Of(page), type, capture.Text("value") is { } day ? Stamp.Midnight(day) : null);
    }
}

/// <summary>What a bundle is made of.</summary>
/// <param name="Document">The JSON document, as it is to be kept.</param>
/// <param name="Record">The same, read back.</param>
/// <param name="Pages">Every page of it; none where their text is left out.</param>
/// <param name="Corrections">The log of corrections; empty where nothing was corrected.</param>
/// <param name="Version">Readout's version.</param>
public sealed record BundleContents(ReadOnlyMemory<byte> Document, RecordView Record, IReadOnlyList<BundlePage> Pages, ReadOnlyMemory<byte> Corrections, string Version)
{
    /// <summary>What bears pages that are no files of their own, by their paths.</summary>
    public IReadOnlyList<(string Path, PageBearer Bearer)> Bearers { get; init; } = [];
}
