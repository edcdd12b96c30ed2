using System.Globalization;
using AngleSharp.Dom;
using NodaTime;
using Readout.Store;

namespace Readout.Web.Tests;

[Collection(SampleCollection.Name)]
public class ContractTests(SampleSite samples)
{
    private readonly TestSite _site = samples.Site;

    [Fact]
    public async Task Every_number_is_the_length_of_the_list_behind_it()
    {
        var lengths = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var story in _site.Stories())
        {
            foreach (var part in new[] { "", "/claims", "/claims?disputed=yes", "/prospects", "/disputes" })
            {
                var page = await _site.Open($"/stories/{story.Id}{part}");
                foreach (var number in page.QuerySelectorAll("a[data-count]"))
                {
                    var (href, of) = (number.GetAttribute("href")!, number.GetAttribute("data-of")!);
                    if (!lengths.TryGetValue(href + of, out var length))
                        lengths[href + of] = length = await Length(href, of);
                    length.ToString(CultureInfo.InvariantCulture).ShouldBe(number.GetAttribute("data-count"), $"{href} {of}");
                    number.TextContent.ShouldStartWith(number.GetAttribute("data-count")! + " ");
                }
            }
        }
        lengths.Count.ShouldBeGreaterThan(100);
    }

    [Fact]
    public async Task Every_word_shown_as_a_pages_own_stands_on_a_page()
    {
        using var workspace = Workspace.Read(_site.Folder, SystemClock.Instance);
        var checkedWords = 0;
        foreach (var story in _site.Stories())
        {
            var texts = workspace.Stories.Members(story.Id).Select(m => Fold(workspace.Documents.Text(m)!.Value)).ToList();
            foreach (var part in new[] { "", "/timeline", "/claims", "/disputes", "/quotes", "/prospects", "/sources" })
            {
                var page = await _site.Open($"/stories/{story.Id}{part}");
                foreach (var element in page.QuerySelectorAll("main .words, main blockquote"))
                {
                    foreach (var ours in element.QuerySelectorAll(".ours").ToList())
                        ours.Remove();
                    foreach (var words in element.TextContent.Split(" … ").Select(Fold).Where(w => w.Length > 0))
                    {
                        texts.ShouldContain(t => t.Contains(words, StringComparison.Ordinal), $"{part}: {words}");
                        checkedWords++;
                    }
                }
            }
        }
        // as a guard that pages were looked at at all; how many words they have moves with every rule of the ledger
        checkedWords.ShouldBeGreaterThan(300);
    }

    [Fact]
    public async Task Every_evidence_shows_the_paragraph_with_its_words_marked()
    {
        var story = _site.Stories()[0];
        var page = await _site.Open("/stories/" + story.Id);
        foreach (var link in page.QuerySelectorAll("main .line a[data-evidence]").Take(30))
        {
            var evidence = await _site.Open(link.GetAttribute("href")!);
            var marked = Fold(evidence.QuerySelector("blockquote mark")!.TextContent);
            var line = link.Closest(".line")!.QuerySelector(".words")!;
            foreach (var ours in line.QuerySelectorAll(".ours").ToList())
                ours.Remove();
            Fold(line.TextContent).ShouldContain(marked);
            evidence.QuerySelector(".citation")!.TextContent.ShouldContain("sha256:");
        }
    }

    [Fact]
    public async Task A_part_for_the_drawer_is_no_whole_page()
    {
        var story = _site.Stories()[0];
        var href = (await _site.Open("/stories/" + story.Id)).QuerySelector("a[data-evidence]")!.GetAttribute("href")!;
        using var request = new HttpRequestMessage(HttpMethod.Get, href);
        request.Headers.Add("HX-Request", "true");
        using var answer = await _site.Client.SendAsync(request);
        var part = await answer.Content.ReadAsStringAsync();
        part.ShouldStartWith("<div class=\"evidence\"");
        part.ShouldNotContain("<html");
    }

    private async Task<int> Length(string href, string of)
    {
        var (length, address) = (0, (string?)href);
        while (address is not null)
        {
            var page = await _site.Open(address.Split('#')[0]);
            length += page.QuerySelector($"[data-list='{of}']").ShouldNotBeNull($"{href}: no list of {of}").QuerySelectorAll("[data-item]").Length;
            address = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }
        return length;
    }

    private static string Fold(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
