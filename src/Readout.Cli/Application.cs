using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using Readout.Cli.Commands;
using Readout.Cli.Settings;
using Readout.Cli.Workspaces;
using Readout.Store;
using Readout.Store.Corrections;

namespace Readout.Cli;

/// <summary>The command line: one line per verb.</summary>
internal static class Application
{
    public static RootCommand Root(Shell shell)
    {
        var globals = new GlobalOptions();
        var root = new RootCommand("Reads many pages about one story and says what is known, who says so, and where it is written.")
        {
            InitCommand.Build(shell, globals),
            AddCommand.Build(shell, globals),
            FetchCommand.Build(shell, globals),
            BuildCommand.Build(shell, globals),
            StoryCommands.Status(shell, globals),
            StoryCommands.Stories(shell, globals),
            StoryCommands.Story(shell, globals),
            VersionsCommand.Build(shell, globals),
            SearchCommand.Build(shell, globals),
            WatchCommands.Build(shell, globals),
            CareCommands.Doctor(shell, globals),
            CareCommands.Backup(shell, globals),
            ServeCommand.Build(shell, globals),
            AccessCommands.User(shell, globals),
            AccessCommands.Token(shell, globals),
            ConfigCommand.Build(shell, globals),
            CompletionCommand.Build(shell),
            DiffCommand.Build(shell, globals),
            ExplainCommand.Build(shell, globals),
            CiteCommand.Build(shell, globals),
            ExportCommand.Build(shell, globals),
            VerifyCommand.Build(shell, globals),
            HelpCommand.Build(shell),
            VersionCommand.Build(shell),
        };
        foreach (var report in ReportCommand.All(shell, globals).Reverse())
            root.Subcommands.Insert(0, report);
        foreach (var correction in CorrectionCommands.All(shell, globals))
            root.Add(correction);
        root.HelpName = "readout";
        globals.AddTo(root);
        Examples.AddTo(root,
            "readout brief pages/                      the cited brief of a folder of pages",
            "readout brief --format html -o brief.html *.html",
            "readout quotes --by 'Ada Moll' pages/     what one person said",
            "readout diff --since 2025-05-01 pages/    what changed since a day",
            "readout cite c3fa2 pages/                 the words behind a line",
            "readout explain c3fa2 pages/              why it is there, and counted so",
            "readout export --format csv pages/        for a spreadsheet, a graph, a feed reader, an archive",
            "readout verify record.json                is every line still what the pages say?");
        return root;
    }

    public static int Run(string[] args, Shell shell)
    {
        var root = Root(shell);
        var result = root.Parse(args);
        // the shell's completion asks about lines that are not finished
        var isSuggestion = args is [['[', 's', 'u', ..], ..];
        if (!isSuggestion && Mistakes.In(result) is { Count: > 0 } mistakes)
        {
            foreach (var mistake in mistakes)
                shell.Complain(mistake);
            var verb = result.CommandResult.Command is RootCommand ? "" : result.CommandResult.Command.Name + " ";
            shell.Error.WriteLine($"Try 'readout {verb}--help'.");
            return ExitCode.Usage;
        }
        using var output = new StreamWriter(shell.Out, leaveOpen: true);
        var configuration = new InvocationConfiguration { Output = output, Error = shell.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
        try
        {
            return result.Invoke(configuration);
        }
        catch (UsageException e)
        {
            shell.Complain(e.Message);
            return ExitCode.Usage;
        }
        catch (CorrectionException e)
        {
            shell.Complain(e.Message);
            return ExitCode.Usage;
        }
        catch (StoreException e)
        {
            shell.Complain(e.Message);
            return ExitCode.Usage;
        }
        catch (StoredBytesException e)
        {
            shell.Complain(e.Message);
            return ExitCode.BytesChanged;
        }
        catch (IOException e) when (IsClosedPipe(e))
        {
            // The reader of our output has seen enough (`| head`).
            return ExitCode.Done;
        }
    }

    private static bool IsClosedPipe(IOException e) => e.Message.Contains("Broken pipe", StringComparison.OrdinalIgnoreCase);
}
