using Readout.Annotations;
using Readout.Text;

namespace Readout.Tests.Annotations.Events;

public sealed class EventTimesTests
{
    [Theory]
    [InlineData("The fleet will stage a parade slated for 3 September 2031, marking the end of the long war.", "finish")]
    [InlineData("The mayor, who was born on 3 May 1980, attacked the plan.", "attack")]
    public void A_time_in_another_clause_is_not_the_event_s(string text, string type) => Of(text, type).IsUnknown.ShouldBeTrue();

    [Theory]
    [InlineData("The last time the two mayors met in person was in June 2019.", "meet")]
    [InlineData("The two mayors will meet in Vask on 3 May 2031.", "meet")]
    [InlineData("A meeting in Vask in June 2031 is planned.", "meet")]
    [InlineData("The trial, scheduled for 3 May 2031, was put off.", "try")]
    public void A_time_of_its_own_clause_is(string text, string type) => Of(text, type).IsUnknown.ShouldBeFalse();

    private static DateRange Of(string text, string type) => Annotator.Annotate("a", Made.Article(text)).Events.First(e => e.Type == type).Time;
}
