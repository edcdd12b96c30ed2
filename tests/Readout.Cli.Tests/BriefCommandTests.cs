using System.Text.Json;

namespace Readout.Cli.Tests;

public sealed class BriefCommandTests : IDisposable
{
    private const string Report = "Ferry service to Vask resumes\n\nThe ferry from Orlen to Vask will sail again on Monday, the harbour office said.\n";

    private readonly CommandLine _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void A_page_gives_a_document_with_its_hash_and_text()
    {
        _shell.File("vask.txt", Report);
        _shell.Run("brief", "--json", "--include-text", "vask.txt").ShouldBe(ExitCode.Done);
        using var json = JsonDocument.Parse(_shell.Out);
        var document = json.RootElement.GetProperty("documents")[0];
        document.GetProperty("path").GetString().ShouldBe("vask.txt");
        document.GetProperty("text").GetString().ShouldBe(Report);
        _shell.Error.ShouldBe("");
    }

    [Fact]
    public void The_order_of_the_arguments_does_not_change_a_byte()
    {
        _shell.File("a.txt", Report);
        _shell.File("b.txt", Report + "More text of another page.");
        _shell.File("c.txt", "A third page about something else, said the mayor of Orlen.");
        _shell.Run("brief", "--json", "a.txt", "b.txt", "c.txt");
        var first = _shell.Out;
        _shell.Run("brief", "--json", "c.txt", "a.txt", "b.txt");
        _shell.Out.ShouldBe(first);
    }

    [Fact]
    public void A_missing_file_is_named_and_the_others_go_on()
    {
        _shell.File("vask.txt", Report);
        _shell.Run("brief", "--json", "vask.txt", "gone.txt").ShouldBe(ExitCode.SomeFailed);
        _shell.Error.ShouldContain("gone.txt: no such file");
        _shell.Out.ShouldContain("vask.txt");
    }

    [Fact]
    public void Nothing_readable_is_wrong_usage()
    {
        _shell.Run("brief", "gone.txt").ShouldBe(ExitCode.Usage);
        _shell.Error.ShouldContain("nothing could be read");
        _shell.Out.ShouldBe("");
    }

    [Fact]
    public void A_mistyped_option_gets_a_suggestion()
    {
        _shell.Run("brief", "--fromat", "json", "x").ShouldBe(ExitCode.Usage);
        _shell.Error.ShouldContain("'--fromat' is no option; did you mean '--format'?");
    }

    [Fact]
    public void A_mistyped_command_gets_a_suggestion()
    {
        _shell.Run("breif").ShouldBe(ExitCode.Usage);
        _shell.Error.ShouldContain("did you mean 'brief'?");
    }
}
