using System.Text;
using Readout.Cli.Commands;
using Readout.Formats.Bundles;
using Readout.Formats.Exports;
using Readout.Pages;
using Readout.Store;
using Readout.Store.Corrections;
using Readout.Text;

namespace Readout.Cli.Records;

/// <summary>Is a bundle what it was, and does it still say what its pages say? Needs nothing but the bundle.</summary>
internal sealed class BundleCheck(Shell shell, string name, bool quiet)
{
    /// <param name="archive">The bundle.</param>
    /// <param name="folder">Where pages lie, for a bundle without them; null for nowhere.</param>
    public int Run(byte[] archive, string? folder)
    {
        try
        {
            var bundle = Bundle.Open(archive);
            var (pages, bearers) = (Bundle.PagesOf(bundle), Bundle.BearersOf(bundle));
            if (bundle.Find(Bundle.Record) is not { } document)
                throw new UsageException($"{name}: it holds no {Bundle.Record}.");
            using var record = RecordFile.Parse($"{name}, {Bundle.Record}", document);
            Func<RecordedPage, FoundBytes?> bytes = pages.Count == 0 && folder is null ? _ => null
                : pages.Count == 0 ? new PageBytes(shell, folder, record).Read
                : page => pages.TryGetValue(page.Sha256, out var found) ? new FoundBytes(found, bearers.GetValueOrDefault(page.Path)) : null;
            var code = VerifyCommand.Verify(shell, record, bytes, quiet, [Corrections(bundle)]);
            var derived = code is ExitCode.Done or ExitCode.No ? Derived(bundle, record, pages, bearers) : [];
            foreach (var problem in derived)
                shell.Print(problem + "\n");
            code = code == ExitCode.Done && derived.Count > 0 ? ExitCode.No : code;
            Explain(bundle, record, code);
            return code;
        }
        catch (BundleException e) when (e.IsDamage)
        {
            shell.Print($"{name}: {e.Message}\n");
            return ExitCode.BytesChanged;
        }
        catch (BundleException e)
        {
            throw new UsageException($"{name}: {e.Message}", e);
        }
    }

    // What somebody corrected is part of how the record was made.
    private CorrectionSet Corrections(BundleManifest bundle)
    {
        try
        {
            return bundle.Find(Bundle.Corrections) is { Length: > 0 } log ? CorrectionSet.Of(CorrectionLog.Read($"{name}, {Bundle.Corrections}", Encoding.UTF8.GetString(log.Span).Split('\n'))) : CorrectionSet.None;
        }
        catch (StoreException e)
        {
            throw new UsageException(e.Message, e);
        }
    }

    // Annotations and ledger follow from the document, so they must be what it gives.
    private static List<string> Derived(BundleManifest bundle, RecordFile record, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> pages, IReadOnlyDictionary<string, PageBearer> bearers)
    {
        var view = pages.Count == 0 ? new RecordView(record.Root) : new RecordView(record.Root, Texts(record, pages, bearers));
        return [.. Bundle.Derived(view, bundle.Readout).Where(f => bundle.Find(f.Name) is not { } kept || !kept.Span.SequenceEqual(f.Bytes.Span))
            .Select(f => $"{f.Name}: not what {Bundle.Record} gives")];
    }

    private static Dictionary<string, SourceText> Texts(RecordFile record, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> pages, IReadOnlyDictionary<string, PageBearer> bearers)
    {
        var texts = new Dictionary<string, SourceText>(StringComparer.Ordinal);
        foreach (var page in record.Documents.Where(p => pages.ContainsKey(p.Sha256)))
        {
            try
            {
                texts[page.Id] = PageReader.Read(page.Path, pages[page.Sha256], bearers.GetValueOrDefault(page.Path)).Text;
            }
            catch (UnreadablePageException)
            {
                // Reported already, by the check of the record.
                continue;
            }
        }
        return texts;
    }

    private void Explain(BundleManifest bundle, RecordFile record, int code)
    {
        if (record.IsRedacted && !quiet)
            shell.Complain("the words of the pages were left out of this bundle: every file is as it was written; what the record says of the pages is checked only where those are at hand (--pages DIR).");
        var others = BundleManifest.ModelsHere.Where(m => bundle.Models.GetValueOrDefault(m.Key) != m.Value).Select(m => m.Key).ToList();
        if (code == ExitCode.No && (others.Count > 0 || bundle.Readout != VersionCommand.Version))
            shell.Complain($"made by Readout {bundle.Readout}, this is {VersionCommand.Version}{(others.Count > 0 ? "; other models: " + string.Join(", ", others) : "")}. The differences may come from that.");
    }
}
