using Readout.Annotations;
using Readout.Text;

namespace Readout.Tests.Annotations.Quotations;

/// <summary>Words in marks whose clause or signature no list of verbs covers.</summary>
public class QuoteClausesTests
{
    [Theory]
    [InlineData("“The dam will always be the dam,” an angry Ada Moll retaliated.", "Ada Moll")]
    [InlineData("“Nobody wants to walk to the ferry in the rain,” Harbour warden Jory Pell (Orlen Port) joked on Friday.", "Jory Pell")]
    [InlineData("Jory Pell went even further: “If the wall goes, the town goes with it.”", "Jory Pell")]
    [InlineData("Ada Moll sent a message to her crew saying: “The struggle for the wall goes on tonight.”", "Ada Moll")]
    [InlineData("“The most unqualified board ever to run a dam.” — Jory Pell", "Jory Pell")]
    [InlineData("“The most unqualified board ever to run a dam.” ― Ada Moll, baker", "Ada Moll")]
    public void The_clause_or_the_signature_beside_the_marks_tells_the_speaker(string text, string speaker)
    {
        var document = Read(text);
        var quotation = document.Quotations.ShouldHaveSingleItem();
        document.Entities[quotation.Speaker!.Value].Name.ShouldBe(speaker);
        quotation.Form.ShouldBe(QuotationForm.Direct);
    }

    [Theory]
    [InlineData("“The Long Night on the Frozen Quay,” which opened in May, drew large crowds in Vask.")]
    [InlineData("On “Orlen This Evening With Friends,” Jory Pell played the piano.")]
    [InlineData("Jory Pell walked past the “harbour of a thousand broken boats” twice.")]
    [InlineData("Ada Moll never said: “The dam will hold until the spring comes.”")]
    public void A_title_or_a_term_is_nobodys_words(string text) =>
        Read(text).Quotations.ShouldBeEmpty();

    [Fact]
    public void What_goes_on_behind_an_unlisted_verb_belongs_to_its_subject()
    {
        var document = Read("“The dam will always be the dam,” Ada Moll retaliated. “It never gives up, because it was built to last.”");
        document.Quotations.ShouldHaveSingleItem().Content.Count.ShouldBe(2);
    }

    [Fact]
    public void Words_that_go_on_show_who_was_named_before_them()
    {
        var document = Read("“The dam holds,” Ada Moll said.", "“We looked at every stone of it last winter.”");
        document.Quotations.ShouldAllBe(q => document.Slice(q.SpeakerSpan!.Value) == "Ada Moll");
    }

    private static Document Read(params string[] paragraphs) =>
        Annotator.Annotate("a", Made.Article(string.Join('\n', paragraphs)));
}
