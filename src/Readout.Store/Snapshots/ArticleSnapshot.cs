using NodaTime;
using Readout.Articles;
using Readout.Text;

namespace Readout.Store.Snapshots;

/// <summary>An article among the bytes of a snapshot.</summary>
internal static class ArticleSnapshot
{
    public static void Write(SnapshotWriter to, Article article)
    {
        PageSnapshot.Write(to, article.Page);
        to.Word(article.Language);
        Write(to, article.Title);
        Write(to, article.Byline);
        Write(to, article.Outlet);
        Write(to, article.Published);
        to.List(article.DateCandidates, c =>
        {
            to.Days(c.When);
            to.Span(c.Span);
            to.Word(c.Where);
            to.Has(c.Chosen);
            to.Word(c.Reason);
            to.Count((int)c.Of);
            Write(to, c.Clock);
        });
        to.List(article.Paragraphs, p =>
        {
            to.Span(p.Span);
            to.Has(p.IsHeading);
        });
        Write(to, article.Credits);
        PageSnapshot.Write(to, article.Diagnostics);
        to.Count((int)article.Type);
        to.Word(article.TypeEvidence.Rule);
        to.List(article.TypeEvidence.Spans, to.Span);
        to.List(article.Authors, a => Write(to, a));
        Write(to, article.Canonical);
        Write(to, article.Modified);
        to.List(article.Candidates, c =>
        {
            to.Count((int)c.Field);
            to.Word(c.Value);
            to.Span(c.Span);
            to.Word(c.Where);
            to.Has(c.Chosen);
            to.Word(c.Reason);
        });
        to.List(article.Languages, l =>
        {
            to.Span(l.Span);
            to.Word(l.Language);
        });
    }

    public static Article Read(SnapshotReader from) => new(
        PageSnapshot.Read(from),
        from.WordOrNull(),
        Words(from),
        Words(from),
        Words(from),
        Published(from),
        from.List(() => new DateCandidate(from.Days(), from.Span(), from.Word(), from.Has(), from.Word()) { Of = from.Enum<DateOf>(), Clock = Clock(from) }),
        from.List(() => new Paragraph(from.Span(), from.Has())),
        Upstream(from),
        PageSnapshot.Diagnostics(from))
    {
        Type = from.Enum<PageType>(),
        TypeEvidence = new PageTypeEvidence(from.Word(), from.List(from.Span)),
        Authors = from.List(() => Words(from)!),
        Canonical = Words(from),
        Modified = Published(from),
        Candidates = from.List(() => new MetadataCandidate(from.Enum<MetadataField>(), from.Word(), from.Span(), from.Word(), from.Has(), from.Word())),
        Languages = from.List(() => new LanguageSpan(from.Span(), from.Word())),
    };

    public static void Write(SnapshotWriter to, IReadOnlyList<Upstream> sources) => to.List(sources, u =>
    {
        to.Word(u.Name);
        to.Count((int)u.Link);
        to.Span(u.Span);
        to.Word(u.Rule);
    });

    public static Upstream[] Upstream(SnapshotReader from) =>
        from.List(() => new Upstream(from.Word(), from.Enum<AttributionLink>(), from.Span(), from.Word()));

    private static void Write(SnapshotWriter to, Sourced<string>? value)
    {
        if (!to.Has(value is not null))
            return;
        to.Word(value!.Value);
        to.Span(value.Span);
        to.Word(value.Rule);
    }

    private static Sourced<string>? Words(SnapshotReader from) =>
        from.Has() ? new Sourced<string>(from.Word(), from.Span(), from.Word()) : null;

    private static void Write(SnapshotWriter to, Published? published)
    {
        if (!to.Has(published is not null))
            return;
        to.Days(published!.When);
        to.Count((int)published.Basis);
        to.List(published.Spans, to.Span);
        to.Word(published.Rule);
        Write(to, published.Clock);
    }

    private static Published? Published(SnapshotReader from) => from.Has()
        ? new Published(from.Days(), from.Enum<DateBasis>(), from.List(from.Span), from.Word()) { Clock = Clock(from) }
        : null;

    private static void Write(SnapshotWriter to, ClockReading? clock)
    {
        if (!to.Has(clock is not null))
            return;
        to.Number(clock!.Time.NanosecondOfDay);
        to.NumberOrNone(clock.Offset is { } offset ? offset.Seconds : (int?)null);
        to.Has(clock.HasSeconds);
    }

    private static ClockReading? Clock(SnapshotReader from) => from.Has()
        ? new ClockReading(LocalTime.FromNanosecondsSinceMidnight(from.Number()), from.IntOrNull() is { } seconds ? Offset.FromSeconds(seconds) : null, from.Has())
        : null;
}
