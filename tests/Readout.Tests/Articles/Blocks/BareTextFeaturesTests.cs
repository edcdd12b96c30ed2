using System.Text;
using Readout.Articles;
using Readout.Articles.Blocks;
using Readout.Pages;

namespace Readout.Tests.Articles.Blocks;

public class BareTextFeaturesTests
{
    private const string Text = """
        Bridge to stay open

        The council of Orlen met about the bridge on Monday, and its chairwoman said that the stones would hold.

        Ada Moll says:

        May 6, 2024 at 6:58 am

        I have crossed it every day since the old ferry was sold, and it has never moved.

        Jory Pell says:

        May 7, 2024 at 11:03 pm

        It moved in the storm of that year, as everybody on our bank remembers very well.

        Ina Sorrel says:

        June 12, 2024 at 9:30 am

        Then the town should look at the piles below the water, which nobody has done yet.
        """;

    private static Dictionary<string, float>[] Rows(string name, string text)
    {
        var page = PageReader.Read(name, Encoding.UTF8.GetBytes(text));
        var views = Enumerable.Range(0, page.Blocks.Count).Select(i => new BlockView(page, i)).ToList();
        BlockContexts.Classify(views);
        var names = BlockFeatures.Names(page.MediaType);
        return [.. BlockFeatures.Of(page, views).Select(r => names.Zip(r).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal))];
    }

    [Fact]
    public void Stamps_above_comments_are_lines_of_one_shape()
    {
        var rows = Rows("a.txt", Text);
        int[] stamps = [3, 6, 9];
        foreach (var i in stamps)
            rows[i]["alike lines"].ShouldBe(2);                       // log2(1 + 3)
        rows[0]["alike lines"].ShouldBe(1);
        rows[1]["alike lines"].ShouldBe(-1);                          // a sentence has no shape
        rows[2]["same last word"].ShouldBe(2);                        // "says:"
        rows[2]["same first word"].ShouldBe(1);
        (rows[6]["alike before"], rows[6]["alike after"]).ShouldBe((3f, 3f));
        (rows[4]["stamp before"], rows[4]["stamp after"]).ShouldBe((1f, 2f));
        rows[1]["stamp before"].ShouldBe(40);
        (rows[4]["alike lines -1"], rows[4]["same words -2"]).ShouldBe((2f, 2f));
        rows[0]["alike lines -1"].ShouldBe(-2);
        rows[4]["stamps near"].ShouldBe(3);
    }

    [Fact]
    public void Prose_is_shared_out_before_and_behind_each_block()
    {
        var rows = Rows("a.txt", Text);
        rows[0]["page's prose before"].ShouldBe(0);
        rows[0]["prose share after 40"].ShouldBe(1, 1e-6);
        rows[^1]["prose share after 5"].ShouldBe(0);
        foreach (var row in rows)
            row["page's prose before"].ShouldBe(row["prose share before 40"], 1e-6);
        rows[4]["prose density before 5"].ShouldBeInRange(0.5f, 0.8f);
    }

    [Fact]
    public void A_page_with_markup_has_elements_instead() =>
        BlockFeatures.Names(MediaType.PlainText).Except(BlockFeatures.Names(MediaType.Html)).Count().ShouldBe(27);
}
