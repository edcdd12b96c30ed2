using NodaTime;
using Readout.Annotations;
using Readout.Articles;
using Readout.Text;

namespace Readout.Tests.Annotations;

public class DateInferenceTests
{
    [Theory]
    [InlineData("President Richard Nixon will visit Orlen on Tuesday, the mayor said.", "1969-01-20..1974-08-09")]
    [InlineData("The mayor has invited Ronald Reagan, the president of the United States.", "1981-01-20..1989-01-20")]
    [InlineData("President-elect Ronald Reagan has not answered.", "1980-11-01..1981-01-20")]
    [InlineData("The board lifted the ban on 3 April 2012. The firms will meet on 9 May 2012.", "2012-04-03..2012-05-09")]
    [InlineData("Vask will mark the 20th anniversary of the moon landing this July.", "1989-01-01..1989-07-31")]
    [InlineData("Former President Gerald Ford spoke.", "1977-01-20..")]
    public void An_undated_page_lies_in_the_interval_its_words_allow(string text, string interval)
    {
        var published = Infer(text).ShouldNotBeNull();
        published.When.ToString().ShouldBe(interval);
        published.Basis.ShouldBe(DateBasis.Inferred);
        published.Spans.ShouldNotBeEmpty();
        published.Rule.ShouldStartWith("inferred:");
    }

    [Theory]
    [InlineData("The two firms explored a merger in 2016.")]
    [InlineData("They will meet on 23 May in Orlen.")]
    [InlineData("The plan ends in 2090.")]
    [InlineData("President Ada Kovar will visit Orlen on Tuesday.")]
    [InlineData("The club president, Peter Ford, has resigned.")]
    [InlineData("")]
    public void Too_little_is_no_date(string text) => Infer(text).ShouldBeNull();

    [Fact]
    public void A_term_told_of_in_a_later_story_does_not_date_it() =>
        Infer("President Nixon is remembered in Vask. The mill burned in 2015.").ShouldBeNull();

    [Fact]
    public void Other_evidence_chooses_between_the_terms_of_one_name()
    {
        const string text = "President George Bush has thanked the mayor.";
        Infer(text)!.When.ShouldBe(new DateRange(new LocalDate(1989, 1, 20), new LocalDate(2009, 1, 20)));
        Infer(text + " The mill burned in March 1995.")!.When.ShouldBe(new DateRange(new LocalDate(2001, 1, 20), new LocalDate(2009, 1, 20)));
    }

    [Fact]
    public void The_evidence_is_in_the_text()
    {
        const string text = "President-elect Ronald Reagan has not answered. The oath is set for January 20.";
        var published = Infer(text)!;
        published.Spans.Select(s => text[s.Start..s.End]).ShouldContain("President-elect Ronald Reagan");
    }

    [Fact]
    public void It_is_never_a_single_day() =>
        Infer("They met on 3 April 2012. They will meet on 3 April 2012.")!.When.IsDay.ShouldBeFalse();

    private static Published? Infer(string text)
    {
        var article = Made.Article(text);
        var tokens = Tokenizer.Tokenize(article);
        var times = TimeTagger.Tag(article.Page.Text, tokens, SentenceSplitter.Split(article, tokens), DateRange.Unknown);
        return DateInference.Infer(article, tokens, times, [], []);
    }
}
