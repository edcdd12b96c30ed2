using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace Readout.Browser.Tests;

/// <summary>What holds on every page, in a real browser.</summary>
[Collection(DeskCollection.Name)]
public class EveryPageTests(Desk desk)
{
    private const int MostBytes = 120_000;

    // A tenth of what is called good: a pixel of a line, now and then, while the first bytes are drawn.
    private const double MostMoved = 0.01;

    // Collects how far things moved by themselves, from before the page is there.
    private const string Watch = "window.moved = 0; new PerformanceObserver(list => { for (const e of list.getEntries()) if (!e.hadRecentInput) window.moved += e.value; }).observe({ type: 'layout-shift', buffered: true });";

    // Themes differ in nothing but colours.
    private static readonly AxeRunOptions s_colours = new() { RunOnly = RunOnlyOptions.Rules("color-contrast") };

    [BrowserTheory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task Axe_finds_nothing_and_nothing_is_wider_than_the_screen(int width)
    {
        await using var reader = await desk.Reader(desk.Samples.Address, width);
        var kinds = await Kinds.Of(desk.Samples.Address);
        kinds.Count.ShouldBeGreaterThan(25);
        var found = new List<string>();
        foreach (var address in kinds.Where(k => !k.EndsWith("/capture", StringComparison.Ordinal)))
        {
            await reader.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
            await reader.Go(address);
            found.AddRange(Told(address, await reader.Page.RunAxe()));
            if (await reader.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth") is var excess and > 0)
                found.Add($"{address}: {excess} px wider than {width}");
            await reader.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            found.AddRange(Told("dark " + address, await reader.Page.RunAxe(s_colours)));
        }
        found.ShouldBeEmpty();
    }

    private static IEnumerable<string> Told(string address, AxeResult result) =>
        result.Violations.Select(v => $"{address}: {v.Id} ({v.Help}) at {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}");

    [BrowserFact]
    public async Task The_drawer_the_palette_and_the_keys_have_no_barriers_either()
    {
        await using var reader = await desk.Reader(desk.Samples.Address);
        var story = (await Kinds.Of(desk.Samples.Address)).First(k => k.StartsWith("/stories/", StringComparison.Ordinal));
        await reader.Go(story);
        await reader.Page.Keyboard.PressAsync("e");
        await reader.Page.Locator("#drawer .evidence").WaitForAsync();
        (await reader.Page.RunAxe()).Violations.ShouldBeEmpty();
        await reader.Page.Keyboard.PressAsync("Escape");
        foreach (var key in (string[])["?", ":"])
        {
            await reader.Page.Keyboard.PressAsync(key);
            await reader.Page.Locator("dialog[open]").WaitForAsync();
            (await reader.Page.RunAxe()).Violations.ShouldBeEmpty(key);
            await reader.Page.Keyboard.PressAsync("Escape");
        }
        reader.Faults.ShouldBeEmpty();
    }

    [BrowserTheory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task The_first_view_is_light_stands_still_and_asks_nobody_else(int width)
    {
        var found = new List<string>();
        foreach (var address in await Kinds.Of(desk.Samples.Address))
        {
            // a browser that has nothing yet
            await using var reader = await desk.Reader(desk.Samples.Address, width);
            await reader.Page.AddInitScriptAsync(Watch);
            var session = await reader.Page.Context.NewCDPSessionAsync(reader.Page);
            await session.SendAsync("Network.enable");
            var bytes = 0.0;
            session.Event("Network.loadingFinished").OnEvent += (_, data) => bytes += data!.Value.GetProperty("encodedDataLength").GetDouble();
            await reader.Go(address);
            await reader.Page.WaitForLoadStateAsync(LoadState.Load);
            // two frames: what script moves has moved by then
            var moved = await reader.Page.EvaluateAsync<double>("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(window.moved ?? 0))))");
            if (moved > MostMoved)
                found.Add($"{address}: things move by {moved}");
            if (bytes is <= 0 or > MostBytes)
                found.Add($"{address}: {bytes} bytes");
            // a page that is not there says so in the console by itself
            found.AddRange(reader.Faults.Where(f => address is not ("/nothing-here" or "/search?q=colour%3Ared") || !f.Contains("Failed to load resource", StringComparison.Ordinal)));
        }
        found.ShouldBeEmpty();
    }
}
