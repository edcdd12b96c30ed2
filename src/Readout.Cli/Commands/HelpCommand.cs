using System.CommandLine;
using System.Reflection;
using Readout.Text;

namespace Readout.Cli.Commands;

/// <summary>The documentation, as far as it is for those who use the program: a page for each topic, a section for each verb.</summary>
internal static class HelpCommand
{
    private const string Folder = "help/";

    public static Command Build(Shell shell)
    {
        var topic = new Argument<string?>("TOPIC") { Description = "A topic or a verb; the list of topics without.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("help", "Read the documentation: a topic, or what a verb does.") { topic };
        Examples.AddTo(command, "readout help", "readout help workspace", "readout help fetch", "readout help formats | less");
        command.SetAction(result =>
        {
            shell.Print(result.GetValue(topic) is { } asked ? Topic(asked) ?? Verb(asked) ?? throw Unknown(asked) : List());
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>Every topic there is.</summary>
    public static IReadOnlyList<string> Topics { get; } =
        [.. typeof(HelpCommand).Assembly.GetManifestResourceNames().Where(n => n.StartsWith(Folder, StringComparison.Ordinal)).Select(n => n[Folder.Length..^3]).Order(StringComparer.Ordinal)];

    private static string List() => string.Concat(Topics.Select(t => $"{t,-14} {Heading(Topic(t)!)}\n")) + "\n'readout help TOPIC' prints one, 'readout help VERB' what a verb does; 'readout VERB --help' lists its options.\n";

    private static string? Topic(string name)
    {
        if (!Topics.Contains(name, StringComparer.Ordinal))
            return null;
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(Folder + name + ".md")!);
        return reader.ReadToEnd();
    }

    // Its section of the page about the command line.
    private static string? Verb(string name)
    {
        var section = Topic("command-line")!.Split("\n## ").Skip(1)
            .FirstOrDefault(s => s.Split('\n')[0].Split(", ").Any(h => h == $"readout {name}" || h.StartsWith($"readout {name} ", StringComparison.Ordinal)));
        return section is null ? null : section.TrimEnd() + "\n";
    }

    private static string Heading(string page) => page.Split('\n')[0].TrimStart('#', ' ');

    private static UsageException Unknown(string name)
    {
        var nearest = Topics.OrderBy(t => EditDistance.Between(t, name[..Math.Min(name.Length, 100)])).First();
        return new UsageException($"there is no help on '{name}'; did you mean '{nearest}'? 'readout help' lists the topics.");
    }
}
