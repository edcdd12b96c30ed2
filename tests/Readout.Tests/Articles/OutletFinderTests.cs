using System.Text;
using Readout.Articles;
using Readout.Pages;

namespace Readout.Tests.Articles;

public class OutletFinderTests
{
    private const string First = "The harbour board of Vask has voted to close the old ferry terminal by the end of the year, its chairwoman said on Monday.";
    private const string Second = "Fishermen, who use the same quay every morning, have asked for a hearing before the board meets again in June.";

    private static Article Html(string head, string title = "Old ferry terminal to close") =>
        ArticleReader.Read(PageReader.Read("a.html", Encoding.UTF8.GetBytes($"<html lang=en><head><title>{title}</title>{head}</head><body><h1>Old ferry terminal to close</h1><p>{First}</p><p>{Second}</p></body></html>")));

    private static Article Text(string text) => ArticleReader.Read(PageReader.Read("a.txt", Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("<meta property='og:site_name' content='Orlen Courier'>", "Orlen Courier")]
    [InlineData("<meta property='og:site_name' content='News, sport and weather | Orlen Courier'><link rel=canonical href='https://www.orlencourier.example/a/1'>", "Orlen Courier")]
    [InlineData("<meta property='og:site_name' content='orlencourier.example'><script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"publisher\": {\"name\": \"Orlen Courier\"}}</script>", "Orlen Courier")]
    [InlineData("<link rel=canonical href='https://ada.wordpress.com/a/1'>", "ada.wordpress.com")]
    [InlineData("<link rel=canonical href='https://www.orlencourier.example/a/1'>", "orlencourier.example")]
    public void The_markup_or_the_address_names_the_outlet(string head, string outlet) => Html(head).Outlet!.Value.ShouldBe(outlet);

    [Fact]
    public void The_end_of_the_page_title_names_the_outlet() => Html("", "Old ferry terminal to close - Orlen Courier").Outlet!.Value.ShouldBe("Orlen Courier");

    [Theory]
    [InlineData("“It is over,” Berit Salm told the Vask Times on Tuesday.", "Vask Times")]
    [InlineData("Berit Salm, in an interview with the Vask Times, said she was sorry. The Vask Times has seen the letter.", "Vask Times")]
    [InlineData("Berit Salm wrote to our newspaper, The Vask Times, to say that she was sorry.", "Vask Times")]
    public void A_text_that_speaks_of_its_outlet_names_it(string sentence, string outlet) => Text($"Old ferry terminal to close\n\n{First}\n\n{Second}\n\n{sentence}").Outlet!.Value.ShouldBe(outlet);

    [Theory]
    [InlineData("“It is over,” Berit Salm told the Vask Times on Tuesday. A day before she had told the Orlen Courier the same.")]
    [InlineData("“It is over,” Berit Salm told Reuters on Tuesday.")]
    [InlineData("“It is over,” Berit Salm told Ada Moll on Tuesday.")]
    public void Others_interviews_name_no_outlet(string sentence) => Text($"Old ferry terminal to close\n\n{First}\n\n{Second}\n\n{sentence}").Outlet.ShouldBeNull();

    [Theory]
    [InlineData("Disclaimer: The views expressed in this article are those of the author and do not reflect the opinions of the Vask Times.")]
    [InlineData("Disclaimer: The views of the author are not necessarily those of Vask Times.")]
    public void A_notice_on_views_names_the_outlet(string notice) => Text($"Old ferry terminal to close\n\n{First}\n\n{Second}\n\n{notice}").Outlet!.Value.ShouldBe("Vask Times");

    [Theory]
    [InlineData("Vask Today\n14 March 2031, 18:20", "Vask Today")]
    [InlineData("The Orlen Standard", "The Orlen Standard")]
    [InlineData("Strait Radio, Morning Talk, 13 March 2031", "Strait Radio")]
    public void The_first_line_of_a_text_names_the_outlet(string line, string outlet)
    {
        var article = Text($"{line}\n\nOld ferry terminal to close\n\n{First}\n\n{Second}");
        article.Outlet!.Value.ShouldBe(outlet);
        article.Title!.Value.ShouldBe("Old ferry terminal to close");
    }

    [Theory]
    [InlineData("Old ferry terminal closes today")]
    [InlineData("FERRY SINKS, ELEVEN DEAD")]
    public void A_headline_names_no_outlet(string line) => Text($"{line}\n\n{First}\n\n{Second}").Outlet.ShouldBeNull();

    [Fact]
    public void Every_name_found_is_a_candidate()
    {
        var article = Html("<meta property='og:site_name' content='Orlen Courier'><link rel=canonical href='https://orlencourier.example/a/1'>", "Old ferry terminal to close | Orlen Courier");
        article.Candidates.Where(c => c.Field == MetadataField.Outlet).Select(c => (c.Value, c.Where, c.Chosen))
            .ShouldBe([("Orlen Courier", "meta", true), ("Orlen Courier", "title", true), ("orlencourier.example", "url", false)]);
    }

    [Theory]
    [InlineData("<link rel=canonical href='https://orlencourier.example/a/1'><meta property='og:url' content='https://www.orlencourier.example/a/1/'>", "https://orlencourier.example/a/1", 2)]
    [InlineData("<link rel=canonical href='https://orlencourier.example/'><meta property='og:url' content='https://orlencourier.example/a/1'>", "https://orlencourier.example/a/1", 1)]
    [InlineData("<link rel=canonical href='/a/1'><script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"mainEntityOfPage\": {\"@id\": \"https://orlencourier.example/a/1\"}}</script>", "https://orlencourier.example/a/1", 1)]
    public void The_pages_own_address_is_whole_and_not_the_front_page(string head, string address, int agreeing)
    {
        var article = Html(head);
        article.Canonical!.Value.ShouldBe(address);
        article.Candidates.Count(c => c.Field == MetadataField.Canonical && c.Chosen).ShouldBe(agreeing);
    }

    [Fact]
    public void What_the_markup_says_of_the_language_stands_beside_what_the_text_shows()
    {
        var article = Html("<meta property='og:locale' content='de_DE'>");
        article.Candidates.Where(c => c.Field == MetadataField.Language).Select(c => (c.Value, c.Where, c.Chosen)).ShouldBe([("en", "text", true), ("en", "html", true), ("de_DE", "meta", false)]);
    }
}
