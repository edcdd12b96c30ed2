namespace Readout.Languages;

/// <summary>Which script a text is written in, and which language where a script has only one.</summary>
internal static class Script
{
    private const int Han = 5, Kana = 6;

    // First code, last code, name; scripts with one news language bear its code.
    private static readonly (int First, int Last, string Name)[] Ranges =
    [
        (0x0041, 0x024f, "Latn"), (0x1e00, 0x1eff, "Latn"), (0x0400, 0x052f, "Cyrl"), (0x0600, 0x077f, "Arab"), (0xfb50, 0xfdff, "Arab"), (0x0900, 0x097f, "Deva"),
        (0x4e00, 0x9fff, "Hani"), (0x3040, 0x30ff, "Kana"), (0x0370, 0x03ff, "el"), (0x0530, 0x058f, "hy"), (0x0590, 0x05ff, "he"), (0x0980, 0x09ff, "bn"), (0x0a00, 0x0a7f, "pa"),
        (0x0a80, 0x0aff, "gu"), (0x0b00, 0x0b7f, "or"), (0x0b80, 0x0bff, "ta"), (0x0c00, 0x0c7f, "te"), (0x0c80, 0x0cff, "kn"), (0x0d00, 0x0d7f, "ml"), (0x0d80, 0x0dff, "si"),
        (0x0e00, 0x0e7f, "th"), (0x0e80, 0x0eff, "lo"), (0x0f00, 0x0fff, "bo"), (0x1000, 0x109f, "my"), (0x10a0, 0x10ff, "ka"), (0x1200, 0x137f, "am"), (0x1780, 0x17ff, "km"), (0xac00, 0xd7a3, "ko"),
    ];

    private static readonly string[] Names = ["", "Latn", "Cyrl", "Arab", "Deva", "Hani", "Kana", .. Ranges.Select(r => r.Name).Where(n => n.Length == 2)];
    private static readonly byte[] OfChar = Table();

    /// <summary>
    /// <c>Latn</c>, <c>Cyrl</c>, <c>Arab</c>, <c>Deva</c>, or the code of the only language of the script; null where there is hardly a letter.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="weight">How much text there is: letters, a Chinese, Japanese or Korean character counting as two.</param>
    public static string? Of(ReadOnlySpan<char> text, out int weight)
    {
        Span<int> counts = stackalloc int[Names.Length];
        counts.Clear();
        foreach (var c in text)
            counts[OfChar[c]]++;
        var japanese = counts[Kana] * 20 > counts[Han];
        counts[Han] = 2 * (counts[Han] + counts[Kana]);
        counts[Kana] = 0;
        var best = 0;
        for (var i = 1; i < counts.Length; i++)
        {
            if (Names[i] == "ko")
                counts[i] *= 2;
            if (best == 0 ? counts[i] > 0 : counts[i] > counts[best])
                best = i;
        }
        weight = best == 0 ? 0 : counts[best];
        return weight < 4 ? null : best == Han ? (japanese ? "ja" : "zh") : Names[best];
    }

    private static byte[] Table()
    {
        var table = new byte[char.MaxValue + 1];
        foreach (var (first, last, name) in Ranges)
        {
            var index = (byte)Array.IndexOf(Names, name);
            for (var c = first; c <= last; c++)
            {
                // Signs and digits inside a block belong to nobody; vowel signs do.
                if (Letters.Fold((char)c) != ' ')
                    table[c] = index;
            }
        }
        return table;
    }
}
