using Readout.Articles;
using Readout.Briefs;
using Readout.Origins;
using Readout.Tests.Claims;

namespace Readout.Tests.Origins;

public sealed class DirectionTests
{
    private const string Report =
        "The harbour board of Vask will rebuild the northern pier before the autumn storms, its chairwoman said on Monday.\n\n"
        + "The work costs nine million crowns, a third of which the island council pays from the ferry toll of the last four years.\n\n"
        + "Fishermen had warned that a longer pier would shift the sandbank and close the small harbour at low tide.";

    private const string Other =
        "Orlen's council met on Tuesday to talk about the ferry toll, which has not been raised for eleven years now.\n\n"
        + "Mayor Jory Pell wants to keep it as it is, because most of those who pay it work on the mainland.";

    [Fact]
    public void What_others_credit_came_first_whatever_the_stamps_say()
    {
        var family = Pile.Of(("Orlen Courier", "2031-03-04", "(Strait Press Agency) - " + Report), ("Strait Press Agency", "2031-03-05", Report))
            .Ledger.Story.Families.ShouldHaveSingleItem();
        family.Links.ShouldContain(l => l.Reason.EndsWith("names Strait Press Agency", StringComparison.Ordinal));
        family.Links.ShouldAllBe(l => l.To == family.Origin);
        family.Unseen.ShouldBeNull();
    }

    [Fact]
    public void The_reason_says_what_tells_the_direction()
    {
        Reason("2031-03-04", "2031-03-06").ShouldBe("3 of 3 sentences stand there; printed 2 days later");
        Reason("2031-03-04", "2031-03-04").ShouldBe("3 of 3 sentences stand there; printed on one day: which came first is not known");
    }

    [Fact]
    public void A_copy_of_a_longer_version_leads_to_that_version()
    {
        const string More = "\n\nThe board's engineer, Ina Sorrel, said divers had found cracks in nine of the forty pillars below the water line."
            + "\n\nTwo of the pillars will be pulled out in May and carried to the yard on Lamp Street, where a crane has stood idle since the winter."
            + "\n\nThe ferries will leave from the southern landing while the work goes on, and the market moves to the old customs house.";
        var brief = Pile.Of(("Vask Herald", "2031-03-04", Report), ("Orlen Courier", "2031-03-05", Report + More), ("Strait Mail", "2031-03-06", Report + More));
        var family = brief.Ledger.Story.Families.ShouldHaveSingleItem();
        Outlet(brief, family.Origin).ShouldBe("Vask Herald");
        var link = family.Links.Single(l => Outlet(brief, l.From) == "Strait Mail");
        Outlet(brief, link.To).ShouldBe("Orlen Courier");
    }

    [Fact]
    public void An_agency_that_all_credit_and_nobody_has_is_named_as_the_origin_not_seen()
    {
        var brief = Pile.Of(("Orlen Courier", "2031-03-04", "(Strait Press Agency) - " + Report), ("Strait Mail", "2031-03-05", "(Strait Press Agency) - " + Report));
        var unseen = brief.Ledger.Story.Families.ShouldHaveSingleItem().Unseen.ShouldNotBeNull();
        unseen.Name.ShouldBe("Strait Press Agency");
        unseen.Evidence.Count.ShouldBe(2);
        unseen.Evidence.ShouldAllBe(c => brief.Words(c).Contains("Strait Press Agency"));
    }

    [Fact]
    public void A_paragraph_of_one_page_in_a_longer_report_is_reuse_and_makes_no_family()
    {
        var paragraph = Report.Split("\n\n")[1];
        var brief = Pile.Of(("Vask Herald", "2031-03-04", Report), ("Orlen Courier", "2031-03-05", $"{Other}\n\n{paragraph}\n\n{string.Join("\n\n", Prose.Sentences("courier", 12))}"));
        brief.Ledger.Story.Families.ShouldBeEmpty();
        var link = brief.Ledger.Story.Reuse.ShouldHaveSingleItem();
        (Outlet(brief, link.From), Outlet(brief, link.To), link.Link).ShouldBe(("Orlen Courier", "Vask Herald", AttributionLink.ReusedSentences));
        Words(brief, link.From, link.Spans).ShouldBe(paragraph);
        Words(brief, link.To, link.Sources).ShouldBe(paragraph);
        link.Reason.ShouldEndWith("word for word; printed a day later");
    }

    [Theory]
    [InlineData("The talks will go on in Vask on Monday morning.")]
    [InlineData("“We will rebuild the northern pier before the storms, all of it, and whoever stands in our way will have to swim home,” Ada Moll said.")]
    public void Formulas_and_what_somebody_said_are_no_reuse(string sentence)
    {
        var brief = Pile.Of(
            ("Vask Herald", "2031-03-04", $"{Other}\n\n{sentence}"),
            ("Orlen Courier", "2031-03-05", $"{string.Join("\n\n", Prose.Sentences("courier", 8))}\n\n{sentence}"));
        brief.Ledger.Story.Reuse.ShouldBeEmpty();
    }

    [Fact]
    public void Two_reports_of_one_speech_are_no_copies()
    {
        const string Speech = "“This pier was built by our grandfathers and we will not let it fall, not for nine million crowns and not for ninety,” she said. "
            + "“Whoever tells you that the sand will close the harbour has never stood on it in a winter gale and never will.”";
        var texts = Speech + "\n\n";
        Pile.Of(
            ("Vask Herald", "2031-03-04", texts + Other),
            ("Orlen Courier", "2031-03-04", texts + "The chairwoman spoke to some forty people in the old customs house on Monday. Nobody asked her what the toll has to do with it, and she left before the rain."))
            .Ledger.Story.Families.ShouldBeEmpty();
    }

    private static string Reason(string first, string second) =>
        Pile.Of(("Vask Herald", first, Report), ("Strait Mail", second, Report)).Ledger.Story.Families.ShouldHaveSingleItem().Links[0].Reason;

    private static string Outlet(Brief brief, string document) => brief.Ledger.Story.Document(document).Article.Outlet!.Value;

    private static string Words(Brief brief, string document, IReadOnlyList<Readout.Text.Span> spans) =>
        string.Join(' ', spans.Select(s => brief.Ledger.Story.Document(document).Slice(s)));
}
