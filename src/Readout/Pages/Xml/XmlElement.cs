namespace Readout.Pages.Xml;

/// <summary>
/// An element of a feed, a sitemap or a list of feeds, as <see cref="LooseXml"/> found it. Its words are read from the source
/// when they are asked for: as text, or as the markup that stands in it.
/// </summary>
internal sealed class XmlElement(string source, string name, XmlElement? parent, IReadOnlyList<(string Name, string Value)> attributes, int contentStart)
{
    private int _contentEnd = -1;

    /// <summary>Lower-case name with the customary prefix of its namespace: <c>title</c>, <c>dc:creator</c>, <c>content:encoded</c>.</summary>
    public string Name => name;

    /// <summary>The name without its prefix.</summary>
    public string LocalName => name[(name.LastIndexOf(':') + 1)..];

    public XmlElement? Parent => parent;

    public List<XmlElement> Children { get; } = [];

    /// <summary>True once any element stood in it, also one that was handed on and let go.</summary>
    public bool HasMarkup { get; set; }

    public int ContentEnd
    {
        get => Math.Max(_contentEnd, contentStart);
        set => _contentEnd = value;
    }

    /// <summary>The raw source between its tags.</summary>
    public ReadOnlySpan<char> Inner => source.AsSpan(contentStart, ContentEnd - contentStart);

    /// <summary>Its words, trimmed; markup that nobody escaped stays as it was written.</summary>
    public string Text => XmlText.Decode(Inner, keepReferences: false).Trim();

    /// <summary>Its content as markup: what was escaped or wrapped once is unwrapped, what stands there as elements stays.</summary>
    public string Markup => XmlText.Decode(Inner, keepReferences: HasMarkup).Trim();

    /// <summary>The value of an attribute; null without one. Names are lower case.</summary>
    public string? Attribute(string attribute)
    {
        foreach (var (key, value) in attributes)
        {
            if (key == attribute)
                return value;
        }
        return null;
    }

    public XmlElement? Child(string child) => Children.Find(c => c.Name == child);

    public IEnumerable<XmlElement> All(string child) => Children.Where(c => c.Name == child);

    /// <summary>The trimmed words of the first child of that name that has any.</summary>
    public string? Value(params ReadOnlySpan<string> names)
    {
        foreach (var child in names)
        {
            foreach (var element in Children)
            {
                if (element.Name == child && element.Text is { Length: > 0 } text)
                    return text;
            }
        }
        return null;
    }

    /// <summary>The language it is said to be in, by itself or what is around it.</summary>
    public string? Language => Attribute("xml:lang") ?? parent?.Language;

    /// <summary>An address in it made whole by <c>xml:base</c>, inside out, and by where the file came from; as written where it can't be.</summary>
    public string Resolve(string address, string? file)
    {
        var trimmed = address.Trim();
        return trimmed.Length == 0 && Base(file) is null ? trimmed : WebAddress.Resolve(Base(file), trimmed) ?? trimmed;
    }

    private string? Base(string? file)
    {
        var outer = parent is null ? file : parent.Base(file);
        return Attribute("xml:base") is { } own ? WebAddress.Resolve(outer, own.Trim()) ?? outer : outer;
    }
}
