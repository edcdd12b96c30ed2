using System.Text;
using NodaTime;
using Readout.Articles;
using Readout.Pages;
using Readout.Text;

namespace Readout.Tests.Articles;

public class ArticleReaderTests
{
    private const string First = "The harbour board of Vask has voted to close the old ferry terminal by the end of the year, its chairwoman said on Monday.";
    private const string Second = "“Nobody will have to walk further than today,” Berit Salm told reporters after the sitting.";
    private const string Third = "Fishermen, who use the same quay every morning, have asked for a hearing before the board meets again in June.";
    private const string Body = $"{First}\n\n{Second}\n\n{Third}";

    private static Article Text(string text, ArticleOptions? options = null) => ArticleReader.Read(PageReader.Read("a.txt", Encoding.UTF8.GetBytes(text)), options);

    private static Article Html(string body, string head = "") =>
        ArticleReader.Read(PageReader.Read("a.html", Encoding.UTF8.GetBytes($"<!doctype html><html lang=en><head>{head}</head><body>{body}</body></html>")));

    private static string[] Paragraphs(Article article) => [.. article.Paragraphs.Select(p => article.Page.Text.Slice(p.Span))];

    [Theory]
    [InlineData("We use cookies to improve your visit. By clicking OK you agree.\n\nFerry terminal to close\n\n{0}")]
    [InlineData("{0}\n\nPost a comment\n\nNo comments:")]
    [InlineData("{0}\n\nMost read\n1. Why gulls open lunch boxes\n2. The return of the toll booth")]
    [InlineData("{0}\n\nDisclaimer: Vask Weekly provides this text “as is” and accepts no liability for its accuracy or completeness.\n\nTags\n\nLabel")]
    [InlineData("{0}\n\nPhoto: Ida Wenn\n\n© Vask Weekly 2024. All rights reserved.")]
    [InlineData("{0}\n\nRead Now\n\nGulls learn to open lunch boxes\n\nThe gulls of Vask have learned a new trick, and nobody at the school knows how to...\n\nThe return of the toll booth\n\nA wooden booth on the old road is back in use after thirty years, and drivers who...\n\nA walk along the quay\n\nThere is more to see on the quay than ships, and our reader has made a list of all...")]
    public void Furniture_around_the_text_of_a_dump_is_not_the_article(string page) =>
        Paragraphs(Text(page.Replace("{0}", Body, StringComparison.Ordinal))).ShouldBe([First, Second, Third]);

    [Fact]
    public void A_teaser_between_paragraphs_is_dropped_and_the_text_goes_on() =>
        Paragraphs(Text($"{First}\n\nREAD MORE: Why gulls open lunch boxes\n\n{Second}\n\n{Third}")).ShouldBe([First, Second, Third]);

    [Fact]
    public void A_sub_heading_stays_and_is_one()
    {
        var article = Text($"Ferry terminal to close\n\n{First}\n\n{Second}\n\nWhat the fishermen say\n\n{Third}");
        article.Paragraphs.Select(p => p.IsHeading).ShouldBe([false, false, true, false]);
    }

    [Fact]
    public void An_html_page_gives_its_report_without_what_surrounds_it()
    {
        var article = Html($"""
            <nav><ul><li><a href="/">Home</a><li><a href="/n">News</a></ul></nav>
            <main><article><h1>Ferry terminal to close</h1><div class="meta">By Ida Wenn <time datetime="2024-05-06">6 May 2024</time></div>
            <div class="text"><p>{First}</p><div class="promo"><a href="/x">READ MORE: Gulls</a></div><p>{Second}</p><figure><figcaption>The quay. Photo: Ida Wenn</figcaption></figure><p>{Third}</p></div>
            <div class="related"><h3>You may also like</h3><p>The gulls of Vask have learned a new trick, and nobody at the school knows how.</p></div></article>
            <section id="comments"><p>They said the same forty years ago, and look at the quay today, it is a shame.</p></section></main>
            <footer><p>© Vask Weekly. All rights reserved.</p></footer>
            """);
        Paragraphs(article).ShouldBe([First, Second, Third]);
        article.Title!.Value.ShouldBe("Ferry terminal to close");
        article.Byline!.Value.ShouldBe("Ida Wenn");
        article.Outlet!.Value.ShouldBe("Vask Weekly");
    }

    [Fact]
    public void A_page_of_links_is_an_index_and_no_article()
    {
        var article = Html("<ul>" + string.Concat(Enumerable.Range(0, 40).Select(i => $"<li><a href='/{i}'>Mayor of Orlen opens bridge number {i} to applause</a></li>")) + "</ul>");
        article.Paragraphs.ShouldBeEmpty();
        article.Diagnostics.ShouldContain(d => d.Code == DiagnosticCode.IndexPage);
    }

    [Theory]
    [InlineData("Ferry terminal to close", "Ferry terminal to close")]
    [InlineData("Ferry terminal to close - Vask Weekly", "Ferry terminal to close")]
    [InlineData("Vask Weekly | News | Ferry terminal to close", "Ferry terminal to close")]
    public void The_site_is_no_part_of_the_title(string tag, string title)
    {
        var article = Html($"<p>{First}</p><p>{Second}</p><p>{Third}</p>", $"<title>{tag}</title><meta property='og:site_name' content='Vask Weekly'>");
        article.Title!.Value.ShouldEndWith(title);
        article.Page.Text.Slice(article.Title.Span).ShouldBe(article.Title.Value);
    }

    [Fact]
    public void A_dump_that_begins_with_its_text_has_no_title()
    {
        var article = Text(Body);
        article.Title.ShouldBeNull();
        article.Diagnostics.ShouldContain(d => d.Code == DiagnosticCode.NoTitle);
    }

    [Theory]
    [InlineData("By Ida Wenn", "Ida Wenn")]
    [InlineData("By Ida Wenn and Jon Perl", "Ida Wenn and Jon Perl")]
    [InlineData("6 May 2024 | By Ida Wenn", "Ida Wenn")]
    [InlineData("By Vask Desk", null)]
    [InlineData("By Redaction", null)]
    [InlineData("By Staff Reporter", null)]
    public void A_byline_names_people(string line, string? names) =>
        Text($"Ferry terminal in Vask to close\n{line}\n\n{Body}").Byline?.Value.ShouldBe(names);

    [Theory]
    [InlineData("{0}\n\n© Coast Press 2024. All rights reserved.", "Coast Press")]
    [InlineData("{0}\n\nDisclaimer: This content was reviewed and published by Tidewatch editors.", "Tidewatch")]
    [InlineData("{0}\n\nLegal Disclaimer:\nEstuary Mail provides this text “as is” without warranty of any kind.", "Estuary Mail")]
    [InlineData("VASK WEEKLY\nPorts | Rail | Roads\nFerry terminal to close\n\n{0}\n\nShe had told Vask Weekly so before.", "Vask Weekly")]
    [InlineData("(CSTP) {0}\n\n© Coast Press Service, CSTP 2024", "Coast Press Service, CSTP")]
    public void A_dump_names_its_outlet_where_it_speaks_of_itself(string page, string outlet) =>
        outlet.ShouldStartWith(Text(page.Replace("{0}", Body, StringComparison.Ordinal)).Outlet!.Value);

    [Fact]
    public void An_unknown_outlet_is_null_and_said_so()
    {
        var article = Text(Body);
        article.Outlet.ShouldBeNull();
        article.Diagnostics.ShouldContain(d => d.Code == DiagnosticCode.UnknownOutlet);
    }

    [Theory]
    [InlineData("{0}\n\nSource: CSTP", "CSTP", AttributionLink.CreditLine)]
    [InlineData("{0}\n\nWith material from the Coast Press Service", "Coast Press Service", AttributionLink.CreditLine)]
    [InlineData("{0}\n\nBased On CSTP Report", "CSTP", AttributionLink.CreditLine)]
    [InlineData("{0}\n\nMit Material von CSTP", "CSTP", AttributionLink.CreditLine)]
    [InlineData("{0}\n\nCon información de CSTP", "CSTP", AttributionLink.CreditLine)]
    [InlineData("{0}\n\nBron: CSTP", "CSTP", AttributionLink.CreditLine)]
    [InlineData("{0}\n\nИсточник: CSTP", "CSTP", AttributionLink.CreditLine)]
    [InlineData("VASK, May 6 (CSTP) - {0}", "CSTP", AttributionLink.Dateline)]
    [InlineData("VASK/ORLEN (CSTP/iw) - {0}", "CSTP", AttributionLink.Dateline)]
    public void Credit_lines_and_datelines_name_where_the_text_comes_from(string page, string name, AttributionLink link)
    {
        var credit = Text("Ferry terminal to close\n\n" + page.Replace("{0}", Body, StringComparison.Ordinal)).Credits.ShouldHaveSingleItem();
        (credit.Name, credit.Link).ShouldBe((name, link));
    }

    [Fact]
    public void An_agencys_own_dateline_is_no_source_of_its_text() =>
        Text($"VASK, May 6, 2024 (CPS) - {Body}\n\n© Coast Press Service 2024. All rights reserved.").Credits.ShouldBeEmpty();

    [Theory]
    [InlineData("Source of the fire was a kettle, the brigade said in Vask late on Monday.")]
    [InlineData("Based on what the board heard, the terminal has to close, she said.")]
    [InlineData("(Reporting by Ida Wenn in Vask; editing by Jon Perl)")]
    public void Sentences_and_sign_offs_are_no_credits(string line) =>
        Text($"{Body}\n\n{line}").Credits.ShouldBeEmpty();

    [Fact]
    public void One_foreign_sentence_does_not_turn_the_language_and_is_flagged()
    {
        var article = Text($"{First}\n\n“It is a question of respect. Nous ne sommes pas à vendre, et nous ne partirons pas.” said Berit Salm.\n\n{Third}");
        article.Language.ShouldBe("en");
        article.Diagnostics.Where(d => d.Code == DiagnosticCode.ForeignText).ShouldHaveSingleItem().Span!.Value.Length.ShouldBeGreaterThan(20);
    }

    [Theory]
    [InlineData("Die Brücke bei Vask wird im nächsten Jahr geschlossen, sagte die Vorsitzende des Rates am Montag nach einer langen Sitzung.", "de")]
    [InlineData("Le pont sera fermé à la fin de l'année, a déclaré lundi la présidente du conseil après une longue séance.", "fr")]
    [InlineData("Мост будет закрыт до конца года, сообщила в понедельник глава городского совета после долгого заседания.", "ru")]
    [InlineData("Міст буде закрито до кінця року, повідомила в понеділок голова міської ради після довгого засідання.", "uk")]
    public void The_language_is_read_from_the_text(string text, string language) => Text(text).Language.ShouldBe(language);

    [Fact]
    public void A_day_given_with_the_page_wins()
    {
        var article = Text($"Ferry terminal to close\n6 May 2024\n\n{Body}", new ArticleOptions(new LocalDate(2024, 6, 1)));
        article.Published!.Day.ShouldBe(new LocalDate(2024, 6, 1));
        article.DateCandidates.ShouldAllBe(c => !c.Chosen);
    }
}
