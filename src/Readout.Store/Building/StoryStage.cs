using System.Security.Cryptography;
using System.Text;
using NodaTime.Text;
using Readout.Annotations;
using Readout.Articles;
using Readout.Stories.Streams;
using Readout.Store.Corrections;

namespace Readout.Store.Building;

/// <summary>Tells which pages belong together over weeks. An older version of an address leaves its place to the latest.</summary>
internal sealed class StoryStage(Workspace workspace, CorrectionSet corrections)
{
    private const int Batch = 2000;

    /// <summary>Number of stories.</summary>
    public int Run(Action<BuildProgress>? progress)
    {
        var pages = workspace.Pages.Current().ToDictionary(p => p.Id);
        var made = workspace.Documents.Made();
        // A workspace forgets nothing: stories of its oldest pages stay, however many came since.
        var stream = new EventStream(new EventStreamOptions(Window: int.MaxValue));
        var placed = new List<(StoredPage Page, string Title)>();
        foreach (var batch in pages.Keys.Order().Chunk(Batch))
        {
            foreach (var row in workspace.Documents.Texts(batch))
            {
                var page = pages[row.Page];
                stream.Add(new StreamText(page.Sha256 + " " + page.Key, row.Title ?? "", row.Text, Day(row.Earliest), row.Language));
                placed.Add((page, row.Title ?? page.Address));
            }
            progress?.Invoke(new BuildProgress("finding stories", placed.Count, pages.Count));
        }
        stream.Settle();
        var groups = corrections.Regroup(stream.Storylines().Select(s => new StoryDraft(s.Id, [.. s.Texts.Select(t => placed[t])])));
        workspace.Stories.Assign(groups, groups.ToDictionary(g => g.Id, g => Digest(g, pages, made), StringComparer.Ordinal));
        return groups.Count;
    }

    // What a record is made of: the documents and the corrections that reach beyond one of them.
    private string Digest(StoryGroup group, Dictionary<long, StoredPage> pages, IReadOnlyDictionary<long, string> made)
    {
        var hashes = group.Members.Select(m => pages[m].Sha256).ToHashSet(StringComparer.Ordinal);
        var all = new StringBuilder(BuiltBy.Program).Append('\n').Append(group.Name).Append('\n').Append(corrections.DigestOf(hashes));
        foreach (var page in group.Members)
            all.Append('\n').Append(page).Append(' ').Append(made[page]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all.ToString())))[..32];
    }

    private static NodaTime.LocalDate? Day(string? day) => day is not null && LocalDatePattern.Iso.Parse(day) is { Success: true } parsed ? parsed.Value : null;
}

/// <summary>A story as the stream found it, before anybody's corrections.</summary>
internal sealed record StoryDraft(string Id, IReadOnlyList<(StoredPage Page, string Title)> Pages);
