using System.Text;
using Readout.Articles;
using Readout.Pages;
using Readout.Text;

namespace Readout.Tests.Articles;

public class PageKindTests
{
    private const string First = "The harbour board of Vask has voted to close the old ferry terminal by the end of the year, its chairwoman said on Monday.";
    private const string Second = "Fishermen, who use the same quay every morning, have asked for a hearing before the board meets again in June.";
    private const string Third = "The terminal was built when the town had forty boats, and the board says that it can no longer pay for the repairs.";
    private const string Fourth = "A second quay could be opened in spring, but nobody has said who would pay for the road that leads to it.";

    private static Article Html(string body, string head = "") =>
        ArticleReader.Read(PageReader.Read("a.html", Encoding.UTF8.GetBytes($"<!doctype html><html lang=en><head>{head}</head><body>{body}</body></html>")));

    private static Article Text(string text) => ArticleReader.Read(PageReader.Read("a.txt", Encoding.UTF8.GetBytes(text)));

    private static string Paragraphs(params string[] texts) => string.Concat(texts.Select(t => $"<p>{t}</p>"));

    private static string Ld(string json) => $"<script type=\"application/ld+json\">{json}</script>";

    private static string Teasers(int count, string blurb = "") => string.Concat(Enumerable.Range(1, count).Select(i =>
        $"<div class=item><h3><a href='/{i}'>Mayor of Orlen opens bridge number {i} to loud applause</a></h3>{(blurb.Length > 0 ? $"<p>{blurb}</p>" : "")}</div>"));

    private static void ShouldBe(Article article, PageType type, string? code = null)
    {
        article.Type.ShouldBe(type, article.TypeEvidence.Rule);
        article.TypeEvidence.Rule.ShouldNotBeEmpty();
        foreach (var span in article.TypeEvidence.Spans)
            new Span(0, article.Page.Text.Value.Length).Contains(span).ShouldBeTrue();
        if (code is not null)
            article.Diagnostics.ShouldContain(d => d.Code == code);
        if (type is PageType.Index or PageType.Error)
            article.Paragraphs.ShouldBeEmpty();
    }

    [Fact]
    public void A_report_is_an_article() => ShouldBe(Html($"<article><h1>Ferry terminal in Vask to close</h1>{Paragraphs(First, Second, Third)}</article>"), PageType.Article);

    [Fact]
    public void A_section_front_of_teasers_is_an_index() =>
        ShouldBe(Html($"<h1>Harbour</h1>{Teasers(12, "The bridge had been closed since the flood, and the town had waited a long time for it.")}", "<title>Harbour - The Vask Times</title>"), PageType.Index, DiagnosticCode.IndexPage);

    [Theory]
    [InlineData("https://vask.example/tag/ferries/")]
    [InlineData("https://vask.example/author/ada-moll")]
    [InlineData("https://vask.example/search?q=ferry")]
    [InlineData("https://vask.example/news/page/3/")]
    [InlineData("https://vask.example/")]
    public void Tags_authors_searches_archives_and_fronts_are_indexes(string address) =>
        ShouldBe(Html($"<h1>Ferries</h1><p>All our reports on ferries in one place, newest first.</p>{Teasers(10, "The bridge had been closed since the flood.")}<a href='/2'>Next</a>", $"<link rel=canonical href='{address}'>"), PageType.Index, DiagnosticCode.IndexPage);

    [Theory]
    [InlineData("CollectionPage")]
    [InlineData("SearchResultsPage")]
    public void Structured_data_names_an_index(string type)
    {
        var article = Html($"<h1>Ferries</h1>{Teasers(6, "The bridge had been closed since the flood.")}", Ld($"{{\"@type\":\"{type}\",\"name\":\"Ferries\"}}"));
        ShouldBe(article, PageType.Index, DiagnosticCode.IndexPage);
        article.Page.Text.Slice(article.TypeEvidence.Spans[0]).ShouldBe(type);
    }

    [Fact]
    public void A_plain_list_of_headlines_is_an_index() =>
        ShouldBe(Text("The Vask Times\n\n" + string.Join("\n\n", new[]
        {
            "Ferry terminal to close by the end of the year", "Fishermen ask for a hearing in June", "Why gulls open lunch boxes at school", "The return of the toll booth on the old road",
            "Ada Moll wins the long race for a third time", "Orlen council argues about the new bridge", "Nine boats left in a harbour built for forty", "A walk along the quay with Jory Pell",
            "Storm warning lifted for the whole coast", "Museum opens its doors again after the flood",
        })), PageType.Index, DiagnosticCode.IndexPage);

    [Fact]
    public void A_round_up_with_linked_headings_is_an_article() =>
        ShouldBe(Html($"<article><h1>Five walks along the coast of Vask for a long weekend</h1><p>{First}</p>" + string.Concat(new[] { Second, Third, Fourth, First, Second }.Select((t, i) =>
            $"<h2><a href='/walk{i}'>A walk from the quay to lighthouse number {i}</a></h2><p>{t}</p>")) + "</article>", "<meta property='og:type' content='article'><meta property='article:published_time' content='2024-05-06'>"), PageType.Article);

    [Fact]
    public void A_short_report_among_many_links_is_an_article() =>
        ShouldBe(Html($"<nav>{Teasers(30)}</nav><article><h1>Ferry terminal in Vask to close</h1>{Paragraphs(First, Second)}</article><aside>{Teasers(30)}</aside>", "<title>Ferry terminal in Vask to close</title>"), PageType.Article);

    [Fact]
    public void A_page_of_results_is_no_index()
    {
        var article = Text("Results of the Vask rowing day\n\n" + string.Join("\n\n", Enumerable.Range(1, 14).Select(i => $"{i}. Ina Sorrel, Orlen 0{i % 6}:{10 + i},3{i % 10}")));
        article.Type.ShouldBe(PageType.Article);
    }

    [Theory]
    [InlineData("404 Not Found", "<h1>Not Found</h1><p>The requested URL was not found on this server.</p>")]
    [InlineData("Page not found - The Vask Times", "<h1>Sorry!</h1><p>This page has sailed. Try the search, or go back to the front page of the paper.</p>")]
    [InlineData("Seite nicht gefunden", "<p>Die Seite gibt es nicht mehr.</p>")]
    [InlineData("Access Denied", "<p>You don't have permission to access this page on this server.</p>")]
    [InlineData("Just a moment...", "<p>Enable JavaScript and cookies to continue</p>")]
    [InlineData("The Vask Times", "<p>Please verify you are human by completing the action below.</p>")]
    [InlineData("The Vask Times", "<div><p>We and our partners use cookies to show you advertisements and to measure who reads what.</p><button>Accept all</button></div>")]
    [InlineData("The Vask Times", "<div id=root></div>")]
    [InlineData("Ferry terminal to close", "<h2>Subscribe to continue reading</h2><p>From 2 crowns a week.</p>")]
    public void A_page_in_the_place_of_another_is_an_error(string title, string body) =>
        ShouldBe(Html(body, $"<title>{title}</title>"), PageType.Error, DiagnosticCode.ErrorPage);

    [Fact]
    public void A_report_about_errors_is_an_article() =>
        ShouldBe(Html($"<article><h1>404 pages that made Vask laugh</h1>{Paragraphs(First, Second, Third, Fourth, "Whoever mistypes the address of the harbour board now reads that the page was not found, and sees a picture of a gull that does not care at all about it.", "The board denies that access was denied to anybody, and says that the gull stays, since nobody has asked for it to be taken away so far.")}</article>", "<title>404 pages that made Vask laugh</title>"), PageType.Article);

    [Fact]
    public void A_lead_above_a_wall_is_a_stub_and_is_kept()
    {
        var article = Html($"<article><h1>Ferry terminal in Vask to close</h1>{Paragraphs(First, Second)}</article><div><h3>Subscribe to continue reading</h3><p>Already a subscriber? Log in.</p></div>",
            Ld("{\"@type\":\"NewsArticle\",\"headline\":\"Ferry terminal in Vask to close\",\"isAccessibleForFree\":\"False\"}"));
        ShouldBe(article, PageType.PaywalledStub, DiagnosticCode.Paywalled);
        article.Paragraphs.Select(p => article.Page.Text.Slice(p.Span)).ShouldBe([First, Second]);
    }

    [Fact]
    public void A_lead_that_breaks_off_is_a_stub_where_the_page_is_closed() =>
        ShouldBe(Html($"<article><h1>Ferry terminal in Vask to close</h1>{Paragraphs(First, "Fishermen, who use the same quay every morning, have asked for a hearing before the board…")}</article>",
            Ld("{\"@type\":\"NewsArticle\",\"headline\":\"Ferry terminal in Vask to close\",\"isAccessibleForFree\":false}")), PageType.PaywalledStub, DiagnosticCode.Paywalled);

    [Fact]
    public void A_closed_page_with_its_full_text_is_an_article()
    {
        var article = Html($"<article><h1>Ferry terminal in Vask to close</h1><div class=paid>{Paragraphs(First, Second, Third, Fourth, First, Second, Third, Fourth, First, Second, Third, Fourth, First, Second)}</div></article><p>Already a subscriber? Log in.</p>",
            Ld("{\"@type\":\"NewsArticle\",\"headline\":\"Ferry terminal in Vask to close\",\"isAccessibleForFree\":false,\"hasPart\":{\"@type\":\"WebPageElement\",\"isAccessibleForFree\":false,\"cssSelector\":\".paid\"}}"));
        ShouldBe(article, PageType.Article);
        article.Diagnostics.ShouldNotContain(d => d.Code == DiagnosticCode.Paywalled);
    }

    [Fact]
    public void Structured_data_names_a_live_blog() =>
        ShouldBe(Html($"<article><h1>Vask votes</h1>{Paragraphs(First, Second, Third)}</article>", Ld("{\"@type\":\"LiveBlogPosting\",\"headline\":\"Vask votes\",\"coverageStartTime\":\"2024-05-06T08:00:00Z\"}")), PageType.LiveBlog);

    [Theory]
    [InlineData("Vask votes on its terminal: live updates", "https://vask.example/vask-votes")]
    [InlineData("Vask votes on its terminal", "https://vask.example/live/vask-votes")]
    public void Stamped_entries_under_a_live_title_or_address_are_a_live_blog(string title, string address) =>
        ShouldBe(Html($"<article><h1>{title}</h1>" + string.Concat(new[] { ("14:05", First), ("13:40", Second), ("12:15", Third), ("11:02", Fourth), ("9:30", First) }.Select(e =>
            $"<section><h4>{e.Item1}</h4><p>{e.Item2}</p></section>")) + "</article>", $"<link rel=canonical href='{address}'>"), PageType.LiveBlog);

    [Fact]
    public void Times_in_a_report_make_no_live_blog() =>
        ShouldBe(Html($"<article><h1>A night at the quay</h1><p>14:05 was the hour at which the ferry left, and nobody in the town saw it go.</p>{Paragraphs(First, Second, Third)}</article>"), PageType.Article);

    [Fact]
    public void Pictures_with_captions_and_hardly_a_text_are_a_gallery() =>
        ShouldBe(Html($"<article><h1>The quay in pictures</h1><p>{First}</p>" + string.Concat(Enumerable.Range(1, 12).Select(i =>
            $"<figure><img src='{i}.jpg'><figcaption>Boat number {i} leaves the old quay of Vask in the early morning, while gulls wait for the catch.</figcaption></figure>")) + "</article>",
            Ld("{\"@type\":\"ImageGallery\",\"name\":\"The quay in pictures\"}")), PageType.Gallery);

    [Fact]
    public void A_report_with_pictures_is_an_article() =>
        ShouldBe(Html($"<article><h1>The quay</h1>{Paragraphs(First, Second, Third, Fourth, First, Second, Third, Fourth, First, Second, Third, Fourth)}<figure><figcaption>Boats leave the quay.</figcaption></figure></article>",
            Ld("{\"@type\":\"ImageGallery\",\"name\":\"Pictures\"}")), PageType.Article);

    [Fact]
    public void A_film_with_a_line_of_text_is_a_video() =>
        ShouldBe(Html($"<h1>Gulls open lunch boxes</h1><p>{First}</p>", "<meta property='og:type' content='video.other'>" + Ld("{\"@type\":\"VideoObject\",\"name\":\"Gulls open lunch boxes\"}")), PageType.Video);

    [Fact]
    public void A_report_with_a_film_is_an_article() =>
        ShouldBe(Html($"<article><h1>Gulls open lunch boxes</h1>{Paragraphs(First, Second, Third)}</article>", Ld("{\"@type\":\"NewsArticle\",\"headline\":\"Gulls open lunch boxes\"}") + Ld("{\"@type\":\"VideoObject\",\"name\":\"Gulls\"}")), PageType.Article);

    [Fact]
    public void A_section_with_an_introduction_and_a_writers_page_are_indexes()
    {
        ShouldBe(Html($"<h1>Harbour</h1><p>All our reports about the harbour of Orlen, its ferries and its people, collected since 1921.</p>{Teasers(5, First + " <a href=/1>Read more</a>")}", "<title>Harbour - The Vask Times</title>"), PageType.Index);
        ShouldBe(Html($"<h1>Ina Sorrel</h1><p>Ina Sorrel has reported on the harbour and its people for the Vask Times since 2009.</p>{Teasers(4)}", "<title>Ina Sorrel - The Vask Times</title>"), PageType.Index);
    }

    [Fact]
    public void A_report_above_related_ones_is_an_article() =>
        ShouldBe(Html($"<h1>Ferry closes</h1>{Paragraphs(First, Second, Third, Fourth)}{Teasers(5)}"), PageType.Article);

    [Theory]
    [InlineData("Artikel nicht gefunden")]
    [InlineData("Cette page n’existe plus")]
    [InlineData("This article is no longer available")]
    public void A_page_that_says_that_it_is_gone_is_an_error(string heading) =>
        ShouldBe(Html($"<h1>{heading}</h1><p>Please use the search or go to the front page.</p>"), PageType.Error, DiagnosticCode.ErrorPage);

    [Fact]
    public void A_choice_put_before_the_reader_is_a_wall() =>
        ShouldBe(Html("<h1>Weiterlesen mit Werbung oder im Abo</h1><p>Besuchen Sie uns wie gewohnt mit Werbung und Tracking.</p><button>Zustimmen und weiter</button>"), PageType.Error, DiagnosticCode.ErrorPage);

    [Fact]
    public void A_headline_and_credits_show_a_gallery()
    {
        var pictures = string.Concat(((string[])["Waves break over the quay.", "A tree lies across the road.", "Firefighters clear the roof."]).Select(c => $"<figure><figcaption>{c} Photo: Lena Brook</figcaption></figure>"));
        ShouldBe(Html($"<h1>In pictures: storm over Vask</h1>{pictures}", "<title>In pictures: storm over Vask</title>"), PageType.Gallery);
    }

    [Fact]
    public void A_headline_shows_a_film_with_a_line_of_text() =>
        ShouldBe(Html($"<h1>Watch: ferry makes its last crossing</h1>{Paragraphs(First)}", "<title>Watch: ferry makes its last crossing</title>"), PageType.Video);

    [Fact]
    public void A_lead_alone_that_is_not_for_everybody_is_a_stub() =>
        ShouldBe(Html($"<h1>Ferry terminal in Vask to close</h1>{Paragraphs(First)}", Ld("""{"@type": "NewsArticle", "headline": "Ferry terminal in Vask to close", "isAccessibleForFree": false}""")), PageType.PaywalledStub, DiagnosticCode.Paywalled);
}
