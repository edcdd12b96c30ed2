namespace Readout.Browser.Tests;

/// <summary>A story without a mouse.</summary>
[Collection(DeskCollection.Name)]
public class KeyTests(Desk desk)
{
    private async Task<(Reader Reader, string Story)> Open()
    {
        var reader = await desk.Reader(desk.Samples.Address);
        await reader.Go("/");
        var story = (await reader.Page.Locator(".stories a").First.GetAttributeAsync("href"))!;
        await reader.Go(story);
        return (reader, story);
    }

    [BrowserTheory]
    [InlineData("d", "/changes")]
    [InlineData("t", "/timeline")]
    [InlineData("c", "/claims")]
    [InlineData("w", "/quotes")]
    [InlineData("p", "/prospects")]
    [InlineData("s", "/sources")]
    [InlineData("x", "/disputes")]
    public async Task A_letter_leads_to_a_part_and_h_back(string key, string part)
    {
        var (reader, story) = await Open();
        await using var _ = reader;
        await reader.Page.Keyboard.PressAsync(key);
        await Assertions.Expect(reader.Page).ToHaveURLAsync(desk.Samples.Address + story + part);
        // the address is there before the script that hears the next key
        await reader.Page.WaitForLoadStateAsync();
        await reader.Page.Keyboard.PressAsync("h");
        await Assertions.Expect(reader.Page).ToHaveURLAsync(desk.Samples.Address + story);
        reader.Faults.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task Lines_are_walked_opened_and_their_evidence_copied()
    {
        var (reader, story) = await Open();
        await using var _ = reader;
        var page = reader.Page;
        await reader.Go(story + "/claims");
        Task<int> At() => page.EvaluateAsync<int>("[...document.querySelectorAll('main [data-row]')].indexOf(document.activeElement.closest('[data-row]'))");
        await page.Keyboard.PressAsync("j");
        (await At()).ShouldBe(0);
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("k");
        (await At()).ShouldBe(1);
        (await page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle")).ShouldBe("solid");
        await page.Keyboard.PressAsync("G");
        (await At()).ShouldBe(await page.Locator("main [data-row]").CountAsync() - 1);
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("g");
        (await At()).ShouldBe(0);
        await page.Keyboard.PressAsync("y");
        await page.Locator("#drawer .citation").WaitForAsync();
        await page.WaitForFunctionAsync("document.querySelector('#drawer [data-copied]')?.textContent === 'copied'");
        var copied = await page.EvaluateAsync<string>("navigator.clipboard.readText()");
        copied.ShouldBe(await page.Locator("#drawer .citation").InputValueAsync());
        copied.ShouldContain("sha256");
        await page.Keyboard.PressAsync("Escape");
        (await page.Locator("#drawer > *").CountAsync()).ShouldBe(0);
        // back on the line that it was opened from
        (await At()).ShouldBe(0);
        await page.Keyboard.PressAsync("e");
        await page.Locator("#drawer .evidence").WaitForAsync();
        await page.Keyboard.PressAsync("Escape");
        await reader.Go("/");
        await page.Keyboard.PressAsync("/");
        (await page.EvaluateAsync<string>("document.activeElement.id")).ShouldBe("q");
        // in a field letters are letters
        await page.Keyboard.TypeAsync("jt?");
        (await page.Locator("#q").InputValueAsync()).ShouldBe("jt?");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/search?q=jt%3F");
        foreach (var key in (string[])["l", "o"])
        {
            await reader.Go(story + "/sources");
            await page.Keyboard.PressAsync("j");
            await page.Keyboard.PressAsync(key);
            await page.WaitForURLAsync("**/pages/*");
        }
        reader.Faults.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task The_palette_finds_a_part_and_the_keys_are_told()
    {
        var (reader, story) = await Open();
        await using var _ = reader;
        var page = reader.Page;
        await page.Keyboard.PressAsync("?");
        (await page.Locator("dialog[open] dt").CountAsync()).ShouldBeGreaterThan(14);
        await page.Keyboard.PressAsync("Escape");
        await page.Locator("dialog").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("timel");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(desk.Samples.Address + story + "/timeline");
        reader.Faults.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task Tab_goes_through_every_page_shows_where_it_is_and_is_never_caught()
    {
        var (reader, story) = await Open();
        await using var _ = reader;
        foreach (var part in (string[])["", "/claims", "/desk", "/quotes"])
        {
            await reader.Go(story + part);
            var stops = await reader.Page.EvaluateAsync<int>("[...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex=\"0\"]')].filter(e => e.checkVisibility()).length");
            var (seen, hidden) = (new HashSet<string>(StringComparer.Ordinal), new List<string>());
            // a date has four stops of its own
            for (var i = 0; i < Math.Min(stops, 60) + 6; i++)
            {
                await reader.Page.Keyboard.PressAsync("Tab");
                var at = await reader.Page.EvaluateAsync<string>("(() => { const e = document.activeElement; e.dataset.stop ??= String(document.querySelectorAll('[data-stop]').length); const s = getComputedStyle(e); return e.dataset.stop + ' ' + (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 1 ? 'seen' : 'hidden ' + e.outerHTML.slice(0, 120)); })()");
                seen.Add(at.Split(' ')[0]);
                if (at.Split(' ')[1] == "hidden" && !at.Contains("<body", StringComparison.Ordinal))
                    hidden.Add(at);
            }
            hidden.ShouldBeEmpty(part);
            seen.Count.ShouldBeGreaterThanOrEqualTo(Math.Min(stops, 60), part);
        }
        reader.Faults.ShouldBeEmpty();
    }
}
