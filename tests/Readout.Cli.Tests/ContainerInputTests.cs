using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Readout.Cli.Tests;

/// <summary>Inputs that hold many pages: each page is read, named and found again.</summary>
public sealed class ContainerInputTests : IDisposable
{
    private const string Words = "The ferry from Orlen to Vask will sail again on Monday, the harbour office said. Repairs to the pier took three weeks.";

    private readonly CommandLine _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void The_pages_of_an_archive_are_read_and_verified()
    {
        _shell.File("day.warc.gz", Archive("https://orlencourier.example/2025/05/06/ferry", "https://vasktimes.example/ferry"));
        _shell.Run("brief", "--json", "day.warc.gz").ShouldBe(ExitCode.Done);
        using (var record = JsonDocument.Parse(_shell.Out))
            record.RootElement.GetProperty("documents").EnumerateArray().Select(d => d.GetProperty("path").GetString()).ShouldBe(["day.warc.gz#1", "day.warc.gz#2"], ignoreOrder: true);
        _shell.File("record.json", _shell.Out);
        _shell.Run("verify", "record.json").ShouldBe(ExitCode.Done, _shell.Out + _shell.Error);
        _shell.File("day.warc.gz", Archive("https://orlencourier.example/2025/05/06/ferry"));
        _shell.Run("verify", "record.json").ShouldBe(ExitCode.SomeFailed);
        _shell.Error.ShouldContain("day.warc.gz#2: not found");
    }

    [Fact]
    public void What_fails_in_a_list_is_named_and_the_rest_is_read()
    {
        _shell.File("list.jsonl", $$"""{"words": "{{Words}}", "url": "https://orlencourier.example/1"}""" + "\n{\"title\": \"no text\"}\n");
        _shell.Run("brief", "--json", "--columns", "text=words", "list.jsonl").ShouldBe(ExitCode.SomeFailed);
        _shell.Error.ShouldContain("list.jsonl#2: there is no text in 'words'");
        _shell.File("record.json", _shell.Out);
        _shell.Run("verify", "record.json").ShouldBe(ExitCode.Done, _shell.Out + _shell.Error);
        _shell.Run("brief", "--columns", "colour=red", "list.jsonl").ShouldBe(ExitCode.Usage);
        _shell.Error.ShouldContain("--columns");
    }

    [Fact]
    public void A_list_on_standard_input_is_read()
    {
        var line = $$"""{"text": "{{Words}}"}""";
        _shell.Run(line + "\n" + line.Replace("Monday", "Tuesday", StringComparison.Ordinal) + "\n", ["brief", "--json", "-"]).ShouldBe(ExitCode.Done);
        _shell.Out.ShouldContain("\"-#2\"");
    }

    [Fact]
    public void An_input_that_holds_no_pages_leaves_nothing_to_read()
    {
        _shell.File("map.xml", "<urlset><url><loc>https://orlencourier.example/1</loc></url></urlset>");
        _shell.Run("brief", "map.xml").ShouldBe(ExitCode.Usage);
        _shell.Error.ShouldContain("map.xml: this is a sitemap");
        _shell.File("cut.warc.gz", Archive("https://orlencourier.example/1")[..^30]);
        _shell.Run("brief", "cut.warc.gz").ShouldBe(ExitCode.Usage);
        _shell.Error.ShouldContain("cut.warc.gz#1: ");
    }

    private static byte[] Archive(params string[] targets)
    {
        using var file = new MemoryStream();
        foreach (var target in targets)
        {
            var block = Encoding.UTF8.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<!doctype html><html><head><title>Ferry</title></head><body><h1>Ferry sails again</h1><p>{Words}</p><p>See {target}.</p></body></html>");
            using var gzip = new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true);
            gzip.Write(Encoding.UTF8.GetBytes($"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {target}\r\nWARC-Date: 2025-05-06T18:30:00Z\r\nContent-Type: application/http\r\nContent-Length: {block.Length}\r\n\r\n"));
            gzip.Write(block);
            gzip.Write("\r\n\r\n"u8);
        }
        return file.ToArray();
    }
}
