using Readout.Claims;

namespace Readout.Tests.Claims.Alignment;

public class AlignmentTests
{
    private const string Rest = "\n\nThe lock at Orlen has been under repair since a storm tore away its outer wall in the first week of the year, and boats wait for days.";

    [Fact]
    public void Other_words_for_one_act_are_one_claim()
    {
        var brief = Pile.Of(
            ("Vask Herald", "2031-03-04", "Harbour master Jory Pell shut the swing bridge in Orlen after a grain barge struck it." + Rest),
            ("Orlen Courier", "2031-03-04", "Jory Pell, the harbour master, closed the Orlen swing bridge when a grain barge hit it." + Rest));
        Outlets(brief, "swing bridge").ShouldBe(2);
    }

    [Fact]
    public void One_act_done_to_another_thing_on_another_day_is_another_claim()
    {
        var brief = Pile.Of(
            ("Vask Herald", "2031-03-04", "The Strait League closed gate 7 of the Orlen lock on 1 March 2031 for repairs." + Rest),
            ("Orlen Courier", "2031-03-04", "The Strait League closed gate 9 of the Orlen lock on 2 March 2031 for repairs." + Rest));
        Outlets(brief, "gate").ShouldBe(1);
    }

    private static int Outlets(Readout.Briefs.Brief brief, string words) =>
        brief.Ledger.Claims.Where(c => brief.Words(c.Statement).Contains(words, StringComparison.Ordinal)).Max(c => c.Counts.Outlets.Count);
}
