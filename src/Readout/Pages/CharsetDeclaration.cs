using System.Buffers;

namespace Readout.Pages;

/// <summary>What a page says about its encoding: the label as written, and the set it stands for.</summary>
/// <param name="Label">The label.</param>
/// <param name="Charset">Its set; null where the standard knows no such label.</param>
internal sealed record CharsetDeclaration(string Label, Charset? Charset)
{
    // The standard has browsers look at the first kilobyte, and change their mind where the parser meets a declaration later.
    private const int Later = 64 * 1024;

    /// <summary>The declaration in a meta element, else in an XML declaration (HTML Standard, "prescan a byte stream"); null where there is none.</summary>
    public static CharsetDeclaration? Find(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, Later)];
        if (head.IndexOf((byte)'<') < 0)
            return null;
        var unknown = (string?)null;
        for (var at = 0; at < head.Length; at++)
        {
            var next = head[at..].IndexOf((byte)'<');
            if (next < 0)
                break;
            at += next;
            var rest = head[at..];
            if (rest.StartsWith("<!--"u8))
            {
                // The dashes that open a comment may close it too.
                var end = rest[2..].IndexOf("-->"u8);
                at += end < 0 ? rest.Length : end + 4;
            }
            else if (IsMeta(rest))
            {
                var reader = new CharsetAttributes(head, at + 5);
                if (Meta(ref reader) is { } declared)
                {
                    if (declared.Charset is not null)
                        return declared;
                    unknown ??= declared.Label;
                }
                at = reader.Position;
            }
            else if (rest.Length > 1 && (char.IsAsciiLetter((char)rest[1]) || (rest[1] == '/' && rest.Length > 2 && char.IsAsciiLetter((char)rest[2]))))
            {
                var end = rest.IndexOfAny(NameEnds);
                var reader = new CharsetAttributes(head, end < 0 ? head.Length : at + end);
                while (reader.Next(out _, out _))
                {
                }
                at = reader.Position;
            }
            else if (rest.Length > 1 && rest[1] is (byte)'!' or (byte)'/' or (byte)'?')
            {
                var end = rest.IndexOf((byte)'>');
                at += end < 0 ? rest.Length : end;
            }
        }
        return Xml(head) ?? (unknown is null ? null : new CharsetDeclaration(unknown, null));
    }

    /// <summary>The label after <c>charset=</c> in a value like <c>text/html; charset=utf-8</c>; null where there is none.</summary>
    public static string? InContentType(ReadOnlySpan<char> value)
    {
        for (var at = 0; value[at..].IndexOf("charset", StringComparison.OrdinalIgnoreCase) is var found and >= 0;)
        {
            at += found + "charset".Length;
            var rest = value[at..].TrimStart(Blanks);
            if (rest.Length == 0 || rest[0] != '=')
                continue;
            rest = rest[1..].TrimStart(Blanks);
            if (rest.Length == 0)
                return null;
            if (rest[0] is '"' or '\'')
            {
                var close = rest[1..].IndexOf(rest[0]);
                return close < 0 ? null : rest.Slice(1, close).ToString();
            }
            var end = rest.IndexOfAny(ValueEnds);
            return (end < 0 ? rest : rest[..end]).ToString();
        }
        return null;
    }

    private static readonly SearchValues<byte> NameEnds = SearchValues.Create("\t\n\f\r >"u8);
    private static readonly SearchValues<char> ValueEnds = SearchValues.Create("\t\n\f\r ;");
    private const string Blanks = "\t\n\f\r ";

    private static bool IsMeta(ReadOnlySpan<byte> rest) =>
        rest.Length > 5 && System.Text.Ascii.EqualsIgnoreCase(rest[..5], "<meta"u8) && rest[5] is (byte)'\t' or (byte)'\n' or (byte)'\f' or (byte)'\r' or (byte)' ' or (byte)'/';

    private static CharsetDeclaration? Meta(ref CharsetAttributes attributes)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var isPragma = false;
        bool? needsPragma = null;
        string? label = null;
        while (attributes.Next(out var name, out var value))
        {
            if (!seen.Add(name))
                continue;
            if (name == "http-equiv")
            {
                isPragma |= value == "content-type";
            }
            else if (name == "content" && label is null && InContentType(value) is { } inContent)
            {
                (label, needsPragma) = (inContent, true);
            }
            else if (name == "charset")
            {
                (label, needsPragma) = (value, false);
            }
        }
        return label is null || (needsPragma == true && !isPragma) ? null : new CharsetDeclaration(label, AsDeclared(Charset.Named(label)));
    }

    // A declaration that could be read in ASCII is not in UTF-16; and pages that define their own characters don't name the set here.
    private static Charset? AsDeclared(Charset? charset) =>
        charset is { IsUtf16: true } ? Charset.Utf8 : charset is { Name: "x-user-defined" } ? Charset.Named("windows-1252") : charset;

    private static CharsetDeclaration? Xml(ReadOnlySpan<byte> head)
    {
        if (!head.StartsWith("<?xml"u8) || head.IndexOf((byte)'>') is not (> 0 and var close))
            return null;
        var at = head[..close].IndexOf("encoding"u8);
        if (at < 0)
            return null;
        var rest = head[(at + "encoding".Length)..close].TrimStart("\t\n\f\r "u8);
        if (rest.Length == 0 || rest[0] != '=')
            return null;
        rest = rest[1..].TrimStart("\t\n\f\r "u8);
        if (rest.Length == 0 || rest[0] is not ((byte)'"' or (byte)'\'') || rest[1..].IndexOf(rest[0]) is not (> 0 and var end))
            return null;
        var label = System.Text.Encoding.Latin1.GetString(rest.Slice(1, end));
        return new CharsetDeclaration(label, AsDeclared(Charset.Named(label)));
    }
}
