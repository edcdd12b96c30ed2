namespace Readout.Cli.Tests;

public sealed class VerifyCommandTests : IDisposable
{
    private const string Report =
        "Ferry service to Vask resumes\n\nORLEN, 4 March 2021 (NLA) - The ferry from Orlen to Vask will sail again on Monday, Mayor Ines Hald said.\n\n"
        + "\"We have waited long enough,\" Hald told reporters. At least 40 people wait at the pier.\n";

    private readonly CommandLine _shell = new();

    public VerifyCommandTests()
    {
        _shell.File("pages/vask.txt", Report);
        _shell.File("pages/other.txt", "Another town has no ferry\n\nThe mayor of Vask, Tove Rask, said on Tuesday that the pier may close.\n");
        _shell.Run("brief", "--json", "--include-text", "-o", "record.json", "pages", "--published", "other.txt=2021-03-09").ShouldBe(ExitCode.Done);
    }

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void An_untouched_record_holds()
    {
        _shell.Run("verify", "record.json").ShouldBe(ExitCode.Done, _shell.Out);
        _shell.Error.ShouldContain("2 of 2 pages as recorded");
    }

    [Fact]
    public void A_changed_word_in_the_record_is_found()
    {
        Change("record.json", "will sail again", "will sink again");
        _shell.Run("verify", "record.json").ShouldBe(ExitCode.No);
        _shell.Out.ShouldContain("sink");
    }

    [Fact]
    public void A_moved_place_is_found()
    {
        var text = File.ReadAllText(Path.Combine(_shell.Folder, "record.json"));
        var at = text.IndexOf("\"span\": [", StringComparison.Ordinal) + "\"span\": [".Length;
        File.WriteAllText(Path.Combine(_shell.Folder, "record.json"), text[..at] + "99999" + text[text.IndexOf(',', at)..]);
        _shell.Run("verify", "record.json").ShouldBe(ExitCode.No);
        _shell.Out.ShouldContain("is not inside the text");
    }

    [Fact]
    public void A_changed_page_is_told_from_a_changed_record()
    {
        Change("pages/vask.txt", "long enough", "too long");
        _shell.Run("verify", "record.json").ShouldBe(ExitCode.BytesChanged);
        _shell.Out.ShouldContain("pages/vask.txt: the bytes changed");
    }

    [Fact]
    public void Pages_that_moved_are_found_in_their_folder()
    {
        Directory.Move(Path.Combine(_shell.Folder, "pages"), Path.Combine(_shell.Folder, "archive"));
        _shell.Run("verify", "record.json").ShouldBe(ExitCode.Usage);
        _shell.Run("verify", "record.json", "--pages", "archive").ShouldBe(ExitCode.Done, _shell.Out + _shell.Error);
    }

    [Fact]
    public void A_missing_page_leaves_the_rest_checked()
    {
        File.Delete(Path.Combine(_shell.Folder, "pages", "other.txt"));
        _shell.Run("verify", "record.json").ShouldBe(ExitCode.SomeFailed, _shell.Out);
        _shell.Error.ShouldContain("pages/other.txt: not found");
    }

    [Theory]
    [InlineData("{}", "no record")]
    [InlineData("not json", "no JSON document")]
    public void What_is_no_record_is_wrong_usage(string content, string message)
    {
        _shell.File("other.json", content);
        _shell.Run("verify", "other.json").ShouldBe(ExitCode.Usage);
        _shell.Error.ShouldContain("other.json");
        _shell.Error.ShouldContain(message);
    }

    [Fact]
    public void The_words_of_a_document_are_shown_in_place()
    {
        using var json = System.Text.Json.JsonDocument.Parse(File.ReadAllText(Path.Combine(_shell.Folder, "record.json")));
        var id = json.RootElement.GetProperty("documents").EnumerateArray().First(d => d.GetProperty("path").GetString() == "pages/vask.txt").GetProperty("id").GetString()!;
        _shell.Run("cite", id, "--doc", "record.json").ShouldBe(ExitCode.Done);
        var fromRecord = _shell.Out;
        fromRecord.ShouldContain("«");
        fromRecord.ShouldContain("pages/vask.txt [");
        _shell.Run("cite", id, "pages", "--published", "other.txt=2021-03-09").ShouldBe(ExitCode.Done);
        _shell.Out.ShouldBe(fromRecord);
    }

    [Fact]
    public void An_id_that_is_not_there_is_answered_with_no_and_the_nearest()
    {
        _shell.Run("cite", "zzz", "pages").ShouldBe(ExitCode.No);
        _shell.Error.ShouldContain("the nearest is");
    }

    private void Change(string file, string from, string to)
    {
        var path = Path.Combine(_shell.Folder, file);
        var text = File.ReadAllText(path);
        text.ShouldContain(from);
        File.WriteAllText(path, text.Replace(from, to, StringComparison.Ordinal));
    }
}
