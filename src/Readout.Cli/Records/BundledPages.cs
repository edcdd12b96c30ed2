using System.Security.Cryptography;
using System.Text;
using Readout.Cli.Commands;
using Readout.Formats.Bundles;
using Readout.Formats.Exports;
using Readout.Pages;
using Readout.Store.Corrections;

namespace Readout.Cli.Records;

/// <summary>What goes into the bundle of a record: its pages, what bears them, what somebody corrected.</summary>
internal static class BundledPages
{
    /// <param name="folder">Where the pages lie now; null for where the record says.</param>
    /// <param name="corrections">Those that the record was made with, where it is of the workspace's pages; null for a record of files.</param>
    /// <exception cref="UsageException">A page is not there any more: a bundle that lacks one would prove nothing.</exception>
    public static BundleContents Of(Shell shell, RecordFile record, RecordView view, string? folder, CorrectionSet? corrections)
    {
        // Who leaves the words out leaves out those of the corrections too.
        if (view.IsRedacted)
            return new BundleContents(record.Bytes, view, [], Array.Empty<byte>(), VersionCommand.Version);
        var files = new PageBytes(shell, folder, record, kept: corrections is not null);
        var pages = new Dictionary<string, BundlePage>(StringComparer.Ordinal);
        var bearers = new List<(string, PageBearer)>();
        foreach (var page in record.Documents)
        {
            var found = files.Read(page) ?? throw new UsageException($"{page.Path}: a bundle takes the page's bytes along, and they are not there to be read again; give files, or --pages DIR with --doc.");
            if (Convert.ToHexStringLower(SHA256.HashData(found.Bytes.Span)) != page.Sha256)
                throw new UsageException($"{page.Path}: its bytes changed since the record was made; make the record again.");
            pages.TryAdd(page.Sha256, Bundle.PageOf(page.Row, found.Bytes));
            if (found.Bearer is { } bearer)
                bearers.Add((page.Path, bearer));
        }
        return new BundleContents(record.Bytes, view, [.. pages.Values], Log(record, corrections), VersionCommand.Version) { Bearers = bearers };
    }

    private static byte[] Log(RecordFile record, CorrectionSet? corrections)
    {
        if (corrections is null)
            return [];
        var prospects = record.Root.TryGetProperty("prospects", out var rows) ? rows.EnumerateArray().Select(p => p.GetProperty("id").GetString()!).ToHashSet(StringComparer.Ordinal) : [];
        return Encoding.UTF8.GetBytes(CorrectionLog.Write(corrections.About(record.Documents.Select(d => d.Sha256).ToHashSet(StringComparer.Ordinal), prospects)));
    }
}
