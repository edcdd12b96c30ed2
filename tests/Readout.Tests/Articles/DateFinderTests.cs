using System.Text;
using NodaTime;
using NodaTime.Text;
using Readout.Articles;
using Readout.Articles.Dates;
using Readout.Pages;
using Readout.Text;

namespace Readout.Tests.Articles;

public class DateFinderTests
{
    private const string Body = "The harbour board of Vask has voted to close the old ferry terminal by 1 June 2031, its chairwoman said on Monday.\n\nFishermen, who use the same quay every morning, have asked for a hearing before the board meets again in June.";

    private static Article Text(string text) => ArticleReader.Read(PageReader.Read("a.txt", Encoding.UTF8.GetBytes(text)));

    private static Article Html(string head, string stamp) => ArticleReader.Read(PageReader.Read("a.html", Encoding.UTF8.GetBytes(
        $"<html lang=en-GB><head>{head}</head><body><h1>Ferry terminal to close</h1><div>{stamp}</div><div>{string.Concat(Body.Split("\n\n").Select(p => $"<p>{p}</p>"))}</div></body></html>")));

    private static string? Day(Article article) => article.Published?.Day is { } day ? LocalDatePattern.Iso.Format(day) : null;

    [Theory]
    [InlineData("[9 May 2023], 11:20", "2023-05-09")]
    [InlineData("Published: [May 9, 2023]", "2023-05-09")]
    [InlineData("[Sept. 9th, 2023] | Staff", "2023-09-09")]
    [InlineData("Tuesday, [09 May 2023]", "2023-05-09")]
    [InlineData("[2023-05-09] 06:15:22", "2023-05-09")]
    [InlineData("[24.05.2023]", "2023-05-24")]
    [InlineData("[24/05/2023] 08:00", "2023-05-24")]
    [InlineData("[05/24/2023]", "2023-05-24")]
    [InlineData("[9. Mai 2023]", "2023-05-09")]
    [InlineData("[9 de mayo de 2023]", "2023-05-09")]
    [InlineData("[9 мая 2023], 10:00", "2023-05-09")]
    [InlineData("[2023年5月9日]", "2023-05-09")]
    public void A_stamp_between_headline_and_text_is_the_day(string marked, string day)
    {
        var article = Text($"Ferry terminal in Vask to close\n{marked.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal)}\n\n{Body}");
        Day(article).ShouldBe(day);
        var words = marked[(marked.IndexOf('[', StringComparison.Ordinal) + 1)..marked.IndexOf(']', StringComparison.Ordinal)];
        article.Page.Text.Slice(article.Published!.Spans[0]).ShouldBe(words);
    }

    [Fact]
    public void A_date_in_a_sentence_is_never_the_day()
    {
        var article = Text(Body);
        article.Published.ShouldBeNull();
        article.Diagnostics.ShouldContain(d => d.Code == DiagnosticCode.NoDate);
    }

    [Fact]
    public void A_clock_in_the_head_yields_to_a_stamp_and_the_conflict_is_told()
    {
        var article = Text($"Monday, 02 October 2023 08:41 GMT\nPorts          Rail\nFerry terminal in Vask to close\n\nFerry terminal in Vask to close\n\n2023-05-09 06:15:22\n{Body}\n\nVSKW09052023000771ID4410");
        Day(article).ShouldBe("2023-05-09");
        article.DateCandidates.Select(c => (c.Where, c.Chosen)).ShouldBe([("furniture", false), ("visible", true), ("id", false)]);
        article.Diagnostics.ShouldContain(d => d.Code == DiagnosticCode.DateConflict);
    }

    [Fact]
    public void A_clock_alone_is_not_the_day() =>
        Text($"Monday, 02 October 2023 08:41 GMT\nPorts          Rail\nRoads          Air\nFerry terminal in Vask to close\n\n{Body}").Published.ShouldBeNull();

    [Fact]
    public void A_dateline_with_a_year_is_the_day() =>
        Day(Text($"Ferry terminal in Vask to close\n\nVASK, May 6, 2024 (CPS) - {Body}")).ShouldBe("2024-05-06");

    [Fact]
    public void An_older_dateline_stays_a_candidate_beside_the_stamp()
    {
        var article = Html("<meta property='article:published_time' content='2024-02-19T10:00:00+02:00'>", "19 February 2024");
        var stale = Text($"Ferry terminal in Vask to close\n19 February 2024\n\nVASK, Nov 14 (CPS) - {Body}");
        Day(stale).ShouldBe("2024-02-19");
        var dateline = stale.DateCandidates.Single(c => c.Where == "dateline");
        (dateline.Chosen, dateline.When).ShouldBe((false, DateRange.Day(new LocalDate(2023, 11, 14))));
        Day(article).ShouldBe("2024-02-19");
    }

    [Theory]
    [InlineData("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"2024-05-06T23:30:00-05:00\"}</script>", "", "2024-05-06", "json-ld")]
    [InlineData("<meta property='article:published_time' content='2024-05-06T08:00:00Z'><meta property='article:modified_time' content='2024-07-01T08:00:00Z'>", "", "2024-05-06", "meta")]
    [InlineData("<link rel='canonical' href='https://vaskweekly.example/2024/05/06/ferry'>", "", "2024-05-06", "url")]
    [InlineData("", "<time datetime='2024-05-06T08:00'>yesterday</time>", "2024-05-06", "time")]
    [InlineData("", "<time itemprop='datePublished' datetime='2024-05-06'>yesterday</time>", "2024-05-06", "microdata")]
    public void Markup_that_states_the_day_is_believed(string head, string stamp, string day, string where)
    {
        var article = Html(head, stamp);
        Day(article).ShouldBe(day);
        article.Published!.Rule.ShouldBe("date-" + where);
    }

    [Fact]
    public void Late_in_the_evening_the_day_readers_see_is_the_local_one() =>
        Day(Html("<meta property='article:published_time' content='2024-05-06T23:10:00Z'>", "7 May 2024, 01:10")).ShouldBe("2024-05-07");

    [Fact]
    public void A_modified_stamp_is_not_preferred() =>
        Day(Html("", "6 May 2024. Last updated: 11 August 2024")).ShouldBe("2024-05-06");

    [Fact]
    public void Publication_dates_that_differ_are_a_conflict() =>
        Html("<meta property='article:published_time' content='2024-05-06T08:00:00Z'>", "19 March 2024").Diagnostics.ShouldContain(d => d.Code == DiagnosticCode.DateConflict);

    [Theory]
    [InlineData("VASK, May 6, 2024 (CPS) - The board", "VASK", "CPS")]
    [InlineData("VASK (CPS) — The board", "VASK", "CPS")]
    [InlineData("(Vask Weekly) The board", null, "Vask Weekly")]
    [InlineData("VASK, May 6 - The board", "VASK", null)]
    public void Datelines_have_a_place_a_day_and_a_source(string text, string? place, string? source)
    {
        var dateline = Dateline.Read(text, new Span(0, text.Length), "en").ShouldNotBeNull();
        (dateline.Place is { } p ? text[p.Start..p.End] : null).ShouldBe(place);
        (dateline.Source is { } s ? text[s.Start..s.End] : null).ShouldBe(source);
    }

    [Theory]
    [InlineData("The board (which meets in June) has voted.")]
    [InlineData("Salm (62) has voted - twice.")]
    [InlineData("The chairwoman of the Vask harbour board (VHB) said on Monday that it would close.")]
    [InlineData("A well-known quay - the oldest - will close.")]
    public void Sentences_are_no_datelines(string text) =>
        Dateline.Read(text, new Span(0, text.Length), "en").ShouldBeNull();
}
