using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime.Text;
using Readout.Annotations;

namespace Readout.Store.Corrections;

/// <summary>What the words of a correction mean in the workspace: ids, paths and addresses become what outlives every rebuild.</summary>
public static partial class CorrectionTargets
{
    /// <summary>Targets and value of a correction.</summary>
    /// <param name="written">What it is about: pages, a quotation, two stories, a prospect, a correction, by their ids.</param>
    /// <exception cref="CorrectionException">It means nothing; the message says what to change.</exception>
    public static (IReadOnlyList<string> Targets, string? Value) Of(Workspace workspace, CorrectionVerb verb, IReadOnlyList<string> written, string? value) => (verb, written) switch
    {
        (CorrectionVerb.SetDate, [var page]) => ([Page(workspace, page).Sha256], LocalDatePattern.Iso.Parse(value ?? "") is { Success: true } ? value : throw new CorrectionException($"'{value}' is no day; write it as 2025-05-07.")),
        (CorrectionVerb.SetSpeaker, [var quotation]) => ([Quotation(workspace, quotation)], Words(value, "the speaker's name")),
        (CorrectionVerb.SameOrigin or CorrectionVerb.NotSameOrigin, [var one, var other]) => (Pair(workspace, one, other), null),
        (CorrectionVerb.Merge, [var story, var other]) => (Stories(workspace, story, other), null),
        (CorrectionVerb.Split, { Count: > 0 }) => ([.. written.Select(p => Page(workspace, p).Sha256).Distinct(StringComparer.Ordinal)], null),
        (CorrectionVerb.Define, [var prospect]) => ([prospect], Words(value, "what would count as it")),
        (CorrectionVerb.Undo, [var correction]) => ([Correction(workspace, correction)], null),
        _ => throw new CorrectionException("it is about another number of things: set-date, set-speaker, define and undo take one, same-origin, not-same-origin and merge two, split pages."),
    };

    /// <summary>Two pages by their hashes.</summary>
    /// <exception cref="CorrectionException">They are one, or not there.</exception>
    public static IReadOnlyList<string> Pair(Workspace workspace, string one, string other)
    {
        var (a, b) = (Page(workspace, one), Page(workspace, other));
        return a.Sha256 == b.Sha256 ? throw new CorrectionException("the two are one page.") : [a.Sha256, b.Sha256];
    }

    /// <summary>The story that words mean: its id, or as much of it as no other story shares.</summary>
    /// <exception cref="CorrectionException">No story or several are meant.</exception>
    public static StoryRow Story(Workspace workspace, string id)
    {
        if (workspace.Stories.Find(id) is { } story)
            return story;
        var near = workspace.Stories.Ids().Where(i => i.StartsWith(id, StringComparison.Ordinal)).ToList();
        return near switch
        {
            [var only] => workspace.Stories.Find(only)!,
            [] => throw new CorrectionException($"no story has the id '{id}'; 'readout stories' lists them."),
            _ => throw new CorrectionException($"'{id}' is the beginning of several stories' ids: {string.Join(", ", near.Take(5))}."),
        };
    }

    /// <summary>The page of an id, a path or an address; of several versions the latest.</summary>
    /// <exception cref="CorrectionException">No page or several are meant.</exception>
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
            0 => throw new CorrectionException($"no page of this workspace is called '{written}'; write its id (as a brief shows it), path or address."),
            _ => throw new CorrectionException($"'{written}' may be {string.Join(" or ", meant.Take(5).Select(p => $"d{p.Sha256[..8]} ({p.Address})"))}; write more of it."),
        };
    }

    /// <summary>A quotation as a target, from its id in a record.</summary>
    /// <exception cref="CorrectionException">There is none.</exception>
    public static string Quotation(Workspace workspace, string written)
    {
        if (QuotationId().Match(written) is not { Success: true } id)
            throw new CorrectionException($"'{written}' is no quotation's id; 'readout quotes --json' gives them (q4be1a0.217).");
        var page = Page(workspace, "d" + id.Groups[1].Value);
        var start = int.Parse(id.Groups[2].Value, CultureInfo.InvariantCulture);
        if (workspace.Documents.Read([page.Id]) is not [var document])
            throw new CorrectionException($"{page.Address} is not built yet; 'readout build' reads it.");
        var here = document.Quotations.Select(q => document.Text.ToCodePoints(q.Extent)).Where(q => q.Start == start).ToList();
        var which = id.Groups[3].Length == 0 ? 0 : id.Groups[3].Value[0] - 'a';
        return which < here.Count
            ? SpeakerCorrection.Target(page.Sha256, here[which].Start, here[which].End)
            : throw new CorrectionException($"no quotation begins at {start} on {page.Address}; 'readout quotes --json' gives their ids.");
    }

    /// <summary>Two stories, each by its first page: story ids may change, bytes don't.</summary>
    public static IReadOnlyList<string> Stories(Workspace workspace, string first, string second)
    {
        var (a, b) = (Story(workspace, first), Story(workspace, second));
        if (a.Id == b.Id)
            throw new CorrectionException("the two are one story.");
        return [FirstPage(workspace, a.Id), FirstPage(workspace, b.Id)];
    }

    /// <summary>A correction's id.</summary>
    /// <exception cref="CorrectionException">There is none, or it was undone already.</exception>
    public static string Correction(Workspace workspace, string written)
    {
        var all = workspace.Corrections.All();
        var entry = all.FirstOrDefault(c => c.Id == written) ?? throw new CorrectionException($"no correction has the id '{written}'; 'readout log' lists them.");
        var isUndone = all.Any(c => c.Verb == CorrectionVerb.Undo && c.Targets.Contains(entry.Id));
        return isUndone && entry.Verb != CorrectionVerb.Undo && !CorrectionLog.Standing(all).Contains(entry)
            ? throw new CorrectionException($"{written} is undone already.")
            : entry.Id;
    }

    private static string Words(string? value, string what) => string.IsNullOrWhiteSpace(value) ? throw new CorrectionException($"it wants a value: {what}.") : value.Trim();

    private static string FirstPage(Workspace workspace, string story) => workspace.Documents.Rows([workspace.Stories.Members(story)[0]])[0].Sha256;

    [GeneratedRegex("^d([0-9a-f]{6,64})$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DocumentId();

    [GeneratedRegex(@"^q([0-9a-f]{6,64})\.([0-9]{1,9})([b-z]?)$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex QuotationId();
}

/// <summary>A correction is about something that is not there, or not so; the message says what to write.</summary>
public sealed class CorrectionException : Exception
{
    public CorrectionException()
    {
    }

    public CorrectionException(string message)
        : base(message)
    {
    }

    public CorrectionException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
