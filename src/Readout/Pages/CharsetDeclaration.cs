using System.Text;

namespace Readout.Pages;

/// <summary>What a page says about its encoding, and what its bytes suggest where it says nothing.</summary>
internal static class CharsetDeclaration
{
    // Browsers look at the first kilobyte; pages with long comments put it a little later.
    private const int Head = 2048;

    /// <summary>The charset named in a meta element or an XML declaration; null where none is.</summary>
    public static string? Find(ReadOnlySpan<byte> bytes)
    {
        var head = System.Text.Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Head)]);
        if (head.IndexOf('<', StringComparison.Ordinal) < 0)
            return null;
        if (head.StartsWith("<?xml", StringComparison.Ordinal) && head.IndexOf("?>", StringComparison.Ordinal) is var end and > 0
            && Value(head[..end], "encoding") is { } xml)
            return xml;
        for (var at = head.IndexOf("<meta", StringComparison.OrdinalIgnoreCase); at >= 0; at = head.IndexOf("<meta", at + 5, StringComparison.OrdinalIgnoreCase))
        {
            var close = head.IndexOf('>', at);
            if (Value(close < 0 ? head[at..] : head[at..close], "charset") is { } charset)
                return charset;
        }
        return null;
    }

    /// <summary>The encoding of a name, by the WHATWG rule that Latin-1 means windows-1252; null for unknown names.</summary>
    public static Encoding? Encoding(string name)
    {
        var label = name.Trim().ToLowerInvariant() switch
        {
            "iso-8859-1" or "iso8859-1" or "latin1" or "latin-1" or "us-ascii" or "ascii" or "iso_8859-1" => "windows-1252",
            "iso-8859-9" or "latin5" => "windows-1254",
            "utf8" or "unicode-1-1-utf-8" => "utf-8",
            "utf-16" or "utf-16le" or "utf-16be" => "utf-8",     // a declaration that could be read in ASCII is not UTF-16
            "gb2312" or "gbk" or "x-gbk" => "gb18030",
            "x-sjis" or "sjis" or "shift-jis" => "shift_jis",
            "ks_c_5601-1987" or "euc_kr" => "euc-kr",
            "tis-620" => "windows-874",
            "cp1251" or "win-1251" => "windows-1251",
            "cp1252" => "windows-1252",
            var other => other,
        };
        if (label == "utf-8")
            return System.Text.Encoding.UTF8;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(label) ?? System.Text.Encoding.GetEncoding(label);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>For bytes that declare nothing and are not UTF-8: Cyrillic where most letters are high bytes, else Western.</summary>
    public static Encoding Guess(ReadOnlySpan<byte> bytes)
    {
        int high = 0, cyrillic = 0, letters = 0;
        var sample = bytes[..Math.Min(bytes.Length, 200_000)];
        for (var i = 0; i < sample.Length; i++)
        {
            var b = sample[i];
            if (b is >= (byte)'a' and <= (byte)'z' or >= (byte)'A' and <= (byte)'Z')
                letters++;
            if (b < 0x80)
                continue;
            high++;
            if (b >= 0xc0 && i > 0 && sample[i - 1] >= 0xc0)
                cyrillic++;
        }
        // Western text rarely has two accented letters in a row; Cyrillic text has hardly anything else.
        return Encoding(cyrillic > high * 0.5 && high > letters * 0.05 ? "windows-1251" : "windows-1252")!;
    }

    private static readonly System.Buffers.SearchValues<char> ValueEnds = System.Buffers.SearchValues.Create("\"' ;>/\t\r\n");

    private static string? Value(string text, string key)
    {
        var at = text.IndexOf(key, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;
        var rest = text.AsSpan(at + key.Length).TrimStart();
        if (rest.Length == 0 || rest[0] != '=')
            return null;
        rest = rest[1..].TrimStart().TrimStart("\"'");
        var length = rest.IndexOfAny(ValueEnds);
        var value = length < 0 ? rest : rest[..length];
        return value.Length is > 0 and < 40 ? value.ToString() : null;
    }
}
