using System.Text;
using System.Text.RegularExpressions;
using Readout.Formats;

namespace Readout.Tests.Formats;

public class ReadableFormatTests
{
    [Theory]
    [InlineData("md")]
    [InlineData("txt")]
    [InlineData("html")]
    public void Every_section_and_every_sentence_is_printed(string format)
    {
        var brief = InventedBrief.Make();
        var text = Fold(format == "html" ? Plain(Write(format)) : Unescaped(Write(format)));
        foreach (var section in brief.Sections)
        {
            text.ShouldContain(section.Name);
            foreach (var sentence in section.Sentences)
                text.ShouldContain(Fold(sentence.Text));
        }
        text.ShouldContain("No source after 4 March 2021.");
        text.ShouldContain("these words are not on the page");
    }

    [Fact]
    public void A_citation_names_the_page_and_its_code_points()
    {
        var text = Write("md");
        text.ShouldContain("[1:94-131]");
        text.ShouldContain("1. The Orlen Wire, 4 March 2021: Bridge talks may open in Vask (`pages/wire.txt`, d0a1b2c)");
    }

    [Fact]
    public void Words_of_a_page_never_turn_into_markup()
    {
        Write("html").ShouldNotContain("<again>");
        Write("html").ShouldContain("&lt;again&gt; &amp; soon");
        Write("md").ShouldContain("&lt;again&gt; &amp; soon");
        Markdown.Escape("# *a* [b](c) _d_ e_f `g`").ShouldBe("\\# \\*a\\* \\[b\\](c) \\_d\\_ e_f \\`g\\`");
        Markdown.Escape("1. May").ShouldBe("1\\. May");
        Markup.Encode("<script>\"'\0").ShouldBe("&lt;script&gt;&quot;&#39;\uFFFD");
    }

    [Fact]
    public void Every_link_of_the_html_leads_to_a_place_in_it()
    {
        var html = Write("html");
        var ids = Regex.Matches(html, " id=\"([^\"]*)\"").Select(m => m.Groups[1].Value).ToList();
        var links = Regex.Matches(html, "href=\"#([^\"]*)\"").Select(m => m.Groups[1].Value).ToList();
        ids.ShouldBeUnique();
        links.ShouldNotBeEmpty();
        links.Except(ids, StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public void The_html_needs_nothing_from_outside_and_no_script()
    {
        var html = Write("html");
        html.ShouldNotContain("http:");
        html.ShouldNotContain("https:");
        html.ShouldNotContain("<script");
        html.ShouldNotContain("url(");
    }

    [Fact]
    public void Each_count_opens_the_list_behind_it()
    {
        var html = Write("html");
        html.ShouldContain("<summary>2 outlets</summary>");
        html.ShouldContain("<summary>1 text</summary>");
        html.ShouldContain("<summary>1 speaker</summary><ul><li><b>Ines Hald</b> (pages 1, 2): both chains end there</li></ul>");
    }

    [Fact]
    public void The_cited_words_stand_marked_in_their_paragraph() =>
        Write("html").ShouldContain("<a class=\"at\" id=\"w-d0a1b2c-94-131\"></a><mark>&quot;will come to Vask ");

    [Theory]
    [InlineData("2021-03-04", "2021-03-04", "4 March 2021")]
    [InlineData("2021-03-04", "2021-03-09", "4–9 March 2021")]
    [InlineData("2021-03-04", "2021-04-09", "4 March – 9 April 2021")]
    [InlineData("2020-03-04", "2021-04-09", "4 March 2020 – 9 April 2021")]
    [InlineData("2021-03-01", "2021-03-31", "March 2021")]
    [InlineData("2021-01-01", "2021-12-31", "2021")]
    [InlineData("2019-01-01", "2021-12-31", "2019–2021")]
    [InlineData("2021-03-04", "", "since 4 March 2021")]
    [InlineData("", "2021-03-04", "by 4 March 2021")]
    [InlineData("", "", "no date")]
    public void A_range_of_days_reads_as_one_says_it(string earliest, string latest, string words) =>
        Dates.Of(new Readout.Text.DateRange(Day(earliest), Day(latest))).ShouldBe(words);

    private static NodaTime.LocalDate? Day(string day) => day.Length == 0 ? null : NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value;

    private static string Write(string format)
    {
        using var stream = new MemoryStream();
        Format.Named(format)!.Write(InventedBrief.Make(), new FormatOptions(), stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    // What a reader sees: markup and escapes taken away.
    private static string Plain(string html) => System.Net.WebUtility.HtmlDecode(Regex.Replace(html, "<[^<>]*>", ""));

    private static string Unescaped(string markdown) =>
        System.Net.WebUtility.HtmlDecode(markdown).Replace("\\", "", StringComparison.Ordinal);

    private static string Fold(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
