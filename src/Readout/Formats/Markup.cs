using System.Globalization;
using System.Text;
using Readout.Text;

namespace Readout.Formats;

/// <summary>HTML as it grows. Whatever comes from a page goes through <see cref="Text"/> and can't turn into markup.</summary>
internal sealed class Markup
{
    private readonly StringBuilder _html = new();

    /// <summary>Markup of our own, as it stands.</summary>
    public Markup Raw(string html)
    {
        _html.Append(html);
        return this;
    }

    /// <summary>Words, encoded for content and for attributes in double quotes.</summary>
    public Markup Text(string words)
    {
        Encode(_html, words);
        return this;
    }

    public Markup Element(string name, string words, string attributes = "")
    {
        Raw("<").Raw(name);
        if (attributes.Length > 0)
            Raw(" ").Raw(attributes);
        return Raw(">").Text(words).Raw("</").Raw(name).Raw(">");
    }

    public Markup Number(double number)
    {
        _html.Append(Math.Round(number, 1).ToString(CultureInfo.InvariantCulture));
        return this;
    }

    /// <summary>A link to some words in the appendix, where they stand marked in their paragraph.</summary>
    public Markup LinkTo(Source source, Span span, string words) =>
        Raw("<a href=\"#").Raw(Anchor(source, span)).Raw("\">").Text(words).Raw("</a>");

    public static string Anchor(Source source, Span span)
    {
        var (start, end) = source.Offsets(span);
        return string.Create(CultureInfo.InvariantCulture, $"w-{source.Document.Id}-{start}-{end}");
    }

    public override string ToString() => _html.ToString();

    /// <summary>The five characters that mean something in HTML as entities; the rest as it is.</summary>
    internal static string Encode(string words)
    {
        var html = new StringBuilder(words.Length + 16);
        Encode(html, words);
        return html.ToString();
    }

    private static void Encode(StringBuilder html, string words)
    {
        foreach (var c in words)
        {
            switch (c)
            {
                case '&':
                    html.Append("&amp;");
                    break;
                case '<':
                    html.Append("&lt;");
                    break;
                case '>':
                    html.Append("&gt;");
                    break;
                case '"':
                    html.Append("&quot;");
                    break;
                case '\'':
                    html.Append("&#39;");
                    break;
                // Control characters are not allowed in HTML, not even as entities.
                case < ' ' and not ('\n' or '\t') or '\x7F':
                    html.Append('\uFFFD');
                    break;
                default:
                    html.Append(c);
                    break;
            }
        }
    }
}
