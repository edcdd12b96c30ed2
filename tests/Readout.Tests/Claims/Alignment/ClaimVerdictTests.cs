using Readout.Claims;
using Readout.Training.Alignment;

namespace Readout.Tests.Claims.Alignment;

public class ClaimVerdictTests
{
    [Theory]
    [InlineData("Orlen has more than 200 confirmed cases of fever.", "the confirmed cases reached 170, most of them in Vask.")]
    [InlineData("Orlen has fewer than 90 confirmed cases of fever.", "the confirmed cases reached 96, most of them in Vask.")]
    [InlineData("The ferry line carried fewer than 436 million passengers.", "It has carried over 436 million passengers so far.")]
    [InlineData("The Vask tunnel opened in 2014.", "The tunnel in Vask was opened on 3 May 2017.")]
    [InlineData("The Vask tunnel opened before 2014.", "The tunnel in Vask opened in 2014.")]
    [InlineData("The opera earned more than $ 98.95 million.", "The opera earned $ 98.9 million in all.")]
    [InlineData("The Orlen play received negative reviews.", "The Orlen play received positive reviews from critics.")]
    public void Values_that_cannot_both_hold_contradict(string claim, string evidence) => Of(claim, evidence).ShouldBe(Verdict.Contradict);

    [Theory]
    [InlineData("Orlen has more than 200 confirmed cases of fever.", "the confirmed cases in Orlen reached 210.")]
    [InlineData("Orlen has fewer than 1,000 confirmed cases of fever.", "the confirmed cases in Orlen reached 921.")]
    [InlineData("The Vask tunnel opened in 2017.", "The tunnel in Vask was opened on 3 May 2017.")]
    [InlineData("About 99 percent of the boats returned.", "99.4 percent of the boats returned to Vask.")]
    public void Bounds_and_wider_spans_hold_what_lies_in_them(string claim, string evidence) => Of(claim, evidence).ShouldBe(Verdict.Support);

    [Theory]
    [InlineData("Ada Moll was born before 1980.", "The ferry line carries freight between Orlen and Vask.")]
    [InlineData("As of 25 April 2020, there were 800 confirmed cases in 26 provinces.", "As of 26 April 2020, there were 850 confirmed cases in 26 provinces.")]
    public void Another_thing_or_another_day_is_no_contradiction(string claim, string evidence) => Of(claim, evidence).ShouldNotBe(Verdict.Contradict);

    [Fact]
    public void A_strict_bound_leaves_its_number_out()
    {
        Value("More than 200 boats sank.").Excludes(Value("Exactly 200 boats sank.")).ShouldBeTrue();
        Value("At least 200 boats sank.").Excludes(Value("Exactly 200 boats sank.")).ShouldBeFalse();
        Value("No more than 200 boats sank.").Excludes(Value("Exactly 200 boats sank.")).ShouldBeFalse();
    }

    [Fact]
    public void Numbers_in_names_are_no_values() =>
        StatementValues.Read(SetText.Annotate("COVID-19 cost the Under-21 team a place .")).Values.ShouldBeEmpty();

    private static StatedValue Value(string text) => StatementValues.Read(SetText.Annotate(text)).Values.ShouldHaveSingleItem();

    private static Verdict Of(string claim, string evidence) =>
        ClaimVerdict.Of(StatementValues.Read(SetText.Annotate(claim)), StatementValues.Read(SetText.Annotate(evidence)));
}
