using System.Text;
using Readout.Text;

namespace Readout.Pages;

/// <summary>A page's characters, and what was odd about its bytes.</summary>
internal sealed record DecodedText(string Text, string Charset, IReadOnlyList<Diagnostic> Diagnostics);

/// <summary>Finds a page's encoding: by its byte order mark, then by what it declares, then by its content.</summary>
internal static class Decoder
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static DecodedText Decode(ReadOnlySpan<byte> bytes)
    {
        var diagnostics = new List<Diagnostic>();
        var (encoding, skip) = ByMark(bytes);
        encoding ??= LooksLikeUtf16(bytes) ? Utf16(bytes) : null;
        string text;
        if (encoding is not null)
            text = encoding.GetString(bytes[skip..]);
        else
            (text, encoding) = ByContent(bytes, CharsetDeclaration.Find(bytes), diagnostics);
        text = Clean(text, diagnostics);
        return new DecodedText(text, encoding.WebName, diagnostics);
    }

    /// <summary>True for UTF-16 with a mark, or without one where every other byte of ASCII text is zero.</summary>
    public static bool LooksLikeUtf16(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xff, 0xfe]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xfe, 0xff]))
            return true;
        var sample = bytes[..Math.Min(bytes.Length & ~1, 512)];
        if (sample.Length < 8)
            return false;
        int even = 0, odd = 0;
        for (var i = 0; i < sample.Length; i += 2)
        {
            even += sample[i] == 0 ? 1 : 0;
            odd += sample[i + 1] == 0 ? 1 : 0;
        }
        var pairs = sample.Length / 2;
        return (even > pairs * 0.7 && odd < pairs * 0.1) || (odd > pairs * 0.7 && even < pairs * 0.1);
    }

    private static (Encoding? Encoding, int Skip) ByMark(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xef, 0xbb, 0xbf]))
            return (Encoding.UTF8, 3);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xff, 0xfe, 0, 0]))
            return (Encoding.UTF32, 4);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xff, 0xfe]))
            return (Encoding.Unicode, 2);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xfe, 0xff]))
            return (Encoding.BigEndianUnicode, 2);
        return (null, 0);
    }

    private static Encoding Utf16(ReadOnlySpan<byte> bytes) => bytes[0] == 0 ? Encoding.BigEndianUnicode : Encoding.Unicode;

    private static (string Text, Encoding Encoding) ByContent(ReadOnlySpan<byte> bytes, string? declared, List<Diagnostic> diagnostics)
    {
        var named = declared is null ? null : CharsetDeclaration.Encoding(declared);
        var declaresUtf8 = named is null || named is UTF8Encoding;
        if (System.Text.Unicode.Utf8.IsValid(bytes))
        {
            // Bytes above ASCII that form valid UTF-8 throughout are UTF-8, whatever the page says (an escape-coded set has none).
            if (named is null || declaresUtf8 || !System.Text.Ascii.IsValid(bytes))
            {
                if (!declaresUtf8)
                    diagnostics.Add(new(DiagnosticCode.WrongCharset, $"declares {declared} but is UTF-8; read as UTF-8"));
                return (StrictUtf8.GetString(bytes), Encoding.UTF8);
            }
            return (named.GetString(bytes), named);
        }
        if (!declaresUtf8)
            return (named!.GetString(bytes), named);
        var lenient = Encoding.UTF8.GetString(bytes);
        if (IsMostlyUtf8(bytes, lenient))
            return (lenient, Encoding.UTF8);
        var guess = CharsetDeclaration.Guess(bytes);
        if (named is not null)
            diagnostics.Add(new(DiagnosticCode.WrongCharset, $"declares {declared} but is not valid; read as {guess.WebName}"));
        return (guess.GetString(bytes), guess);
    }

    // A UTF-8 page with a damaged spot keeps far more good multi-byte characters than bad ones.
    private static bool IsMostlyUtf8(ReadOnlySpan<byte> bytes, string lenient)
    {
        var bad = lenient.AsSpan().Count('\uFFFD');
        var high = 0;
        foreach (var b in bytes)
            high += b >= 0x80 ? 1 : 0;
        return bad * 4 <= high - bad || bad == 3 * EncodedSurrogates(bytes);
    }

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

    /// <summary>Puts U+FFFD for NULs and lone surrogates, one for one: JSON and XML exports can't hold them.</summary>
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
            if (!window.ContainsAnyInRange('\uD800', '\uFFFD') && !window.Contains('\0'))
                continue;
            for (var i = 0; i < window.Length; i++)
            {
                if (window[i] is '\0' or '\uFFFD' || char.IsSurrogate(window[i]))
                    return from + i;
            }
        }
        return -1;
    }
}
