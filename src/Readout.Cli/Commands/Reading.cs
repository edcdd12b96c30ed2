using System.CommandLine;
using NodaTime;
using Readout.Annotations;
using Readout.Briefs;
using Readout.Cli.Inputs;
using Readout.Cli.Workspaces;
using Readout.Formats;
using Readout.Store;

namespace Readout.Cli.Commands;

/// <summary>The brief of pages that were read.</summary>
/// <param name="Brief">Null where no page could be read.</param>
/// <param name="Request">What it was asked for.</param>
/// <param name="Code">The exit code that goes with it.</param>
/// <param name="Kept">The pages, where they are those of the workspace.</param>
internal sealed record ReadBrief(Brief? Brief, BriefRequest Request, int Code, KeptPages? Kept = null);

/// <summary>From the arguments to pages, and to their brief: what all verbs that read pages do first.</summary>
internal static class Reading
{
    /// <summary>The brief of the pages that the arguments mean.</summary>
    public static ReadBrief Read(Shell shell, ParseResult result, GlobalOptions globals, PageOptions options, BriefOptions? asked = null)
    {
        var wanted = asked ?? options.BriefOptions(result);
        if (WorkspacePages.Of(shell, options.Paths(result)) is { } kept)
            return new ReadBrief(kept.Brief(wanted), kept.Request(wanted), ExitCode.Done, kept);
        var (documents, published, code) = Load(shell, result, globals, options, options.Paths(result));
        if (documents.Count == 0)
            return new ReadBrief(null, BriefRequest.Plain, code);
        var request = new BriefRequest(wanted, [.. published.Select(p => new SuppliedDay(p.Key.Name, p.Value)).OrderBy(p => p.Path, StringComparer.Ordinal)]) { Columns = options.Containers(result).Columns.ToString() };
        return new ReadBrief(Desk.Brief(documents, request.Brief), request, code);
    }

    /// <summary>The pages at the paths, the days supplied for them, and the exit code; what can't be read is named on standard error.</summary>
    public static (IReadOnlyList<Document> Documents, IReadOnlyDictionary<Input, LocalDate> Published, int Code) Load(
        Shell shell, ParseResult result, GlobalOptions globals, PageOptions options, IReadOnlyList<string> paths)
    {
        var found = new InputFinder(shell).Find(paths);
        var published = options.Published(result, found.Inputs);
        LoadedPages loaded;
        using (var progress = PageProgress.Start(shell, found.Inputs.Count, globals.IsQuiet(result)))
            loaded = new PageLoader(shell, options.Containers(result)).Load(found.Inputs, published, progress is null ? null : progress.Advance);

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
            return ([], published, ExitCode.Usage);
        }
        if (failed.Count > 0)
            shell.Complain($"{failed.Count} of {failed.Count + loaded.Documents.Count} inputs failed; the record is made of the rest.");
        return (loaded.Documents, published, failed.Count > 0 ? ExitCode.SomeFailed : ExitCode.Done);
    }
}
