using Readout.Web.Records;

namespace Readout.Web.Tests;

public class AlignedWordsTests
{
    // A column is what stands between bars, - where a wording has nothing; in [brackets] where all have the same.
    [Theory]
    [InlineData("[The ferry will] | not | [sail on Friday]", "The ferry will not sail on Friday", "The ferry will never sail on Friday")]
    [InlineData("[The ferry will] | not | [sail] | on Friday", "The ferry will not sail on Friday", "the ferry will sail.")]
    [InlineData("- | [the ferry waits]", "the ferry waits", "“Today the ferry waits”")]
    [InlineData("[We wait for] | the | [talks]", "We wait for the talks", "We wait for talks", "We wait for new talks")]
    public void Wordings_stand_word_under_word(string columns, params string[] wordings) =>
        string.Join(" | ", AlignedWords.Of(wordings)!.Select(c => c.IsSame ? $"[{c.Cells[0]}]" : c.Cells[0].Length == 0 ? "-" : c.Cells[0])).ShouldBe(columns);

    [Fact]
    public void Each_wording_keeps_all_its_words_in_their_order()
    {
        string[] wordings = ["The ferry, he said, will not sail before the storm ends.", "The old ferry will not sail at all before the storm ends.", "It will not sail before the long storm ends!"];
        var columns = AlignedWords.Of(wordings)!;
        for (var row = 0; row < wordings.Length; row++)
            string.Join(' ', columns.Select(c => c.Cells[row]).Where(c => c.Length > 0)).ShouldBe(wordings[row]);
        columns.Where(c => c.IsSame).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("The ferry will not sail on Friday")]
    [InlineData("The ferry will not sail on Friday", "Nobody knows when boats leave again")]
    [InlineData("The ferry will not sail on Friday", " ")]
    public void What_shares_hardly_a_word_is_not_laid_side_by_side(params string[] wordings) => AlignedWords.Of(wordings).ShouldBeNull();
}
