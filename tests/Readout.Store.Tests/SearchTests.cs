using Readout.Store.Searching;

namespace Readout.Store.Tests;

public sealed class SearchTests : IClassFixture<SearchTests.Desk>
{
    private readonly Workspace _workspace;

    public SearchTests(Desk desk) => _workspace = desk.Workspace;

    [Theory]
    [InlineData("passenger", "ferry.txt")]
    [InlineData("kind:article stopping", "ferry.txt")]
    [InlineData("kind:article \"engine caught fire\"", "ferry.txt")]
    [InlineData("kind:article engine near/2 fire", "ferry.txt")]
    [InlineData("kind:article engine near/1 stopped", "")]
    [InlineData("kind:article stop*", "ferry.txt")]
    [InlineData("kind:article -ferry", "prison.txt präsident.txt")]
    [InlineData("kind:article title:court", "prison.txt")]
    [InlineData("kind:article title:slander", "")]
    [InlineData("kind:article body:slander", "prison.txt")]
    [InlineData("kind:article outlet:courier", "ferry.txt")]
    [InlineData("kind:article says:moll", "ferry.txt")]
    [InlineData("kind:article about:pell", "prison.txt")]
    [InlineData("kind:article place:vask date:2031-06", "prison.txt")]
    [InlineData("kind:article date:..2031-05-31", "ferry.txt")]
    [InlineData("kind:article date:2031-05-07..", "prison.txt präsident.txt")]
    [InlineData("kind:article date:2031", "ferry.txt prison.txt präsident.txt")]
    [InlineData("kind:article lang:de", "präsident.txt")]
    [InlineData("kind:article prasident", "präsident.txt")]
    [InlineData("kind:article Präsidenten", "präsident.txt")]
    [InlineData("kind:article (ferry OR poet) -title:stops", "prison.txt")]
    [InlineData("kind:article (lang:de OR title:court)", "prison.txt präsident.txt")]
    [InlineData("kind:article -(lang:de OR title:court)", "ferry.txt")]
    [InlineData("kind:quotation says:sorrel", "prison.txt")]
    [InlineData("kind:claim about:moll independent:1", "ferry.txt")]
    [InlineData("kind:claim independent:>5", "")]
    [InlineData("kind:article event:acquit", "")]
    public void Pages_are_found(string search, string pages) => Pages(search).ShouldBe(pages.Split(' ', StringSplitOptions.RemoveEmptyEntries), ignoreOrder: true);

    [Fact]
    public void New_is_what_came_in_after_the_last_visit()
    {
        var seen = _workspace.Pages.All().ToList();
        var found = _workspace.Search.Find(new SearchRequest("kind:article new:yes", Visit: seen[0].Seen));
        found.Hits.Select(h => h.Address).ShouldBe(seen.Where(p => string.CompareOrdinal(p.Seen, seen[0].Seen) > 0).Select(p => p.Address), ignoreOrder: true);
        _workspace.Search.Find(new SearchRequest("kind:article new:yes")).Total.ShouldBe(3);
    }

    [Fact]
    public void What_was_found_is_marked_in_the_pages_own_words()
    {
        var hit = _workspace.Search.Find(new SearchRequest("kind:article passenger carrying")).Hits.Single();
        hit.Snippet.Marks.Select(m => hit.Snippet.Text[m.Start..m.End]).ShouldBe(["carried", "passengers"], ignoreOrder: true);
        var document = _workspace.Documents.Read([.. _workspace.Pages.Current().Select(p => p.Id)]).Single(d => d.Article.Page.Path == "ferry.txt");
        string.Join(' ', document.Text.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ShouldContain(hit.Snippet.Text);
    }

    [Fact]
    public void Hits_are_counted_by_outlet_story_speaker_and_month()
    {
        var found = _workspace.Search.Find(new SearchRequest("date:2031", Most: 2, WithFacets: true));
        found.Hits.Count.ShouldBe(2);
        found.Total.ShouldBeGreaterThan(2);
        found.Facets.Keys.ShouldBe(["outlet", "story", "speaker", "month"], ignoreOrder: true);
        found.Facets["outlet"].ShouldContain(f => f.Value == "Orlen Courier");
        found.Facets["speaker"].ShouldContain(f => f.Value == "Ada Moll");
        found.Facets["month"].Sum(f => f.Count).ShouldBe(found.Total);
    }

    [Fact]
    public void A_page_of_hits_follows_the_one_before()
    {
        var all = _workspace.Search.Find(new SearchRequest("date:2031", Most: 100)).Hits.Select(h => (h.Kind, h.Item, h.Start)).ToList();
        var pages = Enumerable.Range(0, (all.Count + 2) / 3).SelectMany(i => _workspace.Search.Find(new SearchRequest("date:2031", Most: 3, Skip: i * 3)).Hits).Select(h => (h.Kind, h.Item, h.Start));
        pages.ShouldBe(all);
    }

    [Theory]
    [InlineData("kind:claim OR kind:quotation")]
    [InlineData("the OR a OR he")]
    [InlineData("(the OR a OR he) -title:court")]
    public void Very_many_stand_by_their_day_and_the_latest_are_counted(string search)
    {
        var all = _workspace.Search.Find(new SearchRequest(search, Most: 100));
        all.Total.ShouldBeGreaterThan(4);
        for (var most = 1; most < all.Total; most++)
        {
            var hits = Enumerable.Range(0, ((int)all.Total + 1) / 2)
                .SelectMany(i => _workspace.Search.Find(new SearchRequest(search, Most: 2, Skip: i * 2, MostRanked: most)).Hits).ToList();
            hits.Select(h => (h.Kind, h.Item, h.Document, h.Start)).ShouldBe(all.Hits.Select(h => (h.Kind, h.Item, h.Document, h.Start)), ignoreOrder: true);
            var days = hits.ConvertAll(h => h.Latest ?? "");
            days.ShouldBe(days.OrderDescending(StringComparer.Ordinal));
            var counted = _workspace.Search.Find(new SearchRequest(search, WithFacets: true, MostRanked: most));
            counted.IsRanked.ShouldBeFalse();
            counted.Counted.ShouldBe(most);
            counted.Facets["month"].Sum(f => f.Count).ShouldBe(hits.Take(most).Count(h => h.Earliest is not null));
        }
    }

    [Fact]
    public void A_search_for_days_finds_what_reaches_into_them()
    {
        foreach (var hit in _workspace.Search.Find(new SearchRequest("date:2031", Most: 100)).Hits)
        {
            foreach (var (search, isFound) in new[] { ($"date:{hit.Earliest}", true), ($"date:{hit.Latest}", true), ($"date:..{Before(hit.Earliest!)}", false), ($"date:{hit.Latest}..", true) })
                _workspace.Search.Find(new SearchRequest(search, Most: 100)).Hits.Any(h => (h.Kind, h.Item, h.Document, h.Start) == (hit.Kind, hit.Item, hit.Document, hit.Start)).ShouldBe(isFound, search);
        }

        static string Before(string day) => NodaTime.Text.LocalDatePattern.Iso.Format(NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value.PlusDays(-1));
    }

    private IEnumerable<string> Pages(string search) => _workspace.Search.Find(new SearchRequest(search)).Hits.Select(h => h.Address).Distinct();

    public sealed class Desk : IDisposable
    {
        private readonly TestWorkspace _test = new();

        public Desk()
        {
            _test.AddText("ferry.txt", "Ferry to Vask stops\n\nOrlen Courier\nMay 6, 2031\n\nORLEN - The ferry to Vask stopped on Monday after the engine caught fire, Ada Moll, the mayor of Orlen, said.\n\n“Nobody was hurt,” Moll said on Tuesday. The ferry carried 700 passengers a day.\n\n© 2031 Orlen Courier. All rights reserved.");
            _test.AddText("prison.txt", "Court frees the poet Pell\n\nThe Vask Times\nJune 11, 2031\n\nVASK - A court in Vask acquitted the poet Jory Pell of slander on Wednesday, his lawyer, Ina Sorrel, said.\n\n“He will sleep at home,” Sorrel told reporters.");
            _test.AddText("präsident.txt", "Der Präsident kommt nicht\n\nOrlener Bote\n12. Juli 2031\n\nORLEN - Der Präsident wird die Brücke am Samstag nicht eröffnen, wie die Stadt am Donnerstag mitteilte. Die Einweihung der Brücke soll im August stattfinden, sagte eine Sprecherin der Stadt. Gründe wurden nicht genannt.");
            _test.Build();
            Workspace = _test.Read();
        }

        public Workspace Workspace { get; }

        public void Dispose()
        {
            Workspace.Dispose();
            _test.Dispose();
        }
    }
}
