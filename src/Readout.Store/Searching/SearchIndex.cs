using NodaTime;
using NodaTime.Text;
using Readout.Annotations;
using Readout.Briefs;
using Readout.Claims;
using Readout.Formats;
using Readout.Stories;
using Readout.Text;

namespace Readout.Store.Searching;

/// <summary>Puts articles and what stories' records hold into the full-text index.</summary>
public sealed class SearchIndex
{
    private readonly Database _database;

    internal SearchIndex(Database database) => _database = database;

    /// <summary>Puts an article in, in place of what was there of it.</summary>
    internal void Put(long page, Document document)
    {
        Remove("page = @page AND kind = 'article'", new { page });
        var article = document.Article;
        if (article.Paragraphs.Count == 0)
            return;
        var (first, last) = (article.Paragraphs[0].Span.Start, article.Paragraphs[^1].Span.End);
        var language = article.Language;
        Insert(
            new HitRow("article", page, null, null, document, new Span(first, last), article.Published?.When ?? DateRange.Unknown),
            new Words
            {
                Title = Terms.Join(article.Title?.Value ?? "", language),
                Body = string.Join(" zzz0zzz ", article.Paragraphs.Select(p => Terms.Join(document.Slice(p.Span), language))),
                Author = Terms.JoinNames(article.Authors.Select(a => a.Value), language),
                Via = Terms.JoinNames(document.Upstream.Select(u => u.Name), language),
                Says = Terms.JoinNames(document.Quotations.Select(q => q.Speaker).OfType<int>().Distinct().Select(s => document.Entities[s].Name), language),
                About = Terms.JoinNames(document.Entities.Select(e => e.Name), language),
                Place = Terms.JoinNames(document.Entities.Where(e => e.Type == EntityType.Place).Select(e => e.Name), language),
                Event = string.Join(' ', document.Events.Select(e => e.Type).Distinct(StringComparer.Ordinal)),
            });
    }

    /// <summary>Puts a story's claims, quotations and prospects in, in place of what was there of them.</summary>
    /// <param name="pages">By document id, the number of the page.</param>
    internal void Put(string story, Brief brief, IReadOnlyDictionary<string, long> pages)
    {
        Remove("story = @story", new { story });
        var ledger = brief.Ledger;
        var names = ledger.Story.Entities.ToDictionary(e => e.Id, e => e.Name, StringComparer.Ordinal);
        string Name(string who) => names.GetValueOrDefault(who, who);
        var disputed = ledger.Disputes.SelectMany(d => d.Sides.SelectMany(s => s.Attestations)).ToHashSet();
        foreach (var claim in ledger.Claims)
        {
            var document = ledger.Story.Document(claim.Statement.Document);
            var first = claim.Attestations[0];
            var isDisputed = claim.Attestations.Any(a => disputed.Contains(new Citation(a.Document, a.Span)));
            Insert(
                new HitRow("claim", pages[document.Id], story, claim.Id, document, claim.Statement.Span, first.Said)
                {
                    Speaker = claim.Counts.Speakers.Count > 0 ? Name(claim.Counts.Speakers[0].Name) : null,
                    Texts = claim.Counts.Texts.Count,
                    IsDisputed = isDisputed,
                    Modality = EnumNames.Of(first.Modality),
                },
                Of(document, claim.Statement.Span, claim.Counts.Speakers.Select(s => Name(s.Name))));
        }
        var ids = new RecordIds(ledger.Story);
        foreach (var document in ledger.Story.Documents)
        {
            for (var i = 0; i < document.Quotations.Count; i++)
            {
                var quotation = document.Quotations[i];
                var speaker = ids.Entity(document, quotation.Speaker) is { } entity ? Name(entity) : null;
                Insert(
                    new HitRow("quotation", pages[document.Id], story, ids.Quotation(document, i), document, quotation.Extent, quotation.SaidOn) { Speaker = speaker },
                    Of(document, quotation.Extent, speaker is null ? [] : [speaker]));
            }
        }
        foreach (var prospect in ledger.Prospects)
        {
            var document = ledger.Story.Document(prospect.Name.Document);
            Insert(
                new HitRow("prospect", pages[document.Id], story, prospect.Id, document, prospect.Name.Span, prospect.Window) { Status = EnumNames.Of(prospect.Status) },
                Of(document, prospect.Name.Span, []) with { About = Terms.JoinNames(prospect.Parties.Select(Name), document.Article.Language) });
        }
    }

    /// <summary>Takes out articles that are no longer the latest version of their address.</summary>
    internal void RemoveSuperseded() => Remove("page IN (SELECT page FROM page_superseded) AND kind = 'article'", null);

    /// <summary>Takes out what is of stories that are no more.</summary>
    internal void RemoveOrphans() => Remove(
        """
        story IN (
          WITH RECURSIVE named (id) AS (
            SELECT min(story) FROM hit
            UNION ALL
            SELECT (SELECT min(story) FROM hit WHERE story > named.id) FROM named WHERE named.id IS NOT NULL
          )
          SELECT id FROM named WHERE id NOT IN (SELECT id FROM story)
        )
        """,
        null);

    private static Words Of(Document document, Span span, IEnumerable<string> speakers)
    {
        var language = document.Article.Language;
        var named = document.Mentions.Where(m => span.Overlaps(m.Span)).Select(m => document.Entities[m.Entity]).Distinct().ToList();
        return new Words
        {
            Body = Terms.Join(document.Slice(span), language),
            Says = Terms.JoinNames(speakers, language),
            About = Terms.JoinNames(named.Select(e => e.Name), language),
            Place = Terms.JoinNames(named.Where(e => e.Type == EntityType.Place).Select(e => e.Name), language),
            Event = string.Join(' ', document.Events.Where(e => span.Overlaps(e.Predicate)).Select(e => e.Type).Distinct(StringComparer.Ordinal)),
        };
    }

    private void Insert(HitRow hit, Words words)
    {
        var document = hit.Document;
        var (start, end) = document.Text.ToCodePoints(hit.Span);
        var outlet = document.Article.Outlet?.Value;
        _database.Execute(
            """
            INSERT INTO hit (kind, page, story, item, start, "end", earliest, latest, language, outlet, speaker, texts, disputed, modality, status)
            VALUES (@Kind, @Page, @Story, @Item, @start, @end, @earliest, @latest, @language, @outlet, @Speaker, @Texts, @disputed, @Modality, @Status)
            """,
            new
            {
                hit.Kind, hit.Page, hit.Story, hit.Item, start, end, earliest = Day(hit.Days.Earliest ?? hit.Days.Latest), latest = Day(hit.Days.Latest ?? hit.Days.Earliest),
                language = document.Article.Language, outlet, hit.Speaker, hit.Texts, disputed = hit.IsDisputed ? 1 : 0, hit.Modality, hit.Status,
            });
        _database.Execute(
            """
            INSERT INTO search (rowid, title, body, outlet, author, via, says, about, place, event)
            VALUES (last_insert_rowid(), @Title, @Body, @outlet, @Author, @Via, @Says, @About, @Place, @Event)
            """,
            new { words.Title, words.Body, outlet = Terms.Join(outlet ?? "", document.Article.Language), words.Author, words.Via, words.Says, words.About, words.Place, words.Event });
    }

    private void Remove(string condition, object? values)
    {
        _database.Execute($"DELETE FROM search WHERE rowid IN (SELECT id FROM hit WHERE {condition})", values);
        _database.Execute($"DELETE FROM hit WHERE {condition}", values);
    }

    private static string? Day(LocalDate? day) => day is { } d ? LocalDatePattern.Iso.Format(d) : null;

    private sealed record HitRow(string Kind, long Page, string? Story, string? Item, Document Document, Span Span, DateRange Days)
    {
        public string? Speaker { get; init; }

        public int? Texts { get; init; }

        public bool IsDisputed { get; init; }

        public string? Modality { get; init; }

        public string? Status { get; init; }
    }

    private sealed record Words
    {
        public string Title { get; init; } = "";

        public string Body { get; init; } = "";

        public string Author { get; init; } = "";

        public string Via { get; init; } = "";

        public string Says { get; init; } = "";

        public string About { get; init; } = "";

        public string Place { get; init; } = "";

        public string Event { get; init; } = "";
    }
}
