using System.Globalization;
using System.Text.RegularExpressions;
using Readout.Annotations;
using Readout.Store;
using Readout.Store.Corrections;

namespace Readout.Cli.Workspaces;

/// <summary>What the words of a correction on the command line mean in the workspace.</summary>
internal static partial class CorrectionTargets
{
    /// <summary>The page of an id, a path or an address; of several versions the latest.</summary>
    /// <exception cref="UsageException">No page or several are meant.</exception>
    public static StoredPage Page(Workspace workspace, string written)
    {
        var current = workspace.Pages.Current().ToList();
        var meant = DocumentId().Match(written) is { Success: true } id ? workspace.Pages.WithHash(id.Groups[1].Value).ToList() : [];
        if (meant.Count == 0)
            meant = current.FindAll(p => p.Address == written || p.Key == written);
        if (meant.Count == 0)
            meant = current.FindAll(p => p.Address.EndsWith("/" + written, StringComparison.Ordinal));
        var hashes = meant.Select(p => p.Sha256).Distinct(StringComparer.Ordinal).ToList();
        return hashes.Count switch
        {
            1 => meant[^1],
            0 => throw new UsageException($"no page of this workspace is called '{written}'; write its id (as a brief shows it), path or address."),
            _ => throw new UsageException($"'{written}' may be {string.Join(" or ", meant.Take(5).Select(p => $"d{p.Sha256[..8]} ({p.Address})"))}; write more of it."),
        };
    }

    /// <summary>A quotation as a target, from its id in a record.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public static string Quotation(Workspace workspace, string written)
    {
        if (QuotationId().Match(written) is not { Success: true } id)
            throw new UsageException($"'{written}' is no quotation's id; 'readout quotes --json' gives them (q4be1a0.217).");
        var page = Page(workspace, "d" + id.Groups[1].Value);
        var start = int.Parse(id.Groups[2].Value, CultureInfo.InvariantCulture);
        if (workspace.Documents.Read([page.Id]) is not [var document])
            throw new UsageException($"{page.Address} is not built yet; 'readout build' reads it.");
        var here = document.Quotations.Select(q => document.Text.ToCodePoints(q.Extent)).Where(q => q.Start == start).ToList();
        var which = id.Groups[3].Length == 0 ? 0 : id.Groups[3].Value[0] - 'a';
        return which < here.Count
            ? SpeakerCorrection.Target(page.Sha256, here[which].Start, here[which].End)
            : throw new UsageException($"no quotation begins at {start} on {page.Address}; 'readout quotes --json' gives their ids.");
    }

    /// <summary>Two stories, each by its first page: story ids may change, bytes don't.</summary>
    public static IReadOnlyList<string> Stories(Workspace workspace, string first, string second)
    {
        var (a, b) = (WorkspaceFinder.Story(workspace, first), WorkspaceFinder.Story(workspace, second));
        if (a.Id == b.Id)
            throw new UsageException("the two are one story.");
        return [FirstPage(workspace, a.Id), FirstPage(workspace, b.Id)];
    }

    /// <summary>A correction's id.</summary>
    /// <exception cref="UsageException">There is none, or it was undone already.</exception>
    public static string Correction(Workspace workspace, string written)
    {
        var all = workspace.Corrections.All();
        var entry = all.FirstOrDefault(c => c.Id == written) ?? throw new UsageException($"no correction has the id '{written}'; 'readout log' lists them.");
        var isUndone = all.Any(c => c.Verb == CorrectionVerb.Undo && c.Targets.Contains(entry.Id));
        return isUndone && entry.Verb != CorrectionVerb.Undo && !CorrectionLog.Standing(all).Contains(entry)
            ? throw new UsageException($"{written} is undone already.")
            : entry.Id;
    }

    private static string FirstPage(Workspace workspace, string story) => workspace.Documents.Rows([workspace.Stories.Members(story)[0]])[0].Sha256;

    [GeneratedRegex("^d([0-9a-f]{6,64})$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DocumentId();

    [GeneratedRegex(@"^q([0-9a-f]{6,64})\.([0-9]{1,9})([b-z]?)$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex QuotationId();
}
