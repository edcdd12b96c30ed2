using System.IO.Compression;

namespace Readout.Pages;

/// <summary>The beginning of an input, unpacked.</summary>
internal sealed class ContainerHead
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly Lazy<string> _text;

    public ContainerHead(string path, ReadOnlyMemory<byte> head, ContainerOptions options)
    {
        Path = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? path[..^3] : path;
        Options = options;
        _bytes = Gzip.IsCompressed(head.Span) ? Unpack(head) : head;
        _text = new Lazy<string>(() => Decoder.Decode(_bytes.Span).Text.TrimStart('\uFEFF').TrimStart());
    }

    /// <summary>The input's name without the ending of compression.</summary>
    public string Path { get; }

    public ContainerOptions Options { get; }

    public ReadOnlySpan<byte> Bytes => _bytes.Span;

    public string Text => _text.Value;

    /// <summary>True for most inputs, at a glance: markup of a page, or words. Lists begin with a bracket, or as archives do.</summary>
    public bool IsPage
    {
        get
        {
            var start = Bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? Bytes[3..] : Bytes;
            var first = start.IndexOfAnyExcept(" \t\r\n"u8);
            if (first < 0)
                return true;
            start = start[first..];
            if (Begins(start, "<!doctype html") || Begins(start, "<html"))
                return true;
            // A byte order mark, or every other byte zero: decoded before it is looked at.
            var isWide = start.Length > 1 && (start[0] >= 0xFE || start[1] == 0 || start[0] == 0);
            return !isWide && start[0] is not ((byte)'{' or (byte)'[' or (byte)'<') && !Archives.ArchiveReader.IsArchive(Bytes);
        }
    }

    private static bool Begins(ReadOnlySpan<byte> start, string mark) =>
        start.Length >= mark.Length && System.Text.Ascii.EqualsIgnoreCase(start[..mark.Length], mark);

    private static byte[] Unpack(ReadOnlyMemory<byte> head)
    {
        var room = new byte[PageContainers.HeadLength];
        var length = 0;
        try
        {
            using var stream = new GZipStream(new MemoryStream(head.ToArray(), writable: false), CompressionMode.Decompress);
            while (length < room.Length && stream.Read(room, length, room.Length - length) is > 0 and var read)
                length += read;
        }
        catch (InvalidDataException)
        {
            // The head ends inside what it compresses; what came out says enough.
        }
        return room[..length];
    }
}
