using System.IO.Compression;
using System.Text;

namespace Readout.Cli.Tests;

/// <summary>Every input that holds no page gets a message that names it and a way on; the others go on.</summary>
public sealed class BadInputTests : IDisposable
{
    private const string Good = "Ferry service to Vask resumes\n\nThe ferry from Orlen to Vask will sail again on Monday, the harbour office said.\n";

    private readonly CommandLine _shell = new();

    public void Dispose() => _shell.Dispose();

    public static TheoryData<string, byte[]> NoPages()
    {
        var zipped = Gzip(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 4000).Select(i => $"Line {i} of the harbour log.\n"))));
        return new()
        {
            { "empty.txt", [] },
            { "blank.html", "  \n\t "u8.ToArray() },
            { "picture.bin", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, .. Enumerable.Range(0, 600).Select(i => (byte)((i * 7) % 256))] },
            { "cut.txt.gz", zipped[..(zipped.Length / 2)] },
            { "bomb.html.gz", Gzip(new byte[30_000_000]) },
            { "cut.mhtml", "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n<html><p>The ferry sails ag"u8.ToArray() },
            { "lost.mhtml", "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--a\nContent-Type: text/html\n\n<html></html>\n--a--"u8.ToArray() },
        };
    }

    [Theory]
    [MemberData(nameof(NoPages))]
    public void What_holds_no_page_is_named_and_the_others_go_on(string name, byte[] bytes)
    {
        _shell.File("good.txt", Good);
        _shell.File(name, bytes);
        var code = _shell.Run("brief", "--json", "good.txt", name);
        _shell.Out.ShouldContain("good.txt");
        code.ShouldBe(ExitCode.SomeFailed);
        _shell.Error.ShouldContain(name + ": ");
        _shell.Error.Split('\n').First(l => l.Contains(name + ": ", StringComparison.Ordinal)).Split(name).Length.ShouldBe(2, "the name is said once");
    }

    [Theory]
    [MemberData(nameof(NoPages))]
    public void What_holds_no_page_alone_leaves_nothing_to_read(string name, byte[] bytes)
    {
        _shell.File(name, bytes);
        if (_shell.Run("brief", name) == ExitCode.Done)
            return;
        _shell.Error.ShouldContain("nothing could be read");
        _shell.Out.ShouldBe("");
    }

    [Fact]
    public void A_folder_without_pages_is_named()
    {
        Directory.CreateDirectory(Path.Combine(_shell.Folder, "hollow"));
        _shell.Run("brief", "hollow").ShouldBe(ExitCode.Usage);
        _shell.Error.ShouldContain("hollow: a folder without pages");
    }

    [Fact]
    public void Hostile_pages_are_read_or_refused_and_never_crash()
    {
        var names = new[]
        {
            _shell.File("nuls.txt", "The\0ferry\0sails\0again, the harbour office said.\n"),
            _shell.File("surrogates.html", "<p>A lone half: &#xD83D; and <b>more words</b> of the harbour office.</p>"),
            _shell.File("charset.html", Encoding.Latin1.GetBytes("<meta charset=utf-8><p>The café by the pier is closed, said the mayor.</p>")),
            _shell.File("links.html", string.Concat(Enumerable.Range(0, 200).Select(i => $"<li><a href=/{i}>Story number {i} of the day</a></li>"))),
            _shell.File("deep.html", string.Concat(Enumerable.Repeat("<div>", 100_000)) + "The ferry sails again, the harbour office said."),
        };
        _shell.File("good.txt", Good);
        var code = _shell.Run(["brief", "--json", "--include-text", "good.txt", .. names]);
        code.ShouldBeOneOf(ExitCode.Done, ExitCode.SomeFailed);
        _shell.Out.ShouldContain("good.txt");
        _shell.Error.ShouldNotContain("Exception");
    }

    [Fact]
    public void Odd_pages_say_what_was_odd_and_are_read_all_the_same()
    {
        var words = "The ferry from Orlen to Vask will sail again on Monday, the harbour office said.";
        _shell.File("mark.html", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes($"<html><meta charset=koi8-r><p>{words}</p></html>")]);
        _shell.File("unknown.html", $"<html><meta charset=x-vask><p>{words}</p></html>");
        _shell.File("entities.html", $"<html><p>Fish &amp chips &nosuch; &#xFFFFFFFFFF; &#0; &#xD800; {words}</p></html>");
        _shell.File("colspan.html", $"<html><table><tr><td colspan=99999999999999999999 rowspan=-1>{words}</td></tr></table></html>");
        _shell.File("open.html", $"<html><body><div><p>{words}<ul><li><b><i><table><tr><td>Tide");
        _shell.Run("brief", "--json", "--include-text", "mark.html", "unknown.html", "entities.html", "colspan.html", "open.html").ShouldBe(ExitCode.Done);
        using var record = System.Text.Json.JsonDocument.Parse(_shell.Out);
        var codes = record.RootElement.GetProperty("documents").EnumerateArray().ToDictionary(
            d => d.GetProperty("path").GetString()!, d => d.GetProperty("diagnostics").EnumerateArray().Select(c => c.GetProperty("code").GetString()).ToList(), StringComparer.Ordinal);
        codes["mark.html"].ShouldContain("wrong-charset");
        codes["unknown.html"].ShouldContain("unknown-charset");
        record.RootElement.GetProperty("documents").EnumerateArray().ShouldAllBe(d => d.GetProperty("text").GetString()!.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public void A_page_of_fifty_megabytes_is_read_or_refused()
    {
        var line = "The ferry from Orlen to Vask carried forty people on Monday, the harbour office said.\n\n";
        _shell.File("huge.txt", string.Concat(Enumerable.Repeat(line, 50_000_000 / line.Length)));
        _shell.File("good.txt", Good);
        _shell.Run("brief", "--json", "good.txt", "huge.txt").ShouldBeOneOf(ExitCode.Done, ExitCode.SomeFailed);
        (_shell.Out + _shell.Error).ShouldContain("huge.txt");
    }

    [Fact]
    public void A_file_that_may_not_be_read_is_named()
    {
        _shell.File("good.txt", Good);
        Directory.CreateDirectory(Path.Combine(_shell.Folder, "good.txt.d"));
        // A link to itself can't be opened by anyone, the superuser included.
        File.CreateSymbolicLink(Path.Combine(_shell.Folder, "loop.txt"), Path.Combine(_shell.Folder, "loop.txt"));
        _shell.Run("brief", "--json", "good.txt", "loop.txt").ShouldBe(ExitCode.SomeFailed);
        _shell.Error.ShouldContain("loop.txt: ");
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Optimal))
            gzip.Write(bytes);
        return stream.ToArray();
    }
}
