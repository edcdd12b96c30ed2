using Readout.Annotations;
using Readout.Text;

namespace Readout.Tests.Annotations.Entities;

public class UpstreamTests
{
    [Theory]
    [InlineData("The port is shut, according to the Vask Press Agency.", "Vask Press Agency")]
    [InlineData("The port is shut, reported Reuters.", "Reuters")]
    [InlineData("The port is shut, as per the Orlen Courier.", "Orlen Courier")]
    [InlineData("“No,” Odo Pellar told the Orlen Courier. The Courier reports that he left.", "Orlen Courier")]
    [InlineData("In an interview published by the Vask Herald he said no.", "Vask Herald")]
    [InlineData("There were reports from Sarnia's Harbour News and The Vask Gazette, both suggesting a deal.", "Harbour News, Vask Gazette")]
    [InlineData("The deal is off, the Orlen Courier reported, citing Radio Vask.", "Orlen Courier")]
    [InlineData("Odo Pellar told the newspaper Lanternen that he would go.", "Lanternen")]
    [InlineData("The port is shut, according to the Ministry of Trade, and mayor Ulla Marn told reporters so.", "")]
    [InlineData("The mayor denied a report in the Orlen Courier that the port was shut.", "")]
    [InlineData("The Orlen Courier has moved to a new house.", "")]
    public void Sources_named_in_the_text_are_found(string text, string names) =>
        string.Join(", ", Annotator.Annotate("d", Made.Article(text)).Upstream.Select(u => u.Name)).ShouldBe(names);

    [Fact]
    public void The_pages_own_outlet_is_no_source()
    {
        var article = Made.Article("“No,” Odo Pellar told the Orlen Courier.") with { Outlet = new Sourced<string>("The Orlen Courier", new Span(0, 1), "made") };
        Annotator.Annotate("d", article).Upstream.ShouldBeEmpty();
    }
}
