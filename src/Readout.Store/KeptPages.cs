using Readout.Annotations;
using Readout.Briefs;
using Readout.Claims;
using Readout.Formats;
using Readout.Store.Corrections;

namespace Readout.Store;

/// <summary>
/// Pages of a workspace as they were last built, with the corrections that hold: what every record of them is made of, whoever asks
/// for it, so that the same question has the same bytes for an answer.
/// </summary>
/// <param name="Corrections">The corrections that hold.</param>
public sealed record KeptPages(IReadOnlyList<Document> Documents, CorrectionSet Corrections)
{
    /// <summary>The pages of those numbers; those that could not be read are left out.</summary>
    public static KeptPages Read(Workspace workspace, IReadOnlyCollection<long> pages) => new(workspace.Documents.Read(pages), workspace.Corrections.Current());

    /// <summary>Days that somebody gave pages, by path.</summary>
    public IReadOnlyList<SuppliedDay> Published =>
        [.. Documents.Select(d => (d.Article.Page, Day: Corrections.DayOf(d.Article.Page.Sha256))).Where(p => p.Day is not null)
            .Select(p => new SuppliedDay(p.Page.Path, p.Day!.Value)).OrderBy(p => p.Path, StringComparer.Ordinal)];

    /// <summary>What these pages up to a day state; all of them without one.</summary>
    public Ledger Ledger(NodaTime.LocalDate? until = null) => Corrections.Ledger(Documents, until);

    /// <summary>The brief of these pages.</summary>
    /// <param name="ledger">The ledger of the pages up to the day that the options name, where it is at hand.</param>
    public Brief Brief(BriefOptions options, Ledger? ledger = null) =>
        BriefComposer.Compose(ledger ?? Ledger(options.AsOf), options, options.Since is { } day ? Ledger(day) : null);

    /// <summary>What a brief was asked for, as its JSON document keeps it.</summary>
    public BriefRequest Request(BriefOptions options) => new(options, Published);
}
