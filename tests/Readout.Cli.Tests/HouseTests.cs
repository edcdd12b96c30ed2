using System.CommandLine;
using System.Text.RegularExpressions;

namespace Readout.Cli.Tests;

public class HouseTests
{
    [Fact]
    public void Every_command_and_option_is_in_the_documentation()
    {
        var text = Document("command-line.md");
        var root = Application.Root(new Shell(Stream.Null, Stream.Null, TextWriter.Null, ".", false, false, false));
        foreach (var command in root.Subcommands)
        {
            Regex.IsMatch(text, $@"^## readout {command.Name}\b", RegexOptions.Multiline).ShouldBeTrue(command.Name);
            Names(command).Where(n => !text.Contains($"`{n}`", StringComparison.Ordinal)).ShouldBeEmpty(command.Name);
        }
        Names(root).Where(n => !text.Contains($"`{n}`", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_exit_code_is_in_the_documentation()
    {
        var text = Document("formats.md").Split("## Exit codes")[1];
        typeof(ExitCode).GetFields().Select(f => f.GetRawConstantValue()).Where(c => !text.Contains($"| {c} |", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_command_has_help_with_examples()
    {
        using var shell = new CommandLine();
        foreach (var command in Application.Root(new Shell(Stream.Null, Stream.Null, TextWriter.Null, ".", false, false, false)).Subcommands.Select(c => c.Name).Where(n => n != "version"))
        {
            shell.Run(command, "--help").ShouldBe(ExitCode.Done);
            shell.Out.ShouldContain("Examples:\n  readout " + command);
        }
    }

    private static IEnumerable<string> Names(Command command) => command.Options.SelectMany(o => o.Aliases.Append(o.Name)).Where(n => n[0] == '-');

    private static string Document(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Readout.slnx")))
            folder = folder.Parent;
        return File.ReadAllText(Path.Combine(folder.FullName, "docs", name));
    }
}
