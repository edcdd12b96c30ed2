using System.Text;
using Readout.Articles;
using Readout.Pages;

namespace Readout.Tests.Articles;

public class TitleFinderTests
{
    private const string Report = "<p>The harbour board of Vask has voted to close the old ferry terminal by the end of the year, its chairwoman said.</p><p>Fishermen, who use the same quay every morning, have asked for a hearing before the board meets again in June.</p>";

    private static Article Html(string body, string head) =>
        ArticleReader.Read(PageReader.Read("a.html", Encoding.UTF8.GetBytes($"<!doctype html><html lang=en><head>{head}</head><body>{body}{Report}</body></html>")));

    private static string Meta(string og, string headline, string tag = "") =>
        $"<title>{tag}</title><meta property='og:title' content='{og}'><script type='application/ld+json'>{{\"@type\": \"NewsArticle\", \"headline\": \"{headline}\"}}</script>";

    [Theory]
    [InlineData("Old ferry terminal to close", "Old ferry terminal to close", "Terminal closes: what now?", "Old ferry terminal to close")]
    [InlineData("Old ferry terminal to close", "Vask loses its ferries", "Old ferry terminal to close", "Old ferry terminal to close")]
    [InlineData("Vask loses its ferries", "Old ferry terminal to close", "Old ferry terminal to close", "Old ferry terminal to close")]
    [InlineData("A harbour says goodbye", "Vask loses its ferries", "Old ferry terminal to close", "Vask loses its ferries")]
    public void The_wording_that_most_places_share_is_the_headline(string heading, string headline, string og, string title) =>
        Html($"<h1>{heading}</h1>", Meta(og, headline)).Title!.Value.ShouldBe(title);

    [Fact]
    public void A_kicker_inside_the_heading_is_left_out_where_the_markup_states_the_headline_alone() =>
        Html("<h1><span>Harbour</span> Old ferry terminal to close</h1>", Meta("Old ferry terminal to close", "Old ferry terminal to close")).Title!.Value.ShouldBe("Old ferry terminal to close");

    [Fact]
    public void A_kicker_that_the_markup_states_too_is_part_of_the_headline() =>
        Html("<span>Harbour</span><h1>Old ferry terminal to close</h1>", Meta("Harbour: Old ferry terminal to close", "Harbour: Old ferry terminal to close")).Title!.Value.ShouldBe("Harbour: Old ferry terminal to close");

    [Fact]
    public void The_headline_of_another_text_in_the_structured_data_does_not_win()
    {
        var article = Html("<h1>Old ferry terminal to close</h1>", """
            <script type='application/ld+json'>[{"@type": "NewsArticle", "headline": "Gulls learn to open lunch boxes"}, {"@type": "NewsArticle", "headline": "Old ferry terminal to close"}]</script>
            """);
        article.Title!.Value.ShouldBe("Old ferry terminal to close");
        article.Candidates.Single(c => c.Value.StartsWith("Gulls", StringComparison.Ordinal)).Chosen.ShouldBeFalse();
    }

    [Fact]
    public void Every_place_that_gives_a_headline_is_a_candidate_with_a_reason()
    {
        var article = Html("<h1>Old ferry terminal to close</h1>", Meta("Terminal closes", "Old ferry terminal to close", "Old ferry terminal to close | Orlen Courier"));
        var candidates = article.Candidates.Where(c => c.Field == MetadataField.Title).ToList();
        candidates.Select(c => (c.Where, c.Chosen)).ShouldBe([("heading", true), ("json-ld", true), ("meta", false), ("title", true)]);
        candidates.ShouldAllBe(c => c.Reason.Length > 0 && article.Page.Text.Slice(c.Span) == c.Value);
    }

    [Fact]
    public void The_last_step_of_the_way_to_the_page_is_not_its_headline_where_another_stands_above_the_text() =>
        Html("<nav class='breadcrumb'><ol><li><a href='/'>Harbour</a></li><li><h1>Vask ferry terminal closing date</h1></li></ol></nav><h2>Old ferry terminal in Vask to close</h2>" + Report,
            Meta("Old ferry terminal in Vask to close", "Vask ferry terminal closing date", "Vask ferry terminal closing date")).Title!.Value.ShouldBe("Old ferry terminal in Vask to close");

    [Fact]
    public void The_last_step_of_the_way_to_the_page_is_its_headline_where_there_is_no_other() =>
        Html("<nav class='breadcrumb'><h1>Old ferry terminal to close</h1></nav>", "<title>Old ferry terminal to close</title>").Title!.Value.ShouldBe("Old ferry terminal to close");

    [Fact]
    public void Of_one_wording_the_place_that_divides_kicker_and_headline_is_quoted()
    {
        var title = Html("<h1><span>Harbour of Vask</span> <b>Old ferry terminal to close</b></h1>", Meta("Harbour of Vask: Old ferry terminal to close", "Harbour of Vask: Old ferry terminal to close")).Title!;
        title.Value.ShouldBe("Harbour of Vask: Old ferry terminal to close");
    }

    [Fact]
    public void A_line_that_says_when_a_notice_was_issued_is_no_headline()
    {
        const string text = "VASK HARBOUR BOARD\n\nNotice No. 4 on the closing of the old ferry terminal\n\nIssued: Thursday 10 October 2030, 17:00\n\n"
            + "The harbour board of Vask has voted to close the old ferry terminal by the end of the year, its chairwoman said.\n\n"
            + "Fishermen, who use the same quay every morning, have asked for a hearing before the board meets again in June.\n";
        ArticleReader.Read(PageReader.Read("a.txt", Encoding.UTF8.GetBytes(text))).Title!.Value.ShouldBe("Notice No. 4 on the closing of the old ferry terminal");
    }
}
