using System.Text.Json;
using NodaTime;
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

    /// <summary>Puts articles in, in place of what was there of them.</summary>
    internal void Put(IReadOnlyList<(long Page, Document Document)> articles)
    {
        foreach (var (page, _) in articles)
            Remove("story IS NULL AND page = @page", new { page });
        Insert([.. articles.Where(a => a.Document.Article.Paragraphs.Count > 0).Select(a => Of(a.Page, a.Document))]);
    }

    /// <summary>Puts a story's claims, quotations and prospects in, in place of what was there of them.</summary>
    /// <param name="pages">By document id, the number of the page.</param>
    internal void Put(string story, Brief brief, IReadOnlyDictionary<string, long> pages)
    {
        Remove("story = (SELECT id FROM name WHERE value = @story)", new { story });
        var ledger = brief.Ledger;
        var names = ledger.Story.Entities.ToDictionary(e => e.Id, e => e.Name, StringComparer.Ordinal);
        string Name(string who) => names.GetValueOrDefault(who, who);
        var found = new List<(HitRow, Words)>();
        var disputed = ledger.Disputes.SelectMany(d => d.Sides.SelectMany(s => s.Attestations)).ToHashSet();
        foreach (var claim in ledger.Claims)
        {
            var document = ledger.Story.Document(claim.Statement.Document);
            var first = claim.Attestations[0];
            var isDisputed = claim.Attestations.Any(a => disputed.Contains(new Citation(a.Document, a.Span)));
            found.Add((
                new HitRow("claim", pages[document.Id], story, claim.Id, document, claim.Statement.Span, first.Said)
                {
                    Speaker = claim.Counts.Speakers.Count > 0 ? Name(claim.Counts.Speakers[0].Name) : null,
                    Texts = claim.Counts.Texts.Count,
                    IsDisputed = isDisputed,
                    Modality = EnumNames.Of(first.Modality),
                },
                Of(document, claim.Statement.Span, claim.Counts.Speakers.Select(s => Name(s.Name)))));
        }
        var ids = new RecordIds(ledger.Story);
        foreach (var document in ledger.Story.Documents)
        {
            for (var i = 0; i < document.Quotations.Count; i++)
            {
                var quotation = document.Quotations[i];
                var speaker = ids.Entity(document, quotation.Speaker) is { } entity ? Name(entity) : null;
                found.Add((
                    new HitRow("quotation", pages[document.Id], story, ids.Quotation(document, i), document, quotation.Extent, quotation.SaidOn) { Speaker = speaker },
                    Of(document, quotation.Extent, speaker is null ? [] : [speaker])));
            }
        }
        foreach (var prospect in ledger.Prospects)
        {
            var document = ledger.Story.Document(prospect.Name.Document);
            found.Add((
                new HitRow("prospect", pages[document.Id], story, prospect.Id, document, prospect.Name.Span, prospect.Window) { Status = EnumNames.Of(prospect.Status) },
                Of(document, prospect.Name.Span, []) with { About = Terms.JoinNames(prospect.Parties.Select(Name), document.Article.Language) }));
        }
        Insert(found);
    }

    /// <summary>Takes out articles that are no longer the latest version of their address.</summary>
    internal void RemoveSuperseded() => Remove("story IS NULL AND page IN (SELECT page FROM page_superseded)", null);

    /// <summary>Takes out what is of stories that are no more.</summary>
    internal void RemoveOrphans() => Remove(
        """
        story IN (
          WITH RECURSIVE named (id) AS (
            SELECT min(story) FROM hit WHERE story IS NOT NULL
            UNION ALL
            SELECT (SELECT min(story) FROM hit WHERE story > named.id) FROM named WHERE named.id IS NOT NULL
          )
          SELECT id FROM named WHERE id NOT IN (SELECT n.id FROM story s JOIN name n ON n.value = s.id)
        )
        """,
        null);

    private static (HitRow, Words) Of(long page, Document document)
    {
        var article = document.Article;
        var (first, last, language) = (article.Paragraphs[0].Span.Start, article.Paragraphs[^1].Span.End, article.Language);
        return (
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

    // In the order of their numbers: the index writes down what it gathered whenever one is smaller than the one before.
    private void Insert(IReadOnlyList<(HitRow Hit, Words Words)> hits)
    {
        var names = hits.SelectMany(h => h.Hit.Names).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        _database.Execute("INSERT INTO name (value) SELECT value FROM json_each(@names) WHERE true ON CONFLICT (value) DO NOTHING", new { names = JsonSerializer.Serialize(names) });
        var numbered = new List<(long Id, HitRow Hit, Words Words)>(hits.Count);
        foreach (var group in hits.GroupBy(h => HitId.First(h.Hit.Latest, h.Hit.Kind)))
        {
            var (first, end) = (group.Key, group.Key + HitId.Room);
            var next = _database.Value<long?>("SELECT max(id) FROM hit WHERE id >= @first AND id < @end", new { first, end }) + 1 ?? first;
            // lists show the larger numbers first, and what stands first on a page is to come first
            numbered.AddRange(group.Reverse().Select((h, i) => (next + i < end ? next + i : throw new StoreException("One day has more than 16 million hits of a kind: the search has no numbers left for them."), h.Hit, h.Words)));
        }
        foreach (var (id, hit, words) in numbered.OrderBy(h => h.Id))
            Insert(id, hit, words);
    }

    private void Insert(long id, HitRow hit, Words words)
    {
        var (start, end) = hit.Document.Text.ToCodePoints(hit.Span);
        var days = hit.Days is { Earliest: { } earliest, Latest: { } latest } ? Period.DaysBetween(earliest, latest) : 0;
        _database.Execute(
            """
            INSERT INTO hit (id, page, story, item, start, length, days, language, outlet, speaker, texts, disputed, modality, status)
            VALUES (@id, @Page, (SELECT id FROM name WHERE value = @Story), @Item, @start, @length, @days, (SELECT id FROM name WHERE value = @Language),
              (SELECT id FROM name WHERE value = @Outlet), (SELECT id FROM name WHERE value = @Speaker), @Texts, @disputed,
              (SELECT id FROM name WHERE value = @Modality), (SELECT id FROM name WHERE value = @Status))
            """,
            new { id, hit.Page, hit.Story, hit.Item, start, length = end - start, days, hit.Language, hit.Outlet, hit.Speaker, hit.Texts, disputed = hit.IsDisputed ? 1 : 0, hit.Modality, hit.Status });
        _database.Execute(
            """
            INSERT INTO search (rowid, title, body, outlet, author, via, says, about, place, event)
            VALUES (@id, @Title, @Body, @outlet, @Author, @Via, @Says, @About, @Place, @Event)
            """,
            new { id, words.Title, words.Body, outlet = Terms.Join(hit.Outlet ?? "", hit.Language), words.Author, words.Via, words.Says, words.About, words.Place, words.Event });
    }

    private void Remove(string condition, object? values)
    {
        _database.Execute($"DELETE FROM search WHERE rowid IN (SELECT id FROM hit WHERE {condition})", values);
        _database.Execute($"DELETE FROM hit WHERE {condition}", values);
    }

    private sealed record HitRow(string Kind, long Page, string? Story, string? Item, Document Document, Span Span, DateRange Days)
    {
        public string? Speaker { get; init; }

        public int? Texts { get; init; }

        public bool IsDisputed { get; init; }

        public string? Modality { get; init; }

        public string? Status { get; init; }

        public LocalDate? Latest => Days.Latest ?? Days.Earliest;

        public string? Language => Document.Article.Language;

        public string? Outlet => Document.Article.Outlet?.Value;

        public string?[] Names => [Story, Language, Outlet, Speaker, Modality, Status];
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
