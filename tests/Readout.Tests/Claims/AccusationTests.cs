using Readout.Claims;

namespace Readout.Tests.Claims;

/// <summary>What is told differently without contradicting anybody; beside each pair stands one that does contradict.</summary>
public sealed class AccusationTests
{
    [Theory]
    // One sentence under two stamps.
    [InlineData("The harbour bridge in Orlen collapsed on Friday, Mayor Ada Moll said.", "2031-03-04", "The harbour bridge in Orlen collapsed on Friday, Mayor Ada Moll said.", "2031-03-13")]
    // Each page has the other's number as well.
    [InlineData("The Vask Ferries line sold tickets of 50 crowns and 100 crowns in 2030.", "2031-03-04", "The Vask Ferries line sold tickets of 20 crowns and 50 crowns in 2030.", "2031-03-05")]
    // The period a number is compared with is not its own.
    [InlineData("Vask Ferries' traffic rose 17 percent in May from a year earlier.", "2031-06-04", "Vask Ferries' traffic rose 9 percent in March from a year earlier.", "2031-04-04")]
    // Things of different kinds.
    [InlineData("The ferry surplus of Orlen rose to 7 million crowns in February 2031.", "2031-03-04", "The trade surplus of Orlen rose to 8 million crowns in February 2031.", "2031-03-04")]
    // The hour of a report is not the hour of what it reports.
    [InlineData("(Update 2:20 p.m.) The roof of the harbour hall in Orlen collapsed under the snow.", "2031-02-01", "(Update 5:10 p.m.) The roof of the harbour hall in Orlen collapsed under snow.", "2031-02-01")]
    // Who is charged has not been said to have done it.
    [InlineData("Jory Pell is charged with burning the harbour hall in Orlen.", "2031-03-04", "Jory Pell denied burning the harbour hall in Orlen.", "2031-03-05")]
    // Two things of one kind, each with its own name.
    [InlineData("The Harbour Crane was last oiled in March 2029.", "2031-03-04", "The Orlen Crane was last oiled in May 2027.", "2031-03-25")]
    // What went up and down by some amount is told anew each week.
    [InlineData("The savings of Vask Ferries fell 92 million crowns to 1,920 million.", "2031-03-04", "The savings of Vask Ferries fell 23 million crowns to 1,900 million.", "2031-03-11")]
    // What was expected of one day is not expected of another.
    [InlineData("The Orlen council is not expected to open the harbour lock today, skippers said.", "2031-03-12", "The Orlen council is expected to open the harbour lock to let the barges pass, skippers said.", "2031-03-09")]
    // The hour of an agency's stamp.
    [InlineData("ORLEN | Wed Jun 18, 2031 2:59 pm - The chairman of Vask Ferries apologised on Wednesday to the people of Orlen.", "2031-06-18", "ORLEN | Wed Jun 18, 2031 9:13 pm - The chairman of Vask Ferries apologised on Wednesday to the people of Orlen.", "2031-06-18")]
    // A part, and the whole that it is taken from.
    [InlineData("Of the 31,600 ideas, 8,000 came on paper. There are 235 ideas in the second round, says Vask Ferries.", "2031-06-18", "The chairman of Vask Ferries apologised on Wednesday.", "2031-06-18")]
    public void What_only_looks_like_a_contradiction_accuses_nobody(string first, string firstDay, string second, string secondDay) =>
        Disputes(first, firstDay, second, secondDay).ShouldBeEmpty();

    [Theory]
    [InlineData("The Vask Ferries line carried 41,000 passengers in 2030.", "2031-03-04", "The Vask Ferries line carried 36,000 passengers in 2030.", "2031-03-05")]
    [InlineData("The trade surplus of Orlen rose to 7 million crowns in February 2031.", "2031-03-04", "The trade surplus of Orlen rose to 8 million crowns in February 2031.", "2031-03-04")]
    // What is told of a thing that both pages call by its last name; the later page has the earlier day.
    [InlineData("The Harbour Crane in Orlen is red. The crane was last oiled in March 2029, the owner says.", "2031-03-04", "The Harbour Crane in Orlen is rusty. The crane was last oiled in May 2027.", "2031-03-25")]
    [InlineData("The roof of the harbour hall in Orlen collapsed at 2:20 p.m. on Monday under the snow.", "2031-02-04", "The roof of the harbour hall in Orlen collapsed at 5:10 p.m. on Monday under the snow.", "2031-02-04")]
    // An hour alone says nothing of the day: that is the page's.
    [InlineData("Two sailors are missing after the ferry Bright Sele struck the wall of the Orlen harbour, the coastguard said. Its commander, Ina Sorrel, said that the first emergency call had come at 3.40 a.m.", "2031-02-03", "Two sailors are missing after the ferry Bright Sele struck the wall of the Orlen harbour. The first emergency call from the ship reached the coastguard at 3.10 a.m., according to a telephone log.", "2031-02-04")]
    public void What_contradicts_is_a_dispute(string first, string firstDay, string second, string secondDay) =>
        Disputes(first, firstDay, second, secondDay).ShouldHaveSingleItem();

    [Fact]
    public void Five_values_of_one_thing_are_a_series_and_no_quarrel()
    {
        var brief = Pile.Of([.. Enumerable.Range(1, 5).Select(i => ($"Paper {i}", "2031-03-04", $"The Vask Ferries line carried {i}1,000 passengers in 2030."))]);
        brief.Ledger.Disputes.ShouldBeEmpty();
    }

    [Fact]
    public void A_copy_of_yesterdays_toll_does_not_contradict_todays()
    {
        const string early = "Eleven people died and 23 were missing after the ferry Bright Sele ran onto the Orlen shoal and capsized early on Monday, the coastguard said.";
        const string late = "Fourteen people are now known to have died when the ferry Bright Sele ran onto the Orlen shoal on Monday, a spokesman for the coastguard said.";
        var ledger = Pile.Of(("Strait Agency", "2031-03-10", early), ("Vask Herald", "2031-03-11", early), ("Orlen Courier", "2031-03-11", late)).Ledger;
        ledger.Disputes.ShouldBeEmpty();
        ledger.Changes.ShouldHaveSingleItem().Steps.Select(s => s.Value).Distinct().ShouldBe(["11 people", "14 people"]);
    }

    [Fact]
    public void The_larger_the_pile_the_surer_an_accusation_must_be()
    {
        Accusations.SureIn(1).ShouldBe(SameEvent.Sure);
        Accusations.SureIn(30).ShouldBe(SameEvent.Sure);
        Accusations.SureIn(300).ShouldBe(SameEvent.Sure + Math.Log(10), 1e-9);
    }

    private static IReadOnlyList<Dispute> Disputes(string first, string firstDay, string second, string secondDay) =>
        Pile.Of(("Vask Herald", firstDay, first), ("Orlen Courier", secondDay, second)).Ledger.Disputes;
}
