using NodaTime;
using Readout.Annotations;
using Readout.Articles;
using Readout.Briefs;
using Readout.Claims;
using Readout.Origins;
using Readout.Pages;
using Readout.Stories;

namespace Readout;

/// <summary>One input: a name for messages, the bytes, and what bears them says of them.</summary>
public sealed record PageInput(string Path, ReadOnlyMemory<byte> Bytes, ArticleOptions? Options = null, PageBearer? Bearer = null);

/// <summary>An input that could not be read, and why.</summary>
public sealed record FailedInput(string Path, string Reason);

/// <summary>The whole pipeline in one call: Page → Article → Document → Story → Ledger → Brief.</summary>
public static class Desk
{
    /// <summary>Reads one input up to its annotations. Safe to call from many threads.</summary>
    /// <exception cref="UnreadablePageException">The bytes hold no page.</exception>
    public static Document Read(PageInput input)
    {
        var page = PageReader.Read(input.Path, input.Bytes, input.Bearer);
        return Annotator.Annotate("d" + page.Sha256[..6], ArticleReader.Read(page, input.Options));
    }

    /// <summary>Makes the brief of documents already read. The order of the input does not matter.</summary>
    public static Brief Brief(IEnumerable<Document> documents, BriefOptions? options = null)
    {
        var read = documents.ToList();
        return BriefComposer.Compose(Ledger(read, options?.AsOf), options, options?.Since is { } day ? Ledger(read, day) : null);
    }

    /// <summary>What the pages up to a day state; all of them without one.</summary>
    /// <param name="corrections">What somebody knows of the texts' origins; null for nothing.</param>
    public static Ledger Ledger(IEnumerable<Document> documents, LocalDate? until = null, OriginCorrections? corrections = null) =>
        LedgerBuilder.Build(StoryBuilder.Build(DocumentIds.Assign(Until(documents, until)), corrections), until);

    // What was surely published later than the day asked for was not known then.
    private static IEnumerable<Document> Until(IEnumerable<Document> documents, LocalDate? day) =>
        day is null ? documents : documents.Where(d => !(d.Article.Published?.When.Earliest > day));
}
