using Readout.Annotations;

namespace Readout.Tests.Annotations.Events;

public sealed class StatusCuesTests
{
    [Theory]
    [InlineData("The two mayors could meet in Vask in April.", ProspectStatus.Mooted)]
    [InlineData("A meeting of the two mayors cannot be ruled out.", ProspectStatus.Mooted)]
    [InlineData("The mayor is ready to meet her rival.", ProspectStatus.Willing)]
    [InlineData("The mayor has invited her rival to a meeting.", ProspectStatus.Proposed)]
    [InlineData("A summit of the two towns is expected this year.", ProspectStatus.Expected)]
    [InlineData("No date has been set for the meeting.", ProspectStatus.NotYet)]
    [InlineData("There is no meeting in our diary.", ProspectStatus.NotYet)]
    [InlineData("It is too early to talk of a summit.", ProspectStatus.NotYet)]
    [InlineData("It remains unclear whether the trial will begin in May.", ProspectStatus.Uncertain)]
    [InlineData("The spokesman could not say whether the summit would be held.", ProspectStatus.Uncertain)]
    [InlineData("The hearing is scheduled for Monday.", ProspectStatus.Scheduled)]
    [InlineData("The talks are due to start on Monday.", ProspectStatus.Scheduled)]
    [InlineData("The council agreed to hold the vote.", ProspectStatus.Agreed)]
    [InlineData("The opening, scheduled for Monday, has been postponed.", ProspectStatus.Postponed)]
    [InlineData("The opening was put off until June.", ProspectStatus.Postponed)]
    [InlineData("The match was called off.", ProspectStatus.Cancelled)]
    [InlineData("The mayor ruled out a meeting.", ProspectStatus.Denied)]
    [InlineData("Talks are under way in Vask.", ProspectStatus.UnderWay)]
    public void The_most_telling_words_give_the_status(string text, ProspectStatus expected) =>
        Prospect(text).Status.ShouldBe(expected);

    [Theory]
    [InlineData("The mayors met in Vask.")]
    [InlineData("The mayors met in May.")]
    [InlineData("May Orrin met the mayor.")]
    public void A_plain_fact_has_no_status(string text) => Prospect(text).Status.ShouldBeNull();

    [Fact]
    public void What_did_not_take_place_is_denied() => Prospect("The summit did not take place.").Modality.ShouldBe(Modality.Denied);

    [Fact]
    public void The_hedge_is_kept_word_for_word()
    {
        const string text = "We cannot rule out a meeting.";
        var hedge = Prospect(text).Hedge!.Value;
        text[hedge.Start..hedge.End].ShouldBe("cannot rule out");
    }

    // What is to come in the sentence, not what is done about it ("invited", "agreed").
    private static EventMention Prospect(string text) => Annotator.Annotate("a", Made.Article(text)).Events
        .First(e => e.Type is "meet" or "talk" or "try" or "vote" or "open" or "play");
}
