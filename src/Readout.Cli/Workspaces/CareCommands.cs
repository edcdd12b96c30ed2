using System.CommandLine;
using Readout.Store;
using Readout.Store.Building;
using Readout.Store.Care;
using Readout.Text;

namespace Readout.Cli.Workspaces;

/// <summary>Checks, mends and copies a workspace.</summary>
internal static class CareCommands
{
    public static Command Doctor(Shell shell, GlobalOptions globals)
    {
        var mend = new Option<bool>("--mend") { Description = "Mend what can be: derived data is thrown away, readable pages are saved from a damaged file." };
        var backup = new Option<string?>("--backup") { Description = "With --mend: a backup to fetch lost bytes from.", HelpName = "DIR" };
        var json = new Option<bool>("--json") { Description = "Write the findings as one JSON array." };
        var command = new Command("doctor", "Check the workspace: are the bytes those that came in, does everything else follow? Exit 5: bytes are lost; 1: something derived is broken.") { mend, backup, json };
        Examples.AddTo(command, "readout doctor", "readout doctor --mend --backup ../monday");
        command.SetAction(result =>
        {
            var here = globals.In(shell, result);
            var doctor = new Doctor(WorkspaceFinder.Folder(here), here.Clock);
            IReadOnlyList<Finding> findings;
            using (var bar = StageProgress.Start(here, globals.IsQuiet(result)))
                findings = doctor.Check(bar is null ? null : bar.Tell);
            if (result.GetValue(mend) && (result.GetValue(backup) is not null || findings.Any(f => f.Health != Health.Well)))
            {
                foreach (var done in doctor.Mend(findings, result.GetValue(backup) is { } from ? Path.Combine(here.Resolve(from), Workspace.FolderName) : null))
                    here.Complain(done);
                findings = doctor.Check();
            }
            if (result.GetValue(json))
                here.PrintJson(findings.Select(f => new { f.Check, health = EnumNames.Of(f.Health), f.Message, f.Items }));
            else
                here.Print(string.Concat(findings.Select(Text)));
            return findings.Max(f => f.Health) switch { Health.Well => ExitCode.Done, Health.Derived => ExitCode.No, _ => ExitCode.BytesChanged };
        });
        return command;
    }

    public static Command Backup(Shell shell, GlobalOptions globals)
    {
        var folder = new Argument<string>("DIR") { Description = "A folder without a workspace; the copy is one itself." };
        var command = new Command("backup", "Copy the workspace as it stands at this moment, also while others write.") { folder };
        Examples.AddTo(command, "readout backup ../monday");
        command.SetAction(result =>
        {
            var here = globals.In(shell, result);
            here.Print($"made {Store.Care.Backup.Make(WorkspaceFinder.Folder(here), here.Resolve(result.GetValue(folder)!), here.Clock)}\n");
            return ExitCode.Done;
        });
        return command;
    }

    private static string Text(Finding finding)
    {
        var mark = finding.Health switch { Health.Well => "well   ", Health.Derived => "BROKEN ", _ => "LOST   " };
        return $"{mark} {finding.Check}: {finding.Message}\n{string.Concat(finding.Items.Take(100).Select(i => $"          {i}\n"))}";
    }
}
