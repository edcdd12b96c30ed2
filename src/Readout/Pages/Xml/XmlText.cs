using System.Globalization;
using System.Net;
using System.Text;

namespace Readout.Pages.Xml;

/// <summary>Character references and CDATA sections, as feeds really write them. Entities that a file declares for itself are not expanded.</summary>
internal static class XmlText
{
    // No name of HTML's entities is longer.
    private const int MaxName = 33;

    /// <summary>The characters that a stretch of source stands for.</summary>
    /// <param name="source">What stands between two tags, or in an attribute.</param>
    /// <param name="keepReferences">True where the stretch is markup, whose references mean something to who reads it next.</param>
    public static string Decode(ReadOnlySpan<char> source, bool keepReferences)
    {
        if (source.IndexOfAny('&', '<') < 0 && !source.ContainsAnyInRange('\0', '\b'))
            return source.ToString();
        var text = new StringBuilder(source.Length);
        var at = 0;
        while (at < source.Length)
        {
            var rest = source[at..];
            var next = rest.IndexOfAny('&', '<');
            if (next < 0)
            {
                Append(text, rest);
                break;
            }
            Append(text, rest[..next]);
            at += next;
            rest = source[at..];
            if (rest[0] == '<')
                at += rest.StartsWith("<![CDATA[", StringComparison.Ordinal) ? Section(rest, text) : rest.StartsWith("<!--", StringComparison.Ordinal) ? Comment(rest) : One(text, '<');
            else
                at += keepReferences ? One(text, '&') : Reference(rest, text);
        }
        return text.ToString();
    }

    private static int One(StringBuilder text, char mark)
    {
        text.Append(mark);
        return 1;
    }

    private static int Section(ReadOnlySpan<char> rest, StringBuilder text)
    {
        var content = rest[9..];
        var end = content.IndexOf("]]>", StringComparison.Ordinal);
        Append(text, end < 0 ? content : content[..end]);
        return end < 0 ? rest.Length : end + 12;
    }

    private static int Comment(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOf("-->", StringComparison.Ordinal);
        return end < 0 ? rest.Length : end + 3;
    }

    // A reference ends in a semicolon; "?page=1&copy=2" is an address.
    private static int Reference(ReadOnlySpan<char> rest, StringBuilder text)
    {
        var end = rest[..Math.Min(rest.Length, MaxName)].IndexOf(';');
        if (end < 2)
            return One(text, '&');
        var name = rest[1..end];
        if (name[0] == '#')
        {
            if (Number(name[1..]) is not { } code)
                return One(text, '&');
            Append(text, code);
            return end + 1;
        }
        var whole = rest[..(end + 1)].ToString();
        var decoded = name is "apos" ? "'" : WebUtility.HtmlDecode(whole);
        if (decoded == whole)
            return One(text, '&');
        text.Append(decoded);
        return end + 1;
    }

    private static int? Number(ReadOnlySpan<char> digits)
    {
        var isHex = digits.Length > 1 && digits[0] is 'x' or 'X';
        return int.TryParse(isHex ? digits[1..] : digits, isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? code : null;
    }

    // Numbers 128–159 are meant as windows-1252 has them, as HTML says.
    private static void Append(StringBuilder text, int code)
    {
        if (code is >= 0x80 and <= 0x9F)
            text.Append(Charset.Named("windows-1252")!.Encoding!.GetString([(byte)code]));
        else if (Rune.TryCreate(code, out var rune) && code is > 8 and not 0xB and not 0xC && code is not (>= 0xE and < 0x20))
            text.Append(rune.ToString());
    }

    // Control characters are in no XML; they are left out.
    private static void Append(StringBuilder text, ReadOnlySpan<char> plain)
    {
        foreach (var c in plain)
        {
            if (c is not (< ' ' and not ('\t' or '\n' or '\r')))
                text.Append(c);
        }
    }
}
