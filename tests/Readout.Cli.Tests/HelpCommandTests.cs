namespace Readout.Cli.Tests;

public sealed class HelpCommandTests : IDisposable
{
    private readonly CommandLine _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void Every_topic_of_the_list_can_be_read()
    {
        _shell.Run("help").ShouldBe(ExitCode.Done);
        var topics = _shell.Out.Split("\n\n")[0].Split('\n').Select(l => l.Split(' ')[0]).ToList();
        topics.ShouldContain("workspace");
        foreach (var topic in topics)
        {
            _shell.Run("help", topic).ShouldBe(ExitCode.Done);
            _shell.Out.ShouldStartWith("# ");
        }
    }

    [Fact]
    public void Every_verb_has_its_section()
    {
        foreach (var verb in Application.Root(new Shell(Stream.Null, Stream.Null, TextWriter.Null, ".", false, false, false)).Subcommands.Select(c => c.Name).Where(n => n != "workspace"))
        {
            _shell.Run("help", verb).ShouldBe(ExitCode.Done, verb);
            _shell.Out.ShouldContain("readout " + verb);
        }
    }

    [Fact]
    public void A_topic_that_is_none_names_the_nearest()
    {
        _shell.Run("help", "workspce").ShouldBe(ExitCode.Usage);
        _shell.Error.ShouldContain("did you mean 'workspace'");
    }
}
