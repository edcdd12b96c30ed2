using System.Text;
using Readout.Acquire;
using Readout.Pages;
using Readout.Store;

namespace Readout.Web.Writing;

/// <summary>What came of taking something in.</summary>
/// <param name="Failed">What could not be read, in words for whoever gave it.</param>
public sealed record IntakeReport(int New, int Versions, int Known, IReadOnlyList<string> Failed)
{
    public string Words =>
        $"{New} new, {Versions} new versions, {Known} known already.{(Failed.Count == 0 ? "" : " " + string.Join(' ', Failed.Take(10)))}";
}

/// <summary>What was read of something given, before any of it is kept.</summary>
/// <param name="Failed">What could not be read, in words for whoever gave it.</param>
public sealed record Reading(IReadOnlyList<IncomingPage> Pages, IReadOnlyList<string> Failed);

/// <summary>Takes pages in from a browser: files, a text, an address. What holds many pages gives each of them.</summary>
public sealed class Intake(Pen pen, SiteOptions options, NodaTime.IClock clock)
{
    private const int MostPages = 5000;

    /// <summary>Takes files in.</summary>
    public Task<IntakeReport> Files(IReadOnlyList<(string Name, byte[] Bytes)> files) => Take(Read(files));

    /// <summary>Reads files: each is a page, or holds pages.</summary>
    public static Reading Read(IReadOnlyList<(string Name, byte[] Bytes)> files)
    {
        var (pages, failed) = (new List<IncomingPage>(), new List<string>());
        foreach (var (name, bytes) in files)
            Read(name, name, bytes, null, pages, failed);
        return new Reading(pages, failed);
    }

    /// <summary>Keeps what was read; part of a transaction where one is open.</summary>
    public static IntakeReport Put(Workspace workspace, Reading read, NodaTime.Instant now)
    {
        var arrivals = workspace.Pages.Add(read.Pages, now);
        return new IntakeReport(arrivals.Count(a => a == Arrival.New), arrivals.Count(a => a == Arrival.NewVersion), arrivals.Count(a => a == Arrival.Known), read.Failed);
    }

    /// <summary>Takes a pasted text in.</summary>
    /// <param name="name">What to call it; empty for a name made of its bytes.</param>
    public Task<IntakeReport> Text(string name, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (string.IsNullOrWhiteSpace(name))
            name = $"pasted-{PageStore.Hash(bytes)[..8]}.txt";
        // a web address is its own name; anything else must not pass for one that was fetched
        return Take(new Reading([new IncomingPage(name.Trim(), "pasted " + name.Trim(), bytes, "pasted")], []));
    }

    /// <summary>Takes in what stands at an address.</summary>
    public async Task<IntakeReport> Address(string address, CancellationToken stop)
    {
        using var fetcher = new Fetcher(options.Fetch);
        var result = await fetcher.Fetch(address, stop);
        if (result.Answer is not { } answer)
            return new IntakeReport(0, 0, 0, [result.Failure!.Message]);
        var (pages, failed) = (new List<IncomingPage>(), new List<string>());
        Read(answer.Final, AddressKey.Of(answer.Final) ?? answer.Final, answer.Body.ToArray(), answer.Bearer, pages, failed);
        return await Take(new Reading(pages, failed));
    }

    private static void Read(string name, string key, byte[] bytes, PageBearer? bearer, List<IncomingPage> pages, List<string> failed)
    {
        if (bytes.Length == 0)
        {
            failed.Add($"{name} is empty.");
            return;
        }
        if (!PageContainers.IsContainer(name, bytes.AsMemory(0, Math.Min(bytes.Length, PageContainers.HeadLength))))
        {
            pages.Add(new IncomingPage(name, key, bytes, null, bearer));
            return;
        }
        try
        {
            using var stream = new MemoryStream(bytes, writable: false);
            foreach (var entry in PageContainers.Read(name, stream).Take(MostPages))
            {
                if (entry.Page is not { } page)
                    failed.Add($"{entry.Name}: {entry.Problem}");
                else if (page.Described.Address is { } address && AddressKey.Of(address) is { } own)
                    pages.Add(new IncomingPage(address, own, page.Bytes, page.Path, page.Described));
                else
                    pages.Add(new IncomingPage(page.Path, page.Path, page.Bytes, name, page.Described));
            }
        }
        catch (Exception e) when (e is UnreadablePageException or IOException)
        {
            failed.Add(e.Message);
        }
    }

    private async Task<IntakeReport> Take(Reading read) => read.Pages.Count == 0
        ? new IntakeReport(0, 0, 0, read.Failed)
        : await pen.Write("add", workspace => Put(workspace, read, clock.GetCurrentInstant()));
}
