using Readout.Claims;
using Shouldly;

namespace Readout.Tests.Claims;

public class ChainTests
{
    [Theory]
    [InlineData("Ada Moll said Jory Pell had told her that the old mill was for sale.", "Ada Moll", "Jory Pell")]
    [InlineData("The Vask Times reported that Ada Moll had told aides she would quit the council.", "Vask Times", "Ada Moll")]
    [InlineData("The Vask Times reported, citing two officials, that the talks on the harbour had failed.", "Vask Times", "two officials")]
    [InlineData("The Vask Times reported, citing the Orlen Herald, that the talks on the harbour had failed.", "Vask Times", "Orlen Herald")]
    [InlineData("Citing a police report, the Vask Times said that the fire in the mill had been set on purpose.", "Vask Times", "a police report")]
    [InlineData("According to documents seen by the Vask Times, the old mill was sold for one crown.", "Vask Times", "documents")]
    [InlineData("The Vask Times quoted Jory Pell as saying that the old mill would close in June.", "Vask Times", "Jory Pell")]
    [InlineData("Ada Moll said that, according to the harbour office, the old ferry had been overloaded.", "Ada Moll", "the harbour office")]
    public void Words_told_by_one_and_passed_on_by_another_lead_to_who_said_them_first(string sentence, string first, string last)
    {
        var chain = Chain("Orlen Courier", sentence);
        chain[0].ShouldEndWith(first);
        chain[^1].ShouldEndWith(last);
    }

    [Theory]
    [InlineData("Ada Moll said the mill was for sale and that Jory Pell had warned her of the price.", "Ada Moll")]
    [InlineData("A source close to the ministry said the harbour deal was dead.", "A source close to the ministry")]
    [InlineData("Officials said on condition of anonymity that talks on the harbour had begun.", "Officials")]
    public void Words_of_ones_own_are_ones_own_and_unnamed_speakers_stay_as_they_are_called(string sentence, string last) =>
        Chain("Orlen Courier", sentence)[^1].ShouldBe(last);

    [Fact]
    public void Who_reports_what_an_outlet_was_told_stands_before_that_outlet() =>
        Chain("Orlen Courier", "The old mill will close on Friday, Ada Moll told the Vask Times, the Orlen News Agency reports.")
            .ShouldBe(["Orlen News Agency", "Vask Times", "Ada Moll"]);

    [Fact]
    public void A_dateline_stands_before_speakers_without_a_name_as_well() =>
        Chain("Orlen Courier", "The harbour office said nobody was hurt.", "(Vask News Agency) - The ferry ran aground on Sunday with 40 people on board.")
            .ShouldBe(["Vask News Agency", "The harbour office"]);

    private static IReadOnlyList<string> Chain(string outlet, string sentence, string lead = "Ada Moll is the mayor of Vask. Jory Pell owns the mill.")
    {
        var brief = Pile.Of((outlet, "2031-05-06", lead + "\n\n" + sentence));
        var claim = brief.Ledger.Claims.Single(c => brief.Words(c.Statement) == sentence);
        return [.. claim.Attestations[0].Chain.Select(l => brief.Ledger.Story.Entities.FirstOrDefault(e => e.Id == l.Who)?.Name ?? l.Who)];
    }
}
