using Readout.Annotations;
using Readout.Text;

namespace Readout.Tests.Annotations;

public class TreeQuotationsTests
{
    [Theory]
    [InlineData("A survey by the ministry found that two thirds of the ferries were older than the port.", "A survey by the ministry", "found", "two thirds of the ferries were older than the port")]
    [InlineData("The engineers, who suspect that the wall has cracked, went home.", "engineers", "suspect", "the wall has cracked")]
    public void A_clause_below_a_verb_of_thinking_is_given_to_its_subject(string text, string speaker, string cue, string content)
    {
        var document = Read(text);
        var quotation = document.Quotations.ShouldHaveSingleItem();
        quotation.Form.ShouldBe(QuotationForm.Indirect);
        document.Slice(quotation.Content[0]).ShouldBe(content);
        document.Slice(quotation.Cue!.Value).ShouldBe(cue);
        document.Slice(quotation.SpeakerSpan!.Value).ShouldContain(speaker);
    }

    [Theory]
    [InlineData("The mill was a giant of its trade, Jory Pell said, until it went bankrupt in 1999.", "until it went bankrupt in 1999")]
    public void What_goes_on_behind_the_cue_was_said_too(string text, string rest)
    {
        var document = Read(text);
        var quotation = document.Quotations.ShouldHaveSingleItem();
        quotation.Content.Count.ShouldBe(2);
        document.Slice(quotation.Content[1]).ShouldBe(rest);
        quotation.Rule.ShouldEndWith("rest-in-tree");
    }

    [Theory]
    [InlineData("The ferry would sail on Monday, Jory Pell said, leaving the hall.")]
    [InlineData("The ferry would sail on Monday, Jory Pell said as he left.")]
    public void How_it_was_said_is_not_what_was_said(string text) =>
        Read(text).Quotations.ShouldHaveSingleItem().Content.Count.ShouldBe(1);

    [Theory]
    [InlineData("I think the dam will hold.")]
    [InlineData("It seems that the dam will hold.")]
    [InlineData("You know the ferries leave late.")]
    public void The_pages_own_voice_is_nobodys_words(string text) => Read(text).Quotations.ShouldBeEmpty();

    [Theory]
    [InlineData("Officials in Orlen do not believe the dam will hold through the winter.")]
    [InlineData("The engineers have never found that the wall was cracked.")]
    [InlineData("If the council decides that the ferries are unsafe, the port will close.")]
    [InlineData("The council may decide that the ferries are unsafe.")]
    [InlineData("Do the engineers believe the dam will hold?")]
    public void What_is_not_said_or_thought_is_given_to_nobody(string text) =>
        Read(text).Quotations.ShouldNotContain(q => q.Rule == "clause-in-tree");

    [Theory]
    [InlineData("The harbour board, a group of nine, has denied in three letters to the town that the ferries were sold.")]
    public void A_denial_is_never_a_statement(string text) =>
        Read(text).Quotations.ShouldNotContain(q => q.Act == SpeechAct.Stated);

    [Fact]
    public void No_word_belongs_to_two_quotations()
    {
        var document = Read("The mill was a giant of its trade, Jory Pell said, because nobody else could pay, Ada Moll added, until it went bankrupt in 1999.");
        var contents = document.Quotations.SelectMany(q => q.Content).Order().ToList();
        for (var i = 1; i < contents.Count; i++)
            contents[i].Start.ShouldBeGreaterThanOrEqualTo(contents[i - 1].End);
    }

    private static Document Read(string text) => Annotator.Annotate("a", Made.Article(text));
}
