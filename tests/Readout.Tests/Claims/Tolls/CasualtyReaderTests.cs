using Readout.Annotations;
using Readout.Claims;
using Readout.Tests.Annotations;

namespace Readout.Tests.Claims.Tolls;

public sealed class CasualtyReaderTests
{
    [Theory]
    [InlineData("Two people were killed and three others were wounded in Orlen on Monday.", "Killed 2, Injured 3")]
    [InlineData("The ferry blast left four sailors dead and nine injured, the harbour board said.", "Killed 4, Injured 9")]
    [InlineData("A gunman killed three bandmates in Vask on Friday.", "Killed 3")]
    [InlineData("A woman and her son were found dead in their home in Orlen.", "Killed 1, Killed 1")]
    [InlineData("Jory Pell, 27, was shot in the harbour and died on Tuesday.", "Struck 1, Killed 1")]
    [InlineData("A 14-year-old girl was taken to hospital in critical condition.", "Struck 1, Injured 1")]
    [InlineData("Jory Pell, 27, was found fatally wounded on his porch.", "Killed 1")]
    [InlineData("The victims are 19- and 20-year-old brothers, who were found dead.", "Killed 2")]
    [InlineData("A man shot dead in Vask was the father of two children.", "Killed 1")]
    public void Words_of_harm_say_whom_they_befell(string text, string expected) => Said(text).ShouldBe(expected);

    [Theory]
    [InlineData("A soldier could have been killed in Orlen.")]
    [InlineData("Nobody knows whether two people were killed in Vask.")]
    [InlineData("The council wants to act before another teenager is killed.")]
    [InlineData("The man was not injured.")]
    [InlineData("The blast killed two dogs.")]
    [InlineData("Jory Pell, 27, lives in Vask.")]
    [InlineData("He said that he was going to kill his wife.")]
    [InlineData("She took all of the pills in an effort to kill herself.")]
    public void What_is_feared_denied_or_no_person_is_no_casualty(string text) => Said(text).ShouldBe("");

    [Fact]
    public void Every_casualty_points_at_its_words()
    {
        const string text = "The storm in Orlen killed six people and injured two others.";
        var document = Annotator.Annotate("a", Made.Article(text));
        var casualties = CasualtyReader.Read(document);
        casualties.Select(c => document.Slice(c.Span)).ShouldBe(["killed six people", "injured two others"]);
        casualties.ShouldAllBe(c => c.Rule.Length > 0);
    }

    private static string Said(string text) =>
        string.Join(", ", CasualtyReader.Read(Annotator.Annotate("a", Made.Article(text))).GroupBy(c => (c.Victim.Head, c.Harm)).Select(g => $"{g.Key.Harm} {g.First().Low}"));
}
