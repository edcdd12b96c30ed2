using Readout.Store.Watches;
using Readout.Web.Access;
using Readout.Web.Serving;

namespace Readout.Web.Api;

/// <summary>Standing questions and what they found.</summary>
internal static class WatchApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/watches", (Paging paging, Visitor visitor, WorkspacePool pool) =>
        {
            var all = pool.Ask(w => w.Watches.All(visitor.Name));
            var end = paging.Position + paging.Limit;
            return Answer.List(all.Skip((int)Math.Min(paging.Position, int.MaxValue)).Take(paging.Limit).Select(Row), end < all.Count ? paging.Next(end) : null);
        }).SaysList("Your standing questions and those that are shared, by name, as 'readout watch list --json' writes them.", "Watch");
        api.MapGet("/watches/{name}", (string name, Visitor visitor, WorkspacePool pool) => Answer.Of(Row(pool.Ask(w => Find(w.Watches, name, visitor))))).Says("One standing question.", "Watch");
        api.MapGet("/watches/{name}/alerts", (string name, Paging paging, Visitor visitor, WorkspacePool pool) =>
        {
            var found = pool.Ask(w => w.Watches.Latest(Find(w.Watches, name, visitor).Name, paging.Limit + 1, paging.Position == 0 ? null : paging.Position));
            return Answer.List(found.Take(paging.Limit).Select(a => a.Alert), found.Count > paging.Limit ? paging.Next(found[paging.Limit - 1].Id) : null);
        }).SaysList("What it found, the latest first.", "Alert");
        api.MapGet("/watches/{name}/feed", (string name, string? format, Visitor visitor, WorkspacePool pool) =>
        {
            var way = FeedApi.Way(format);
            using var feed = new MemoryStream();
            AlertFeed.Write(way.Name, ("watch", name), pool.Ask(w => w.Watches.Latest(Find(w.Watches, name, visitor).Name, AlertFeed.Most)), feed);
            return new Answer(feed.ToArray(), way.MediaType);
        }).SaysType("The same as a feed: format=atom or json.", "application/atom+xml", "format");
    }

    /// <summary>A watch that somebody sees; another's own is as if it were not there.</summary>
    public static Watch Find(WatchStore watches, string name, Visitor visitor) => watches.Find(name, visitor.Name) ?? throw ApiException.NotFound($"No watch is called '{name}'; /v1/watches lists them.");

    public static WatchRow Row(Watch watch) => new(watch.Name, watch.Kind, watch.Value, watch.Notify, watch.Budget?.ToString(), watch.Quiet?.ToString(), watch.Quiet?.Zone, watch.Created, watch.Seen, watch.Owner, watch.IsShared);
}

/// <summary>A standing question as it is written.</summary>
internal sealed record WatchRow(string Name, WatchKind Kind, string Value, IReadOnlyList<string> Notify, string? Budget, string? QuietHours, string? Zone, string Created, string Seen, string? Owner, bool Shared);
