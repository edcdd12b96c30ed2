using NodaTime;
using Readout.Annotations;
using Readout.Articles;
using Readout.Pages;
using Readout.Store.Corrections;
using Readout.Store.Snapshots;

namespace Readout.Store.Building;

/// <summary>Reads the pages that were not read yet, or by another program, or with another correction; a batch at a time, each kept before the next.</summary>
internal sealed class PageStage(Workspace workspace, BuildOptions options, CorrectionSet corrections)
{
    private const int Batch = 128;

    /// <summary>Pages read.</summary>
    public int Run(Action<BuildProgress>? progress)
    {
        var due = Due();
        var done = 0;
        foreach (var batch in due.Chunk(Batch))
        {
            var bytes = batch.Select(p => Bytes(p.Page)).ToList();
            var read = new (Document? Document, byte[]? Snapshot, string? Failure)[batch.Length];
            var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Jobs > 0 ? options.Jobs : Environment.ProcessorCount };
            Parallel.For(0, batch.Length, parallel, i => read[i] = Read(batch[i].Page, bytes[i]));
            workspace.Transaction(() =>
            {
                for (var i = 0; i < batch.Length; i++)
                {
                    if (read[i].Document is { } document)
                    {
                        workspace.Documents.Put(batch[i].Page.Id, batch[i].Made, document, read[i].Snapshot!);
                    }
                    else
                    {
                        workspace.Documents.PutFailure(batch[i].Page.Id, batch[i].Made, read[i].Failure!);
                    }
                }
                workspace.Index.Put([.. read.Select((r, i) => (batch[i].Page.Id, r.Document)).Where(r => r.Document is not null).Select(r => (r.Id, r.Document!))]);
            });
            done += batch.Length;
            progress?.Invoke(new BuildProgress("reading pages", done, due.Count));
        }
        if (due.Count > 0)
            workspace.Transaction(workspace.Index.RemoveSuperseded);
        return due.Count;
    }

    // Without corrections, and none undone, the database alone tells which they are.
    private List<(StoredPage Page, string Made)> Due()
    {
        if (!corrections.ChangePages)
            return [.. workspace.Pages.NotMadeBy(BuiltBy.Program).Select(p => (p, BuiltBy.Program))];
        var known = workspace.Documents.Made();
        return [.. workspace.Pages.All().Select(p => (Page: p, Made: Made(p))).Where(p => known.GetValueOrDefault(p.Page.Id) != p.Made)];
    }

    private string Made(StoredPage page) => BuiltBy.Program + corrections.DigestOf(page.Sha256);

    // Bytes that were lost cost their page alone.
    private byte[]? Bytes(StoredPage page)
    {
        try
        {
            return workspace.Pages.Bytes(page.Sha256);
        }
        catch (StoredBytesException)
        {
            return null;
        }
    }

    private (Document? Document, byte[]? Snapshot, string? Failure) Read(StoredPage page, byte[]? bytes)
    {
        if (bytes is null)
            return (null, null, "its stored bytes are no longer those that came in; 'readout doctor --mend --backup DIR' fetches them.");
        try
        {
            var document = corrections.Apply(Desk.Read(new PageInput(page.Address, bytes, new ArticleOptions(corrections.DayOf(page.Sha256)), page.Bearer)));
            return (document, DocumentSnapshot.Write(document), null);
        }
        catch (UnreadablePageException e)
        {
            return (null, null, e.Message.StartsWith(page.Address + ": ", StringComparison.Ordinal) ? e.Message[(page.Address.Length + 2)..] : e.Message);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A bug of ours: said as such, and the other pages still get their record.
            return (null, null, $"{PageFault.Describe(e)}; report it.");
        }
    }
}
