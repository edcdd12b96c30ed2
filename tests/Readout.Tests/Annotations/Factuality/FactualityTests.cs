using Readout.Annotations;
using Readout.Text;

namespace Readout.Tests.Annotations.Factuality;

public class FactualityTests
{
    [Theory]
    [InlineData("The wall [fell] in March.", 1.5, 3)]
    [InlineData("Officials in Orlen [closed] the port on Friday.", 1.5, 3)]
    [InlineData("The wall did not [fall] in March.", -3, -0.5)]
    [InlineData("The board refused to [sell] the ferries.", -3, 0.5)]
    [InlineData("Nobody knows whether the wall will [fall].", -3, 2)]
    [InlineData("Please [send] the report to Ada Moll.", -3, 0.5)]
    [InlineData("The ferry could [leave] on Monday.", -3, 2)]
    public void Grammar_says_how_certain_an_event_is(string marked, double least, double most)
    {
        var certainty = Read(marked);
        certainty.ShouldBeGreaterThanOrEqualTo((float)least);
        certainty.ShouldBeLessThanOrEqualTo((float)most);
    }

    [Theory]
    [InlineData("The port [opened] on Friday.", "The port may [open] on Friday.")]
    [InlineData("The port may [open] on Friday.", "The port did not [open] on Friday.")]
    [InlineData("The crew managed to [save] the boat.", "The crew failed to [save] the boat.")]
    [InlineData("She attended the [visit] in May.", "She regretted the cancelled [visit] in May.")]
    public void What_is_firmer_is_more_certain(string firmer, string looser) => Read(firmer).ShouldBeGreaterThan(Read(looser));

    [Fact]
    public void Events_bear_their_certainty()
    {
        var document = Annotator.Annotate("a", Made.Article("Ada Moll met Jory Pell on Friday. They did not sign the treaty."));
        document.Events.ShouldAllBe(e => e.Certainty != null);
        document.Events.Single(e => e.Type == "meet").Certainty!.Value.ShouldBeGreaterThan(document.Events.Single(e => e.Type == "sign").Certainty!.Value);
    }

    private static float Read(string marked)
    {
        var start = marked.IndexOf('[', StringComparison.Ordinal);
        var end = marked.IndexOf(']', StringComparison.Ordinal) - 1;
        var document = Annotator.Annotate("a", Made.Article(string.Concat(marked.Where(c => c is not ('[' or ']')))));
        return new FactualityTagger(document, new WordTree(document), FactualityModel.En).Read(new Span(start, end))!.Value;
    }
}
