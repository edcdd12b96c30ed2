namespace Readout.Pages.Xml;

/// <summary>A start tag with its attributes, read forgivingly: quotes left out, values without a name, no end.</summary>
/// <param name="Name">As written.</param>
/// <param name="Attributes">Lower-case names and decoded values.</param>
/// <param name="IsEmpty">True for <c>&lt;br/&gt;</c>.</param>
/// <param name="End">Where the text goes on.</param>
internal readonly record struct XmlTag(string Name, IReadOnlyList<(string Name, string Value)> Attributes, bool IsEmpty, int End)
{
    private const int MaxAttributes = 200;

    public static XmlTag Read(string text, int at)
    {
        var start = at;
        while (at < text.Length && IsNamePart(text[at]))
            at++;
        var name = text[start..at];
        List<(string, string)>? attributes = null;
        while (at < text.Length)
        {
            var c = text[at];
            if (c == '>')
                return new(name, attributes ?? [], text[at - 1] == '/', at + 1);
            if (c == '<')
                return new(name, attributes ?? [], false, at);      // the tag was never finished
            if (!IsNamePart(c))
            {
                at++;
                continue;
            }
            var (key, value, end) = Attribute(text, at);
            at = end;
            if ((attributes ??= []).Count < MaxAttributes && value is not null)
                attributes.Add((key.ToLowerInvariant(), value));
        }
        return new(name, attributes ?? [], false, text.Length);
    }

    private static (string Key, string? Value, int End) Attribute(string text, int at)
    {
        var start = at;
        while (at < text.Length && IsNamePart(text[at]))
            at++;
        var key = text[start..at];
        var equals = Blank(text, at);
        if (equals >= text.Length || text[equals] != '=')
            return (key, null, Math.Max(at, start + 1));
        at = Blank(text, equals + 1);
        if (at >= text.Length)
            return (key, null, at);
        if (text[at] is '"' or '\'')
        {
            var close = text.IndexOf(text[at], at + 1);
            return close < 0 ? (key, null, at + 1) : (key, XmlText.Decode(text.AsSpan(at + 1, close - at - 1), keepReferences: false), close + 1);
        }
        var bare = at;
        while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not ('>' or '<'))
            at++;
        return (key, XmlText.Decode(text.AsSpan(bare, at - bare), keepReferences: false), at);
    }

    private static int Blank(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
        return at;
    }

    private static bool IsNamePart(char c) => char.IsLetterOrDigit(c) || c is '_' or ':' or '-' or '.';
}
