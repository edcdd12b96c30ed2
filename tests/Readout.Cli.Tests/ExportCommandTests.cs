using System.Text.Json;
using Readout.Formats.Exports;

namespace Readout.Cli.Tests;

public sealed class ExportCommandTests : IDisposable
{
    private const string Report =
        "Ferry service to Vask resumes\n\nORLEN, 4 March 2021 (NLA) - The ferry from Orlen to Vask will sail again on Monday, Mayor Ines Hald said.\n\n"
        + "\"We have waited long enough,\" Hald told reporters. At least 40 people wait at the pier.\n";

    private readonly CommandLine _shell = new();

    public ExportCommandTests()
    {
        _shell.File("pages/vask.txt", Report);
        _shell.File("pages/other.txt", "Another town has no ferry\n\nThe mayor of Vask, Tove Rask, said on Tuesday that the pier may close.\n");
    }

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void Every_export_is_written_of_pages_and_the_same_of_their_document()
    {
        _shell.Run("brief", "--json", "-o", "record.json", "pages").ShouldBe(ExitCode.Done);
        foreach (var export in Export.All)
        {
            _shell.Run("export", "--format", export.Name, "pages").ShouldBe(ExitCode.Done, export.Name + _shell.Error);
            var ofPages = _shell.Out;
            ofPages.ShouldNotBeEmpty();
            _shell.Run("export", "--format", export.Name, "--doc", "record.json").ShouldBe(ExitCode.Done, export.Name + _shell.Error);
            _shell.Out.ShouldBe(ofPages, export.Name);
        }
    }

    [Fact]
    public void Without_a_format_it_is_the_JSON_document()
    {
        _shell.Run("brief", "--json", "pages").ShouldBe(ExitCode.Done);
        var brief = _shell.Out;
        _shell.Run("export", "pages").ShouldBe(ExitCode.Done);
        _shell.Out.ShouldBe(brief);
        _shell.Run("export", "--json", "pages").ShouldBe(ExitCode.Done);
        _shell.Out.ShouldBe(brief);
    }

    [Fact]
    public void A_file_is_written_whole()
    {
        _shell.Run("export", "--format", "csv", "--table", "quotations", "-o", "q.csv", "pages").ShouldBe(ExitCode.Done);
        _shell.Out.ShouldBeEmpty();
        File.ReadAllText(Path.Combine(_shell.Folder, "q.csv")).ShouldContain("We have waited long enough");
        Directory.GetFiles(_shell.Folder).Length.ShouldBe(1);
    }

    [Fact]
    public void A_question_leaves_out_the_rest()
    {
        _shell.Run("export", "--format", "jsonl", "--by", "Tove Rask", "pages").ShouldBe(ExitCode.Done);
        var claims = _shell.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).Where(l => l.GetProperty("record").GetString() == "claim").ToList();
        claims.Count.ShouldBe(1);
    }

    [Fact]
    public void The_text_stands_in_JSON_Lines_only_when_asked_for()
    {
        _shell.Run("export", "--format", "jsonl", "pages").ShouldBe(ExitCode.Done);
        _shell.Out.ShouldNotContain("\"text\":");
        _shell.Run("export", "--format", "jsonl", "--include-text", "pages").ShouldBe(ExitCode.Done);
        _shell.Out.ShouldContain("\"text\":\"Ferry service to Vask resumes");
    }

    [Fact]
    public void In_a_workspace_its_pages_are_exported()
    {
        _shell.Run("init").ShouldBe(ExitCode.Done, _shell.Error);
        _shell.Run("add", "pages").ShouldBe(ExitCode.Done, _shell.Error);
        _shell.Run("build").ShouldBe(ExitCode.Done, _shell.Error);
        _shell.Run("export", "--format", "csv").ShouldBe(ExitCode.Done, _shell.Error);
        var ofWorkspace = _shell.Out;
        _shell.Run("export", "--format", "csv", "pages").ShouldBe(ExitCode.Done, _shell.Error);
        ofWorkspace.ShouldBe(_shell.Out);
        _shell.Run("export", "--format", "bundle", "-o", "story.zip").ShouldBe(ExitCode.Done, _shell.Error);
        _shell.Run("verify", "story.zip").ShouldBe(ExitCode.Done, _shell.Out + _shell.Error);
    }

    [Fact]
    public void A_page_that_is_gone_leaves_its_words_out_and_is_named()
    {
        _shell.Run("brief", "--json", "-o", "record.json", "pages").ShouldBe(ExitCode.Done);
        File.Delete(Path.Combine(_shell.Folder, "pages/other.txt"));
        _shell.Run("export", "--format", "csv", "--doc", "record.json").ShouldBe(ExitCode.SomeFailed);
        _shell.Error.ShouldContain("pages/other.txt");
        _shell.Out.ShouldContain("sail again");
        _shell.Out.ShouldNotContain("pier may close");
    }

    [Theory]
    [InlineData("no such format", "export", "--format", "xls", "pages", "write one of")]
    [InlineData("no such table", "export", "--format=csv", "--table=people", "pages", "write one of")]
    [InlineData("two formats", "export", "--format=dot", "--json", "pages", "contradict each other")]
    [InlineData("a table of what has none", "export", "--format=dot", "--table=claims", "pages", "--table goes with --format csv")]
    [InlineData("pages and a document", "export", "--doc=record.json", "--format=csv", "pages", "give one of them")]
    [InlineData("a document in a format for reading", "export", "--doc=record.json", "--format=html", "-q", "made of pages")]
    public void Wrong_usage_says_what_to_write(string what, params string[] arguments)
    {
        _shell.Run(arguments[..^1]).ShouldBe(ExitCode.Usage, what);
        _shell.Error.ShouldContain(arguments[^1]);
    }

    [Fact]
    public void A_document_with_half_a_character_is_refused()
    {
        _shell.File("record.json", "{\"readout\": 1, \"documents\": [{\"id\": \"\\ud800\", \"path\": \"x\", \"sha256\": \"\", \"text\": \"\"}]}");
        _shell.Run("export", "--format", "jsonl", "--doc", "record.json").ShouldBe(ExitCode.Usage);
        _shell.Error.ShouldContain("half a character");
    }
}
