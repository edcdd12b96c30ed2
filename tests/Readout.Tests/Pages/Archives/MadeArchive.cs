using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Readout.Tests.Pages.Archives;

/// <summary>Writes archives for tests.</summary>
internal static class MadeArchive
{
    public const string Page = "<!doctype html><html><head><title>Ferry sails again</title></head><body><p>The ferry from Orlen to Vask sails again on Monday, the harbour office said.</p></body></html>";

    public static byte[] Response(string target, string body = Page, string fields = "", string date = "2025-05-06T18:30:00Z", int status = 200) =>
        Response(target, Encoding.UTF8.GetBytes(body), fields, date, status);

    public static byte[] Response(string target, byte[] body, string fields = "", string date = "2025-05-06T18:30:00Z", int status = 200)
    {
        var head = Encoding.UTF8.GetBytes($"HTTP/1.1 {status} OK\r\nContent-Type: text/html; charset=utf-8\r\n{fields}\r\n");
        return Record("response", target, [.. head, .. body], date, "application/http; msgtype=response");
    }

    public static byte[] Record(string type, string? target, byte[] block, string date = "2025-05-06T18:30:00Z", string media = "text/html", long? length = null)
    {
        var head = string.Create(CultureInfo.InvariantCulture, $"WARC/1.1\r\nWARC-Type: {type}\r\n{(target is null ? "" : $"WARC-Target-URI: {target}\r\n")}WARC-Date: {date}\r\nWARC-Record-ID: <urn:uuid:1>\r\nContent-Type: {media}\r\nContent-Length: {length ?? block.Length}\r\n\r\n");
        return [.. Encoding.UTF8.GetBytes(head), .. block, .. "\r\n\r\n"u8];
    }

    public static byte[] Gzip(params byte[][] members)
    {
        using var file = new MemoryStream();
        foreach (var member in members)
        {
            using var gzip = new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true);
            gzip.Write(member);
        }
        return file.ToArray();
    }

    public static byte[] Join(params byte[][] records) => [.. records.SelectMany(r => r)];
}
