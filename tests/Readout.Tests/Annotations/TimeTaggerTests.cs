using NodaTime;
using Readout.Annotations;
using Readout.Text;

namespace Readout.Tests.Annotations;

public class TimeTaggerTests
{
    // A Thursday.
    private static readonly LocalDate Day = new(2021, 6, 17);

    [Theory]
    [InlineData("The ferry last ran in [May 2016] from Orlen.", "2016-05")]
    [InlineData("It sank on [3 February 1998] off Vask.", "1998-02-03")]
    [InlineData("It sank on [February 3, 1998], off Vask.", "1998-02-03")]
    [InlineData("The stamp says [2021-06-15].", "2021-06-15")]
    [InlineData("The stamp says [15.06.2021].", "2021-06-15")]
    [InlineData("The stamp says [6/7/2021].", "2021-XX-XX")]
    [InlineData("The stamp says [Monday, 14 June 2021 08:41 GMT].", "2021-06-14T08:41")]
    [InlineData("Kovar said [Tuesday].", "2021-06-15")]
    [InlineData("Kovar said on [Thursday].", "2021-06-17")]
    [InlineData("Kovar will meet the union on [Tuesday].", "2021-06-22")]
    [InlineData("The talks, due to be held in Vask on [Tuesday], have been put off.", "2021-06-15")]
    [InlineData("The sitting, planned for [Friday], has been put off.", "2021-06-18")]
    [InlineData("The sitting, planned for [Monday], has been put off.", "2021-06-14")]
    [InlineData("The vote was postponed until [Friday].", "2021-06-18")]
    [InlineData("They met [last Thursday].", "2021-06-10")]
    [InlineData("They meet [next Thursday].", "2021-06-24")]
    [InlineData("The mill burned on [Tuesday night].", "2021-06-15TNI")]
    [InlineData("It opens at [9 p.m. on Friday], Bell said.", "2021-06-18T21:00")]
    [InlineData("The council sat [yesterday] and rests.", "2021-06-16")]
    [InlineData("The council sat [last week].", "2021-W23")]
    [InlineData("It was moved [earlier this week].", "2021-W24")]
    [InlineData("It will be moved [later this month].", "2021-06")]
    [InlineData("A timetable could follow [next spring].", "2022-SP")]
    [InlineData("It closed [last winter].", "2020-WI")]
    [InlineData("It may be signed by [the end of August].", "2021-08")]
    [InlineData("It was signed in [August].", "2020-08")]
    [InlineData("It will be signed in [March].", "2022-03")]
    [InlineData("The parade is set for [this September].", "2021-09")]
    [InlineData("They have talked since [January].", "2021-01")]
    [InlineData("The fair opens on [23 May].", "2021-05-23")]
    [InlineData("The fair will open on [2 January].", "2022-01-02")]
    [InlineData("The firm was founded [112 years ago].", "1909")]
    [InlineData("It was sent [two weeks earlier].", "2021-W22")]
    [InlineData("It was sent [ten days ago].", "2021-06-07")]
    [InlineData("It was sent [three months ago].", "2021-03")]
    [InlineData("Sales fell in [the first quarter of 2019].", "2019-Q1")]
    [InlineData("Sales fell in [the third quarter].", "2020-Q3")]
    [InlineData("The war lasted [two days].", "P2D")]
    [InlineData("They spoke for [over two hours].", "PT2H")]
    [InlineData("They spoke for [an hour and a half].", "PT1H30M")]
    [InlineData("The [30-day] truce held.", "P30D")]
    [InlineData("It waited [several months].", "PXM")]
    [InlineData("It runs [every weekday].", "XXXX-WXX-WD")]
    [InlineData("It runs on [Mondays].", "XXXX-WXX-1")]
    [InlineData("It runs [every two weeks].", "P2W")]
    [InlineData("In [recent months] it ran late.", "PAST_REF")]
    [InlineData("It ran well in [the 1990s].", "199")]
    [InlineData("It ran well in [the 19th century].", "18")]
    [InlineData("It ran in [2018].", "2018")]
    [InlineData("It earned more in the [2018] quarter.", "2018")]
    [InlineData("The bishop arrived on [Christmas Eve].", "2020-12-24")]
    [InlineData("It ran from [mid-November] on.", "2020-11")]
    [InlineData("The union has scheduled a rally [Monday] in Orlen.", "2021-06-21")]
    [InlineData("They planned a march in Vask on [Saturday].", "2021-06-19")]
    [InlineData("They were preparing to sail on [Monday].", "2021-06-21")]
    [InlineData("The ferry could sail as early as [Monday].", "2021-06-21")]
    [InlineData("The two mayors meet [Monday].", "2021-06-21")]
    [InlineData("The rules to be published on [Monday] change little.", "2021-06-21")]
    [InlineData("It would be paid on an unspecified date in [January].", "2022-01")]
    [InlineData("Bell could not be reached [Wednesday].", "2021-06-16")]
    [InlineData("Neither of the two brothers could be found [Wednesday].", "2021-06-16")]
    [InlineData("She ordered them out by [Friday].", "2021-06-18")]
    [InlineData("Thirty ships had left by [Monday].", "2021-06-14")]
    [InlineData("The court has agreed to hear Orlen, Vask and the Hale in [August].", "2021-08")]
    [InlineData("The payment was due on [Friday].", "2021-06-11")]
    [InlineData("They met [the first Monday of May].", "2021-05-03")]
    [InlineData("They met on [the last Friday of 2019].", "2019-12-27")]
    [InlineData("It will end on [the 5th].", "2021-07-05")]
    [InlineData("It ended on [the 15th of last month].", "2021-05-15")]
    [InlineData("They will speak on [Tuesday of next week].", "2021-06-22")]
    [InlineData("It lasted until [the second week of April].", "2021-W14")]
    [InlineData("It rose in [fiscal 2019].", "2019")]
    [InlineData("It rose in [FY2019].", "2019")]
    [InlineData("It rose in [2019-Q3].", "2019-Q3")]
    [InlineData("It rose in the quarter ended [June 30, 2020].", "2020-06-30")]
    [InlineData("It was built in [the mid-80s].", "198")]
    [InlineData("It was built in the 18th and [19th centuries].", "18")]
    [InlineData("It will open in [three days].", "2021-06-20")]
    [InlineData("It will open in [two weeks' time].", "2021-W26")]
    [InlineData("It ended at [midnight Orlen time].", "2021-06-17T24:00")]
    [InlineData("It struck at [14:30 GMT].", "2021-06-17T14:30")]
    [InlineData("It struck at [noon on Friday, 4 June].", "2021-06-04T12:00")]
    [InlineData("It struck [early Monday morning].", "2021-06-14TMO")]
    [InlineData("They met on 3 May. [The next morning] they left.", "2021-05-04TMO")]
    [InlineData("It lasted [all week].", "P1W")]
    [InlineData("The [current] mayor resigned.", "PRESENT_REF")]
    [InlineData("A fire in [2008] injured three.", "2008")]
    [InlineData("The list bears the stamp [05-Aug-2016].", "2016-08-05")]
    [InlineData("She signed it on [2 june 2019] in Vask.", "2019-06-02")]
    [InlineData("It shuts at [weekends].", "XXXX-WXX-WE")]
    public void A_time_has_its_words_and_its_value(string marked, string value)
    {
        var (text, spans) = Made.Marked(marked);
        var times = Made.Times(text, DateRange.Day(Day));
        times.Select(t => (text[t.Span.Start..t.Span.End], t.Value)).ShouldContain((text[spans[0].Start..spans[0].End], value));
    }

    [Theory]
    [InlineData("It ran from [Monday] to [Wednesday].", "2021-06-14", "2021-06-16")]
    [InlineData("It will run from [Monday] to [Friday].", "2021-06-21", "2021-06-25")]
    [InlineData("It ran from [2016] to [2018].", "2016-01-01", "2018-12-31")]
    [InlineData("Prices rose between [March] and [May].", "2021-03-01", "2021-05-31")]
    [InlineData("Prices rose between [November] and [February 2019].", "2018-11-01", "2019-02-28")]
    [InlineData("It runs from [12] to [14 May 2022].", "2022-05-12", "2022-05-14")]
    [InlineData("It ran from [May 28] to [June 3].", "2021-05-28", "2021-06-03")]
    public void Two_ends_of_a_range_bear_its_days(string marked, string first, string last)
    {
        var (text, spans) = Made.Marked(marked);
        var times = Made.Times(text, DateRange.Day(Day));
        times.Select(t => t.Span).ShouldBe(spans);
        times.ShouldAllBe(t => t.Range == new DateRange(NodaTime.Text.LocalDatePattern.Iso.Parse(first).Value, NodaTime.Text.LocalDatePattern.Iso.Parse(last).Value));
    }

    [Theory]
    [InlineData("It rained in the past 24 hours.", "PT24H", "2021-06-16", "2021-06-17")]
    [InlineData("It rained over the last three weeks.", "P3W", "2021-05-27", "2021-06-17")]
    [InlineData("It will rain over the next two days.", "P2D", "2021-06-18", "2021-06-19")]
    public void A_length_beside_the_page_s_day_has_its_days(string text, string value, string first, string last)
    {
        var time = Made.Times(text, DateRange.Day(Day)).ShouldHaveSingleItem();
        time.Value.ShouldBe(value);
        time.When.ShouldBe(new DateRange(NodaTime.Text.LocalDatePattern.Iso.Parse(first).Value, NodaTime.Text.LocalDatePattern.Iso.Parse(last).Value));
    }

    [Theory]
    [InlineData("fr", "La digue a cédé le [9 mai 2019] à Vask.", "2019-05-09")]
    [InlineData("de", "Die Fähre sank am [3. März 2020] vor Orlen.", "2020-03-03")]
    [InlineData("es", "El barco salió el [12 de abril de 2021] de Vask.", "2021-04-12")]
    [InlineData("es", "La obra acabó en [mayo de 2018].", "2018-05")]
    [InlineData("de", "Seit [Juni 2017] ruht der Bau.", "2017-06")]
    [InlineData("ru", "Паром затонул [5 марта 2020] года.", "2020-03-05")]
    [InlineData("pl", "Prom zatonął [7 lutego 2016] roku.", "2016-02-07")]
    [InlineData("ja", "船は[2021年5月9日]に沈んだ。", "2021-05-09")]
    [InlineData("zh", "大坝于[2019年6月]建成。", "2019-06")]
    [InlineData("it", "Il ponte fu chiuso il [03/04/2019].", "2019-04-03")]
    [InlineData("de", "Die Fähre fährt am [14. Juni] wieder.", "2021-06-14")]
    public void A_language_without_a_folder_has_its_written_dates_read(string language, string marked, string value)
    {
        var (text, spans) = Made.Marked(marked);
        var article = Made.Paragraph(text);
        var tokens = Tokenizer.Tokenize(article);
        var time = TimeTagger.Tag(article.Page.Text, tokens, SentenceSplitter.Split(article, tokens), DateRange.Day(Day), language).ShouldHaveSingleItem();
        text[time.Span.Start..time.Span.End].ShouldBe(text[spans[0].Start..spans[0].End]);
        time.Value.ShouldBe(value);
    }

    [Fact]
    public void A_month_and_day_in_another_language_stay_underspecified_without_a_page_date()
    {
        var article = Made.Paragraph("Le pont a rouvert le 9 mai.");
        var tokens = Tokenizer.Tokenize(article);
        TimeTagger.Tag(article.Page.Text, tokens, SentenceSplitter.Split(article, tokens), DateRange.Unknown, "fr").ShouldHaveSingleItem().Value.ShouldBe("XXXX-05-09");
    }

    [Theory]
    [InlineData("The vote was moved from Monday to Friday.")]
    [InlineData("It rose in March and June.")]
    public void Two_times_that_are_no_range_bear_none(string text) =>
        Made.Times(text, DateRange.Day(Day)).ShouldAllBe(t => t.Range.IsUnknown);

    [Theory]
    [InlineData("The mayor may march on.")]
    [InlineData("Mrs. May said no, and April Moss agreed.")]
    [InlineData("He sprang up; prices fall and spring back.")]
    [InlineData("She leads 2,018 people and 1950 workers.")]
    [InlineData("It is a second betrayal and the Sunday Times knows.")]
    [InlineData("The 80th anniversary of the bridge nears.")]
    public void Words_that_only_look_like_times_are_left_alone(string text) =>
        Made.Times(text, DateRange.Day(Day)).ShouldBeEmpty();

    [Theory]
    [InlineData("Kovar said [Tuesday].", "XXXX-WXX-2")]
    [InlineData("It was signed in [August].", "XXXX-08")]
    [InlineData("It sank on [3 February].", "XXXX-02-03")]
    [InlineData("It moved [last week].", "XXXX-WXX")]
    [InlineData("It moved [112 years ago].", "XXXX")]
    [InlineData("It moved [yesterday].", "XXXX-XX-XX")]
    [InlineData("It moved in [2018].", "2018")]
    public void Without_a_page_date_a_relative_time_stays_underspecified(string marked, string value)
    {
        var (text, _) = Made.Marked(marked);
        var time = Made.Times(text, DateRange.Unknown).ShouldHaveSingleItem();
        time.Value.ShouldBe(value);
        time.Anchored.ShouldBe(value.Contains('X', StringComparison.Ordinal));
    }

    [Fact]
    public void An_interval_as_anchor_gives_a_value_only_where_every_day_of_it_agrees()
    {
        var spring = new DateRange(new LocalDate(2021, 4, 20), new LocalDate(2021, 5, 25));
        var times = Made.Times("This year it moved on Monday, in January and last month.", spring);
        times.Select(t => t.Value).ShouldBe(["2021", "XXXX-WXX-1", "2021-01", "XXXX-XX"]);
        times[1].When.ShouldBe(new DateRange(new LocalDate(2021, 4, 19), new LocalDate(2021, 5, 24)));
        times[3].When.ShouldBe(new DateRange(new LocalDate(2021, 3, 1), new LocalDate(2021, 4, 30)));
    }

    [Fact]
    public void A_year_earlier_counts_from_the_date_before_it()
    {
        var times = Made.Times("They met in June 2015. A year earlier, they had not spoken; later that year they did.", DateRange.Day(Day));
        times.Select(t => t.Value).ShouldBe(["2015-06", "2014", "2014"]);
    }

    [Fact]
    public void Shifting_the_page_by_four_centuries_shifts_every_answer()
    {
        // 400 years are a whole number of weeks: weekdays stay
        const string text = "Kovar said Tuesday that since January and last week, two days ago, they will meet on Friday or next spring.";
        var here = Made.Times(text, DateRange.Day(Day)).Select(t => t.When).ToList();
        var there = Made.Times(text, DateRange.Day(Day.PlusYears(400))).Select(t => t.When).ToList();
        there.ShouldBe(here.Select(w => new DateRange(w.Earliest?.PlusYears(400), w.Latest?.PlusYears(400))));
    }

    [Fact]
    public void No_text_and_no_anchor_breaks_the_grammar()
    {
        string[] words =
        [
            "last", "next", "this", "the", "May", "March", "31", "29", "February", "of", "2018", "9999", "1000", "0000", "century", "20th", "two", "years", "ago", "earlier",
            "later", "p.m.", "9", "24:61", "99/99/9999", "2021-13-45", "0001-01-01", "quarter", "third", "a", "half", "million", "-", "every", "Monday", "night", "end", ",",
            "early", "mid-", "mid-May", "5-3", "1-", "'90s", "weeks", "Easter", "thousand", "999999999999999999999999", "decade", "that", "same", "day",
        ];
        DateRange[] anchors =
        [
            DateRange.Unknown, DateRange.Day(Day), DateRange.Day(new LocalDate(1, 1, 1)), DateRange.Day(new LocalDate(9999, 12, 31)), new(Day, null), new(null, Day),
        ];
        var seed = 12345u;
        for (var n = 0; n < 3000; n++)
        {
            var text = new System.Text.StringBuilder();
            for (var k = 0; k < 8; k++)
            {
                seed = (seed * 1664525) + 1013904223;
                text.Append(words[(int)((seed >> 8) % (uint)words.Length)]).Append(' ');
            }
            var end = 0;
            foreach (var time in Made.Times(text.ToString(), anchors[n % anchors.Length]))
            {
                time.Span.Start.ShouldBeGreaterThanOrEqualTo(end);
                end = time.Span.End;
                if (time.When.IsBounded)
                    time.When.Earliest!.Value.ShouldBeLessThanOrEqualTo(time.When.Latest!.Value);
            }
        }
    }
}
