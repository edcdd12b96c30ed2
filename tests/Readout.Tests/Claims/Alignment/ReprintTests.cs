using Readout.Claims;

namespace Readout.Tests.Claims.Alignment;

public class ReprintTests
{
    private const string Text =
        "Some 1,150 guests came to the harbour fair in Orlen at the weekend, the mayor, Ada Moll, said.\n\n"
        + "The quay was shut overnight after a grain barge struck the swing bridge and tore a plate from its hull.\n\n"
        + "Captain Jory Pell told the crews to wait until the engineers had seen the bolts of the western pier.\n\n"
        + "The last such accident on the strait cost the Strait League a summer, and its boats lay idle for nine weeks.";

    // "Overnight" is another night under each stamp; the copies still say what the first page said.
    [Fact]
    public void The_same_words_in_copies_of_one_page_are_one_claim()
    {
        var brief = Pile.Of(("Vask Herald", "2031-03-04", Text), ("Orlen Courier", "2031-03-05", Text), ("Strait Mail", "2031-05-19", Text));
        foreach (var words in (string[])["1,150 guests", "overnight", "bolts"])
        {
            var claim = brief.Ledger.Claims.Where(c => brief.Words(c.Statement).Contains(words, StringComparison.Ordinal)).ShouldHaveSingleItem();
            claim.Counts.Outlets.Count.ShouldBe(3);
            claim.Counts.Texts.Count.ShouldBe(1);
        }
    }
}
