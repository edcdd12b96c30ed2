using System.CommandLine;
using System.Globalization;
using System.Text;
using Readout.Acquire;
using Readout.Annotations;
using Readout.Pages;
using Readout.Store;
using Readout.Store.Corrections;
using Readout.Stories;
using Readout.Text;

namespace Readout.Cli.Workspaces;

/// <summary>What an address showed over time, and what changed in its report from one version to the next.</summary>
internal static class VersionsCommand
{
    public static Command Build(Shell shell, GlobalOptions globals)
    {
        var page = new Argument<string?>("PAGE") { Description = "A page's address, path or id; without it all pages of which there is more than one version.", Arity = ArgumentArity.ZeroOrOne };
        var json = new Option<bool>("--json") { Description = "Write it as JSON." };
        var command = new Command("versions", "What an address showed over time: sentences added, removed, changed; edits that no stamp of the page tells of are marked. Exit 1: nothing changed.") { page, json };
        Examples.AddTo(command, "readout versions", "readout versions https://orlencourier.example/ferry");
        command.SetAction(result =>
        {
            var here = globals.In(shell, result);
            using var workspace = WorkspaceFinder.Read(here);
            var keys = result.GetValue(page) is { } written ? [Key(workspace, written)] : workspace.Pages.Changed();
            var histories = keys.Select(k => History.Of(workspace, k)).ToList();
            if (result.GetValue(json))
                here.PrintJson(histories.Select(h => h.Json()));
            else
                here.Print(string.Concat(histories.Select(h => result.GetValue(page) is null ? h.Line() : h.Text())));
            return histories.Exists(h => h.HasChanges) ? ExitCode.Done : ExitCode.No;
        });
        return command;
    }

    private static string Key(Workspace workspace, string written) =>
        AddressKey.Of(written) is { } key && workspace.Pages.Versions(key).Count > 0 ? key : CorrectionTargets.Page(workspace, written).Key;
}

/// <summary>The versions of one address, each with what changed since the one before.</summary>
internal sealed record History(string Address, IReadOnlyList<History.Step> Steps)
{
    /// <param name="Document">Null where the version can't be read.</param>
    /// <param name="Changes">Null for the first, and where it or the one before can't be read.</param>
    internal sealed record Step(PageVersion Version, Document? Document, Document? Before, PageChanges? Changes)
    {
        public string Id => "d" + Version.Sha256[..6];
    }

    /// <summary>True where a report changed.</summary>
    public bool HasChanges => Steps.Any(s => s.Changes?.Sentences.Count > 0);

    public static History Of(Workspace workspace, string key)
    {
        var steps = new List<Step>();
        Document? before = null;
        foreach (var version in workspace.Pages.Versions(key))
        {
            var document = Read(workspace, version);
            steps.Add(new Step(version, document, before, before is not null && document is not null ? PageChanges.Between(before, document) : null));
            before = document ?? before;
        }
        return new History(workspace.Pages.Find(steps[^1].Version.Page)!.Address, steps);
    }

    // As it was built, else read anew.
    private static Document? Read(Workspace workspace, PageVersion version)
    {
        if (workspace.Documents.Read([version.Page]) is [var built])
            return built;
        var page = workspace.Pages.Find(version.Page)!;
        try
        {
            return Desk.Read(new PageInput(page.Address, workspace.Pages.Bytes(page.Sha256), Bearer: page.Bearer));
        }
        catch (UnreadablePageException)
        {
            return null;
        }
    }

    /// <summary>One line: how often it changed.</summary>
    public string Line()
    {
        var (edits, silent) = (Steps.Count(s => s.Changes?.Sentences.Count > 0), Steps.Count(s => s.Changes?.IsSilent == true));
        return string.Create(CultureInfo.InvariantCulture, $"{Steps.Count} versions, {edits} with another report, {silent} of them silent  {Steps[^1].Version.At}  {Address}\n");
    }

    /// <summary>Every version with the sentences that changed.</summary>
    public string Text()
    {
        var text = new StringBuilder(Address).Append('\n');
        for (var i = 0; i < Steps.Count; i++)
        {
            var step = Steps[i];
            text.Append(CultureInfo.InvariantCulture, $"{i + 1}  {step.Version.At}  {step.Id}  {Says(step, i)}\n");
            foreach (var change in step.Changes?.Sentences ?? [])
            {
                if (change.Before is { } gone)
                    text.Append(CultureInfo.InvariantCulture, $"    - {Words(step.Before!, gone)}\n");
                if (change.After is { } come)
                    text.Append(CultureInfo.InvariantCulture, $"    + {Words(step.Document!, come)}\n");
            }
        }
        return text.ToString();
    }

    public object Json() => new
    {
        address = Address,
        versions = Steps.Select(s => new
        {
            document = s.Id,
            sha256 = s.Version.Sha256,
            at = s.Version.At,
            readable = s.Document is not null,
            silent = s.Changes?.IsSilent ?? false,
            changes = s.Changes?.Sentences.Select(c => new { kind = EnumNames.Of(c.Kind), before = Place(s.Before, c.Before), after = Place(s.Document, c.After) }),
        }),
    };

    private static string Says(Step step, int number)
    {
        if (step.Document is null)
            return "can't be read";
        if (step.Changes is not { } changes)
            return number == 0 ? "the first" : "";
        if (changes.Sentences.Count == 0)
            return "the report is the same";
        var counts = changes.Sentences.CountBy(c => c.Kind).OrderBy(c => c.Key).Select(c => FormattableString.Invariant($"{c.Value} {EnumNames.Of(c.Key)}"));
        return string.Join(", ", counts) + (changes.IsSilent ? "; silent: no stamp of the page moved" : "");
    }

    private static string Words(Document document, Span span) => string.Join(' ', document.Slice(span).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static object? Place(Document? document, Span? span)
    {
        if (document is null || span is not { } place)
            return null;
        var (start, end) = document.Text.ToCodePoints(place);
        return new { text = document.Slice(place), span = new[] { start, end } };
    }
}
