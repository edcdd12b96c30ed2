using Readout.Annotations;
using Readout.Text;

namespace Readout.Tests.Annotations;

public class InsertedCuesTests
{
    [Theory]
    [InlineData("After small rises over the next two years, Jory Pell said, they will go up more sharply after 2028.", "Jory Pell", "After small rises over the next two years | they will go up more sharply after 2028")]
    [InlineData("Putting the ferry back into service, Ada Moll said, allowed her to sleep at night.", "Ada Moll", "Putting the ferry back into service | allowed her to sleep at night")]
    [InlineData("The council changed the rules, which officials said will go into effect in the next few months.", "officials", "the rules | will go into effect in the next few months")]
    [InlineData("The crews were released, displaying what many engineers said was a sign of the friendship of the two towns.", "many engineers", "what | was a sign of the friendship of the two towns")]
    [InlineData("As reported by the Orlen Herald, the board found two hundred letters in the harbour office.", "the Orlen Herald", "the board found two hundred letters in the harbour office")]
    [InlineData("But as a Herald reporter noted, he did not even fill the hall to the last row.", "a Herald reporter", "he did not even fill the hall to the last row")]
    public void What_stands_around_a_cue_is_what_was_said(string text, string speaker, string content)
    {
        var document = Read(text);
        var quotation = document.Quotations.Where(q => q.Rule is "inserted-cue" or "as-said").ShouldHaveSingleItem();
        string.Join(" | ", quotation.Content.Select(document.Slice)).ShouldBe(content);
        document.Slice(quotation.SpeakerSpan!.Value).ShouldBe(speaker);
    }

    [Theory]
    [InlineData("The council dismissed all labels, a view shared by the crews in the hall, who shouted their approval.")]
    [InlineData("Later, he added trucks, and, still later, he sold the ferries.")]
    [InlineData("The towns are members of the harbour league, which writes the rules of the port.")]
    [InlineData("When asked about it on the quay, the engineer said no.")]
    public void A_verb_that_takes_a_thing_gives_nobody_the_rest_of_the_sentence(string text) =>
        Read(text).Quotations.ShouldNotContain(q => q.Rule == "inserted-cue");

    private static Document Read(string text) => Annotator.Annotate("a", Made.Article(text));
}
