using Readout.Claims;

namespace Readout.Tests.Claims.Trust;

public sealed class NameListsTests
{
    [Theory]
    [InlineData("Pell, Jory; Moll, Ada")]
    [InlineData("Jory Pell and Ada Moll")]
    [InlineData("PELL/MOLL")]
    [InlineData("Pell, Jory (Author) Moll, Ada (Joint Author)")]
    [InlineData("Pell, Jory, Moll, Ada")]
    [InlineData("By (author) J. Pell, Ada Moll &amp; et al")]
    [InlineData("PÉLL, JORYMOLL, ADA PELL MOLL")]
    public void One_list_written_in_many_ways_names_the_same_people(string list) =>
        NameLists.Read([list, "Moll, Ada; Pell, Jory"])[0].Select(p => p.Key).Order(StringComparer.Ordinal).ShouldBe(["moll", "pell"]);

    [Theory]
    [InlineData("")]
    [InlineData("Not Available")]
    [InlineData("UNKNOWN")]
    public void A_list_of_nobody_is_empty(string list) => NameLists.Read([list])[0].ShouldBeEmpty();

    [Fact]
    public void Two_of_one_surname_are_told_apart_by_initials()
    {
        var read = NameLists.Read(["Moll, Ada; Moll, Tam", "Ada Moll", "Moll"]);
        read[0].Select(p => p.Key).ShouldBe(["moll a", "moll t"]);
        read[1].Select(p => p.Key).ShouldBe(["moll a"]);
        read[2].ShouldBeEmpty();
    }
}
