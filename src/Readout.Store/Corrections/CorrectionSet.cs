using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Text;
using Readout.Annotations;
using Readout.Claims;
using Readout.Origins;
using Readout.Store.Building;

namespace Readout.Store.Corrections;

/// <summary>The corrections that hold, each applied where its layer is made.</summary>
public sealed class CorrectionSet
{
    private readonly IReadOnlyList<Correction> _all;
    private readonly ILookup<string, Correction> _pages;

    internal CorrectionSet(IReadOnlyList<Correction> all)
    {
        _all = all;
        _pages = all.Where(c => c.Verb is CorrectionVerb.SetDate or CorrectionVerb.SetSpeaker).ToLookup(c => Page(c.Targets[0]), StringComparer.Ordinal);
    }

    public static CorrectionSet None { get; } = new([]);

    /// <summary>The entries of a log that hold.</summary>
    public static CorrectionSet Of(IReadOnlyList<Correction> log) => new(CorrectionLog.Standing(log));

    /// <summary>The entries that hold and concern a record: its pages, by their hashes, or its prospects, by their ids.</summary>
    public IReadOnlyList<Correction> About(IReadOnlySet<string> pages, IReadOnlySet<string> prospects) =>
        [.. _all.Where(c => c.Targets.Any(t => c.Verb == CorrectionVerb.Define ? prospects.Contains(t) : pages.Contains(Page(t))))];

    /// <summary>Whether any concerns the reading of a page.</summary>
    internal bool ChangePages => _pages.Count > 0;

    /// <summary>Tells sets of corrections apart.</summary>
    internal string Digest() => Digest(_all);

    /// <summary>Tells apart what the same page becomes under other corrections; empty where none concern it.</summary>
    internal string DigestOf(string sha256) => _pages.Contains(sha256) ? "." + Digest(_pages[sha256]) : "";

    /// <summary>The same for the corrections that reach beyond one page, as far as they concern these pages.</summary>
    internal string DigestOf(IReadOnlySet<string> pages) =>
        Digest(_all.Where(c => c.Verb == CorrectionVerb.Define || (c.Verb is CorrectionVerb.SameOrigin or CorrectionVerb.NotSameOrigin && c.Targets.All(pages.Contains))));

    /// <summary>The day somebody gave a page; null where nobody did. The last one counts.</summary>
    public LocalDate? DayOf(string sha256) =>
        _pages[sha256].LastOrDefault(c => c.Verb == CorrectionVerb.SetDate) is { Value: { } day } && LocalDatePattern.Iso.Parse(day) is { Success: true } parsed ? parsed.Value : null;

    /// <summary>The document with the speakers that somebody gave its quotations.</summary>
    public Document Apply(Document document)
    {
        foreach (var correction in _pages[document.Article.Page.Sha256].Where(c => c is { Verb: CorrectionVerb.SetSpeaker, Value: not null }))
            document = SpeakerCorrection.Apply(document, correction.Targets[0], correction.Value!);
        return document;
    }

    /// <summary>The ledger of documents, with the origins and definitions that somebody gave.</summary>
    /// <param name="until">Leave out what was surely published later; null for nothing.</param>
    public Ledger Ledger(IReadOnlyList<Document> documents, LocalDate? until)
    {
        var ledger = Desk.Ledger(documents, until, new OriginCorrections(Pairs(CorrectionVerb.SameOrigin), Pairs(CorrectionVerb.NotSameOrigin)));
        var definitions = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var correction in _all.Where(c => c is { Verb: CorrectionVerb.Define, Value: not null }))
            definitions[correction.Targets[0]] = correction.Value!;
        return definitions.Count == 0 ? ledger : ledger with
        {
            Prospects = [.. ledger.Prospects.Select(p => definitions.TryGetValue(p.Id, out var definition) ? p with { Definition = definition } : p)],
        };
    }

    /// <summary>The stories as somebody put them together and took them apart.</summary>
    internal IReadOnlyList<StoryGroup> Regroup(IEnumerable<StoryDraft> drafts)
    {
        var stories = drafts.ToList();
        foreach (var correction in _all)
        {
            if (correction.Verb == CorrectionVerb.Merge)
                Merge(stories, correction.Targets);
            else if (correction.Verb == CorrectionVerb.Split)
                Split(stories, correction.Targets);
        }
        return [.. stories.Select(s => new StoryGroup(s.Id, s.Pages[0].Title, [.. s.Pages.Select(p => p.Page.Id).Order()]))];
    }

    private static void Merge(List<StoryDraft> stories, IReadOnlyList<string> pages)
    {
        var together = stories.Where(s => s.Pages.Any(p => pages.Contains(p.Page.Sha256))).ToList();
        if (together.Count < 2)
            return;
        stories[stories.IndexOf(together[0])] = together[0] with { Pages = [.. together.SelectMany(s => s.Pages)] };
        foreach (var other in together.Skip(1))
            stories.Remove(other);
    }

    private static void Split(List<StoryDraft> stories, IReadOnlyList<string> pages)
    {
        var taken = new List<(StoredPage Page, string Title)>();
        for (var i = 0; i < stories.Count; i++)
        {
            var leaving = stories[i].Pages.Where(p => pages.Contains(p.Page.Sha256)).ToList();
            if (leaving.Count == 0 || leaving.Count == stories[i].Pages.Count)
                continue;
            taken.AddRange(leaving);
            stories[i] = stories[i] with { Pages = [.. stories[i].Pages.Except(leaving)] };
        }
        if (taken.Count > 0)
            stories.Add(new StoryDraft("s" + taken[0].Page.Sha256[..12], taken));
    }

    private List<PagePair> Pairs(CorrectionVerb verb) =>
        [.. _all.Where(c => c.Verb == verb && c.Targets.Count == 2).Select(c => new PagePair(c.Targets[0], c.Targets[1], $"{c.Author}: {c.Reason}"))];

    private static string Page(string target) => target.Split('#')[0];

    private static string Digest(IEnumerable<Correction> corrections) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', corrections.Select(c => $"{c.Verb} {string.Join(' ', c.Targets)} {c.Value}")))))[..12];
}
