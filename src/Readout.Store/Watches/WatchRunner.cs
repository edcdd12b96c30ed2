using System.Text.RegularExpressions;
using Readout.Annotations;
using Readout.Claims;
using Readout.Store.Searching;
using Readout.Text;

namespace Readout.Store.Watches;

/// <summary>
/// Asks the standing questions: which entries of the ledgers changed since they were asked last? A change of state sets an alert off,
/// another copy of what is known does not.
/// </summary>
public sealed partial class WatchRunner(Workspace workspace)
{
    private const int MostEvidence = 5;
    private const int MostHits = 10_000;

    // Builds that a feed looks back on; most workspaces have one or a few a day.
    private const int MostBuilds = 200;

    private readonly Dictionary<string, IReadOnlyList<Document>> _documents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LedgerState> _states = new(StringComparer.Ordinal);

    /// <summary>Asks every question; what was found is kept for delivery.</summary>
    /// <returns>Alerts found, by watch.</returns>
    public IReadOnlyDictionary<string, int> Run()
    {
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var watch in workspace.Watches.All())
        {
            var entries = workspace.Entries.Since(watch.Seen);
            // as far as the last build went: what a later one brings is looked at next time
            var seen = entries.SelectMany(e => new[] { e.Seen, e.Gone }).OfType<string>().Append(watch.Seen).Max(StringComparer.Ordinal)!;
            var news = entries.Where(e => string.CompareOrdinal(e.Seen, watch.Seen) > 0 && e.Gone is null).ToList();
            var gone = entries.Where(e => e.Gone is not null && string.CompareOrdinal(e.Gone, watch.Seen) > 0 && string.CompareOrdinal(e.Seen, watch.Seen) <= 0).ToList();
            var alerts = Alerts(watch, watch.Kind == WatchKind.Query ? Hits(watch.Value) : [], news, gone).ToList();
            workspace.Watches.Put(watch, alerts, seen);
            found[watch.Name] = alerts.Count;
        }
        return found;
    }

    /// <summary>What a watch with this search would have found, had it been asked after each build; for who asks now and then.</summary>
    /// <param name="most">At most so many.</param>
    /// <returns>Those of the latest build first.</returns>
    /// <exception cref="QueryException">The search can't be understood.</exception>
    public IReadOnlyList<(long Entry, Alert Alert)> Past(string query, int most)
    {
        var (watch, hits) = (new Watch(query, WatchKind.Query, query, [], null, null, "", ""), Hits(query));
        var stories = hits.Select(h => h.Story).Distinct(StringComparer.Ordinal).ToList();
        if (stories.Count == 0)
            return [];
        return
        [
            .. workspace.Entries.Times(MostBuilds).SelectMany(time =>
            {
                var entries = workspace.Entries.At(time, stories);
                return Alerts(watch, hits, [.. entries.Where(e => e.Seen == time)], [.. entries.Where(e => e.Seen != time)]);
            }).Take(most),
        ];
    }

    private IEnumerable<(long Entry, Alert Alert)> Alerts(Watch watch, HashSet<(string Story, string Item)> hits, List<LedgerEntry> news, List<LedgerEntry> gone)
    {
        foreach (var entry in news.Where(e => e.Item.Kind is not (StateKind.Page or StateKind.Change)))
        {
            var before = gone.FirstOrDefault(g => g.Story == entry.Story && g.Item.Kind == entry.Item.Kind && IsSame(g.Item, entry.Item));
            if (KindOf(entry, before, news) is { } kind && Concerns(watch, entry, hits))
                yield return (entry.Id, Describe(watch, kind, entry, before?.Item.State, entry.Item.State));
        }
        foreach (var entry in gone.Where(g => g.Item.Kind is StateKind.Dispute or StateKind.Prospect && !news.Any(n => n.Story == g.Story && n.Item.Kind == g.Item.Kind && IsSame(g.Item, n.Item))))
        {
            if (Concerns(watch, entry, hits))
                yield return (entry.Id, Describe(watch, AlertKind.Gone, entry, entry.Item.State, null));
        }
    }

    private static AlertKind? KindOf(LedgerEntry entry, LedgerEntry? before, List<LedgerEntry> news)
    {
        bool Touches(StateKind kind) => news.Any(n => n.Story == entry.Story && n.Item.Kind == kind && n.Item.Places.Intersect(entry.Item.Places).Any());
        return (entry.Item.Kind, before) switch
        {
            (StateKind.Claim, null) => Touches(StateKind.Dispute) ? AlertKind.Contradicts : Touches(StateKind.Change) ? AlertKind.Updates : AlertKind.NewClaim,
            // more outlets with the same text are copies: only another text or another voice is news
            (StateKind.Claim, { } old) => Independent(entry.Item.State) != Independent(old.Item.State) ? AlertKind.NewOrigin : null,
            (StateKind.Dispute, null) => AlertKind.Dispute,
            (StateKind.Dispute, { } old) => entry.Item.State == old.Item.State ? null : AlertKind.Dispute,
            (StateKind.Prospect, null) => AlertKind.NewProspect,
            (StateKind.Prospect, { } old) => entry.Item.State == old.Item.State ? null : AlertKind.Status,
            _ => null,
        };
    }

    // "3 outlets · 2 texts · 1 speaker" without the outlets
    private static string Independent(string counts) => counts[(counts.IndexOf('·', StringComparison.Ordinal) + 1)..];

    private static bool IsSame(StateItem a, StateItem b) => a.Id == b.Id || a.Places.Intersect(b.Places).Any();

    private HashSet<(string Story, string Item)> Hits(string query) => [.. workspace.Search.Items(query, MostHits)];

    private bool Concerns(Watch watch, LedgerEntry entry, HashSet<(string Story, string Item)> hits) => watch.Kind switch
    {
        WatchKind.All => true,
        WatchKind.Story => workspace.Stories.Find(watch.Value)?.Id == entry.Story,
        WatchKind.Prospect => entry.Item.Kind == StateKind.Prospect && entry.Item.Id == watch.Value,
        WatchKind.Query => hits.Contains((entry.Story, entry.Item.Id)) || (entry.Item.Kind == StateKind.Dispute && entry.Item.Places.Any(p => hits.Any(h => h.Story == entry.Story && IsAt(h, p)))),
        _ => entry.Item.Places.Any(p => Names(entry.Story, p, watch.Value)),
    };

    private bool IsAt((string Story, string Item) hit, StatePlace place) =>
        (_states.TryGetValue(hit.Story, out var state) ? state : _states[hit.Story] = workspace.Entries.State(hit.Story)).Items.Any(i => i.Kind == StateKind.Claim && i.Id == hit.Item && i.Places.Contains(place));

    private bool Names(string story, StatePlace place, string name)
    {
        if (Find(story, place) is not { } found)
            return false;
        var (document, span) = found;
        var spoken = document.Quotations.Where(q => q.Extent.Overlaps(span)).Select(q => q.Speaker).OfType<int>();
        return document.Mentions.Where(m => span.Overlaps(m.Span)).Select(m => m.Entity).Concat(spoken).Distinct().Any(e => IsCalled(document.Entities[e].Name, name));
    }

    private static bool IsCalled(string entity, string name) =>
        name.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(w => entity.Split(' ').Contains(w, StringComparer.OrdinalIgnoreCase));

    private Alert Describe(Watch watch, AlertKind kind, LedgerEntry entry, string? before, string? after)
    {
        var places = entry.Item.Steps.Count > 0 ? entry.Item.Steps.Reverse().Select(s => s.Place).Distinct() : entry.Item.Places;
        return new Alert(
            watch.Name, kind, entry.Gone ?? entry.Seen, entry.Story, workspace.Stories.Find(entry.Story)?.Name ?? "", entry.Item.Id, entry.Item.Words, before, after,
            [.. places.Take(MostEvidence).Select(p => Find(entry.Story, p)).OfType<(Document Document, Span Span)>().Select(Evidence)]);
    }

    private static AlertEvidence Evidence((Document Document, Span Span) found)
    {
        var (document, span) = found;
        var (start, end) = document.Text.ToCodePoints(span);
        var page = document.Article.Page;
        return new AlertEvidence(
            page.Path, document.Article.Outlet?.Value, document.Article.Published?.When.ToString(), page.Sha256, start, end, White().Replace(document.Slice(span), " ").Trim());
    }

    private (Document Document, Span Span)? Find(string story, StatePlace place)
    {
        if (!_documents.TryGetValue(story, out var documents))
            _documents[story] = documents = workspace.Documents.Read(workspace.Stories.Members(story));
        // an id is the beginning of the hash; a number behind it tells pages with the same bytes apart
        var document = documents.FirstOrDefault(d => d.Article.Page.Sha256.StartsWith(place.Document.Split('-')[0][1..], StringComparison.Ordinal));
        return document is null || place.End > document.Text.CodePointLength ? null : (document, document.Text.FromCodePoints(place.Start, place.End));
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex White();
}
