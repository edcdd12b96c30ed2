using System.Text;
using System.Text.Unicode;
using Readout.Text;

namespace Readout.Pages;

/// <summary>A page's characters, and what was odd about its bytes.</summary>
internal sealed record DecodedText(string Text, string Charset, IReadOnlyList<Diagnostic> Diagnostics);

/// <summary>
/// Finds a page's encoding in the standard's order: byte order mark, what the bearer of the page says, what the page says,
/// its content. Where bytes can't be what they are said to be, the bytes are believed.
/// </summary>
internal static class Decoder
{
    // Fewer bytes than this may form valid UTF-8 by accident in a set that takes two bytes a character.
    private const int MinCertain = 12;

    /// <summary>Decodes a page.</summary>
    /// <param name="bytes">The page's bytes.</param>
    /// <param name="header">The label in the header of the message that bears the page; null where nothing bears it.</param>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes, string? header = null)
    {
        var diagnostics = new List<Diagnostic>();
        var (marked, skip) = ByMark(bytes);
        if (marked is null && CharsetGuess.LooksLikeUtf16(bytes))
            marked = bytes[0] == 0 ? Encoding.BigEndianUnicode : Encoding.Unicode;
        var claims = Claims(marked is { CodePage: 1200 or 1201 } ? Narrow(bytes[skip..], marked.CodePage == 1201) : bytes, header);
        string text, charset;
        if (marked is null)
        {
            (text, charset) = ByClaims(bytes, claims, diagnostics);
        }
        else
        {
            (text, charset) = (marked.GetString(bytes[skip..]), marked.WebName);
            Contradict(skip > 0 ? $"its byte order mark says {charset}" : $"its bytes are {charset}", charset, claims, diagnostics);
        }
        ReportUnknown(claims, charset, diagnostics);
        return new DecodedText(Clean(text, diagnostics), charset, diagnostics);
    }

    /// <summary>True for UTF-16 with a mark, or without one where every other byte of ASCII text is zero.</summary>
    public static bool LooksLikeUtf16(ReadOnlySpan<byte> bytes) => ByMark(bytes).Encoding is { CodePage: not 65001 } || CharsetGuess.LooksLikeUtf16(bytes);

    private sealed record Claim(string By, string Label, Charset? Charset);

    // The mark for UTF-32 is not the standard's, which reads such files as UTF-16 full of NULs.
    private static (Encoding? Encoding, int Skip) ByMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xef, 0xbb, 0xbf, ..] => (Encoding.UTF8, 3),
        [0xff, 0xfe, 0, 0, ..] => (Encoding.UTF32, 4),
        [0xff, 0xfe, ..] => (Encoding.Unicode, 2),
        [0xfe, 0xff, ..] => (Encoding.BigEndianUnicode, 2),
        _ => (null, 0),
    };

    private static byte[] Narrow(ReadOnlySpan<byte> bytes, bool isBigEndian)
    {
        var head = new byte[Math.Min(bytes.Length / 2, 2048)];
        for (var i = 0; i < head.Length; i++)
            head[i] = bytes[2 * i + (isBigEndian ? 0 : 1)] == 0 ? bytes[2 * i + (isBigEndian ? 1 : 0)] : (byte)'?';
        return head;
    }

    private static List<Claim> Claims(ReadOnlySpan<byte> bytes, string? header)
    {
        var claims = new List<Claim>(2);
        if (header is not null)
            claims.Add(new Claim("the message's header says", header, Charset.Named(header)));
        if (CharsetDeclaration.Find(bytes) is { } declared)
            claims.Add(new Claim("the page declares", declared.Label, declared.Charset));
        return claims;
    }

    private static (string Text, string Charset) ByClaims(ReadOnlySpan<byte> bytes, List<Claim> claims, List<Diagnostic> diagnostics)
    {
        var known = claims.FindAll(c => c.Charset?.Encoding is not null);
        if (known.Count > 0 && known[0].Charset is { IsUtf16: true } wide)
            return (wide.Encoding!.GetString(bytes), wide.Name);
        // Bytes above ASCII that form valid UTF-8 throughout are UTF-8, whatever is claimed (an escape-coded set has none).
        if (StrictUtf8(bytes) is { } text && (known.Count == 0 || known[0].Charset!.IsUtf8 || IsCertain(bytes, known[0].Charset!)))
        {
            if (known.Count > 0 && !Ascii.IsValid(bytes))
                Contradict("its bytes are utf-8", "utf-8", known, diagnostics);
            return (text, "utf-8");
        }
        if (known.Count == 0 || known[0].Charset!.IsUtf8)
        {
            var lenient = Encoding.UTF8.GetString(bytes);
            if (IsMostlyUtf8(bytes, lenient))
            {
                Contradict("its bytes are utf-8", "utf-8", known, diagnostics);
                return (lenient, "utf-8");
            }
        }
        var chosen = known.Find(c => !c.Charset!.IsUtf8);
        var read = chosen?.Charset ?? CharsetGuess.Of(bytes);
        text = read.Encoding!.GetString(bytes);
        if (chosen is not null && read.IsMultiByte && IsMostlyBad(bytes, text))
        {
            read = CharsetGuess.Of(bytes);
            text = read.Encoding!.GetString(bytes);
        }
        Contradict($"its bytes were read as {read.Name}", read.Name, known, diagnostics);
        return (text, read.Name);
    }

    // Claims that name another set than the one that was used, each by its own words.
    private static void Contradict(string truth, string used, List<Claim> claims, List<Diagnostic> diagnostics)
    {
        var others = claims.FindAll(c => c.Charset is not null && !IsSame(c.Charset.Name, used));
        if (others.Count > 0)
            diagnostics.Add(new(DiagnosticCode.WrongCharset, $"{string.Join(" and ", others.Select(c => $"{c.By} {c.Label}"))}, but {truth}"));
    }

    // A page in UTF-16 can only write "utf-16" without its byte order, or what its author's other pages have.
    private static bool IsSame(string declared, string used) =>
        declared == used || (declared is "gbk" or "gb18030" && used is "gbk" or "gb18030") || (declared == "utf-8" && used.StartsWith("utf-16", StringComparison.Ordinal));

    private static void ReportUnknown(List<Claim> claims, string used, List<Diagnostic> diagnostics)
    {
        foreach (var claim in claims)
        {
            if (claim.Charset is null)
                diagnostics.Add(new(DiagnosticCode.UnknownCharset, $"{claim.By} {claim.Label}, which no standard knows; read as {used}"));
            else if (claim.Charset.Encoding is null)
                diagnostics.Add(new(DiagnosticCode.UnknownCharset, $"{claim.By} {claim.Label}, which the standard refuses to read; read as {used}"));
        }
    }

    private static string? StrictUtf8(ReadOnlySpan<byte> bytes) => Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : null;

    private static bool IsCertain(ReadOnlySpan<byte> bytes, Charset claimed) => High(bytes) >= (claimed.IsMultiByte ? MinCertain : 1);

    private static int High(ReadOnlySpan<byte> bytes)
    {
        var high = 0;
        foreach (var b in bytes)
            high += b >= 0x80 ? 1 : 0;
        return high;
    }

    // A UTF-8 page with a damaged spot keeps far more good multi-byte characters than bad ones.
    private static bool IsMostlyUtf8(ReadOnlySpan<byte> bytes, string lenient)
    {
        var bad = lenient.AsSpan().Count('\uFFFD');
        return bad * 4 <= High(bytes) - bad || bad == 3 * EncodedSurrogates(bytes);
    }

    private static bool IsMostlyBad(ReadOnlySpan<byte> bytes, string text) => text.AsSpan().Count('\uFFFD') * 4 > High(bytes);

    // Halves of surrogate pairs written out as three bytes each (CESU-8): no UTF-8, but no other charset either.
    private static int EncodedSurrogates(ReadOnlySpan<byte> bytes)
    {
        var found = 0;
        for (var i = bytes.IndexOf((byte)0xED); i >= 0 && i + 2 < bytes.Length; i++)
        {
            if (bytes[i] == 0xED && bytes[i + 1] is >= 0xA0 and <= 0xBF && bytes[i + 2] is >= 0x80 and <= 0xBF)
                found++;
        }
        return found;
    }

    /// <summary>Puts U+FFFD for NULs, lone surrogates and the two noncharacters of the first plane, one for one: JSON, XML or Unicode's normal forms can't hold them.</summary>
    internal static string Clean(string text, List<Diagnostic> diagnostics)
    {
        char[]? chars = null;
        var first = -1;
        var bad = 0;
        for (var i = NextSuspect(text, 0); i >= 0; i = NextSuspect(text, i + 1))
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
                continue;
            }
            if (first < 0)
                first = i;
            bad++;
            if (c == '\uFFFD')
                continue;
            chars ??= text.ToCharArray();
            chars[i] = '\uFFFD';
        }
        if (bad > 0)
            diagnostics.Add(new(DiagnosticCode.InvalidCharacters, $"{bad} {(bad == 1 ? "character" : "characters")} could not be read; U+FFFD stands for each", new Span(first, first + 1)));
        return chars is null ? text : new string(chars);
    }

    // A window at a time: few windows of a page hold a suspect, and a range is searched many characters at once.
    private const int Window = 512;

    private static int NextSuspect(string text, int from)
    {
        for (; from < text.Length; from += Window)
        {
            var window = text.AsSpan(from, Math.Min(Window, text.Length - from));
            if (!window.ContainsAnyInRange('\uD800', '\uFFFF') && !window.Contains('\0'))
                continue;
            for (var i = 0; i < window.Length; i++)
            {
                if (window[i] is '\0' or >= '\uFFFD' || char.IsSurrogate(window[i]))
                    return from + i;
            }
        }
        return -1;
    }
}
