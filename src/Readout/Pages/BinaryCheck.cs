using System.Buffers;

namespace Readout.Pages;

/// <summary>Tells files that hold no text from text with a few bad bytes.</summary>
internal static class BinaryCheck
{
    private static readonly (byte[] Magic, string Name)[] Formats =
    [
        ("%PDF-"u8.ToArray(), "a PDF"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "a PNG picture"),
        ([0xff, 0xd8, 0xff], "a JPEG picture"),
        ("GIF8"u8.ToArray(), "a GIF picture"),
        ([(byte)'P', (byte)'K', 3, 4], "a ZIP archive or an office document"),
        ([0x7f, (byte)'E', (byte)'L', (byte)'F'], "a program"),
        ([0xfd, (byte)'7', (byte)'z', (byte)'X', (byte)'Z'], "an xz archive"),
        ([0x28, 0xb5, 0x2f, 0xfd], "a Zstandard archive"),
        ("BZh"u8.ToArray(), "a bzip2 archive"),
        ("SQLite format 3"u8.ToArray(), "a database"),
    ];

    // Above this share of control characters a sample is no text: damaged pages have a handful, pictures a tenth and more.
    private const double MaxControlShare = 0.06;

    // What text has of them: tab, line feed, form feed, carriage return, escape.
    private static readonly SearchValues<byte> Controls = SearchValues.Create([.. Enumerable.Range(0, 0x20).Where(b => b is not (0x09 or 0x0a or 0x0c or 0x0d or 0x1b)).Select(b => (byte)b)]);

    public static void Refuse(string path, ReadOnlySpan<byte> bytes)
    {
        foreach (var (magic, name) in Formats)
        {
            if (bytes.StartsWith(magic))
                throw new UnreadablePageException($"{path}: this is {name}, not a page. Save the page as text or HTML.");
        }
        if (Decoder.LooksLikeUtf16(bytes))
            return;
        var sample = bytes[..Math.Min(bytes.Length, 64 * 1024)];
        var controls = 0;
        for (var next = sample.IndexOfAny(Controls); next >= 0; controls++)
        {
            var rest = sample[(next + 1)..].IndexOfAny(Controls);
            next = rest < 0 ? -1 : next + 1 + rest;
        }
        // A short text may hold a stray NUL or two without being a program.
        if (controls > 4 && controls > sample.Length * MaxControlShare)
            throw new UnreadablePageException($"{path}: this is a binary file, not a page. Save the page as text or HTML.");
    }
}
