using System.IO.Compression;
using System.Text.Json;

namespace Readout.Pages;

/// <summary>Lists in which each line is a JSON object with a page's text (JSONL, NDJSON).</summary>
internal static class JsonLinePages
{
    // A page's text, escaped.
    private const int MaxLine = 2 * PageReader.MaxBytes;

    public static bool Is(ContainerHead head)
    {
        if (!head.Text.StartsWith('{'))
            return false;
        var end = head.Text.IndexOf('\n');
        var named = head.Path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) || head.Path.EndsWith(".ndjson", StringComparison.OrdinalIgnoreCase) || head.Path.EndsWith(".jsonlines", StringComparison.OrdinalIgnoreCase);
        if (named)
            return true;
        // Two lines that are objects each, whatever the file is called.
        return end > 0 && IsObject(head.Text[..end]) && head.Text.AsSpan(end).TrimStart().StartsWith("{", StringComparison.Ordinal);
    }

    public static IEnumerable<ContainerEntry> Read(string path, Stream stream, ContainerOptions options)
    {
        var bearer = new PageBearer { MediaType = PageBearer.JsonLine, Columns = options.Columns };
        var lines = new ByteLines(Unpacked(path, stream), MaxLine);
        var number = 0L;
        while (true)
        {
            var (line, isCut, damage) = lines.Next();
            if (damage is not null)
                yield return new ContainerEntry(null, $"{path}#{number + 1}", $"{path}#{number + 1}: {damage}; the lines before it were read. Fetch the file again.");
            if (line is null)
                break;
            number++;
            var name = $"{path}#{number}";
            if (isCut)
                yield return new ContainerEntry(null, name, $"{name}: the line has more than {MaxLine} bytes and was left out. Save its text as a file of its own.");
            else if (line.AsSpan().IndexOfAnyExcept(" \t\r\n"u8) >= 0)
                yield return new ContainerEntry(new ContainedPage(name, number, line, bearer), name);
        }
        if (number == 0)
            throw new UnreadablePageException($"{path}: the list is empty. Make it again, or leave it out.");
    }

    private static Stream Unpacked(string path, Stream stream)
    {
        Span<byte> mark = stackalloc byte[2];
        var read = stream.ReadAtLeast(mark, 2, throwOnEndOfStream: false);
        stream.Seek(0, SeekOrigin.Begin);
        return read == 2 && Gzip.IsCompressed(mark) ? new GZipStream(stream, CompressionMode.Decompress) : stream;
    }

    private static bool IsObject(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
