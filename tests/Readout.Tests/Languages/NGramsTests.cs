using Readout.Languages;

namespace Readout.Tests.Languages;

public class NGramsTests
{
    private static readonly NGrams Latin = new("ngrams-latin.tsv.gz");

    /// <summary>The table of one language and that of all are two ways to one sum.</summary>
    [Theory]
    [InlineData("The ferry from Orlen to Vask sails again on Monday.")]
    [InlineData("Die Fähre, die im Mai stillgelegt wurde, fährt wieder.")]
    [InlineData("Промежуточный текст with a few words of English")]
    [InlineData("x")]
    [InlineData("")]
    public void What_a_text_costs_in_one_language_is_what_it_costs_among_all(string text)
    {
        foreach (var sample in new[] { text, string.Concat(Enumerable.Repeat(text + " ", 60)) })
        {
            var cost = new int[Latin.Languages.Length];
            var (letters, known) = Latin.Cost(sample, cost);
            for (var i = 0; i < cost.Length; i++)
                Latin.CostIn(sample, i).ShouldBe((cost[i], known, letters));
        }
    }

    [Fact]
    public void Letters_are_counted_whether_the_table_has_them_or_not() =>
        Latin.Cost("Orlen, Ωrlen: 12 §", new int[Latin.Languages.Length]).Letters.ShouldBe(10);
}
