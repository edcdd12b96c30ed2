using System.Text;
using NodaTime;
using NodaTime.Text;
using Readout.Articles;
using Readout.Articles.Dates;
using Readout.Pages;
using Readout.Text;

namespace Readout.Tests.Articles;

public class DateStampTests
{
    private const string Body = "<p>The harbour board of Vask has voted to close the old ferry terminal by 1 June 2031, its chairwoman Ada Moll said on Monday after a long debate.</p><p>Fishermen, who use the same quay every morning, have asked for a hearing before the board meets again in June.</p>";

    private static Article Html(string head, string above, string below = "", ArticleOptions? options = null) => ArticleReader.Read(PageReader.Read("a.html", Encoding.UTF8.GetBytes(
        $"<html lang=en-GB><head><meta charset=utf-8>{head}</head><body><main><h1>Ferry terminal to close</h1>{above}<div>{Body}</div></main>{below}</body></html>")), options);

    private static string? Day(Published? published) => published?.Day is { } day ? LocalDatePattern.Iso.Format(day) : null;

    private static List<FoundDate> Scan(string text, string? language = null) => DateScanner.Scan(text, new Span(0, text.Length), language, DateOrder.Unknown);

    [Theory]
    [InlineData("en", "[9 May 2023]")]
    [InlineData("en", "Tuesday, [May 9th, 2023]")]
    [InlineData("de", "Di, [9. Mai 2023]")]
    [InlineData("de", "Do [09.05.23] | 14:07 Uhr")]
    [InlineData("fr", "mardi [9 mai 2023] à 14h07")]
    [InlineData("es", "[9 de mayo de 2023]")]
    [InlineData("it", "[9 maggio 2023]")]
    [InlineData("pt", "[9 de maio de 2023]")]
    [InlineData("nl", "[9 mei 2023]")]
    [InlineData("ru", "[9 мая 2023] г.")]
    [InlineData("uk", "[9 травня 2023]")]
    [InlineData("pl", "[9 maja 2023]")]
    [InlineData("cs", "[9. května 2023]")]
    [InlineData("sv", "[9 maj 2023]")]
    [InlineData("fi", "[9.5.2023] klo 14.07")]
    [InlineData("fi", "[9. toukokuuta 2023]")]
    [InlineData("el", "[9 Μαΐου 2023]")]
    [InlineData("tr", "[9 Mayıs 2023]")]
    [InlineData("hu", "[2023. május 9].")]
    [InlineData("lt", "[2023 m. gegužės 9] d.")]
    [InlineData("lv", "[2023. gada 9. maijs]")]
    [InlineData("ar", "[٩ مايو ٢٠٢٣]")]
    [InlineData("ar", "[9 أيار 2023]")]
    [InlineData("fa", "[۱۹ اردیبهشت ۱۴۰۲]")]
    [InlineData("he", "[9 במאי 2023]")]
    [InlineData("hi", "[९ मई २०२३]")]
    [InlineData("bn", "[৯ মে ২০২৩]")]
    [InlineData("th", "[9 พ.ค. 2566]")]
    [InlineData("th", "[๙ พฤษภาคม ๒๕๖๖]")]
    [InlineData("vi", "ngày [9 tháng 5 năm 2023]")]
    [InlineData("id", "[9 Mei 2023]")]
    [InlineData("zh", "发布于[2023年5月9日]")]
    [InlineData("ja", "[令和5年5月9日]")]
    [InlineData("ja", "[2023年5月9日](火) 14時07分")]
    [InlineData("ko", "[2023년 5월 9일] 오후 2:07")]
    [InlineData("ko", "[2023. 5. 9].")]
    public void A_day_is_read_in_its_language_and_script(string language, string marked)
    {
        var (start, end) = (marked.IndexOf('[', StringComparison.Ordinal), marked.IndexOf(']', StringComparison.Ordinal) - 1);
        var found = Scan(marked.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal), language).ShouldHaveSingleItem();
        found.Date.ShouldBe(new LocalDate(2023, 5, 9));
        found.Span.ShouldBe(new Span(start, end));
    }

    [Theory]
    [InlineData("2023-05-09T14:07:30.000+02:00", "14:07:30", 2, true)]
    [InlineData("2023-05-09T12:07Z", "12:07:00", 0, false)]
    [InlineData("Tue, 09 May 2023 07:07:30 -0500", "07:07:30", -5, true)]
    [InlineData("May 9, 2023 at 2:07 pm EDT", "14:07:00", -4, false)]
    [InlineData("14:07, 9 May 2023", "14:07:00", null, false)]
    [InlineData("9. Mai 2023, 14.07 Uhr (CEST)", "14:07:00", 2, false)]
    [InlineData("2023년 5월 9일 오후 2:07", "14:07:00", null, false)]
    [InlineData("20230509140730", "14:07:30", null, true)]
    public void A_stamp_keeps_its_time_its_zone_and_how_sharp_it_is(string text, string time, int? hours, bool seconds)
    {
        var clock = Scan(text).ShouldHaveSingleItem().Clock.ShouldNotBeNull();
        clock.ShouldBe(new ClockReading(LocalTimePattern.ExtendedIso.Parse(time).Value, hours is { } h ? Offset.FromHours(h) : null, seconds));
    }

    [Theory]
    [InlineData("version 10.10.10.10")]
    [InlineData("A2023-05")]
    [InlineData("31/02/2023")]
    [InlineData("1,234,567 of 2023")]
    [InlineData("call 030 123 45 67")]
    public void Other_numbers_are_no_dates(string text) => Scan(text).Where(d => d.Date is not null).ShouldBeEmpty();

    [Theory]
    [InlineData("Veröffentlicht: 09.05.2023 Aktualisiert: 11.05.2023")]
    [InlineData("Publié le 9 mai 2023, mis à jour le 11 mai 2023")]
    [InlineData("Publicado el 9 de mayo de 2023 · Actualizado el 11 de mayo de 2023")]
    [InlineData("Опубликовано: 9 мая 2023. Обновлено: 11 мая 2023")]
    [InlineData("Gepubliceerd op 9 mei 2023, bijgewerkt op 11 mei 2023")]
    [InlineData("公開日: 2023年5月9日 更新日: 2023年5月11日")]
    [InlineData("نُشر في 9 مايو 2023 آخر تحديث 11 مايو 2023")]
    [InlineData("Dieser Beitrag wurde am 9. Mai 2023 von Jory Pell geschrieben. Letzte Änderung: 11.05.2023")]
    public void The_words_beside_a_date_tell_publication_from_change(string line)
    {
        var article = Html("", $"<p>{line}</p>");
        (Day(article.Published), Day(article.Modified)).ShouldBe(("2023-05-09", "2023-05-11"));
    }

    [Fact]
    public void A_page_that_states_only_its_last_change_takes_it_and_says_so()
    {
        var article = Html("", "", "<footer>This page was last edited on 9 May 2023, at 12:00.</footer>");
        Day(article.Published).ShouldBe("2023-05-09");
        article.Published!.Rule.ShouldStartWith("modified-");
        article.DateCandidates.ShouldContain(c => c.Of == DateOf.Modification && c.Reason.Contains("no day of publication", StringComparison.Ordinal));
    }

    [Fact]
    public void A_date_after_the_capture_is_refused()
    {
        var article = Html("", "<p>9 May 2023</p>", options: new ArticleOptions(Captured: new LocalDate(2022, 12, 1)));
        article.Published.ShouldBeNull();
        article.DateCandidates.ShouldContain(c => c.Reason.Contains("after the page was captured", StringComparison.Ordinal));
    }

    [Fact]
    public void An_event_announced_for_later_than_the_last_change_is_not_the_day() =>
        Day(Html("<meta property='article:modified_time' content='2023-05-09T08:00:00+02:00'>", "<p>Saturday, 20 May 2023, 20:00</p>").Published).ShouldBe("2023-05-09");

    [Fact]
    public void Stamps_of_teasers_and_comments_do_not_win()
    {
        const string cards = "<div class=related-articles><div><a href=/a>Bridge to open</a><p class=date>11 May 2023</p></div><div><a href=/b>Road closed</a><p class=date>12 May 2023</p></div></div><ul class=comments><li><b>Ina</b> <span>14 May 2023</span></li></ul>";
        Html("", "", cards).Published.ShouldBeNull();
        Day(Html("", "<p class=post-date>9 May 2023</p>", cards).Published).ShouldBe("2023-05-09");
    }

    [Theory]
    [InlineData("Member since 9 May 2019")]
    [InlineData("Born 9 May 1999")]
    [InlineData("Retrieved 9 May 2023")]
    [InlineData("© 2019")]
    public void The_date_of_something_else_is_not_the_day(string line) => Html("", $"<p>{line}</p>").Published.ShouldBeNull();

    [Fact]
    public void A_stamp_beside_the_text_wins_where_the_markup_calls_it_the_article_s() =>
        Day(Html("", "", "<aside class=post-info><p>17.11.19</p></aside>").Published).ShouldBe("2019-11-17");

    [Fact]
    public void A_day_that_opens_the_text_is_the_day() =>
        Day(ArticleReader.Read(PageReader.Read("a.html", Encoding.UTF8.GetBytes($"<html lang=de><body><h1>Terminal schließt</h1><p>(18.01.2018) Der Hafenrat von Vask hat beschlossen, den alten Terminal zu schließen, wie die Vorsitzende am Montag nach langer Debatte sagte.</p>{Body}</body></html>"))).Published).ShouldBe("2018-01-18");

    [Theory]
    [InlineData("de", "04/03/2023", "2023-03-04")]
    [InlineData("en-GB", "04/03/2023", "2023-03-04")]
    [InlineData("en", "04/03/2023", null)]
    [InlineData("en", "04/03/2023</p><p class=comment-date>25/03/2023", "2023-03-04")]
    [InlineData("en", "04/03/2023</p><p class=comment-date>03/25/2023", "2023-04-03")]
    public void Day_and_month_take_the_order_of_the_page(string language, string stamp, string? day)
    {
        var text = language == "de" ? "<p>Der Hafenrat von Vask hat beschlossen, den alten Terminal zu schließen, wie die Vorsitzende am Montag nach langer Debatte sagte. Die Fischer haben um eine Anhörung gebeten.</p>" : Body;
        Day(ArticleReader.Read(PageReader.Read("a.html", Encoding.UTF8.GetBytes($"<html lang={language}><body><h1>Terminal to close</h1><p>{stamp}</p>{text}</body></html>"))).Published).ShouldBe(day);
    }

    [Fact]
    public void Greenwich_time_becomes_the_local_day_where_another_stamp_names_the_zone() =>
        Day(Html("<meta property='article:published_time' content='2023-05-09T23:10:00Z'><meta property='article:modified_time' content='2023-05-10T09:00:00+02:00'>", "").Published).ShouldBe("2023-05-10");

    [Fact]
    public void A_page_put_out_again_shows_its_new_day()
    {
        var article = Html("<meta property='article:published_time' content='2023-05-09T08:00:00+02:00'><meta property='article:modified_time' content='2023-06-20T08:00:00+02:00'>", "<p>20 June 2023</p>");
        (Day(article.Published), Day(article.Modified)).ShouldBe(("2023-06-20", "2023-06-20"));
        article.Diagnostics.ShouldContain(d => d.Code == DiagnosticCode.DateConflict);
    }

    [Theory]
    [InlineData("<span property='schema:dateCreated' content='2023-05-09T08:00:00+00:00'></span>", "microdata")]
    [InlineData("<abbr class=published title='2023-05-09T21:11:00+02:00'>21:11</abbr>", "time")]
    [InlineData("<abbr itemprop=datePublished title='2023-05-09T21:11:00+02:00'>21:11</abbr>", "time")]
    [InlineData("<div class='widget Blog'><div class='post hentry'><abbr itemprop=datePublished title='2023-05-09T21:11:00+02:00'>21:11</abbr></div></div>", "time")]
    [InlineData("<ul><li><time datetime='2023-05-09T08:00'>yesterday</time></li></ul>", "time")]
    [InlineData("<script>window.state = {\"publishedAt\":\"2023-05-09T08:00:00Z\"}</script>", "script")]
    public void Less_usual_markup_states_the_day_too(string markup, string where)
    {
        var article = Html("", markup);
        (Day(article.Published), article.Published?.Rule).ShouldBe(("2023-05-09", "date-" + where));
    }

    [Theory]
    [InlineData("article:published_time", nameof(MetaDate.Published))]
    [InlineData("blog:uploaded", nameof(MetaDate.Created))]
    [InlineData("article:expiration_time", nameof(MetaDate.None))]
    [InlineData("lastmod", nameof(MetaDate.Modified))]
    [InlineData("date", nameof(MetaDate.Bare))]
    [InlineData("publisher", nameof(MetaDate.None))]
    public void The_name_of_a_meta_element_says_what_date_it_holds(string name, string expected) => MetaNames.Read(name).ToString().ShouldBe(expected);

    [Theory]
    [InlineData("<p>The council will meet on <time datetime='2031-03-15'>15 March</time>, and it will hear the engineers.</p>", "")]
    [InlineData("<figure><img src='q.jpg'><figcaption>The quay at Vask, 3 January 2020</figcaption></figure>", "")]
    [InlineData("", "<section class=related><article class=card><a href='/x'>Gulls learn to open lunch boxes</a><time datetime='2024-02-01'>1 February 2024</time></article></section>")]
    [InlineData("", "<h2>2 comments</h2><p>harbourcat, 8 March 2024, 12:10</p><p>About time.</p>")]
    [InlineData("", "<h2>Kommentare</h2><p>hafenkatze, 8 March 2024, 12:10</p><p>Wurde auch Zeit.</p>")]
    public void Days_of_events_pictures_comments_and_other_reports_are_not_the_pages(string above, string below) =>
        Html("", above, below).Published.ShouldBeNull();

    [Fact]
    public void A_stamp_takes_the_offset_that_the_markup_gives_its_minute()
    {
        var clock = Html("", "<p><time datetime='2024-03-07T09:30:00+02:00'>7 March 2024, 9:30</time></p>").Published!.Clock!;
        clock.Offset.ShouldBe(Offset.FromHours(2));
    }

    [Theory]
    [InlineData("<p>Published 7 March 2024, 9:30 am – Updated 8 March 2024</p>", "09:30", "")]
    [InlineData("<p>Mar 7, 2024 | Updated 11:05 am</p>", "", null)]
    public void A_time_belongs_to_the_stamp_it_stands_in(string stamps, string published, string? modified)
    {
        var article = Html("", stamps);
        Time(article.Published).ShouldBe(published);
        if (modified is not null)
            Time(article.Modified).ShouldBe(modified);
    }

    private static string Time(Published? when) => when?.Clock is { } clock ? LocalTimePattern.CreateWithInvariantCulture("HH:mm").Format(clock.Time) : "";
}
