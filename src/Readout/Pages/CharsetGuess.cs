namespace Readout.Pages;

/// <summary>What the bytes suggest where nothing that can be believed is declared.</summary>
internal static class CharsetGuess
{
    private const int Sample = 200_000;
    private const int Head = 4096;

    /// <summary>True for UTF-16 without a mark, where every other byte of ASCII text is zero.</summary>
    public static bool LooksLikeUtf16(ReadOnlySpan<byte> bytes)
    {
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

    /// <summary>For bytes that are no UTF-8: what pages in their language use; else Cyrillic where most letters are high bytes, else Western.</summary>
    public static Charset Of(ReadOnlySpan<byte> bytes)
    {
        if (Language(bytes) is { } language && Charset.UsualFor(language) is { } usual)
            return usual;
        int high = 0, cyrillic = 0, letters = 0;
        var sample = bytes[..Math.Min(bytes.Length, Sample)];
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
        return Charset.Named(cyrillic > high * 0.5 && high > letters * 0.05 ? "windows-1251" : "windows-1252")!;
    }

    private static string? Language(ReadOnlySpan<byte> bytes)
    {
        var head = System.Text.Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Head)]);
        var at = head.IndexOf("<html", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;
        var reader = new CharsetAttributes(bytes, at + 5);
        while (reader.Next(out var name, out var value))
        {
            if (name == "lang" && value.Length > 1)
                return value;
        }
        return null;
    }
}
