using Readout.Origins;
using Readout.Tests.Claims;
using Readout.Text;

namespace Readout.Tests.Origins;

public sealed class FamilyTests
{
    private const string Report =
        "The harbour board of Vask will rebuild the northern pier before the autumn storms, its chairwoman said on Monday.\n\n"
        + "The work costs nine million crowns, a third of which the island council pays from the ferry toll of the last four years.\n\n"
        + "Fishermen had warned that a longer pier would shift the sandbank and close the small harbour at low tide.";

    [Fact]
    public void A_text_with_its_paragraphs_in_another_paper_is_a_copy_of_the_earlier_one()
    {
        var brief = Pile.Of(("Orlen Courier", "2031-03-06", Report + "\n\nIn Orlen the council will debate the plan next week, Mayor Pell said."), ("Vask Herald", "2031-03-04", Report));
        var family = brief.Ledger.Story.Families.ShouldHaveSingleItem();
        brief.Ledger.Story.Document(family.Origin).Article.Outlet!.Value.ShouldBe("Vask Herald");
        family.Links.ShouldAllBe(l => l.To == family.Origin);
        family.Links[0].Spans.Count.ShouldBe(3);
    }

    [Fact]
    public void Two_reports_of_one_event_are_no_copies()
    {
        var brief = Pile.Of(
            ("Vask Herald", "2031-03-04", Report),
            ("Orlen Courier", "2031-03-04", "Vask gets a new pier. The board that runs the port wants it finished by September.\n\nIt will cost nine million crowns. The islands chip in three, out of what travellers pay at the landing."));
        brief.Ledger.Story.Families.ShouldBeEmpty();
    }

    [Fact]
    public void A_copy_printed_weeks_later_is_stale_and_keeps_its_stamp()
    {
        var brief = Pile.Of(("Vask Herald", "2031-03-04", Report), ("Strait Mail", "2031-04-20", Report));
        var copy = brief.Ledger.Story.Documents.Single(d => d.Article.Outlet!.Value == "Strait Mail");
        copy.Diagnostics.ShouldContain(d => d.Code == DiagnosticCode.StaleRepublication);
        copy.Article.Published!.Day.ShouldBe(new NodaTime.LocalDate(2031, 4, 20));
        copy.Anchor.Earliest.ShouldBe(new NodaTime.LocalDate(2031, 3, 4));
    }

    [Theory]
    [InlineData("The Vask Herald", "vask herald", true)]
    [InlineData("SPA", "Strait Press Agency", true)]
    [InlineData("Orlén Courier", "Orlen Courier", true)]
    [InlineData("Vask Herald", "Vask Courier", false)]
    [InlineData("The", "SPA", false)]
    public void Names_of_outlets_are_compared_as_people_write_them(string a, string b, bool same) =>
        OutletNames.Same(a, b).ShouldBe(same);
}
