using Readout.Annotations;
using Readout.Articles;
using Readout.Claims;

namespace Readout.Store.Corrections;

/// <summary>What a correction would change in a story's ledger, before anybody makes it. Nothing is written.</summary>
public static class CorrectionPreview
{
    /// <summary>The difference it would make.</summary>
    /// <param name="story">The story's id.</param>
    /// <param name="candidate">The correction; of its id, time, author and reason nothing is used.</param>
    public static LedgerDifference Of(Workspace workspace, string story, Correction candidate)
    {
        var rows = workspace.Documents.Rows(workspace.Stories.Members(story));
        var pages = rows.Select(r => r.Page).ToList();
        var (before, after) = (workspace.Corrections.Current(), new CorrectionSet([.. CorrectionLog.Standing(workspace.Corrections.All()), candidate]));
        var then = LedgerState.Of(before.Ledger(workspace.Documents.Read(pages), null));
        var documents = candidate.Verb switch
        {
            CorrectionVerb.Merge => workspace.Documents.Read([.. pages.Union(Together(workspace, candidate.Targets))]),
            CorrectionVerb.Split => workspace.Documents.Read([.. rows.Where(r => !candidate.Targets.Contains(r.Sha256)).Select(r => r.Page)]),
            CorrectionVerb.SetDate or CorrectionVerb.SetSpeaker => Read(workspace, rows, candidate, after),
            _ => workspace.Documents.Read(pages),
        };
        return LedgerDifference.Between(then, LedgerState.Of(after.Ledger(documents, null)));
    }

    private static IEnumerable<long> Together(Workspace workspace, IReadOnlyList<string> hashes) => hashes
        .SelectMany(workspace.Pages.WithHash).Select(p => workspace.Stories.Of(p.Id)).OfType<string>().Distinct(StringComparer.Ordinal).SelectMany(workspace.Stories.Members);

    // The page it is about is read anew, as a build would.
    private static List<Document> Read(Workspace workspace, IReadOnlyList<DocumentRow> rows, Correction candidate, CorrectionSet corrections)
    {
        var hash = candidate.Targets[0].Split('#')[0];
        var documents = workspace.Documents.Read([.. rows.Where(r => r.Sha256 != hash).Select(r => r.Page)]).ToList();
        foreach (var page in rows.Where(r => r.Sha256 == hash).Select(r => workspace.Pages.Find(r.Page)!))
            documents.Add(corrections.Apply(Desk.Read(new PageInput(page.Address, workspace.Pages.Bytes(page.Sha256), new ArticleOptions(corrections.DayOf(page.Sha256)), page.Bearer))));
        return documents;
    }
}
