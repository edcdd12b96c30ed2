using Readout.Annotations;
using Shouldly;

namespace Readout.Tests.Annotations.Quotations;

public class ClauseEndsTests
{
    [Theory]
    [InlineData("Ada Moll said the timing was no accident; they only learned of it on Friday.", "the timing was no accident")]
    [InlineData("The clerk who told Ada Moll that the toll was fair was dismissed on Monday.", "the toll was fair")]
    [InlineData("The people who say the dam is unsafe have no proof.", "the dam is unsafe")]
    [InlineData("Some voters believe the toll is too high, but the council has kept it.", "the toll is too high")]
    [InlineData("The envoy who revealed that the treaty had lapsed has left Vask.", "the treaty had lapsed")]
    [InlineData("Ada Moll told the council that the bridge was safe, and two days later the bridge fell.", "the bridge was safe")]
    public void Words_that_hang_on_another_clause_are_not_what_was_said(string text, string content)
    {
        var document = Annotator.Annotate("a", Made.Article(text));
        document.Quotations.Select(q => document.Slice(q.Content[0])).ShouldContain(content);
    }

    [Fact]
    public void Who_in_a_relative_clause_is_the_one_it_stands_for()
    {
        var document = Annotator.Annotate("a", Made.Article("The clerk who told Ada Moll that the toll was fair was dismissed on Monday."));
        document.Slice(document.Quotations.Single().SpeakerSpan!.Value).ShouldBe("The clerk");
    }

    [Theory]
    [InlineData("Jory Pell said that the talks would last two days and that nothing would be signed.", "the talks would last two days and that nothing would be signed")]
    [InlineData("Ada Moll said the dam was safe although the water had risen.", "the dam was safe although the water had risen")]
    public void What_goes_on_in_the_same_clause_stays(string text, string content)
    {
        var document = Annotator.Annotate("a", Made.Article(text));
        document.Slice(document.Quotations.Single().Content.Single()).ShouldBe(content);
    }
}
