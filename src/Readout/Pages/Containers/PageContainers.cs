using Readout.Pages.Archives;

namespace Readout.Pages;

/// <summary>A page that an input holds besides others.</summary>
/// <param name="Path">The input's name and the page's number in it: <c>day.warc.gz#12</c>.</param>
/// <param name="Number">Its number among what the input holds, pages or not, from 1; the same however the input is read.</param>
/// <param name="Bytes">Its bytes as they came, free of transport.</param>
/// <param name="Bearer">What the input says about it.</param>
public sealed record ContainedPage(string Path, long Number, ReadOnlyMemory<byte> Bytes, PageBearer Bearer)
{
    /// <summary>Where the archive goes on behind it; null in inputs that are read whole.</summary>
    public ArchivePosition? Position { get; init; }

    /// <summary>What is said about it, with the address and time that an object of a JSON list states within itself.</summary>
    public PageBearer Described => Bearer.MediaType switch
    {
        PageBearer.JsonLine => JsonRowPage.Describe(Decoder.Decode(Bytes.Span).Text, Bearer),
        PageBearer.Ninjs => NinjsPage.Describe(Decoder.Decode(Bytes.Span).Text, Bearer),
        _ => Bearer,
    };

    /// <summary>Reads it.</summary>
    /// <exception cref="UnreadablePageException">The bytes hold no page.</exception>
    public Page Read() => PageReader.Read(Path, Bytes, Bearer);
}

/// <summary>What came of one entry of an input: a page, or why there is none.</summary>
/// <param name="Page">The page; null where the entry could not be read.</param>
/// <param name="Name">The entry's name, for messages.</param>
/// <param name="Problem">Why there is no page, and a way on.</param>
public sealed record ContainerEntry(ContainedPage? Page, string Name, string? Problem = null);

/// <summary>How inputs that hold many pages are read.</summary>
public sealed record ContainerOptions
{
    /// <summary>Which members of JSON objects hold what.</summary>
    public JsonColumns Columns { get; init; } = JsonColumns.Default;

    /// <summary>How archives are read: from where, since when.</summary>
    public ArchiveOptions Archive { get; init; } = new();
}

/// <summary>Which inputs hold many pages: one line each.</summary>
public static class PageContainers
{
    /// <summary>So many bytes of an input are looked at.</summary>
    public const int HeadLength = 1 << 16;

    private sealed record Kind(string Name, Func<ContainerHead, bool> Is, Func<string, Stream, ContainerOptions, IEnumerable<ContainerEntry>> Read);

    private static readonly Kind[] All =
    [
        new("archive", h => ArchiveReader.IsArchive(h.Bytes), ArchivePages.Read),
        new("jsonl", JsonLinePages.Is, JsonLinePages.Read),
        new("ninjs", NinjsPages.Is, NinjsPages.Read),
        new("feed", FeedPages.Is, FeedPages.Read),
        new("sitemap", h => Sitemaps.SitemapReader.IsSitemap(h.Text), (path, _, _) => throw Refused(path, "a sitemap")),
        new("opml", h => h.Text.AsSpan(0, Math.Min(h.Text.Length, 2000)).Contains("<opml", StringComparison.OrdinalIgnoreCase), (path, _, _) => throw Refused(path, "a list of feeds")),
    ];

    /// <summary>True where an input holds many pages, or items of which each is one.</summary>
    /// <param name="path">Its name.</param>
    /// <param name="head">Its first bytes, <see cref="HeadLength"/> of them if there are so many, compressed or not.</param>
    /// <param name="options">How it is to be read.</param>
    public static bool IsContainer(string path, ReadOnlyMemory<byte> head, ContainerOptions? options = null) => KindOf(path, head, options) is not null;

    /// <summary>What kind of list an input is: <c>archive</c>, <c>jsonl</c>, <c>ninjs</c>, <c>feed</c>, <c>sitemap</c>, <c>opml</c>; null for a page.</summary>
    /// <inheritdoc cref="IsContainer"/>
    public static string? KindOf(string path, ReadOnlyMemory<byte> head, ContainerOptions? options = null) => Find(path, head, options ?? new())?.Name;

    /// <summary>What an input holds, in its order, read as it is asked for.</summary>
    /// <param name="path">Its name.</param>
    /// <param name="stream">Its bytes from the beginning; seekable.</param>
    /// <param name="options">How it is to be read.</param>
    /// <exception cref="UnreadablePageException">It holds no pages; the message names it and a way on.</exception>
    public static IEnumerable<ContainerEntry> Read(string path, Stream stream, ContainerOptions? options = null)
    {
        options ??= new();
        var head = new byte[HeadLength];
        var length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        stream.Seek(0, SeekOrigin.Begin);
        var kind = Find(path, head.AsMemory(0, length), options)
            ?? throw new UnreadablePageException($"{path}: this holds no list of pages that is known here. Name its pages one by one.");
        return kind.Read(path, stream, options);
    }

    private static UnreadablePageException Refused(string path, string what) =>
        new($"{path}: this is {what}: it names addresses and holds no pages. Fetch the pages first, or add it to a workspace.");

    private static Kind? Find(string path, ReadOnlyMemory<byte> head, ContainerOptions options)
    {
        var unpacked = new ContainerHead(path, head, options);
        if (unpacked.IsPage)
            return null;
        return Array.Find(All, k => k.Is(unpacked));
    }
}
