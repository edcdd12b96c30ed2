using Readout.Annotations;

namespace Readout.Tests.Annotations.Events;

public class SpeaksOfEventTests
{
    [Theory]
    [InlineData("The Harbour Ministry has hinted at a meeting between Ada Moll and Jory Pell.")]
    [InlineData("The Harbour Ministry announced a meeting between Ada Moll and Jory Pell.")]
    [InlineData("The Harbour Ministry has expressed its support for a meeting between Ada Moll and Jory Pell.")]
    public void Who_only_speaks_of_a_meeting_is_no_party_to_it(string text)
    {
        var document = Annotator.Annotate("a", Made.Article(text));
        var meeting = document.Events.First(e => e.Type == "meet");
        meeting.Participants.Select(p => document.Entities[p].Name).ShouldBe(["Ada Moll", "Jory Pell"], ignoreOrder: true);
    }

    [Fact]
    public void Who_plans_to_meet_is_a_party()
    {
        var document = Annotator.Annotate("a", Made.Article("Ada Moll plans to meet Jory Pell in Orlen."));
        var meeting = document.Events.First(e => e.Type == "meet");
        meeting.Participants.Select(p => document.Entities[p].Name).ShouldBe(["Ada Moll", "Jory Pell"], ignoreOrder: true);
    }
}
