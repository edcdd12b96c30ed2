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
    [InlineData("The summit did not take place.", ProspectStatus.DidNotHappen)]
    [InlineData("Talks are under way in Vask.", ProspectStatus.UnderWay)]
    public void The_most_telling_words_give_the_status(string text, ProspectStatus expected) =>
        Read(text)!.Value.Status.ShouldBe(expected);

    [Theory]
    [InlineData("The mayors met in Vask.")]
    [InlineData("The mayors met in May.")]
    [InlineData("May Orrin met the mayor.")]
    public void A_plain_fact_has_no_status(string text) => Read(text).ShouldBeNull();

    [Fact]
    public void The_hedge_is_kept_word_for_word()
    {
        const string text = "We cannot rule out a meeting.";
        var cue = Read(text)!.Value;
        text[cue.Words.Start..cue.Words.End].ShouldBe("cannot rule out");
    }

    private static StatusCues.Cue? Read(string text)
    {
        var document = MadeDocument.Of(text);
        return StatusCues.Read(document, 0, document.Tokens.Count);
    }
}
