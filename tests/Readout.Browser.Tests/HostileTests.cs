using System.Text.RegularExpressions;

namespace Readout.Browser.Tests;

/// <summary>Pages that attack whoever reads them, in a real browser.</summary>
[Collection(DeskCollection.Name)]
public partial class HostileTests(Desk desk)
{
    [BrowserFact]
    public async Task Nothing_that_a_page_says_comes_alive_or_asks_anybody()
    {
        await using var served = await Served.Of();
        var folder = Directory.CreateDirectory(Path.Combine(served.Folder, "pages")).FullName;
        foreach (var (name, bytes) in Corpus.Pages())
            await File.WriteAllBytesAsync(Path.Combine(folder, name), bytes);
        await served.Run("add", "--build", folder);
        await served.Run("watch", "add", "<img src=x onerror=alert(1)>", "--person", "Ada <script>alert(1)</script> Moll");
        var addresses = await Kinds.Of(served.Address, each: 8);
        addresses.Count.ShouldBeGreaterThan(80);
        await using var reader = await desk.Reader(served.Address);
        var (shown, found) = (0, new List<string>());
        foreach (var address in addresses)
        {
            await reader.Go(address);
            // what hides behind focus, a mouse over it, or a drawer comes alive here
            await reader.Page.EvaluateAsync("for (const e of document.querySelectorAll('main *')) { e.dispatchEvent(new MouseEvent('mouseover', { bubbles: true })); e.focus?.({ preventScroll: true }); }");
            if (await reader.Page.EvaluateAsync<bool>("'pwned' in window || !!document.querySelector('main script, main iframe:not([sandbox]), main img, main style, main [onerror], main [onclick], main base, main object, main embed, a[href^=javascript i], a[href^=\"//\"]')"))
                found.Add(address);
            if ((await reader.Page.InnerTextAsync("body")).Contains("alert(1)", StringComparison.Ordinal))
                shown++;
        }
        found.ShouldBeEmpty();
        reader.Faults.Where(f => !NotThere().IsMatch(f)).ShouldBeEmpty();
        // the attacks are there to be read
        shown.ShouldBeGreaterThan(30);
    }

    [BrowserFact]
    public async Task Evidence_in_the_drawer_is_as_dead_as_on_its_page()
    {
        await using var served = await Served.Of();
        var folder = Directory.CreateDirectory(Path.Combine(served.Folder, "pages")).FullName;
        foreach (var (name, bytes) in Corpus.Pages().Take(12))
            await File.WriteAllBytesAsync(Path.Combine(folder, name), bytes);
        await served.Run("add", "--build", folder);
        await using var reader = await desk.Reader(served.Address);
        await reader.Go("/");
        await reader.Page.Locator(".stories a").First.ClickAsync();
        var links = await reader.Page.Locator("main a[data-evidence]").CountAsync();
        links.ShouldBeGreaterThan(2);
        for (var i = 0; i < links; i++)
        {
            await reader.Page.Locator("main a[data-evidence]").Nth(i).EvaluateAsync("link => link.click()");
            await reader.Page.Locator("#drawer .evidence").WaitForAsync();
            (await reader.Page.EvaluateAsync<bool>("'pwned' in window || !!document.querySelector('#drawer script, #drawer img, #drawer iframe, #drawer [onerror]')")).ShouldBeFalse();
            await reader.Page.Keyboard.PressAsync("Escape");
        }
        reader.Faults.ShouldBeEmpty();
    }

    [GeneratedRegex("^[^ ]*/(nothing-here|search\\?q=colour%3Ared): error Failed to load resource")]
    private static partial Regex NotThere();
}
