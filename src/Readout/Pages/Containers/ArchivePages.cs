using Readout.Pages.Archives;

namespace Readout.Pages;

/// <summary>The pages of an archive of the web: what was answered with success and can be read as text.</summary>
internal static class ArchivePages
{
    public static IEnumerable<ContainerEntry> Read(string path, Stream stream, ContainerOptions options)
    {
        foreach (var record in ArchiveReader.Read(path, stream, options.Archive))
        {
            var name = $"{path}#{record.Number}";
            if (record.Problem is { } problem)
            {
                yield return new ContainerEntry(null, name, problem);
                continue;
            }
            if (!IsPage(record, options.Archive))
                continue;
            var bearer = new PageBearer { Address = record.Target, Captured = record.Date, MediaType = record.MediaType is "application/http" ? null : record.MediaType, Charset = record.Charset };
            yield return new ContainerEntry(new ContainedPage(name, record.Number, record.Body, bearer) { Position = record.Position }, name);
        }
    }

    private static bool IsPage(ArchiveRecord record, ArchiveOptions options) =>
        record.Type is "response" or "resource" or "conversion"
            && !record.Body.IsEmpty
            && !(options.Since > record.Date)
            && record.Http is null or { Status: >= 200 and < 300 }
            && IsText(record)
            && record.Target?.EndsWith("/robots.txt", StringComparison.OrdinalIgnoreCase) != true;

    // Without a type, or with one that says nothing, the first bytes decide.
    private static bool IsText(ArchiveRecord record) => record.MediaType switch
    {
        "text/html" or "application/xhtml+xml" or "text/plain" => true,
        null or "application/octet-stream" or "no-type" or "unknown" or "content/unknown" or "unk" => StartsLikePage(record.Body.Span),
        _ => false,
    };

    private static bool StartsLikePage(ReadOnlySpan<byte> body)
    {
        var head = System.Text.Encoding.Latin1.GetString(body[..Math.Min(body.Length, 512)]).TrimStart('\u00ef', '\u00bb', '\u00bf').TrimStart();
        return head.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || head.StartsWith("<html", StringComparison.OrdinalIgnoreCase) || head.StartsWith("<head", StringComparison.OrdinalIgnoreCase);
    }
}
