using Readout.Pages;
using Readout.Text;

namespace Readout.Articles.Kinds;

/// <summary>What a page's markup says about its kind, and how much text and how many links it has.</summary>
internal sealed class PageSignals
{
    public PageSignals(Page page, IReadOnlyList<BlockView> blocks, IReadOnlyList<int> body, string? language)
    {
        (Page, Blocks, Body, Language) = (page, blocks, body, language);
        Address = First("link", "canonical") ?? First("meta", "og:url");
        Path = Address is null ? [] : PathOf(Slice(Address.Span));
        foreach (var block in blocks)
        {
            Words += block.Words;
            if (block.LinkShare > MostlyLink)
            {
                Links++;
                LinkWords += block.Words;
                LinkLength += block.Block.Span.Length;
            }
            else if (block.IsSentence && block.LinkShare < 0.3 && block.Block.Kind != BlockKind.Caption)
            {
                SentenceWords += block.Words;
            }
            if (block.Block.Kind == BlockKind.Caption)
            {
                Captions++;
                CaptionWords += block.Words;
            }
        }
        foreach (var index in body)
            BodyWords += blocks[index].IsSentence ? blocks[index].Words : 0;
    }

    public const double MostlyLink = 0.7;

    public Page Page { get; }

    public IReadOnlyList<BlockView> Blocks { get; }

    public IReadOnlyList<int> Body { get; }

    /// <summary>The body's language; null where it is in none that is known.</summary>
    public string? Language { get; }

    /// <summary>The address that the page gives as its own.</summary>
    public MetadataLine? Address { get; }

    /// <summary>The parts of the address's path, lower case.</summary>
    public string[] Path { get; }

    public int Words { get; }

    public int Links { get; }

    public int LinkWords { get; }

    public int LinkLength { get; }

    /// <summary>Words in sentences outside links and captions.</summary>
    public int SentenceWords { get; }

    public int Captions { get; }

    public int CaptionWords { get; }

    /// <summary>Words in the body's sentences.</summary>
    public int BodyWords { get; }

    public MetadataLine? First(string where, string name)
    {
        foreach (var line in Page.Metadata)
        {
            if (line.Where == where && line.Name == name)
                return line;
        }
        return null;
    }

    public string Slice(Span span) => Page.Text.Value[span.Start..span.End];

    /// <summary>A line of structured data that gives the page, or a thing on it, one of these types.</summary>
    public MetadataLine? Typed(params ReadOnlySpan<string> types)
    {
        foreach (var line in Page.Metadata)
        {
            if (line.Name is not ("@type" or "itemtype"))
                continue;
            var value = Slice(line.Span);
            foreach (var type in types)
            {
                if (value.EndsWith(type, StringComparison.Ordinal))
                    return line;
            }
        }
        return null;
    }

    /// <summary>A line that says the page is one article: structured data with a headline or a day, or the day in a meta element.</summary>
    public MetadataLine? MarkedArticle =>
        First("json-ld", "headline") ?? First("json-ld", "datepublished") ?? First("meta", "article:published_time") ?? First("microdata", "headline") ?? First("microdata", "datepublished");

    /// <summary>True for a site's own address, without a path or a query.</summary>
    public bool IsRoot => Address is not null && Path.Length == 0 && !Slice(Address.Span).Contains('?', StringComparison.Ordinal);

    /// <summary>True for an address that ends as articles' do: in several words, or in a number.</summary>
    public bool HasSlug
    {
        get
        {
            if (Path.Length == 0)
                return false;
            var last = Path[^1];
            return last.Count(c => c is '-' or '_') >= 3 || last.Count(char.IsAsciiDigit) >= 5;
        }
    }

    private static string[] PathOf(string address)
    {
        var start = address.IndexOf("://", StringComparison.Ordinal) is >= 0 and var at ? address.IndexOf('/', at + 3) : 0;
        if (start < 0)
            return [];
        var path = address[start..];
        var end = path.AsSpan().IndexOfAny('?', '#');
        return (end < 0 ? path : path[..end]).ToLowerInvariant().Split('/', StringSplitOptions.RemoveEmptyEntries);
    }
}
