namespace Readout.Pages;

/// <summary>What an element means to somebody who walks over its tags without building a tree.</summary>
internal enum HtmlTag
{
    Nested,
    Unnested,
    Formatting,
    Base,
    Drawing,
    Raw,
    Script,
    Style,
    Link,
    Anchor,
    Meta,
    Abbreviation,
    Input,
    Root,
    Template,
    Select,
    Strange,
}

/// <summary>Element names as numbers: but for one, none that matters here has more than eight letters.</summary>
internal static class HtmlTags
{
    private static readonly Dictionary<ulong, HtmlTag> Tags = Load(
        (HtmlTag.Unnested, "area br col embed hr img param source track wbr p li dt dd td th tr tbody thead tfoot option optgroup head body"),
        (HtmlTag.Formatting, "b big code em font i nobr s small strike strong tt u"),
        (HtmlTag.Base, "base"),
        (HtmlTag.Drawing, "svg"),
        (HtmlTag.Raw, "textarea title xmp iframe noembed noframes"),
        (HtmlTag.Script, "script"),
        (HtmlTag.Style, "style"),
        (HtmlTag.Link, "link"),
        (HtmlTag.Anchor, "a"),
        (HtmlTag.Meta, "meta"),
        (HtmlTag.Abbreviation, "abbr"),
        (HtmlTag.Input, "input"),
        (HtmlTag.Root, "html"),
        (HtmlTag.Template, "template"),
        (HtmlTag.Select, "select"),
        (HtmlTag.Strange, "math frameset"));

    public static HtmlTag Of(ReadOnlySpan<char> name) =>
        name.Length <= 8 ? Tags.GetValueOrDefault(Pack(name)) : name.Equals("plaintext", StringComparison.OrdinalIgnoreCase) ? HtmlTag.Strange : HtmlTag.Nested;

    /// <summary>Elements whose content is text up to their end tag, whatever it looks like.</summary>
    public static bool HoldsText(HtmlTag tag) => tag is HtmlTag.Raw or HtmlTag.Script or HtmlTag.Style;

    /// <summary>Elements that hold nothing, or whose end tag pages leave out: they don't add up.</summary>
    public static bool IsUnnested(HtmlTag tag) => tag is HtmlTag.Unnested or HtmlTag.Link or HtmlTag.Meta or HtmlTag.Input or HtmlTag.Root || HoldsText(tag);

    private static Dictionary<ulong, HtmlTag> Load(params ReadOnlySpan<(HtmlTag Tag, string Names)> lists)
    {
        var tags = new Dictionary<ulong, HtmlTag>();
        foreach (var (tag, names) in lists)
        {
            foreach (var name in names.Split(' '))
                tags[Pack(name)] = tag;
        }
        return tags;
    }

    private static ulong Pack(ReadOnlySpan<char> name)
    {
        ulong packed = 0;
        foreach (var c in name)
        {
            if (c >= '\u0080')
                return 0;
            packed = (packed << 8) | (byte)(char.IsAsciiLetterUpper(c) ? c | 0x20 : c);
        }
        return packed;
    }
}
