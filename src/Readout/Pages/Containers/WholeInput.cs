namespace Readout.Pages;

/// <summary>An input that must be read whole to be understood, within bounds.</summary>
internal static class WholeInput
{
    private const int Max = 64 * 1024 * 1024;

    public static string Text(string path, Stream stream)
    {
        using var whole = new PageBytes(1 << 16);
        while (whole.Take(stream))
        {
            if (whole.Memory.Length > Max)
                throw new UnreadablePageException($"{path}: the list has more than {Max} bytes. Split it, or write it with one item a line (JSONL).");
        }
        if (!Gzip.IsCompressed(whole.Memory.Span))
            return Decoder.Decode(whole.Memory.Span).Text;
        using var unpacked = Gzip.Inflate(path, whole.Memory, Max);
        return Decoder.Decode(unpacked.Memory.Span).Text;
    }
}
