using Readout.Claims;

namespace Readout.Tests.Claims.Slots;

public class QuantityAlignmentTests
{
    [Theory]
    // The same word of the same ship, but not the same thing of it.
    [InlineData("Vask Ferries spent 40 million crowns on the new pier, the company said.", "Vask Ferries earned 90 million crowns on the new pier, the company said.")]
    // Which wells: not the same ones.
    [InlineData("There are seven production wells on the platform off Vask, Ada Moll said.", "There are 27,000 abandoned wells on the platform off Vask, Ada Moll said.")]
    // Each day of the market has its own.
    [InlineData("Shares of Vask Ferries closed down 3 percent in Orlen.", "Shares of Vask Ferries closed up 6 percent in Orlen.")]
    // Rounded.
    [InlineData("The fire burned 78,000 hectares of the forest of Orlen, the ministry said.", "The fire burned 78,603 hectares of the forest of Orlen, the ministry said.")]
    // Another accident, named.
    [InlineData("Eleven sailors were killed in the blast on the Vask ferry.", "The blast over Orlen airport killed 270 people in 2012.")]
    // A number by the day, a number in all.
    [InlineData("The well off Vask is leaking 5,000 barrels of oil a day.", "The well off Vask is leaking 90,000 barrels of oil.")]
    // What may be is no value yet.
    [InlineData("The spill could cost Vask Ferries 14 million crowns.", "The spill cost Vask Ferries 30 million crowns.")]
    // Seven wells here, forty feet there: a sentence with several such numbers.
    [InlineData("The rig was 42 miles off Vask, beneath 5,000 feet of water and 13,000 feet under the bed.", "The rig was 48 miles off Vask, in 9,000 feet of water.")]
    public void Numbers_of_two_things_do_not_contradict_each_other(string first, string second)
    {
        var brief = Pile.Of(("The Orlen Courier", "2031-05-06", first), ("The Vask Times", "2031-05-06", second));
        brief.Ledger.Disputes.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Vask Ferries carried 41 million tonnes of freight in 2030, the company said.", "Vask Ferries moved 36 million tonnes of freight in 2030, the harbour office said.")]
    [InlineData("The broken well is leaking 1,000 barrels of oil a day, the company said.", "The broken well is leaking 35,000 barrels of oil a day, the ministry said.")]
    [InlineData("Eleven sailors were killed when the Vask ferry sank, the coast guard said.", "Nine sailors died when the Vask ferry sank, the harbour office said.")]
    public void Two_values_of_one_thing_are_a_dispute(string first, string second)
    {
        var brief = Pile.Of(("The Orlen Courier", "2031-05-06", first), ("The Vask Times", "2031-05-06", second));
        brief.Ledger.Disputes.ShouldHaveSingleItem().Type.ShouldBe(DisputeType.Value);
    }

    [Fact]
    public void What_stands_in_a_side_clause_is_not_denied()
    {
        var brief = Pile.Of(
            ("The Orlen Courier", "2031-05-06", "The ministry will require companies to dismantle 650 unused platforms, some of which have not been inspected for years."),
            ("The Vask Times", "2031-05-06", "The harbour ministry will also require companies to dismantle 650 unused platforms."));
        brief.Ledger.Disputes.ShouldBeEmpty();
    }

    [Fact]
    public void To_deny_a_request_is_to_refuse_it()
    {
        var document = Pile.Read("a.html", "The Vask Times", "2031-05-06", "The court in Orlen denied the ministry's request that the order lifting the ban be put off.");
        document.Quotations.ShouldNotContain(q => q.Act == Readout.Annotations.SpeechAct.Denied);
    }

    [Fact]
    public void What_is_said_against_findings_is_not_what_is_denied()
    {
        var document = Pile.Read("a.html", "The Vask Times", "2031-05-06", "The administration has disputed the commission findings, saying senior harbour officials \"were clear with the public what the worst case could be.\"");
        document.Quotations.ShouldHaveSingleItem().Act.ShouldBe(Readout.Annotations.SpeechAct.Stated);
    }
}
