using NodaTime;
using Readout.Stories.Streams;

namespace Readout.Tests.Stories.Streams;

public sealed class DayMentionsTests
{
    // a Wednesday
    private static readonly LocalDate s_day = new(2031, 5, 7);

    [Theory]
    [InlineData("The ferry sank on Monday.", "The ferry sank on May 5.")]
    [InlineData("The ferry sank on Wednesday.", "The ferry sank on 7 May 2031.")]
    [InlineData("The ferry sank on Thursday.", "The ferry sank on the 1st of May.")]
    [InlineData("The bridge opened on 29 December.", "The bridge opened on December 29, 2030.")]
    [InlineData("Le pont a ouvert le 5 mai.", "Le pont a ouvert lundi.", "fr")]
    public void The_same_day_said_in_two_ways_is_one_term(string one, string other, string language = "en") =>
        Days(one, s_day, language).ShouldHaveSingleItem().ShouldBe(Days(other, s_day, language).ShouldHaveSingleItem());

    [Fact]
    public void A_weekday_is_another_day_a_week_later() =>
        Days("The ferry sank on Monday.", s_day).ShouldHaveSingleItem().ShouldNotBe(Days("The ferry sank on Monday.", s_day.PlusDays(7)).ShouldHaveSingleItem());

    [Fact]
    public void Without_a_day_of_its_own_a_text_has_weekdays_and_days_of_the_year()
    {
        var monday = Days("The ferry sank on Monday.", null).ShouldHaveSingleItem();

        Days("On Monday it sank.", null).ShouldHaveSingleItem().ShouldBe(monday);
        Days("The ferry sank on Thursday.", null).ShouldHaveSingleItem().ShouldNotBe(monday);
        Days("The ferry sank on May 5, 2031.", null).ShouldHaveSingleItem().ShouldBe(Days("The ferry sank on 5 May.", null).ShouldHaveSingleItem());
    }

    [Theory]
    [InlineData("The crew may march 3 miles.")]
    [InlineData("April Moll and August Pell won in May.")]
    [InlineData("Room 12 of 40 was empty.")]
    [InlineData("The council met on February 31.")]
    public void Words_that_are_no_days_give_none(string text) => Days(text, s_day).ShouldBeEmpty();

    private static List<uint> Days(string text, LocalDate? day, string language = "en") =>
        [.. new FeatureReader().Read(new StreamText("a", "", text, day, language)).Days.Terms];
}
