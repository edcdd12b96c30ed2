using NodaTime;
using NodaTime.Text;
using Readout.Briefs;
using Readout.Claims;
using Readout.Formats;
using Readout.Store.Corrections;

namespace Readout.Store.Building;

/// <summary>Makes the records of the stories that changed, one after the other, and keeps what came and what went in their ledgers.</summary>
internal sealed class LedgerStage(Workspace workspace, CorrectionSet corrections)
{
    /// <summary>How many were made, and the ids of those that say something else now.</summary>
    public (int Made, IReadOnlyList<string> Changed) Run(string now, Action<BuildProgress>? progress)
    {
        var stale = workspace.Stories.Stale();
        var changed = new List<string>();
        for (var i = 0; i < stale.Count; i++)
        {
            if (Make(stale[i].Id, stale[i].Members, now))
                changed.Add(stale[i].Id);
            progress?.Invoke(new BuildProgress("making records", i + 1, stale.Count));
        }
        workspace.Transaction(workspace.Index.RemoveOrphans);
        return (stale.Count, changed);
    }

    private bool Make(string id, string made, string now)
    {
        var members = workspace.Stories.Members(id);
        var pages = new KeptPages(workspace.Documents.Read(members), corrections);
        var options = new BriefOptions();
        var brief = pages.Brief(options);
        using var record = new MemoryStream();
        Json.Write(brief, new FormatOptions(Asked: pages.Request(options)), record);
        var isChanged = false;
        workspace.Transaction(() =>
        {
            var difference = workspace.Entries.Put(id, LedgerState.Of(brief.Ledger), now);
            isChanged = !difference.IsNothing;
            workspace.Stories.PutRecord(id, made, Figures(brief), record.ToArray(), isChanged ? now : null);
            workspace.Index.Put(id, brief, PageNumbers(members, brief));
        });
        return isChanged;
    }

    // By document id; pages with the same bytes are told apart by their path, and where that is the same too, it does not matter which is which.
    private Dictionary<string, long> PageNumbers(IReadOnlyList<long> members, Brief brief)
    {
        var rows = workspace.Documents.Rows(members).GroupBy(r => (r.Sha256, r.Address)).ToDictionary(g => g.Key, g => new Queue<long>(g.Select(r => r.Page).Order()));
        return brief.Ledger.Story.Documents.ToDictionary(d => d.Id, d => rows[(d.Article.Page.Sha256, d.Article.Page.Path)].Dequeue(), StringComparer.Ordinal);
    }

    private static StoryFigures Figures(Brief brief)
    {
        var (ledger, days) = (brief.Ledger, brief.Ledger.Story.Documents.Select(d => d.Article.Published?.When).OfType<Text.DateRange>().ToList());
        return new StoryFigures(
            ledger.Story.Documents.Select(d => d.Article.Outlet?.Value).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Count(),
            ledger.Claims.Count, ledger.Disputes.Count, ledger.Prospects.Count,
            Day(days.Select(d => d.Earliest).OfType<LocalDate>().DefaultIfEmpty().Min()), Day(days.Select(d => d.Latest).OfType<LocalDate>().DefaultIfEmpty().Max()));
    }

    private static string? Day(LocalDate day) => day == default ? null : LocalDatePattern.Iso.Format(day);
}
