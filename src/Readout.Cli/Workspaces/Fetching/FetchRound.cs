using Readout.Acquire;
using Readout.Cli.Inputs;
using Readout.Cli.Settings;
using Readout.Cli.Workspaces.Adding;
using Readout.Pages;
using Readout.Store;
using Readout.Store.Building;
using Readout.Store.Sources;

namespace Readout.Cli.Workspaces.Fetching;

/// <summary>
/// One round: asks the sources that are due, then the addresses. The network is waited for without holding the workspace; each part
/// that came is written at once, and is safe when it is named.
/// </summary>
internal sealed class FetchRound(Shell shell, string folder, TimeSpan patience, bool saysEach, Action<BuildProgress>? progress)
{
    // A file whose size and time stood still for so long is whole.
    private static readonly TimeSpan s_settle = TimeSpan.FromSeconds(2);

    private readonly FetchReport _report = new();
    private readonly Dictionary<string, ReadOnlyMemory<byte>> _feeds = new(StringComparer.Ordinal);

    /// <param name="all">Ask everything, due or not.</param>
    public async Task<FetchReport> Run(bool all, CancellationToken stop)
    {
        using var turn = Workspace.Turn(folder, "fetch", shell.Clock);
        using var fetcher = Network.Fetcher(shell);
        if (all)
            Write(w => w.Sightings.MakeAllDue(shell.Clock.GetCurrentInstant()));
        var sources = Read(w => FetchPlan.Sources(w, shell.Clock.GetCurrentInstant(), all));
        await AskSources(fetcher, [.. sources.Where(s => s.Kind != SourceKind.Folder)], stop).ConfigureAwait(false);
        foreach (var source in sources.Where(s => s.Kind == SourceKind.Folder))
            await TakeFolder(source, stop).ConfigureAwait(false);
        await AskPages(fetcher, stop).ConfigureAwait(false);
        return _report;
    }

    private async Task AskSources(Fetcher fetcher, IReadOnlyList<Source> sources, CancellationToken stop)
    {
        var results = Lanes.Run(sources, s => s.Address, (s, inner) => SourcePoll.Ask(fetcher, s, shell.Clock.GetCurrentInstant(), inner), stop);
        await foreach (var batch in results.ConfigureAwait(false))
        {
            Write(workspace =>
            {
                foreach (var polled in batch)
                    Keep(workspace, polled);
            });
            _report.Sources += batch.Count;
            progress?.Invoke(new BuildProgress("asking sources", _report.Sources, sources.Count));
        }
    }

    private void Keep(Workspace workspace, Polled polled)
    {
        foreach (var problem in polled.Problems)
            Fail(polled.Source.Address, problem);
        _report.NewAddresses += workspace.Sightings.See(polled.Pages);
        workspace.Sources.Put(polled.Source);
        _feeds[polled.Source.Address] = polled.Feed;
        if (polled.Moved is { } to)
            workspace.Sources.Move(polled.Source.Address, to);
    }

    private async Task AskPages(Fetcher fetcher, CancellationToken stop)
    {
        var most = new SettingsReader(shell).Number("fetch.max-pages");
        var due = Read(w => w.Sightings.Due(shell.Clock.GetCurrentInstant(), most));
        var done = 0;
        var results = Lanes.Run(due, s => s.Address, async (s, inner) => (Sighting: s, Result: await fetcher.Fetch(Request(s), inner).ConfigureAwait(false)), stop);
        await foreach (var batch in results.ConfigureAwait(false))
        {
            var now = shell.Clock.GetCurrentInstant();
            var looks = batch.Select(b => WithFeed(PageLook.Of(b.Sighting, b.Result, now))).ToList();
            Write(workspace => Keep(workspace, looks));
            done += looks.Count;
            progress?.Invoke(new BuildProgress("fetching pages", done, due.Count));
        }
        _report.Left = Read(w => w.Sightings.CountDue(shell.Clock.GetCurrentInstant()));
    }

    private static FetchRequest Request(Sighting sighting) => new(sighting.Address) { ETag = sighting.ETag, LastModified = sighting.Modified };

    // A page that its site won't give, while its feed bears the whole text.
    private PageLook WithFeed(PageLook look)
    {
        if (look is { Problem: null } || look.Sighting is { Fetched: not null } or { Next: not null } || look.Sighting.Source is not { } source
            || !_feeds.TryGetValue(source, out var feed) || feed.IsEmpty)
            return look;
        using var stream = new MemoryStream(feed.ToArray(), writable: false);
        var page = PageContainers.Read(source, stream).Select(e => e.Page).FirstOrDefault(p => p?.Bearer.Address is { } address && AddressKey.Of(address) == look.Sighting.Key);
        return page is null ? look : look.With(page, shell.Clock.GetCurrentInstant());
    }

    private void Keep(Workspace workspace, IReadOnlyList<PageLook> looks)
    {
        var pages = looks.Select(l => l.Page).OfType<IncomingPage>().ToList();
        IReadOnlyList<Arrival> arrivals = [];
        workspace.Transaction(() =>
        {
            arrivals = workspace.Pages.Add(pages, shell.Clock.GetCurrentInstant());
            foreach (var look in looks)
                workspace.Sightings.Put(look.Sighting);
        });
        _report.Added += arrivals.Count(a => a == Arrival.New);
        _report.NewVersions += arrivals.Count(a => a == Arrival.NewVersion);
        _report.Unchanged += arrivals.Count(a => a == Arrival.Known) + looks.Count(l => l is { Page: null, Problem: null });
        foreach (var look in looks.Where(l => l.Problem is not null))
            Fail(look.Sighting.Address, look.Problem!);
        if (saysEach)
            shell.Error.Write(string.Concat(pages.Select(p => p.Address + ": safe\n")));
    }

    private async Task TakeFolder(Source source, CancellationToken stop)
    {
        var watch = new FolderWatch(source.Address, s_settle, shell.Time);
        watch.Know(Read(w => w.Sources.Files(source.Address)).Select(f => new WatchedFile(f.Path, f.Length, f.Modified.ToDateTimeOffset())));
        var files = watch.Look();
        if (watch.HasUnsettled)
        {
            await Task.Delay(s_settle, shell.Time, stop).ConfigureAwait(false);
            files = [.. files, .. watch.Look()];
        }
        foreach (var problem in watch.Problems)
            Fail(source.Address, problem);
        Write(workspace =>
        {
            var pages = new PageIntake(shell, workspace, saysEach);
            var intake = new FileIntake(shell, workspace, pages, new SourceIntake(shell, workspace, source.Since), new ContainerOptions());
            foreach (var file in files.Where(f => !InputFinder.IsNoPage(f.Path)))
            {
                intake.Take(new Input(Path.GetRelativePath(shell.Directory, file.Path).Replace('\\', '/'), file.Path), null);
                pages.Flush(() => workspace.Sources.Put(source.Address, new SourceFile(file.Path, file.Length, NodaTime.Instant.FromDateTimeOffset(file.Modified))));
            }
            workspace.Sources.Put(source with { Asked = shell.Clock.GetCurrentInstant(), Failures = watch.Problems.Count == 0 ? 0 : source.Failures + 1, Failure = watch.Problems.Count == 0 ? null : watch.Problems[0] });
            _report.Added += pages.Added;
            _report.NewVersions += pages.NewVersions;
            _report.Unchanged += pages.Known;
            _report.Failed.AddRange(pages.Failed);
        });
        _report.Sources++;
    }

    private void Fail(string address, string message)
    {
        shell.Complain(message);
        _report.Failed.Add(new FailedInput(address, message.StartsWith(address + ": ", StringComparison.Ordinal) ? message[(address.Length + 2)..] : message));
    }

    private T Read<T>(Func<Workspace, T> ask)
    {
        using var workspace = Workspace.Read(folder, shell.Clock);
        return ask(workspace);
    }

    private void Write(Action<Workspace> change)
    {
        using var workspace = Workspace.Write(folder, "fetch", patience, shell.Clock);
        change(workspace);
    }
}
