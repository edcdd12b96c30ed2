using System.Text;
using Readout.Articles;
using Readout.Pages;

namespace Readout.Tests.Articles;

/// <summary>What stands on a report's page and is none of it: other reports, columns, offers, what is said to listeners alone.</summary>
public class NeighbouringTextsTests
{
    private const string Ferry = """
        <p>The ferry between Orlen and Vask will stop running on Monday after engineers found cracks in the landing stage, the harbour board said on Thursday.</p>
        <p>Ada Moll, who chairs the board, told reporters that the stage had been inspected twice since the winter and that nobody had noticed the damage.</p>
        <p>“We would rather close a line for a month than fish people out of the water,” Moll said. She put the cost of the repairs at 400,000 crowns.</p>
        <p>The town council will meet on Friday to decide whether buses should replace the ferry, and who is to pay for them.</p>
        """;

    private const string Storm = """
        <p>Pupils were sent home on Tuesday after strong winds tore part of the roof off the school in Vask.</p>
        <p>Nobody was hurt, the head teacher said, but the building will stay closed until the end of the month.</p>
        """;

    private const string Headline = "<h1>Ferry to Vask stops on Monday</h1>";

    private static Article Read(string body, string head = "", string title = "Ferry to Vask stops on Monday") =>
        ArticleReader.Read(PageReader.Read("a.html", Encoding.UTF8.GetBytes($"<!doctype html><html lang=en><head><title>{title}</title>{head}</head><body><main>{body}</main></body></html>")));

    private static Article ReadText(string text) => ArticleReader.Read(PageReader.Read("a.txt", Encoding.UTF8.GetBytes(text)));

    private static string Body(Article article) => string.Join('\n', article.Paragraphs.Select(p => article.Page.Text.Slice(p.Span)));

    [Fact]
    public void A_page_that_goes_on_with_the_next_report_is_read_to_the_end_of_the_first()
    {
        var article = Read($"<article>{Headline}<p>By Ina Sorrel</p>{Ferry}</article><article><h1>Storm tears roof off Vask school</h1><p>By Theo Brandt</p>{Storm}</article>");
        Body(article).ShouldContain("buses should replace the ferry");
        Body(article).ShouldNotContain("Pupils");
        article.Authors.Select(a => a.Value).ShouldBe(["Ina Sorrel"]);
    }

    [Fact]
    public void A_columnist_in_a_box_with_a_heading_did_not_write_the_report() =>
        Read($"<article>{Headline}{Ferry}</article><div class=right><h3>Opinion</h3><div><p>By Ina Sorrel</p><a href=/1>Why I miss the old king</a></div></div>").Authors.ShouldBeEmpty();

    [Fact]
    public void Data_that_describe_a_related_report_give_this_one_neither_day_nor_writer()
    {
        const string Related = """<script type="application/ld+json">[{"@type": "NewsArticle", "headline": "Storm tears roof off the school", "datePublished": "2024-02-01T10:00:00Z", "author": {"@type": "Person", "name": "Theo Brandt"}}]</script>""";
        var article = Read($"<article>{Headline}<p>By Ina Sorrel</p>{Ferry}</article>", Related);
        article.Published.ShouldBeNull();
        article.DateCandidates.ShouldContain(c => c.Reason.Contains("another text"));
        article.Authors.Select(a => a.Value).ShouldBe(["Ina Sorrel"]);
    }

    [Fact]
    public void The_day_a_site_was_changed_is_not_the_reports() =>
        Read($"<article>{Headline}{Ferry}</article><p>Site last updated: 20 March 2024</p>").Published.ShouldBeNull();

    [Fact]
    public void What_only_screen_readers_say_is_no_part_of_a_sentence() =>
        Body(Read($"<article>{Headline}<p><a href=/1>Moll<span class=\"visually-hidden\">, opens in a new tab</span></a> said nothing at first about the closure of the line to Vask.</p>{Ferry}</article>"))
            .ShouldContain("Moll said nothing at first");

    [Fact]
    public void An_offer_to_subscribe_is_no_part_of_the_text_it_closes()
    {
        var article = Read($"<article>{Headline}{Ferry}<div class=wall><h3>Subscribe to continue reading</h3><p>This article is for subscribers only. Get full access for 2 crowns a week.</p></div></article>");
        article.Type.ShouldBe(PageType.PaywalledStub);
        Body(article).ShouldContain("buses should replace the ferry");
        Body(article).ShouldNotContain("crowns a week");
    }

    [Fact]
    public void The_first_sub_heading_stays_with_the_others() =>
        Body(Read($"<article>{Headline}<h2>The closure</h2>{Ferry}<h2>The storm</h2>{Storm}<h2>The harbour</h2>{Storm}</article>")).ShouldStartWith("The closure\n");

    [Fact]
    public void A_table_that_belongs_to_the_text_is_kept_whole()
    {
        var body = Body(Read($"<article>{Headline}{Ferry}<table><tr><th>Line</th><th>Passengers</th></tr><tr><td>Orlen–Vask</td><td>1,200</td></tr><tr><td>Vask–Sand</td><td>300</td></tr></table>{Storm}</article>"));
        foreach (var cell in (string[])["Line", "Passengers", "Orlen–Vask", "1,200", "Vask–Sand", "300"])
            body.Split('\n').ShouldContain(cell);
    }

    [Fact]
    public void An_outlet_may_stand_behind_a_section() =>
        Read($"<article>{Headline}{Ferry}</article>", title: "Ferry to Vask stops on Monday | Harbour | The Orlen Courier").Outlet!.Value.ShouldBe("The Orlen Courier");

    [Fact]
    public void A_caption_above_a_bare_text_is_not_its_headline() =>
        ReadText($"Orlen Courier\n\nFerry to Vask stops on Monday\n\nThe landing stage at Vask on Thursday. Photograph: Lena Brook\n\n{Ferry.Replace("<p>", "").Replace("</p>", "\n")}").Title!.Value.ShouldBe("Ferry to Vask stops on Monday");

    [Theory]
    [InlineData("---\ntitle: Ferry stops\nauthors:\n  - Ina Sorrel\n  - Ada Moll\ndate: 2024-03-07\n---\n")]
    [InlineData("---\ntitle: Ferry stops\nauthors: [Ina Sorrel, \"Ada Moll\"]\ndate: 2024-03-07\n---\n")]
    [InlineData("+++\ntitle = \"Ferry stops\"\nauthors = [\"Ina Sorrel\", 'Ada Moll']\ndate = 2024-03-07\n+++\n")]
    public void Front_matter_lists_several_writers_and_may_be_written_either_way(string front)
    {
        var article = ReadText(front + "\n" + Ferry.Replace("<p>", "").Replace("</p>", "\n"));
        article.Title!.Value.ShouldBe("Ferry stops");
        article.Authors.Select(a => a.Value).ShouldBe(["Ina Sorrel", "Ada Moll"]);
        article.Published!.Day.ShouldBe(new NodaTime.LocalDate(2024, 3, 7));
    }
}
