using System.IO.Compression;
using System.Globalization;
using System.Text;

namespace Readout.Pages.Archives;

/// <summary>A body as its reader should see it: put together from chunks, unpacked. Heads often say what is not true of the bytes; the bytes are believed.</summary>
public static class HttpBody
{
    private const int MaxCodings = 4;

    /// <summary>The body, or what is wrong with it.</summary>
    /// <param name="head">What the head says of the body.</param>
    /// <param name="body">The bytes behind the head.</param>
    /// <param name="max">The most bytes that are unpacked.</param>
    public static (ReadOnlyMemory<byte> Body, string? Problem) Decode(HttpHead head, ReadOnlyMemory<byte> body, int max)
    {
        if (head.Field("transfer-encoding")?.Contains("chunked", StringComparison.OrdinalIgnoreCase) == true)
            body = Unchunk(body);
        if (body.Length > max)
            return (default, $"its {body.Length} bytes are more than the {max} a page may have; its body was left out");
        return Unpack(head.Field("content-encoding"), body, max);
    }

    /// <summary>Unpacks a body by the names in a Content-Encoding field.</summary>
    public static (ReadOnlyMemory<byte> Body, string? Problem) Unpack(string? codings, ReadOnlyMemory<byte> body, int max)
    {
        var names = (codings ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (names.Length > MaxCodings)
            return (default, $"its body was packed {names.Length} times; it was left out");
        for (var i = names.Length - 1; i >= 0 && body.Length > 0; i--)
        {
            var (unpacked, problem) = UnpackOnce(names[i].ToLowerInvariant(), body, max);
            if (problem is not null)
                return (default, problem);
            body = unpacked;
        }
        return (body, null);
    }

    private static (ReadOnlyMemory<byte> Body, string? Problem) UnpackOnce(string coding, ReadOnlyMemory<byte> body, int max)
    {
        var head = body.Span;
        switch (coding)
        {
            case "gzip" or "x-gzip":
                // Unpacked before it was archived, though its head still says otherwise.
                return Gzip.IsCompressed(head) ? Inflate(s => new GZipStream(s, CompressionMode.Decompress), body, max, "gzip") : (body, null);
            case "br":
                return LooksReadable(head) ? (body, null) : Inflate(s => new BrotliStream(s, CompressionMode.Decompress), body, max, "brotli");
            case "deflate":
                // The standard means zlib's form; some servers send the bare one.
                var isZlib = head.Length > 2 && (head[0] & 0x0f) == 8 && ((head[0] << 8) + head[1]) % 31 == 0;
                return isZlib ? Inflate(s => new ZLibStream(s, CompressionMode.Decompress), body, max, "deflate")
                    : LooksReadable(head) ? (body, null)
                    : Inflate(s => new DeflateStream(s, CompressionMode.Decompress), body, max, "deflate");
            case "zstd" or "dcb" or "dcz" or "compress" or "x-compress":
                return LooksReadable(head) ? (body, null) : (default, $"its body is packed as {coding}, which can't be unpacked here; it was left out. Archive the page again without that coding");
            default:
                return (body, null);        // identity, utf-8, none: no coding at all
        }
    }

    private static (ReadOnlyMemory<byte> Body, string? Problem) Inflate(Func<Stream, Stream> open, ReadOnlyMemory<byte> body, int max, string coding)
    {
        var room = new MemoryStream(Math.Min(max, body.Length * 4));
        var piece = new byte[1 << 14];
        try
        {
            using var stream = open(new MemoryStream(body.ToArray(), writable: false));
            while (stream.Read(piece) is > 0 and var read)
            {
                if (room.Length + read > max)
                    return (default, $"its body unpacks to more than the {max} bytes a page may have; it was left out");
                room.Write(piece, 0, read);
            }
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException or IOException)
        {
            return (default, $"its body is damaged {coding} data; it was left out. Fetch the page again");
        }
        return (room.GetBuffer().AsMemory(0, (int)room.Length), null);
    }

    // A chunk is a line with its length in hex, so many bytes, and a line end. Where that does not hold from the first line on,
    // the body was put together before; where it stops to hold, what stands before is kept.
    private static ReadOnlyMemory<byte> Unchunk(ReadOnlyMemory<byte> body)
    {
        var whole = new MemoryStream(body.Length);
        var at = 0;
        while (at < body.Length)
        {
            var rest = body.Span[at..];
            var end = rest[..Math.Min(rest.Length, 1024)].IndexOf((byte)'\n');
            var size = end < 0 ? -1 : Size(rest[..end]);
            if (size < 0)
                return at == 0 ? body : whole.Length == 0 ? body : whole.GetBuffer().AsMemory(0, (int)whole.Length);
            at += end + 1;
            if (size == 0)
                break;
            var count = (int)Math.Min(size, body.Length - at);
            whole.Write(body.Span.Slice(at, count));
            at += count;
            if (at < body.Length && body.Span[at] == '\r')
                at++;
            if (at < body.Length && body.Span[at] == '\n')
                at++;
        }
        return whole.GetBuffer().AsMemory(0, (int)whole.Length);
    }

    private static long Size(ReadOnlySpan<byte> line)
    {
        var text = Encoding.Latin1.GetString(line).Split(';')[0].Trim();
        return text.Length is > 0 and <= 8 && long.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var size) ? size : -1;
    }

    private static bool LooksReadable(ReadOnlySpan<byte> head)
    {
        var start = head[..Math.Min(head.Length, 64)];
        return start.IndexOfAnyExceptInRange((byte)0x20, (byte)0x7e) is var odd && (odd < 0 || start[odd] is (byte)'\n' or (byte)'\r' or (byte)'\t') && start.Contains((byte)'<');
    }
}
