using System.CommandLine;
using Readout.Briefs;
using Readout.Cli.Inputs;
using Readout.Formats;

namespace Readout.Cli.Commands;

/// <summary>From the arguments to a brief: what all verbs that read pages do first.</summary>
internal static class Reading
{
    /// <summary>The brief, what it was asked for, and the exit code that goes with it; the brief is null where no page could be read.</summary>
    public static (Brief? Brief, BriefRequest Request, int Code) Read(Shell shell, ParseResult result, GlobalOptions globals, PageOptions options)
    {
        var found = new InputFinder(shell).Find(options.Paths(result));
        var published = options.Published(result, found.Inputs);
        LoadedPages loaded;
        using (var progress = PageProgress.Start(shell, found.Inputs.Count, globals.IsQuiet(result)))
            loaded = new PageLoader(shell).Load(found.Inputs, published, progress is null ? null : progress.Advance);

        if (globals.IsVerbose(result))
        {
            foreach (var name in found.Skipped)
                shell.Error.WriteLine($"{name}: passed over, its name is not that of a page");
        }
        else if (found.Skipped.Count > 0 && !globals.IsQuiet(result))
        {
            shell.Complain($"{found.Skipped.Count} file(s) passed over, by name no pages (-v lists them)");
        }

        var failed = found.Failed.Concat(loaded.Failed).OrderBy(f => f.Path, StringComparer.Ordinal).ToList();
        foreach (var input in failed)
            shell.Complain($"{input.Path}: {input.Reason}");
        if (loaded.Documents.Count == 0)
        {
            shell.Complain("nothing could be read.");
            return (null, BriefRequest.Plain, ExitCode.Usage);
        }
        if (failed.Count > 0)
            shell.Complain($"{failed.Count} of {failed.Count + loaded.Documents.Count} inputs failed; the brief is made of the rest.");
        var request = new BriefRequest(options.BriefOptions(result), [.. published.Select(p => new SuppliedDay(p.Key.Name, p.Value)).OrderBy(p => p.Path, StringComparer.Ordinal)]);
        return (Desk.Brief(loaded.Documents, request.Brief), request, failed.Count > 0 ? ExitCode.SomeFailed : ExitCode.Done);
    }
}
