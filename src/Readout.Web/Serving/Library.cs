using Microsoft.Extensions.Caching.Memory;
using NodaTime;
using NodaTime.Text;
using Readout.Briefs;
using Readout.Formats;
using Readout.Store;
using Readout.Web.Records;

namespace Readout.Web.Serving;

/// <summary>
/// The stories of the workspace, read once while their records stand unchanged: what a record was made of is its key, so a build that
/// leaves a story alone leaves it here, too.
/// </summary>
public sealed class Library(WorkspacePool pool) : IDisposable
{
    // What a story takes in memory, roughly: its record read back, and the texts of its pages.
    private const long BytesOfPage = 20_000, BytesOfClaim = 6_000;
    private const long Room = 100L << 20;

    private readonly MemoryCache _stories = new(new MemoryCacheOptions { SizeLimit = Room, CompactionPercentage = .2 });

    /// <summary>A story as it stands, or as of a day; null where there is none of that id, or no build has made its record yet.</summary>
    /// <param name="asOf">Leaves out what was surely published later.</param>
    public StoryView? Story(string id, LocalDate? asOf = null)
    {
        if (pool.Ask(w => w.Stories.Find(id) is { } found ? (found, w.Stories.Made(found.Id)) : default) is not { found: { } row, Item2: { } made })
            return null;
        var key = (row.Id, made, asOf);
        // Whoever comes while it is being read waits for that reading.
        var reading = _stories.GetOrCreate(key, entry =>
        {
            entry.Size = (Math.Max(1, row.Pages) * BytesOfPage) + (row.Claims * BytesOfClaim);
            return new Lazy<StoryView?>(() => Read(row, asOf));
        })!;
        try
        {
            return reading.Value;
        }
        catch
        {
            _stories.Remove(key);
            throw;
        }
    }

    public void Dispose() => _stories.Dispose();

    private StoryView? Read(StoryRow row, LocalDate? asOf) => pool.Ask(workspace =>
    {
        var members = workspace.Stories.Members(row.Id);
        var json = asOf is { } day ? At(workspace, members, day) : workspace.Stories.Record(row.Id);
        if (json is null)
            return null;
        var record = RecordReader.Read(json);
        var rows = workspace.Documents.Rows(members);
        // While a build runs, a story may have lost pages that its record still stands on.
        var known = rows.Select(r => (r.Sha256, r.Address)).ToHashSet();
        var left = record.Documents.Where(d => !known.Contains((d.Sha256, d.Path))).Select(d => workspace.Documents.Row(d.Sha256, d.Path)).OfType<DocumentRow>();
        return new StoryView(row, asOf, record, [.. rows, .. left], Text);
    });

    private string? Text(long page) => pool.Ask(w => w.Documents.Text(page)?.Value);

    // What the command line's --as-of does: the ledger of the pages up to that day.
    private static byte[] At(Workspace workspace, IReadOnlyList<long> members, LocalDate day)
    {
        var options = new BriefOptions { AsOf = day };
        using var json = new MemoryStream();
        Json.Write(BriefComposer.Compose(workspace.Corrections.Current().Ledger(workspace.Documents.Read(members), day), options), new FormatOptions(), json);
        return json.ToArray();
    }
}
