namespace Readout.Browser.Tests;

/// <summary>An editor's way from an empty desk to a record that another machine can check, with and without script.</summary>
[Collection(DeskCollection.Name)]
public class JourneyTests(Desk desk)
{
    private const string Pasted = """
        Vask Post
        12 May 2025

        Harbour of Orlen stays closed

        The harbour of Orlen stays closed until 20 May, Mayor Ada Moll said on Monday. “The ferry sails again when the wall stands,” Moll told the Vask Post.

        Jory Pell, who runs the ferry, said that 40 people have lost their work.
        """;

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_an_empty_desk_to_a_verified_record(bool hasScript)
    {
        await using var served = await Served.Of();
        await using var reader = await desk.Reader(served.Address, hasScript: hasScript);
        var page = reader.Page;

        // an empty workspace leads to the way in
        await reader.Go("/");
        (await page.Locator("h1").TextContentAsync()).ShouldBe("An empty desk");
        await page.Locator("#files").SetInputFilesAsync(Directory.GetFiles(Served.Sample("dam")).Order(StringComparer.Ordinal));
        await page.GetByRole(AriaRole.Button, new() { Name = "Take them in" }).ClickAsync();
        await page.GetByText("11 new").WaitForAsync();
        await page.Locator("#text").FillAsync(Pasted);
        await page.Locator("#name").FillAsync("vask-post");
        await page.GetByRole(AriaRole.Button, new() { Name = "Take it in" }).ClickAsync();
        await page.GetByText("1 new").WaitForAsync();
        // an address of this network is refused, in words, before anything is asked
        await page.Locator("#address").FillAsync(served.Address + "/methods");
        await page.GetByRole(AriaRole.Button, new() { Name = "Fetch it" }).ClickAsync();
        (await page.Locator("[role=alert]").TextContentAsync())!.ShouldContain("fetch.allowed-hosts");
        await Built(served, pages: 12);

        // story, brief, citation
        await reader.Go("/");
        await page.Locator(".stories h2 a", new() { HasText = "Ilvesen" }).First.ClickAsync();
        var story = new Uri(page.Url).AbsolutePath;
        await page.GetByRole(AriaRole.Heading, new() { Name = "Disputed" }).WaitForAsync();
        await page.Locator("main .line cite a, main cite a").First.ClickAsync();
        await page.Locator(".evidence .citation").WaitForAsync();
        (await page.Locator(".evidence .citation").InputValueAsync()).ShouldContain("sha256");
        new Uri(page.Url).AbsolutePath.ShouldBe(hasScript ? story : new Uri(page.Url).AbsolutePath);

        // mark as seen, watch, correct with a preview
        await reader.Go(story + "/changes");
        await page.GetByRole(AriaRole.Button, new() { Name = "Mark as seen" }).ClickAsync();
        await page.GetByText("Nothing changed since").WaitForAsync();
        await reader.Go("/watches?value=" + story.Split('/')[^1]);
        await page.Locator("#w-name").FillAsync("the dam");
        await page.GetByRole(AriaRole.Button, new() { Name = "Watch", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "the dam" }).WaitForAsync();
        await reader.Go(story + "/desk");
        var form = page.Locator("form", new() { Has = page.Locator("#set-date-value") });
        await form.Locator("select[name=target]").SelectOptionAsync(new SelectOptionValue { Index = 3 });
        await form.Locator("#set-date-value").FillAsync("2022-04-20");
        await form.Locator("#set-date-reason").FillAsync("the printed paper says so");
        await form.GetByRole(AriaRole.Button).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "What it would change" }).WaitForAsync();
        (await page.Locator("[data-list=difference] > li").CountAsync()).ShouldBeGreaterThan(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Correct it" }).ClickAsync();
        await page.WaitForURLAsync("**/desk**");
        (await page.Locator("[data-list=entry] tbody tr").First.TextContentAsync())!.ShouldContain("the printed paper says so");
        await Changed(served, story, "2022-04-20");

        // what changed, and the alert
        await reader.Go(story + "/changes");
        (await page.Locator("[data-item]").CountAsync()).ShouldBeGreaterThan(0);
        await page.GotoAsync("/add");
        await page.Locator("#text").FillAsync("Sorne Herald\n21 April 2022\n\nDario Kesk and Marta Ilvesen met on 21 April 2022 in Dunmere, the chancellery in Aldvik said on Thursday.\n\nMarta Ilvesen and Dario Kesk met in the old customs house.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Take it in" }).ClickAsync();
        await Built(served, pages: 13);
        await reader.Go("/watches");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ask all now" }).ClickAsync();
        await page.WaitForURLAsync("**/watches");
        (await page.Locator("main section ul.plain .label").CountAsync()).ShouldBeGreaterThan(0);

        // undone, with a reason of its own
        await reader.Go("/desk");
        await page.GetByPlaceholder("why").First.FillAsync("it was another paper");
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).First.ClickAsync();
        await page.GetByText("it was another paper").WaitForAsync();
        (await page.Locator(".undone").CountAsync()).ShouldBe(1);
        reader.Faults.Where(f => !f.Contains("400 (Bad Request)", StringComparison.Ordinal)).ShouldBeEmpty();

        // what is taken away holds on its own
        await Changed(served, story, "2022-04-20", isThere: false);
        var record = Path.Combine(served.Folder, "record.json");
        using var client = new HttpClient { BaseAddress = new Uri(served.Address) };
        await File.WriteAllBytesAsync(record, await client.GetByteArrayAsync(new Uri($"/v1{story}/brief?include_text=true", UriKind.Relative)));
        // ends with 0 only where every line stands on its page
        await served.Run("verify", record);
    }

    [BrowserFact]
    public async Task Two_people_see_each_others_work_without_a_reload()
    {
        await using var served = await Served.Of("strike");
        await using var ada = await desk.Reader(served.Address);
        await using var jory = await desk.Reader(served.Address);
        await ada.Go("/");
        var story = (await ada.Page.Locator(".stories a").First.GetAttributeAsync("href"))!;
        await jory.Go(story + "/sources");
        await jory.Page.EvaluateAsync("window.kept = true");
        var before = await jory.Page.Locator("[data-list=page] [data-item]").CountAsync();

        // what one of them adds comes to the other
        var wire = await File.ReadAllTextAsync(Path.Combine(Served.Sample("strike"), "n1_spa_wire.txt"));
        await ada.Go("/add");
        await ada.Page.Locator("#text").FillAsync("The Harbour Gazette\n" + wire + "\n\nThe harbour hospital counted 212 nurses on the list on Tuesday, the ministry said.");
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Take it in" }).ClickAsync();

        await jory.Page.Locator("#live button").ClickAsync();
        (await jory.Page.EvaluateAsync<bool>("window.kept")).ShouldBeTrue();
        await Assertions.Expect(jory.Page.Locator("[data-list=page] [data-item]")).ToHaveCountAsync(before + 1);
        (await jory.Page.Locator("#live").IsVisibleAsync()).ShouldBeFalse();
        ada.Faults.ShouldBeEmpty();
        jory.Faults.ShouldBeEmpty();
    }

    private static Task Built(Served served, int pages) => Until(async () => (await served.Run("status", "--json")).Contains($"\"waiting\": 0", StringComparison.Ordinal) && await Count(served) == pages);

    private static async Task<int> Count(Served served)
    {
        using var client = new HttpClient { BaseAddress = new Uri(served.Address) };
        using var answer = System.Text.Json.JsonDocument.Parse(await client.GetStringAsync(new Uri("/v1/stories?limit=500", UriKind.Relative)));
        return answer.RootElement.GetProperty("items").EnumerateArray().Sum(s => s.GetProperty("pages").GetInt32());
    }

    private static Task Changed(Served served, string story, string words, bool isThere = true) => Until(async () =>
    {
        using var client = new HttpClient { BaseAddress = new Uri(served.Address) };
        return (await client.GetStringAsync(new Uri($"/v1{story}/documents", UriKind.Relative))).Contains(words, StringComparison.Ordinal) == isThere
            && (await client.GetStringAsync(new Uri("/v1/jobs/running", UriKind.Relative))).Contains("\"doing\":null", StringComparison.Ordinal);
    });

    private static async Task Until(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!await holds())
            await Task.Delay(250, patience.Token);
    }
}
