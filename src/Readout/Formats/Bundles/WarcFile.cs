using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Readout.Formats.Exports;

namespace Readout.Formats.Bundles;

/// <summary>The bytes of a page as they came in, with what is known of them.</summary>
/// <param name="Address">Where it is to be found: its own address, else a name by its hash.</param>
/// <param name="Captured">When it was taken, as WARC writes it; null where nothing on it tells.</param>
public sealed record BundlePage(string Sha256, ReadOnlyMemory<byte> Bytes, string Address, string MediaType, string? Captured);

/// <summary>
/// Pages in a WARC 1.1 file, one <c>resource</c> record for each, uncompressed: a packer's version must not change the
/// bytes. Every record bears the SHA-256 of what it holds.
/// </summary>
internal static class WarcFile
{
    // The format demands a moment of capture; the first there is stands for "not known", and the file says so.
    private const string Unknown = "1970-01-01T00:00:00Z";

    public static byte[] Write(IEnumerable<BundlePage> pages, string version)
    {
        using var output = new MemoryStream();
        var about = Encoding.UTF8.GetBytes($"software: Readout{(version.Length > 0 ? "/" + version : "")}\r\nformat: WARC File Format 1.1\r\nconformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n"
            + $"description: Pages of one record. {Unknown} stands for a moment of capture that is not known.\r\n");
        var info = Id("warcinfo", about);
        WriteRecord(output, about, [("WARC-Type", "warcinfo"), ("WARC-Record-ID", info), ("WARC-Date", Unknown), ("Content-Type", "application/warc-fields")]);
        foreach (var page in pages)
        {
            WriteRecord(output, page.Bytes.Span,
            [
                ("WARC-Type", "resource"), ("WARC-Record-ID", Id("resource", page.Bytes.Span)), ("WARC-Warcinfo-ID", info), ("WARC-Target-URI", page.Address),
                ("WARC-Date", page.Captured ?? Unknown), ("WARC-Payload-Digest", "sha256:" + page.Sha256), ("Content-Type", page.MediaType),
            ]);
        }
        return output.ToArray();
    }

    /// <summary>What the records of a file that this class wrote hold, by SHA-256.</summary>
    /// <exception cref="BundleException">It is no such file.</exception>
    public static IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Read(ReadOnlyMemory<byte> file)
    {
        var pages = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        for (var at = 0; at < file.Length;)
        {
            var end = file.Span[at..].IndexOf("\r\n\r\n"u8);
            if (end < 0 || !file.Span[at..].StartsWith("WARC/1.1\r\n"u8))
                throw BundleException.Refused($"{Bundle.Pages}: at byte {at} begins no WARC 1.1 record.");
            var fields = Encoding.UTF8.GetString(file.Span.Slice(at, end)).Split("\r\n").Skip(1).Select(l => l.Split(": ", 2)).Where(f => f.Length == 2)
                .GroupBy(f => f[0], StringComparer.OrdinalIgnoreCase).ToDictionary(g => g.Key, g => g.First()[1], StringComparer.OrdinalIgnoreCase);
            var start = at + end + 4;
            if (!int.TryParse(fields.GetValueOrDefault("Content-Length"), NumberStyles.None, CultureInfo.InvariantCulture, out var length) || length > file.Length - start - 4)
                throw BundleException.Refused($"{Bundle.Pages}: the record at byte {at} is longer than the file.");
            var block = file.Slice(start, length);
            if (fields.GetValueOrDefault("WARC-Type") == "resource")
                pages[Convert.ToHexStringLower(SHA256.HashData(block.Span))] = block;
            at = start + length + 4;
        }
        return pages;
    }

    private static void WriteRecord(Stream output, ReadOnlySpan<byte> block, (string Name, string Value)[] fields)
    {
        var head = new StringBuilder("WARC/1.1\r\n");
        foreach (var (name, value) in fields)
            head.Append(name).Append(": ").Append(value).Append("\r\n");
        head.Append("WARC-Block-Digest: sha256:").Append(Convert.ToHexStringLower(SHA256.HashData(block))).Append("\r\n");
        head.Append(CultureInfo.InvariantCulture, $"Content-Length: {block.Length}\r\n\r\n");
        output.Write(Encoding.UTF8.GetBytes(head.ToString()));
        output.Write(block);
        output.Write("\r\n\r\n"u8);
    }

    // A UUID of the content (RFC 9562, version 8), for a random one would differ each time.
    private static string Id(string kind, ReadOnlySpan<byte> block)
    {
        Span<byte> hash = stackalloc byte[32];
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        all.AppendData(Encoding.ASCII.GetBytes(kind));
        all.AppendData(block);
        all.GetHashAndReset(hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return $"<urn:uuid:{new Guid(hash[..16], bigEndian: true)}>";
    }
}
