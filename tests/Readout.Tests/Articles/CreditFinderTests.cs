using System.Text;
using Readout.Articles;
using Readout.Pages;

namespace Readout.Tests.Articles;

public class CreditFinderTests
{
    private const string Report = "<p>The harbour board of Vask has voted to close the old ferry terminal by the end of the year, its chairwoman said.</p><p>Fishermen, who use the same quay every morning, have asked for a hearing before the board meets again in June.</p><p>The terminal was built forty years ago, when the line to the islands was opened.</p>";

    [Theory]
    [InlineData("", "<p>Reuters contributed to this report.</p>", "Reuters")]
    [InlineData("<p>By Vask Herald</p>", "", "Vask Herald")]
    [InlineData("", "<p>Via: Vask Herald</p>", "Vask Herald")]
    [InlineData("", "<p>Text: VPA</p>", "VPA")]
    [InlineData("", "<p>(AFP)</p>", "AFP")]
    [InlineData("", "<p>(dpa/tar)</p>", "dpa")]
    [InlineData("", "<p>Quelle: dpa</p>", "dpa")]
    [InlineData("", "<p>Republished from The Vask Herald under a Creative Commons licence.</p>", "Vask Herald")]
    [InlineData("", "<p>Text: Ina Sorrel</p>")]
    [InlineData("<p>By Ina Sorrel</p>", "")]
    public void A_line_that_names_where_the_text_comes_from_is_provenance(string above, string below, params string[] names) =>
        Read(above, below).Credits.Select(c => c.Name).ShouldBe(names);

    [Theory]
    [InlineData("<p>Reuters contributed to this report.</p>")]
    [InlineData("<p>(AFP)</p>")]
    [InlineData("<p>Republished from The Vask Herald under a Creative Commons licence.</p>")]
    public void And_no_part_of_the_report(string below) =>
        Read("", below).Paragraphs.Count.ShouldBe(3);

    [Fact]
    public void An_interview_that_another_paper_had_first_names_no_outlet() =>
        Read("", "<p>An engineer told the Vask Herald, which first reported the story, that the wall had moved.</p>").Outlet.ShouldBeNull();

    private static Article Read(string above, string below) =>
        ArticleReader.Read(PageReader.Read("a.html", Encoding.UTF8.GetBytes($"<!doctype html><html lang=en><body><main><h1>Old ferry terminal to close</h1>{above}{Report}{below}</main></body></html>")));
}
