using NodaTime;
using NodaTime.Text;

namespace Readout.Pages;

/// <summary>
/// What bears a page says about it: the server that sent it, the archive, feed or list that holds it. It becomes lines of
/// metadata at the head of the page's text, so that what is taken from it has a span like everything else.
/// </summary>
public sealed record PageBearer
{
    /// <summary>The address it was taken from.</summary>
    public string? Address { get; init; }

    /// <summary>When it was taken.</summary>
    public Instant? Captured { get; init; }

    /// <summary>What it is said to be, without parameters, lower case. The bytes are believed where they say otherwise.</summary>
    public string? MediaType { get; init; }

    /// <summary>The encoding it is said to be in.</summary>
    public string? Charset { get; init; }

    /// <summary>Names and values stated beside it, by the names of front matter: title, author, published, outlet, language.</summary>
    public IReadOnlyList<BorneFact> Facts { get; init; } = [];

    /// <summary>What a feed or sitemap elsewhere says of the page, by the same names. The page's own word weighs more.</summary>
    public IReadOnlyList<BorneFact> Listed { get; init; } = [];

    /// <summary>For an object of a JSON list: which of its members is what.</summary>
    public JsonColumns? Columns { get; init; }

    /// <summary>Media type of an item in the IPTC's JSON for news.</summary>
    public const string Ninjs = "application/ninjs+json";

    /// <summary>Media type of an object that has a line of its own.</summary>
    public const string JsonLine = "application/x-ndjson";

    internal IReadOnlyList<BorneLine> Lines()
    {
        var lines = new List<BorneLine>();
        if (Address is not null)
            lines.Add(new("capture", "url", "capture.url", Address));
        if (Captured is { } moment)
            lines.Add(new("capture", "date", "capture.date", InstantPattern.General.Format(moment)));
        lines.AddRange(Facts.Select(f => new BorneLine("front-matter", f.Name, f.Name, f.Value)));
        lines.AddRange(Listed.Select(f => new BorneLine("feed", f.Name, "feed." + f.Name, f.Value)));
        return lines;
    }
}

/// <summary>Something that is stated beside a page.</summary>
public sealed record BorneFact(string Name, string Value);

/// <summary>A line of metadata that stands in no markup of the page.</summary>
internal sealed record BorneLine(string Where, string Name, string Label, string? Value);
