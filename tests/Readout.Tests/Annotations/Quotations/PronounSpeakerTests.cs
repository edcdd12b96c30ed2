using Readout.Annotations;

namespace Readout.Tests.Annotations;

public class PronounSpeakerTests
{
    [Fact]
    public void He_in_a_lower_clause_is_never_a_speaker_of_another_sentence_where_this_one_names_its_own()
    {
        var document = Read(
            "Mayor Tom Kovar threatened to close the port within a week.",
            "Jory Pell expressed hope about a meeting between President Tom Kovar and Chairman Karl Denn in May, following what he described as \"constructive\" talks with Envoy Bram Sorrel in Vask.");
        var quotation = document.Quotations.Single(q => document.Slice(q.Extent).Contains("constructive", StringComparison.Ordinal));
        quotation.Speaker.ShouldNotBeNull();
        document.Entities[quotation.Speaker.Value].Name.ShouldBe("Jory Pell");
    }

    [Fact]
    public void He_that_opens_a_sentence_is_still_whoever_has_been_speaking()
    {
        var document = Read("“The ferries stay in port,” Jory Pell said. He said that no date had been set.");
        document.Quotations.Select(q => document.Entities[q.Speaker!.Value].Name).ShouldAllBe(n => n == "Jory Pell");
    }

    private static Document Read(params string[] paragraphs) =>
        Annotator.Annotate("a", Made.Article(string.Join('\n', paragraphs)));
}
