using System.Text;
using Readout.Articles;
using Readout.Articles.Blocks;
using Readout.Pages;

namespace Readout.Tests.Articles.Blocks;

public class BodyModelTests
{
    private static string Sentence(int i) => $"The council of Orlen met for the {i}th time about the bridge, and its chairwoman said that the stones would hold another winter.";

    private static Page Page(int paragraphs) => PageReader.Read("a.html", Encoding.UTF8.GetBytes(
        "<!doctype html><html lang=en><body><nav><a href=/>Home</a></nav><article><h1>Bridge to stay open</h1>"
        + string.Concat(Enumerable.Range(1, paragraphs).Select(i => $"<p>{Sentence(i)}</p>")) + "</article><footer><p>Orlen Courier</p></footer></body></html>"));

    private static List<BlockView> Views(Page page)
    {
        var views = Enumerable.Range(0, page.Blocks.Count).Select(i => new BlockView(page, i)).ToList();
        BlockContexts.Classify(views);
        return views;
    }

    private static float[] Answers(Page page) => BodyModel.For(page.MediaType).Answers(page, Views(page));

    [Fact]
    public void Answers_do_not_depend_on_threads_or_on_what_was_read_before()
    {
        var pages = Enumerable.Range(1, 12).Select(Page).ToList();
        var alone = pages.Select(Answers).ToList();
        var together = new float[96][];
        Parallel.For(0, together.Length, i => together[i] = Answers(pages[i * 7 % pages.Count]));
        for (var i = 0; i < together.Length; i++)
            together[i].ShouldBe(alone[i * 7 % pages.Count]);
        alone[0].ShouldNotBe(alone[11]);
    }

    [Fact]
    public void Where_all_answers_are_low_the_likeliest_words_are_lifted_and_their_order_stays()
    {
        var views = Views(Page(8));
        var low = Enumerable.Range(0, views.Count).Select(i => 0.01f + 0.01f * i).ToArray();
        var level = BodyModel.Level(views, low);
        level.Max().ShouldBeGreaterThan(0.85f);
        level.ShouldBeInOrder(SortDirection.Ascending);
        level[0].ShouldBeGreaterThan(low[0]);
    }

    [Fact]
    public void Where_enough_words_are_likely_already_nothing_moves()
    {
        var views = Views(Page(8));
        var high = Enumerable.Range(0, views.Count).Select(i => i % 3 == 0 ? 0.2f : 0.97f).ToArray();
        BodyModel.Level(views, high).ShouldBe(high);
    }

    [Fact]
    public void A_row_tells_the_same_whoever_asks()
    {
        var page = Page(5);
        var rows = BlockFeatures.Of(page, Views(page));
        rows.Length.ShouldBe(page.Blocks.Count);
        rows.ShouldAllBe(r => r.Length == BlockFeatures.Names(page.MediaType).Count && r.All(float.IsFinite));
        BlockFeatures.Of(page, Views(page)).SelectMany(r => r).ShouldBe(rows.SelectMany(r => r));
    }
}
