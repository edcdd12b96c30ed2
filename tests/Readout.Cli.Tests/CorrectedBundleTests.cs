using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Readout.Cli.Tests;

/// <summary>The bundle of a workspace bears its pages, what bears them and what somebody corrected, and is checked with nothing else.</summary>
public sealed class CorrectedBundleTests : IDisposable
{
    private const string Ferry =
        "Ferry to Vask stops\n\nOrlen Courier\nMay 6, 2031\n\nORLEN - The ferry to Vask stopped on Monday after the engine caught fire, Ada Moll, the mayor of Orlen, said.\n\n“Nobody was hurt,” she said on Tuesday.";

    private readonly CommandLine _shell = new();

    public CorrectedBundleTests()
    {
        _shell.Run("init").ShouldBe(ExitCode.Done);
        _shell.File("ferry.txt", Ferry);
        var text = string.Concat(Enumerable.Repeat("<p>The ferry from Orlen to Vask stopped after a fire, the harbour office said. Repairs to the engine take three weeks.</p>", 6));
        _shell.File("feed.xml", $"<rss version=\"2.0\"><channel><title>Vask Times</title><item><title>Ferry stops after fire</title><link>https://vasktimes.example/ferry</link><pubDate>Wed, 07 May 2031 08:00:00 GMT</pubDate><description>{System.Net.WebUtility.HtmlEncode(text)}</description></item></channel></rss>");
        _shell.Run("add", "--build", "ferry.txt", "feed.xml").ShouldBe(ExitCode.Done, _shell.Error);
    }

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void It_holds_elsewhere_with_every_correction()
    {
        // a story with a meeting that may come about
        _shell.Run("add", "--build", Samples("dam")).ShouldBe(ExitCode.Done, _shell.Error);
        Correct("set-date", "ferry.txt", "2031-05-09");
        Correct("set-speaker", Quotation(), "Ina Sorrel");
        Correct("not-same-origin", "ferry.txt", "https://vasktimes.example/ferry");
        _shell.Run("prospects", "--json").ShouldBe(ExitCode.Done);
        using (var json = JsonDocument.Parse(_shell.Out))
            Correct("define", json.RootElement.GetProperty("prospects")[0].GetProperty("id").GetString()!, "The two sit at one table in Vask.");
        Export();

        Elsewhere("verify", "story.zip").ShouldBe(ExitCode.Done, _shell.Out + _shell.Error);
        _shell.Error.ShouldContain("13 of 13 pages as recorded");
        _shell.Error.ShouldContain("record made again: no difference");
        using var archive = ZipFile.OpenRead(Path.Combine(_shell.Folder, "story.zip"));
        Text(archive, "corrections.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(4);
        Text(archive, "record.json").ShouldContain("The two sit at one table in Vask.");
        Text(archive, "record.json").ShouldContain("Ina Sorrel");
        Text(archive, "bearers.jsonl").ShouldContain("\"path\":\"https://vasktimes.example/ferry\"");
    }

    [Fact]
    public void The_bytes_are_those_that_came_in_whatever_became_of_the_files()
    {
        Export();
        var first = File.ReadAllBytes(Path.Combine(_shell.Folder, "story.zip"));
        _shell.File("ferry.txt", "something else");
        File.Delete(Path.Combine(_shell.Folder, "feed.xml"));
        Export();
        File.ReadAllBytes(Path.Combine(_shell.Folder, "story.zip")).ShouldBe(first);
        Elsewhere("verify", "story.zip").ShouldBe(ExitCode.Done, _shell.Out + _shell.Error);
    }

    [Fact]
    public void Without_its_corrections_it_does_not_hold()
    {
        Correct("set-speaker", Quotation(), "Ina Sorrel");
        Export();
        Elsewhere("verify", "story.zip").ShouldBe(ExitCode.Done, _shell.Out + _shell.Error);
        // the same record with every hash made anew, and the correction left out
        _shell.Run("export", "-o", "record.json").ShouldBe(ExitCode.Done);
        _shell.Run("verify", "record.json").ShouldBe(ExitCode.Done, "in its workspace it holds: " + _shell.Out);
        _shell.Run("export", "--format", "bundle", "--doc", "record.json", "-o", "story.zip").ShouldBe(ExitCode.Done, _shell.Error);
        Elsewhere("verify", "story.zip").ShouldBe(ExitCode.No);
        _shell.Out.ShouldContain("Sorrel");
    }

    [Fact]
    public void What_was_undone_is_not_in_it()
    {
        Correct("set-speaker", Quotation(), "Ina Sorrel");
        Correct("undo", Log()[0]);
        Export();
        Elsewhere("verify", "story.zip").ShouldBe(ExitCode.Done, _shell.Out + _shell.Error);
        using var archive = ZipFile.OpenRead(Path.Combine(_shell.Folder, "story.zip"));
        Text(archive, "corrections.jsonl").ShouldBeEmpty();
        Text(archive, "record.json").ShouldNotContain("Ina Sorrel");
    }

    [Fact]
    public void A_bundle_of_files_takes_the_pages_of_a_feed_along()
    {
        _shell.Run("export", "--format", "bundle", "-o", "story.zip", "feed.xml").ShouldBe(ExitCode.Done, _shell.Error);
        Elsewhere("verify", "story.zip").ShouldBe(ExitCode.Done, _shell.Out + _shell.Error);
    }

    [Fact]
    public void In_a_workspace_words_are_found_by_id_without_naming_pages()
    {
        _shell.Run("quotes", "--json").ShouldBe(ExitCode.Done);
        _shell.Run("cite", Quotation()).ShouldBe(ExitCode.Done, _shell.Error);
        _shell.Out.ShouldContain("Nobody was hurt");
        _shell.Run("explain", Quotation()).ShouldBe(ExitCode.Done, _shell.Error);
    }

    private void Correct(string verb, params string[] arguments) => _shell.Run([verb, .. arguments, "--reason", "the printed paper", "--author", "Ina"]).ShouldBe(ExitCode.Done, _shell.Error);

    private List<string> Log()
    {
        _shell.Run("log", "--json").ShouldBe(ExitCode.Done);
        using var json = JsonDocument.Parse(_shell.Out);
        return [.. json.RootElement.EnumerateArray().Select(e => e.GetProperty("id").GetString()!)];
    }

    private string Quotation()
    {
        _shell.Run("quotes", "--json").ShouldBe(ExitCode.Done);
        using var json = JsonDocument.Parse(_shell.Out);
        return json.RootElement.GetProperty("quotations").EnumerateArray().First(q => q.GetProperty("form").GetString() == "direct").GetProperty("id").GetString()!;
    }

    private void Export() => _shell.Run("export", "--format", "bundle", "-o", "story.zip").ShouldBe(ExitCode.Done, _shell.Error);

    // A folder without workspace and pages.
    private int Elsewhere(string verb, string file)
    {
        var folder = Directory.CreateTempSubdirectory("readout-elsewhere-").FullName;
        try
        {
            File.Copy(Path.Combine(_shell.Folder, file), Path.Combine(folder, file));
            return _shell.Run("-C", folder, verb, file);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Samples(string story)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Readout.slnx")))
            folder = folder.Parent;
        return Path.Combine(folder.FullName, "samples", story);
    }

    private static string Text(ZipArchive archive, string name)
    {
        using var reader = new StreamReader(archive.GetEntry(name)!.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
