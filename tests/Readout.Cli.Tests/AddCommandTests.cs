using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Readout.Cli.Tests;

/// <summary>What holds many pages is taken in as it is read, goes on where it was cut, and keeps what it says of each page.</summary>
public sealed class AddCommandTests : IDisposable
{
    private readonly CommandLine _shell = new();

    public AddCommandTests() => _shell.Run("init").ShouldBe(ExitCode.Done);

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void An_archive_goes_on_where_it_was_cut()
    {
        var whole = Archive([.. Enumerable.Range(1, 20).Select(i => Page(i, i))]);
        _shell.File("day.warc.gz", whole[..(whole.Length / 2)]);
        _shell.Run("add", "-v", "day.warc.gz").ShouldBe(ExitCode.SomeFailed);
        var first = Safe();
        first.Count.ShouldBeInRange(5, 15);
        _shell.File("day.warc.gz", whole);
        _shell.Run("add", "-v", "day.warc.gz").ShouldBe(ExitCode.Done);
        first.Concat(Safe()).ShouldBe(Enumerable.Range(1, 20).Select(i => $"https://orlencourier.example/{i}"));
        _shell.Run("add", "-v", "day.warc.gz").ShouldBe(ExitCode.Done);
        Safe().ShouldBeEmpty();
        _shell.Out.ShouldBe("0 new, 0 new versions, 20 known already\n");
        // another archive in its place is read from its beginning
        _shell.File("day.warc.gz", Archive([.. Enumerable.Range(21, 20).Select(i => Page(i, i))]));
        _shell.Run("add", "day.warc.gz").ShouldBe(ExitCode.Done);
        _shell.Out.ShouldBe("20 new, 0 new versions, 0 known already\n");
    }

    [Fact]
    public void A_list_that_grows_is_read_from_its_new_lines_on()
    {
        string Line(int i) => JsonSerializer.Serialize(new { body = $"The ferry number {i} from Orlen to Vask will sail on Monday, Ada Moll said. Repairs took three weeks.", url = $"https://vasktimes.example/{i}", date = "2031-05-06" }) + "\n";
        _shell.File("list.jsonl", Line(1) + Line(2));
        _shell.Run("add", "list.jsonl").ShouldBe(ExitCode.Done);
        _shell.File("list.jsonl", Line(1) + Line(2) + Line(3));
        _shell.Run("add", "-v", "list.jsonl").ShouldBe(ExitCode.Done);
        Safe().ShouldBe(["https://vasktimes.example/3"]);
    }

    [Fact]
    public void Only_what_was_taken_since_a_day_is_added()
    {
        _shell.File("day.warc.gz", Archive(Page(1, 1), Page(2, 2), Page(3, 3)));
        _shell.Run("add", "-v", "--since", "2031-05-02", "day.warc.gz").ShouldBe(ExitCode.Done);
        Safe().ShouldBe(["https://orlencourier.example/2", "https://orlencourier.example/3"]);
        _shell.Run("add", "day.warc.gz").ShouldBe(ExitCode.Done);
        _shell.Out.ShouldBe("1 new, 0 new versions, 2 known already\n");
    }

    [Fact]
    public void What_an_input_says_of_a_page_is_there_at_every_build()
    {
        _shell.File("day.warc.gz", Archive(Page(1, 1), Page(2, 2)));
        var text = string.Concat(Enumerable.Repeat("<p>The ferry from Orlen to Vask will sail again on Monday, the harbour office said. Repairs to the pier took three weeks.</p>", 6));
        _shell.File("feed.xml", $"<rss version=\"2.0\"><channel><title>Vask Times</title><item><title>Pier mended</title><link>https://vasktimes.example/pier</link><pubDate>Wed, 07 May 2031 08:00:00 GMT</pubDate><description>{System.Net.WebUtility.HtmlEncode(text)}</description></item></channel></rss>");
        _shell.File("list.jsonl", "{\"words\": \"The ferry from Orlen to Vask will sail on Monday, Ada Moll said. Repairs took three weeks.\", \"title\": \"It sails\", \"published\": \"2031-05-09\", \"outlet\": \"Merrow Herald\"}\n");
        _shell.Run("add", "--build", "--columns", "text=words", "day.warc.gz", "feed.xml", "list.jsonl").ShouldBe(ExitCode.Done, _shell.Error);
        _shell.Run("export").ShouldBe(ExitCode.Done);
        var record = _shell.Out;
        using (var json = JsonDocument.Parse(record))
        {
            var pages = json.RootElement.GetProperty("documents").EnumerateArray().ToDictionary(d => d.GetProperty("path").GetString()!);
            pages.Keys.Order(StringComparer.Ordinal).ShouldBe(["https://orlencourier.example/1", "https://orlencourier.example/2", "https://vasktimes.example/pier", "list.jsonl#1"]);
            pages["https://vasktimes.example/pier"].GetProperty("outlet").GetProperty("value").GetString().ShouldBe("Vask Times");
            pages["https://vasktimes.example/pier"].GetProperty("published").GetProperty("earliest").GetString().ShouldBe("2031-05-07");
            pages["list.jsonl#1"].GetProperty("outlet").GetProperty("value").GetString().ShouldBe("Merrow Herald");
            pages["https://orlencourier.example/2"].GetProperty("dateCandidates").EnumerateArray().Select(c => (c.GetProperty("where").GetString(), c.GetProperty("value").GetString())).ShouldContain(("capture", "2031-05-02"));
        }
        _shell.Run("build", "--from", "pages").ShouldBe(ExitCode.Done);
        _shell.Run("export").ShouldBe(ExitCode.Done);
        _shell.Out.ShouldBe(record);
    }

    [Fact]
    public void Versions_stand_in_the_order_of_time_whatever_came_in_first()
    {
        _shell.File("late.warc.gz", Archive(("https://www.orlencourier.example/1/?utm_source=x", 20, Report("900 passengers"))));
        _shell.File("early.warc.gz", Archive(("https://orlencourier.example/1", 10, Report("700 passengers"))));
        _shell.Run("add", "late.warc.gz").ShouldBe(ExitCode.Done);
        _shell.Run("add", "--build", "early.warc.gz").ShouldBe(ExitCode.Done);
        _shell.Run("export", "--include-text").ShouldBe(ExitCode.Done);
        _shell.Out.ShouldContain("900 passengers");
        _shell.Out.ShouldNotContain("700 passengers");

        _shell.Run("versions", "https://orlencourier.example/1").ShouldBe(ExitCode.Done);
        _shell.Out.ShouldContain("1 changed; silent: no stamp of the page moved\n    - It carried 700 passengers a day.\n    + It carried 900 passengers a day.\n");
        _shell.Run("versions", "--json", "https://orlencourier.example/1").ShouldBe(ExitCode.Done);
        using (var json = JsonDocument.Parse(_shell.Out))
        {
            var second = json.RootElement[0].GetProperty("versions")[1];
            second.GetProperty("silent").GetBoolean().ShouldBeTrue();
            second.GetProperty("changes")[0].GetProperty("kind").GetString().ShouldBe("changed");
        }
        _shell.Run("versions").ShouldBe(ExitCode.Done);
        _shell.Out.ShouldContain("2 versions, 1 with another report, 1 of them silent");
        _shell.Run("versions", "https://orlencourier.example/2").ShouldBe(ExitCode.Usage);
    }

    [Fact]
    public void A_version_that_comes_back_counts_again_and_stands_in_the_record()
    {
        string[] texts = [Report("700 passengers"), Report("900 passengers"), Report("700 passengers"), Report("700 passengers")];
        foreach (var text in texts)
        {
            _shell.File("ferry.html", text);
            _shell.Run("add", "--build", "ferry.html").ShouldBe(ExitCode.Done);
        }
        _shell.Run("export", "--include-text").ShouldBe(ExitCode.Done);
        _shell.Out.ShouldContain("700 passengers");
        _shell.Run("versions", "--json", "ferry.html").ShouldBe(ExitCode.Done);
        using var json = JsonDocument.Parse(_shell.Out);
        json.RootElement[0].GetProperty("versions").GetArrayLength().ShouldBe(3);
    }

    private List<string> Safe() => [.. _shell.Error.Split('\n').Where(l => l.EndsWith(": safe", StringComparison.Ordinal)).Select(l => l[..^6])];

    private static (string Address, int Day, string Html) Page(int number, int day) =>
        (string.Create(CultureInfo.InvariantCulture, $"https://orlencourier.example/{number}"), Math.Min(day, 28), Report(string.Create(CultureInfo.InvariantCulture, $"{number}00 passengers")));

    private static string Report(string passengers) =>
        $"<!doctype html><html><head><title>Ferry to Vask stops</title><meta property=\"article:published_time\" content=\"2031-05-01T08:00:00Z\"></head><body><article><h1>Ferry to Vask stops</h1><p>ORLEN - The ferry to Vask stopped on Thursday, Ada Moll, the mayor of Orlen, said. It carried {passengers} a day.</p></article></body></html>";

    private static byte[] Archive(params (string Address, int Day, string Html)[] pages)
    {
        using var file = new MemoryStream();
        foreach (var (address, day, html) in pages)
        {
            var block = Encoding.UTF8.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{html}");
            using var gzip = new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true);
            gzip.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2031-05-{day:00}T18:30:00Z\r\nContent-Type: application/http\r\nContent-Length: {block.Length}\r\n\r\n")));
            gzip.Write(block);
            gzip.Write("\r\n\r\n"u8);
        }
        return file.ToArray();
    }
}
