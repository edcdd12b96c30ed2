using System.IO.Compression;

namespace Readout.Pages;

/// <summary>Unpacks a compressed page, up to a bound.</summary>
internal static class Gzip
{
    public static bool IsCompressed(ReadOnlySpan<byte> bytes) => bytes.Length >= 2 && bytes[0] == 0x1f && bytes[1] == 0x8b;

    /// <summary>The unpacked bytes, in rented room: whoever asks gives it back.</summary>
    /// <exception cref="UnreadablePageException">The file is cut off or damaged, or unpacks to more than a page may have.</exception>
    public static PageBytes Inflate(string path, ReadOnlyMemory<byte> bytes, int max = PageReader.MaxBytes)
    {
        // The last four bytes say how much there is (RFC 1952); what they say is believed up to a point.
        var stated = bytes.Length < 18 ? uint.MaxValue : BitConverter.ToUInt32(bytes.Span[^4..]);
        var unpacked = new PageBytes((int)Math.Min(stated, Math.Min(max, bytes.Length * 20L)) + 1);
        try
        {
            using var input = new GZipStream(Stream(bytes), CompressionMode.Decompress);
            while (unpacked.Take(input))
            {
                if (unpacked.Memory.Length > max)
                    throw new UnreadablePageException($"{path}: the gzip data unpacks to more than the {max} bytes a page may have; reading stopped there. If the file holds many pages, split it; if one page, save its text alone.");
            }
            Check(path, bytes.Span, unpacked.Memory.Length, stated);
            return unpacked;
        }
        catch (Exception damage) when (damage is InvalidDataException or UnreadablePageException)
        {
            unpacked.Dispose();
            throw damage as UnreadablePageException ?? new UnreadablePageException($"{path}: the gzip data is damaged or cut off. Fetch the file again, or unpack what is left of it with zcat.", damage);
        }
    }

    // The stream takes a cut-off file for a finished one.
    private static void Check(string path, ReadOnlySpan<byte> bytes, int length, uint stated)
    {
        if (stated != (uint)length && !HasSeveralMembers(bytes, stated, length))
            throw new UnreadablePageException($"{path}: the gzip data is cut off after {length} unpacked bytes. Fetch the file again, or unpack what is left of it with zcat.");
        if (length == 0)
            throw new UnreadablePageException($"{path}: the compressed file is empty. Save the page again, or leave the file out.");
    }

    private static MemoryStream Stream(ReadOnlyMemory<byte> bytes) =>
        System.Runtime.InteropServices.MemoryMarshal.TryGetArray(bytes, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);

    // Members written one after the other end in the length of the last one only.
    private static bool HasSeveralMembers(ReadOnlySpan<byte> bytes, uint lastLength, long total) =>
        lastLength < total && bytes[10..].IndexOf((ReadOnlySpan<byte>)[0x1f, 0x8b, 0x08]) >= 0;
}
