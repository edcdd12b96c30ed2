using System.Text;
using Readout.Articles;
using Readout.Pages;

namespace Readout.Tests.Articles;

public class AuthorFinderTests
{
    private const string First = "The harbour board of Vask has voted to close the old ferry terminal by the end of the year, its chairwoman said.";
    private const string Second = "Fishermen, who use the same quay every morning, have asked for a hearing before the board meets again in June.";
    private const string Report = $"<div><p>{First}</p><p>{Second}</p></div>";

    private static Article Read(string html) => ArticleReader.Read(PageReader.Read("a.html", Encoding.UTF8.GetBytes(html)));

    private static Article Page(string above, string head = "", string below = "") =>
        Read($"<!doctype html><html lang=en><head>{head}</head><body><main><h1>Old ferry terminal to close</h1>{above}{Report}{below}</main></body></html>");

    private static string[] Names(Article article) => [.. article.Authors.Select(a => a.Value)];

    private static string Data(string author, string headline = "Old ferry terminal to close") =>
        $"<script type='application/ld+json'>{{\"@type\": \"NewsArticle\", \"headline\": \"{headline}\", \"author\": {author}}}</script>";

    [Theory]
    [InlineData("<p>By Ada Moll</p>", "Ada Moll")]
    [InlineData("<p>By Ada Moll and Jory Pell in Orlen</p>", "Ada Moll", "Jory Pell")]
    [InlineData("<p>By Ada Moll, Senior Political Correspondent</p>", "Ada Moll")]
    [InlineData("<p>Staff Writer Ada Moll @adamoll</p>")]
    [InlineData("<p>6 May 2024 | Von Ada Moll</p>", "Ada Moll")]
    [InlineData("<p>Par Ada Moll et Jory Pell</p>", "Ada Moll", "Jory Pell")]
    [InlineData("<p>Por Ada Moll</p>", "Ada Moll")]
    [InlineData("<p>di Ada Moll</p>", "Ada Moll")]
    [InlineData("<p>Reportagem de Ada Moll</p>", "Ada Moll")]
    [InlineData("<p>Door Ada Moll</p>", "Ada Moll")]
    [InlineData("<p>Автор: Ада Молль</p>", "Ада Молль")]
    [InlineData("<p>Tekst: Ada Moll i Jory Pell</p>", "Ada Moll", "Jory Pell")]
    [InlineData("<p>بقلم: ليلى حداد</p>", "ليلى حداد")]
    [InlineData("<p>作者：李小明</p>", "李小明")]
    [InlineData("<p>取材・文：山田花子</p>", "山田花子")]
    [InlineData("<p>Yazan: Ada Moll</p>", "Ada Moll")]
    [InlineData("<p>Автор: Ада Молль та редакция</p>", "Ада Молль")]
    [InlineData("<p>Ada Moll/Jory Pell</p>", "Ada Moll", "Jory Pell")]
    [InlineData("<div class=byline><span>Ada Moll</span> <span>Jory Pell</span></div>", "Ada Moll", "Jory Pell")]
    public void A_line_beside_the_text_names_its_writers(string line, params string[] names)
    {
        var article = Page(line);
        Names(article).ShouldBe(names);
        article.Authors.ShouldAllBe(a => article.Page.Text.Slice(a.Span) == a.Value);
    }

    [Theory]
    [InlineData("Jorun Pelk | 6 May 2024", "Jorun Pelk")]
    [InlineData("Ada Moll | 6 May 2024", "Ada Moll")]
    [InlineData("Jorun Pelk")]
    [InlineData("Harbour News | 6 May 2024")]
    public void Behind_a_deck_a_name_beside_a_date_is_the_writers(string line, params string[] names) =>
        Names(Read($"<h1>Old ferry terminal to close</h1><p>{First}</p><p>{line}</p><p>{Second}</p><p>The terminal was built when the railway came, and has been painted twice since.</p>")).ShouldBe(names);

    [Theory]
    [InlineData("<p>Ada Moll</p>", "Ada Moll")]
    [InlineData("<p><a href=/tag/ada-moll>Ada Moll</a></p>")]
    [InlineData("<p>Jorun Pelk</p>")]
    [InlineData("<p>Harbour Board</p>")]
    [InlineData("<p>Ada Moll<br>Press Officer</p>")]
    public void A_known_name_alone_below_the_last_sentence_signs_the_text(string below, params string[] names) =>
        Names(Read($"<h1>Old ferry terminal to close</h1><div>{string.Concat(Enumerable.Repeat($"<p>{First}</p><p>{Second}</p>", 4))}{below}</div>")).ShouldBe(names);

    [Theory]
    [InlineData("<p>By Orlen Courier</p>")]
    [InlineData("<p>By Staff Reporter</p>")]
    [InlineData("<p>By AFP</p>")]
    [InlineData("<p>By Vask Newsdesk</p>")]
    [InlineData("<p>Von der Redaktion</p>")]
    [InlineData("<p>Par la rédaction</p>")]
    [InlineData("<p>作者：沃斯克新闻网</p>")]
    [InlineData("<p>Follow @adamoll</p>")]
    [InlineData("<p>Photo: Ada Moll</p>")]
    [InlineData("<p>Read More</p>")]
    [InlineData("<p>New York | 6 May 2024</p>")]
    [InlineData("<p>Local News | 6 May 2024</p>")]
    public void Bodies_roles_pictures_and_places_are_no_authors(string line) =>
        Names(Page(line, "<meta property='og:site_name' content='Orlen Courier'>")).ShouldBeEmpty();

    [Fact]
    public void A_name_that_the_text_is_about_is_not_its_writer() =>
        Names(Read($"<h1>Old ferry terminal to close</h1><p>Ada Moll</p><p>{First}</p><p>{Second}</p><p>The mayor, Ada Moll, voted against it, as she had told the board she would.</p>")).ShouldBeEmpty();

    [Theory]
    [InlineData("""{"@type": "Person", "name": "Ada Moll"}""", "Ada Moll")]
    [InlineData("""[{"name": "Ada Moll"}, {"@type": "Organization", "name": "Orlen Courier"}, {"name": "Jory Pell"}]""", "Ada Moll", "Jory Pell")]
    [InlineData("""{"@type": "Person", "name": "Ada Moll, Jory Pell and Ina Sorrel"}""", "Ada Moll", "Jory Pell", "Ina Sorrel")]
    [InlineData("""{"@type": "Person", "name": "Reuters"}""")]
    [InlineData("""{"@type": "Person", "name": "https://orlen.example/ada-moll"}""")]
    public void Structured_data_names_people(string author, params string[] names) => Names(Page("", Data(author))).ShouldBe(names);

    [Fact]
    public void The_writer_of_another_text_in_the_structured_data_is_not_taken()
    {
        var article = Page("", Data("\"Jory Pell\"", "Gulls learn to open lunch boxes") + Data("\"Ada Moll\""));
        Names(article).ShouldBe(["Ada Moll"]);
        article.Candidates.Single(c => c.Field == MetadataField.Byline && c.Value == "Jory Pell").Reason.ShouldContain("another text");
    }

    [Fact]
    public void Several_objects_and_places_are_joined_where_they_share_a_name() =>
        Names(Page("<p>By Ada Moll and Ina Sorrel</p>", Data("\"Ada Moll\"") + Data("\"Jory Pell\"") + "<meta name=author content='A. Moll'>")).ShouldBe(["Ada Moll", "Jory Pell", "Ina Sorrel"]);

    [Fact]
    public void Several_meta_tags_are_all_read() =>
        Names(Page("", "<meta name=author content='Ada Moll'><meta name=author content='Jory Pell'>")).ShouldBe(["Ada Moll", "Jory Pell"]);

    [Fact]
    public void A_more_reliable_place_outweighs_a_lone_other_one()
    {
        var article = Page("", Data("\"Ada Moll\"") + "<meta name=author content='Otto Webb'>");
        Names(article).ShouldBe(["Ada Moll"]);
        article.Candidates.Single(c => c.Value == "Otto Webb").Chosen.ShouldBeFalse();
    }

    [Theory]
    [InlineData("<span itemprop=author itemscope><span itemprop=name>Ada Moll</span></span>")]
    [InlineData("<a rel='author nofollow' href='/ada'>Ada Moll</a>")]
    [InlineData("<ul><li>6 May 2024</li><li><a rel=author href='/ada'>Ada Moll</a></li></ul>")]
    public void Markup_around_a_name_says_that_it_is_the_writers(string above) => Names(Page(above)).ShouldBe(["Ada Moll"]);

    [Fact]
    public void The_writers_of_comments_and_of_related_texts_are_others() =>
        Names(Page("", below: "<div class=comments><span itemprop=author>Otto Webb</span></div><div class=related><a rel=author>Jory Pell</a></div>")).ShouldBeEmpty();

    [Fact]
    public void A_preview_card_names_the_writer() =>
        Names(Page("", "<meta name='twitter:label1' content='Written by'><meta name='twitter:data1' content='Ada Moll'>")).ShouldBe(["Ada Moll"]);

    [Fact]
    public void Front_matter_names_writers()
    {
        var article = ArticleReader.Read(PageReader.Read("a.txt", Encoding.UTF8.GetBytes($"---\ntitle: Old ferry terminal to close\nauthor: Ada Moll, Jory Pell\n---\n\n{First}\n\n{Second}\n")));
        Names(article).ShouldBe(["Ada Moll", "Jory Pell"]);
        article.Byline!.Value.ShouldBe("Ada Moll, Jory Pell");
    }

    [Theory]
    [InlineData("""{"@type": "NewsArticle", "headline": "Old ferry terminal to close", "author": {"name": "Ada Moll",}, "image": """)]
    [InlineData("""{'@type': 'NewsArticle', 'headline': 'Old ferry terminal to close', 'author': {'name': 'Ada Moll'}}""")]
    public void Broken_structured_data_still_names_the_writer(string json) => Names(Page("", $"<script type=\"application/ld+json\">{json}</script>")).ShouldBe(["Ada Moll"]);

    private const string German = "<p>Die Hafenbehörde von Vask hat beschlossen, das alte Fährterminal bis zum Ende des Jahres zu schließen, wie die Vorsitzende am Montag sagte.</p><p>Die Fischer, die denselben Kai jeden Morgen nutzen, haben um eine Anhörung gebeten, bevor die Behörde im Juni wieder zusammentritt.</p>";

    [Theory]
    [InlineData("(dpa/amo)", "amo")]
    [InlineData("amo, jpe; Foto: Hafenamt", "amo", "jpe")]
    [InlineData("(dpa)")]
    [InlineData("mehr")]
    [InlineData("(lesen Sie mehr)")]
    [InlineData("Hafen, Vask")]
    public void German_papers_sign_with_initials(string line, params string[] names) =>
        Names(Read($"<!doctype html><html lang=de><body><main><h1>Altes Fährterminal schließt</h1>{German}<p>{line}</p></main></body></html>")).ShouldBe(names);

    [Fact]
    public void Initials_are_not_asked_for_where_somebody_is_named() =>
        Names(Read($"<!doctype html><html lang=de><body><main><h1>Altes Fährterminal schließt</h1><p>Von Ada Moll</p>{German}<p>(dpa/jpe)</p></main></body></html>")).ShouldBe(["Ada Moll"]);

    [Fact]
    public void Who_took_the_pictures_did_not_write() =>
        Names(Page("<p>Text: Ada Moll, Photos: Jory Pell</p>")).ShouldBe(["Ada Moll"]);

    [Fact]
    public void Columnists_beside_the_report_did_not_write_it() =>
        Names(Page("", below: "<aside><p>By Ada Moll</p><p>By Jory Pell</p></aside>")).ShouldBeEmpty();
}
