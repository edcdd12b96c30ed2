using System.Text;

namespace Readout.Pages;

/// <summary>Finds where text ends in which tags mean nothing (HTML Standard, RCDATA, RAWTEXT and script data states).</summary>
internal static class HtmlRawText
{
    private const string Comment = "<!--";

    /// <summary>Where the end tag begins, or the length of the markup where there is none.</summary>
    public static int End(ReadOnlySpan<char> html, int at, ReadOnlySpan<char> name)
    {
        while (at < html.Length)
        {
            var next = html[at..].IndexOf("</");
            if (next < 0)
                break;
            at += next;
            if (IsTag(html[(at + 2)..], name))
                return at;
            at += 2;
        }
        return html.Length;
    }

    /// <summary>The same for a script: behind <c>&lt;!--</c> a script may hold whole script elements.</summary>
    public static int ScriptEnd(ReadOnlySpan<char> html, int at)
    {
        const string Name = "script";
        var end = -1;
        while (true)
        {
            if (end < at)
                end = End(html, at, Name);
            var open = html[at..end].IndexOf(Comment);
            if (open < 0)
                return end;
            at = Escaped(html, at + open + 2, out var ended);
            if (ended)
                return at;
        }
    }

    // From the dashes of "<!--": to the end of the script, or behind the "-->" that goes back to plain script.
    private static int Escaped(ReadOnlySpan<char> html, int at, out bool ended)
    {
        var twice = false;
        while (at < html.Length)
        {
            var next = html[at..].IndexOfAny('<', '-');
            if (next < 0)
                break;
            at += next;
            var rest = html[at..];
            if (rest.StartsWith("-->"))
            {
                ended = false;
                return at + 3;
            }
            if (rest.StartsWith("</") && IsTag(rest[2..], "script"))
            {
                if (!twice)
                {
                    ended = true;
                    return at;
                }
                twice = false;
            }
            else if (!twice && rest[0] == '<' && IsTag(rest[1..], "script"))
            {
                twice = true;
            }
            at++;
        }
        ended = true;
        return html.Length;
    }

    private static bool IsTag(ReadOnlySpan<char> rest, ReadOnlySpan<char> name) =>
        rest.Length > name.Length && rest[name.Length] is '>' or '/' or ' ' or '\t' or '\n' or '\f' or '\r' && Ascii.EqualsIgnoreCase(rest[..name.Length], name);
}
