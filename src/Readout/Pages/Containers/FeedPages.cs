using System.Text;
using Readout.Pages.Feeds;

namespace Readout.Pages;

/// <summary>Feeds that bear their articles' full texts: each item that does is a page.</summary>
internal static class FeedPages
{
    // A few lines of summary are no report.
    private const int MinText = 400;

    public static bool Is(ContainerHead head) => FeedReader.IsFeed(head.Text);

    public static IEnumerable<ContainerEntry> Read(string path, Stream stream, ContainerOptions options)
    {
        var feed = FeedReader.Read(path, WholeInput.Text(path, stream), null);
        var found = 0;
        for (var i = 0; i < feed.Items.Count; i++)
        {
            var item = feed.Items[i];
            var name = $"{path}#{i + 1}";
            var text = Longer(item.Content, item.Summary);
            if (text is null || (FeedText.Plain(text[..Math.Min(text.Length, 3900)])?.Length ?? 0) < MinText)
            {
                yield return new ContainerEntry(null, name, $"{name}: the feed gives only a summary of \"{item.Title ?? item.Link ?? "an item without a title"}\"; fetch its page{(item.Link is null ? "" : $", {item.Link}")}.");
                continue;
            }
            found++;
            yield return new ContainerEntry(new ContainedPage(name, i + 1, Encoding.UTF8.GetBytes(text), Bearer(feed, item)), name);
        }
        if (feed.Items.Count == 0)
            throw new UnreadablePageException($"{path}: the feed lists nothing. Fetch it again later.");
        if (feed.IsCut)
            yield return new ContainerEntry(null, path, $"{path}: the feed is cut off, or lists more than {FeedReader.MaxItems} items; {found} were read. Fetch it again.");
    }

    private static PageBearer Bearer(Feed feed, FeedItem item) =>
        new() { Address = item.Link, MediaType = "text/html", Charset = "utf-8", Facts = feed.Says(item) };

    private static string? Longer(string? content, string? summary) => (content?.Length ?? 0) >= (summary?.Length ?? 0) ? content : summary;
}
