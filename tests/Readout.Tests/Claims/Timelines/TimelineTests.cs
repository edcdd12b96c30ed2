using NodaTime;
using Readout.Annotations;
using Readout.Claims;
using Readout.Stories;
using Readout.Text;
using Shouldly;

namespace Readout.Tests.Claims.Timelines;

public class TimelineTests
{
    private static readonly IReadOnlyList<Document> s_pages =
    [
        Page("a", "2031-05-06", "The dam at Vask broke on 5 May 2031 after a week of rain.", "Ada Moll called the council together."),
        Page("b", "2031-05-06", "The market in Orlen was quiet.", "The dam broke on 5 May 2031 and the lower town stood under water."),
        Page("c", "2031-05-20", "Two weeks after the dam at Vask broke on 5 May 2031, the lower town is still empty.", "The inquiry opened on 19 May 2031."),
        Page("d", "2031-05-21", "The bakers of Orlen met on 2 May 2031 to talk about flour."),
    ];

    [Fact]
    public void The_day_that_most_pages_look_back_to_weighs_most() =>
        DayRanking.Rank(s_pages, DateRange.Unknown)[0].ShouldBe(new LocalDate(2031, 5, 5));

    [Fact]
    public void Days_outside_the_range_are_left_out() =>
        DayRanking.Rank(s_pages, new DateRange(new LocalDate(2031, 5, 10), null)).ShouldAllBe(d => d >= new LocalDate(2031, 5, 10));

    [Fact]
    public void The_sentence_that_says_what_the_others_say_tells_of_the_day_and_none_says_it_twice()
    {
        var chosen = new DaySentences(s_pages).Choose(new LocalDate(2031, 5, 5), 3).Select(Words).ToList();
        chosen[0].ShouldContain("dam");
        chosen[0].ShouldContain("broke");
        chosen.ShouldBeUnique();
    }

    [Fact]
    public void The_order_of_the_pages_changes_nothing()
    {
        var turned = Chronology.Order(s_pages.Reverse(), new HashSet<string>());
        DayRanking.Rank(turned, DateRange.Unknown).ShouldBe(DayRanking.Rank(s_pages, DateRange.Unknown));
        new DaySentences(turned).Choose(new LocalDate(2031, 5, 5), 5).ShouldBe(new DaySentences(Chronology.Order(s_pages, new HashSet<string>())).Choose(new LocalDate(2031, 5, 5), 5));
    }

    [Fact]
    public void A_day_that_nobody_tells_of_has_no_sentence() =>
        new DaySentences(s_pages).Choose(new LocalDate(2020, 1, 1), 3).ShouldBeEmpty();

    [Fact]
    public void A_long_story_keeps_its_busiest_days_and_what_is_to_come()
    {
        var days = Enumerable.Range(0, 60).Select(i => new LocalDate(2031, 1, 1).PlusDays(i)).ToList();
        string[] who = ["the bakers", "a fishing fleet", "the night school", "two judges", "the opera", "a salt merchant", "the bell founders", "some pilots", "the postmaster", "the glaziers"];
        string[] what = ["opened a warehouse by the river", "closed the northern mine", "met the bishop", "signed a lease for the old fort", "visited the lighthouse", "launched a newspaper"];
        var text = string.Join("\n\n", days.Select((d, i) => $"On {d.Day} {d:MMMM} 2031 {who[i % 10]} {what[i / 10]}."));
        var busy = "On 15 February 2031 the council of Vask closed the gate of the old canal for good.\n\nThe council of Vask will open a new canal on 9 September 2031.";
        var brief = Pile.Of(("Orlen Courier", "2031-03-06", text), ("Vask Times", "2031-03-08", busy), ("Halden Post", "2031-03-09", busy.Replace("for good", "forever", StringComparison.Ordinal)));
        var dates = brief.Timeline.Select(e => e.Date).ToList();
        dates.Distinct().Count().ShouldBeLessThanOrEqualTo(41);
        dates.ShouldContain(DateRange.Day(new LocalDate(2031, 2, 15)));
        dates.ShouldContain(DateRange.Day(new LocalDate(2031, 9, 9)));
    }

    [Fact]
    public void What_a_day_reports_is_what_the_heads_of_its_pages_say_in_common()
    {
        Document[] pages =
        [
            Page("a", "2031-05-06", "The dam at Vask broke on Monday night and the lower town stands under water up to the roofs.", "Bakers in Orlen have little flour left and say that the price of bread will rise before summer comes."),
            Page("b", "2031-05-06", "The lower town of Vask stands under water after the dam above it broke on Monday in the night.", "A museum in Orlen has found an old chart of the strait in a box that nobody had opened for years."),
            Page("c", "2031-05-07", "The council of Orlen argued over the toll of the ferry for six hours and went home without a vote."),
        ];
        var news = new DayNews(Chronology.Order(pages, new HashSet<string>()));
        var chosen = news.Choose(new LocalDate(2031, 5, 6), 15).Select(c => pages.Single(p => p.Id == c.Document).Slice(c.Span)).ToList();
        chosen.ShouldHaveSingleItem().ShouldContain("dam");
        news.Choose(new LocalDate(2031, 5, 6), 200).Count.ShouldBe(3);
        news.Choose(new LocalDate(2031, 5, 9), 50).ShouldBeEmpty();
        var turned = new DayNews(Chronology.Order(pages.Reverse(), new HashSet<string>()));
        turned.Choose(new LocalDate(2031, 5, 6), 200).ShouldBe(news.Choose(new LocalDate(2031, 5, 6), 200));
    }

    private static string Words(Citation citation) => s_pages.Single(d => d.Id == citation.Document).Slice(citation.Span);

    private static Document Page(string id, string day, params string[] sentences)
    {
        var made = Annotator.Annotate(id, Readout.Tests.Annotations.Made.Article(string.Join('\n', sentences)));
        return Annotator.Reanchor(made, DateRange.Day(NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value));
    }
}
