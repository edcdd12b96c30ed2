using AngleSharp.Html.Dom;

namespace Readout.Web.Tests;

/// <summary>All pages that links lead to.</summary>
internal static class Crawl
{
    /// <summary>Opens the front page and whatever can be reached from it, each address once.</summary>
    public static async Task<IReadOnlyDictionary<string, IHtmlDocument>> All(TestSite site, int most = 1500)
    {
        var pages = new Dictionary<string, IHtmlDocument>(StringComparer.Ordinal);
        var open = new Queue<string>(["/"]);
        while (open.TryDequeue(out var address) && pages.Count < most)
        {
            if (pages.ContainsKey(address))
                continue;
            var page = await site.Open(address);
            pages[address] = page;
            foreach (var link in page.QuerySelectorAll("a[href]").Select(a => a.GetAttribute("href")!.Split('#')[0]))
            {
                if (link.StartsWith('/') && !link.EndsWith("/capture", StringComparison.Ordinal) && !pages.ContainsKey(link))
                    open.Enqueue(link);
            }
        }
        return pages;
    }
}
