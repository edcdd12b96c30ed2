using System.Text;
using Readout.Pages;

namespace Readout.Tests.Pages;

public class LooseJsonTests
{
    [Theory]
    [InlineData("""{"headline": "Ferry late", "author": "Ada Moll",}""")]
    [InlineData("""{"headline": "Ferry late" "author": "Ada Moll"}""")]
    [InlineData("""{'headline': 'Ferry late', 'author': 'Ada Moll'}""")]
    [InlineData("""{headline: "Ferry late", author: "Ada Moll"}""")]
    [InlineData("""{"headline": "Ferry late", /* who */ "author": "Ada Moll"} // end""")]
    [InlineData("""{"image": , "headline": "Ferry late", "author": "Ada Moll"}""")]
    [InlineData("""{"headline": "Ferry late", "author": "Ada Moll", "image": {"url": "https://orlen.example/a.jp""")]
    [InlineData("""{"headline": "Ferry late", "author": "Ada Moll", "description": "cut o""")]
    [InlineData("""{"headline": "Ferry late", "author": "Ada Moll"}}]""")]
    [InlineData("""; {"headline": "Ferry late", "author": "Ada Moll"};""")]
    public void Broken_data_says_what_it_was_meant_to_say(string json)
    {
        using var document = LooseJson.Parse(json)!;
        var node = document.RootElement[0];
        (node.GetProperty("headline").GetString(), node.GetProperty("author").GetString()).ShouldBe(("Ferry late", "Ada Moll"));
    }

    [Theory]
    [InlineData("""{"headline": "The "slow" ferry", "author": "Ada Moll"}""", "The \"slow\" ferry")]
    [InlineData("{\"headline\": \"The ferry\nis late\", \"author\": \"Ada Moll\"}", "The ferry is late")]
    [InlineData("""{"headline": "It\'s late", "author": "Ada Moll"}""", "It's late")]
    [InlineData("""{"headline": "Half \ud83d", "author": "Ada Moll"}""", "Half \uFFFD")]
    public void A_string_ends_where_a_member_may_end(string json, string headline)
    {
        using var document = LooseJson.Parse(json)!;
        document.RootElement[0].GetProperty("headline").GetString().ShouldBe(headline);
        document.RootElement[0].GetProperty("author").GetString().ShouldBe("Ada Moll");
    }

    [Fact]
    public void A_value_that_was_cut_off_is_none()
    {
        using var document = LooseJson.Parse("""[{"name": "Ada Moll"}, {"name": "Jory Pe""")!;
        document.RootElement[0][1].GetProperty("name").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    public void Several_values_in_a_row_are_all_read()
    {
        using var document = LooseJson.Parse("""{"a": 1} {"b": 2}""")!;
        document.RootElement.GetArrayLength().ShouldBe(2);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Ferry late")]
    [InlineData("<b>")]
    public void What_holds_no_object_gives_nothing(string text) => LooseJson.Parse(text).ShouldBeNull();

    [Fact]
    public void Depth_is_bounded()
    {
        using var document = LooseJson.Parse(new string('[', 100_000) + "1");
        document.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("""{"@type": "NewsArticle", "headline": "Ferry &amp;amp; quay", "author": {"name": "Ada &quot;Di&quot; Moll"}}""", "Ferry & quay", "Ada \"Di\" Moll")]
    [InlineData("""{"@graph": [{"@type": "Article", "headline": "Ferry", "author": {"@id": "#p1"}}, {"@type": "Person", "@id": "#p1", "name": "Ada Moll"}]}""", "Ferry", "Ada Moll")]
    [InlineData("""<!-- {"@type": "NewsArticle", "headline": "<b>Ferry</b> < quay", "author": [["Ada Moll", "Jory Pell"]]} -->""", "Ferry < quay", "Ada Moll, Jory Pell")]
    [InlineData("""//<![CDATA[{"@type": "NewsArticle", "headline": "Ferry", "author": {"name": ["Ada Moll", "Jory Pell"]}}//]]>""", "Ferry", "Ada Moll, Jory Pell")]
    [InlineData("""{&quot;@type&quot;: &quot;NewsArticle&quot;, &quot;headline&quot;: &quot;Ferry&quot;, &quot;author&quot;: &quot;Ada Moll&quot;}""", "Ferry", "Ada Moll")]
    public void Structured_data_gives_headline_and_writers(string json, string headline, string authors)
    {
        var page = PageReader.Read("a.html", Encoding.UTF8.GetBytes($"<html><head><script type='application/ld+json'>{json}</script></head><body><p>Text.</p></body></html>"));
        string Value(string name) => page.Text.Slice(page.Metadata.Single(m => m.Name == name).Span);
        (Value("headline"), Value("author")).ShouldBe((headline, authors));
    }
}
