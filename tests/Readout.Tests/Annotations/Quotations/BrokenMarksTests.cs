using Readout.Annotations;
using Shouldly;

namespace Readout.Tests.Annotations.Quotations;

/// <summary>Quotation marks as pages really set them: lost, mixed, nested, of other languages.</summary>
public class BrokenMarksTests
{
    [Theory]
    [InlineData("“The dam is safe, Ada Moll said on Monday. The water fell overnight. Nobody was hurt.", "“The dam is safe,")]
    [InlineData("Ada Moll said the toll was “too high. The council will vote on Friday. Ships wait.", "the toll was “too high.")]
    [InlineData("\"The dam is safe, Ada Moll said. \"It held,\" she added.", "\"The dam is safe,")]
    public void A_lost_closing_mark_never_swallows_what_follows(string text, string content)
    {
        var document = Annotator.Annotate("a", Made.Article(text));
        var quotation = document.Quotations.First(q => q.IsEndDoubtful);
        quotation.Content.Select(document.Slice).ShouldBe([content]);
    }

    [Fact]
    public void What_follows_a_lost_mark_is_read_as_it_stands()
    {
        var document = Annotator.Annotate("a", Made.Article("\"The dam is safe, Ada Moll said. \"It held,\" she added."));
        document.Quotations.Select(q => (document.Slice(q.Content[0]), q.IsEndDoubtful)).ShouldBe([("\"The dam is safe,", true), ("\"It held,\"", false)]);
    }

    [Theory]
    [InlineData("„Wir gehen nicht“, said Lena Harth.", "„Wir gehen nicht“")]
    [InlineData("«Nous restons», Lena Harth said.", "«Nous restons»")]
    [InlineData("»Vi bliver,« said Lena Harth.", "»Vi bliver,«")]
    [InlineData("\"She said \"no\" twice,\" Lena Harth added.", "\"She said \"no\" twice,\"")]
    [InlineData("''The ferry is late,'' Lena Harth said.", "''The ferry is late,''")]
    public void Marks_of_other_kinds_are_pairs(string text, string content)
    {
        var document = Annotator.Annotate("a", Made.Article(text));
        document.Slice(document.Quotations.Single().Content.Single()).ShouldBe(content);
        document.Quotations.Single().IsEndDoubtful.ShouldBeFalse();
    }

    [Fact]
    public void A_quotation_opened_on_every_paragraph_and_closed_once_is_one_with_nothing_doubtful()
    {
        var document = Annotator.Annotate("a", Made.Article("“It rained,” Ada Moll said.\n“The first point is the mill.\n“The second point is the bridge.\n“The third is the toll,” Jory Pell said."));
        var last = document.Quotations[^1];
        document.Entities[last.Speaker!.Value].Name.ShouldBe("Jory Pell");
        last.Content.Count.ShouldBe(3);
        last.IsEndDoubtful.ShouldBeFalse();
        document.Quotations.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(", the mayor, said the bridge was shut.")]
    [InlineData(",, said.")]
    [InlineData(") said, who told, which said")]
    [InlineData("said")]
    [InlineData("“ said")]
    [InlineData(", who said that , he said ,")]
    public void Lines_torn_from_their_beginning_are_read_without_harm(string text) =>
        Should.NotThrow(() => Annotator.Annotate("a", Made.Article(text)));

    [Fact]
    public void The_apostrophes_of_a_page_are_no_quotation_marks()
    {
        var document = Annotator.Annotate("a", Made.Article("The platform‘s owner left. The firm's boats were the firms' last, and the ‘90s were over. Nobody's ferry ran."));
        document.Quotations.ShouldBeEmpty();
    }

    [Theory]
    [InlineData('“')]
    [InlineData('"')]
    [InlineData('«')]
    [InlineData('‘')]
    public void A_page_of_opening_marks_alone_gives_no_quotation_longer_than_a_sentence(char mark)
    {
        var text = string.Join(' ', Enumerable.Repeat($"{mark}The ferry is late. The port is shut, Ada Moll said.", 200));
        var document = Annotator.Annotate("a", Made.Article(text));
        document.Quotations.ShouldAllBe(q => q.Extent.Length < 120);
    }
}
