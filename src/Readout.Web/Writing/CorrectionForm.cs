using NodaTime.Text;
using Readout.Store;
using Readout.Store.Corrections;
using Readout.Web.Records;

namespace Readout.Web.Writing;

/// <summary>A correction as a form sends it.</summary>
public sealed class CorrectionForm
{
    public string? Verb { get; set; }

    /// <summary>Ids in the story's record: pages, a quotation, a prospect; for merge another story's.</summary>
    public string[] Target { get; set; } = [];

    public string? Value { get; set; }

    public string? Reason { get; set; }

    /// <summary>What it means in the workspace: targets by content, so that it outlives every rebuild.</summary>
    /// <exception cref="FormException">It means nothing; the message says what to change.</exception>
    public Correction Read(StoryView story, Workspace workspace)
    {
        if (!Enum.TryParse<CorrectionVerb>(Verb?.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var verb) || verb == CorrectionVerb.Undo)
            throw new FormException("There is no such correction.");
        if (string.IsNullOrWhiteSpace(Reason))
            throw new FormException("A reason is asked for: whoever reads the log later has only that.");
        var value = string.IsNullOrWhiteSpace(Value) ? null : Value.Trim();
        if (value?.Length > 2000 || Reason.Length > 2000)
            throw new FormException("That is too long; 2,000 characters are enough.");
        var targets = Target.Where(t => t.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        return new Correction("", "", "", verb, Targets(verb, targets, story, workspace), Reason.Trim(), Checked(verb, value));
    }

    private static IReadOnlyList<string> Targets(CorrectionVerb verb, List<string> targets, StoryView story, Workspace workspace) => (verb, targets) switch
    {
        (CorrectionVerb.SetDate, [var page]) => [Hash(story, page)],
        (CorrectionVerb.SetSpeaker, [var quotation]) => [Quotation(story, quotation)],
        (CorrectionVerb.SameOrigin or CorrectionVerb.NotSameOrigin, [var one, var other]) => Hash(story, one) == Hash(story, other) ? throw new FormException("The two are one page.") : [Hash(story, one), Hash(story, other)],
        (CorrectionVerb.SameOrigin or CorrectionVerb.NotSameOrigin, _) => throw new FormException("Choose two different pages."),
        (CorrectionVerb.Split, { Count: > 0 }) when targets.Count < story.Record.Documents.Count => [.. targets.Select(t => Hash(story, t))],
        (CorrectionVerb.Split, _) => throw new FormException("Choose the pages that leave; at least one has to stay."),
        (CorrectionVerb.Define, [var prospect]) when story.Item(prospect) is ProspectRecord => [prospect],
        (CorrectionVerb.Merge, [var other]) => workspace.Stories.Find(other) is { } found && found.Id != story.Id
            ? [FirstPage(workspace, story.Id), FirstPage(workspace, found.Id)]
            : throw new FormException($"No other story has the id '{other}'."),
        _ => throw new FormException("Choose what it is about."),
    };

    private static string? Checked(CorrectionVerb verb, string? value) => verb switch
    {
        CorrectionVerb.SetDate => value is not null && LocalDatePattern.Iso.Parse(value).Success ? value : throw new FormException("Write the day as 2025-05-07."),
        CorrectionVerb.SetSpeaker => value ?? throw new FormException("Who said it?"),
        CorrectionVerb.Define => value ?? throw new FormException("What would count as it?"),
        _ => null,
    };

    private static string Hash(StoryView story, string page) => story.Page(page)?.Sha256 ?? throw new FormException($"This story has no page '{page}'.");

    private static string Quotation(StoryView story, string id) => story.Quotation(id) is { } quotation
        ? SpeakerCorrection.Target(Hash(story, quotation.Document), quotation.Content[0].Start, quotation.Content[^1].End)
        : throw new FormException($"This story has no quotation '{id}'.");

    // Stories are named by a page of each: their ids may change, bytes don't.
    private static string FirstPage(Workspace workspace, string story) => workspace.Documents.Rows([workspace.Stories.Members(story)[0]])[0].Sha256;
}

/// <summary>A form holds something that can't be; the message is for whoever filled it in.</summary>
public sealed class FormException : Exception
{
    public FormException()
    {
    }

    public FormException(string message)
        : base(message)
    {
    }

    public FormException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
