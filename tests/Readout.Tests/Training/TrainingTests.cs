using System.Text;
using Readout.Pages;
using Readout.Training;

namespace Readout.Tests.Training;

public class TrainingTests
{
    private static readonly string[] Paragraphs =
    [
        "The council of Orlen voted on Tuesday to keep the old bridge open through the winter.",
        "Ada Moll, the engineer of the town, told the sitting that every stone had been looked at.",
        "Jory Pell sells apples on the far bank and has lost a third of his customers since March.",
    ];

    [Fact]
    public void Boosting_learns_a_rule_and_makes_the_same_bytes_each_time()
    {
        var rows = Enumerable.Range(0, 400).Select(i => new[] { i * 37 % 11, i * 53 % 13, (float)(i % 2) }).ToList();
        var labels = rows.Select(r => r[0] > 5 && r[2] == 0 ? 1.0 : 0).ToArray();
        var weights = rows.Select(_ => 1.0).ToArray();
        var options = new BoostingOptions(Trees: 40, Depth: 3, Rate: 0.3, Columns: 1, MinWeight: 1, Ridge: 1);
        var model = new Boosting(rows, options).Train(labels, weights);
        for (var i = 0; i < rows.Count; i++)
            (model.Predict(rows[i]) > 0.5).ShouldBe(labels[i] > 0.5, string.Join(' ', rows[i]));
        new Boosting(rows, options).Train(labels, weights).Write().ShouldBe(model.Write());
        new Boosting(rows, options with { Trees = 39 }).Train(labels, weights).Write().ShouldNotBe(model.Write());
    }

    [Fact]
    public void The_sub_heading_between_paragraphs_is_labelled_and_its_copy_in_a_list_of_teasers_is_not()
    {
        var teasers = string.Concat(Enumerable.Range(0, 20).Select(i => $"<li><a href=/{i}>Ferry {i} to Vask leaves late</a></li>"));
        var page = PageReader.Read("a.html", Encoding.UTF8.GetBytes(
            $"<nav><a href=/>Home</a></nav><h1>Bridge stays</h1><p>{Paragraphs[0]}</p><h2>Who pays for it</h2><p>{Paragraphs[1]}</p><p>{Paragraphs[2]}</p><ul>{teasers}<li><a href=/x>Who pays for it</a></li></ul>"));
        var labels = BodyLabels.Find(page, ShingleScore.Tokens($"{Paragraphs[0]} Who pays for it {Paragraphs[1]} {Paragraphs[2]}"));
        var labelled = Enumerable.Range(0, labels.Length).Where(i => labels[i] > 0.5).ToList();
        labelled.Select(i => page.Text.Slice(page.Blocks[i].Span)).ShouldBe([Paragraphs[0], "Who pays for it", Paragraphs[1], Paragraphs[2]]);
        labelled.ShouldBe(Enumerable.Range(labelled[0], 4));
    }

    [Fact]
    public void A_paragraph_that_is_half_of_the_text_is_labelled_by_half()
    {
        var page = PageReader.Read("a.html", Encoding.UTF8.GetBytes("<p>one two three four five six seven eight</p>"));
        BodyLabels.Find(page, ShingleScore.Tokens("one two three four and nothing else")).ShouldBe([0.5]);
    }

    [Theory]
    [InlineData("a b c d e f", "a b c d e f", 1, 1)]
    [InlineData("a b c d e f", "a b c d x", 0.5, 1.0 / 3)]           // abcd of abcd, bcdx; abcd of abcd, bcde, cdef
    [InlineData("a b c d", "a b c d a b c d", 0.2, 1)]               // one of five; a shingle counts as often as it is true
    [InlineData("a b c d e f", "u v w x y", 0, 0)]
    [InlineData("a b", "a b", 1, 1)]                                 // shorter than a shingle: one of its own length
    public void A_page_is_scored_by_runs_of_four_words(string truth, string given, double precision, double recall)
    {
        var (p, r) = ShingleScore.Compare(ShingleScore.Tokens(truth), ShingleScore.Tokens(given));
        p!.Value.ShouldBe(precision, 1e-9);
        r!.Value.ShouldBe(recall, 1e-9);
    }

    [Fact]
    public void Empty_texts_have_no_share_and_stay_out_of_the_mean()
    {
        ShingleScore.Compare(ShingleScore.Tokens("a b c d"), []).ShouldBe((null, 0.0));
        ShingleScore.Compare([], ShingleScore.Tokens("a b c d")).ShouldBe((0.0, null));
        var (f1, precision, recall) = ShingleScore.Mean([(1.0, 0.5), (null, 0.0), (0.5, 1.0)]);
        (precision, recall).ShouldBe((0.75, 0.5));
        f1.ShouldBe(0.6, 1e-9);
    }

    [Fact]
    public void Words_are_cut_as_the_benchmark_cuts_them() =>
        ShingleScore.Tokens("Ada's 2nd boat_no – “Über” 3½").ShouldBe(["Ada", "s", "2nd", "boat_no", "Über", "3½"]);

    [Theory]
    [InlineData("https://www.orlen-courier.example/a/1", "orlen-courier")]
    [InlineData("https://sport.orlen-courier.example/b", "orlen-courier")]
    [InlineData("https://vasktimes.example", "vasktimes")]
    public void Pages_of_sister_hosts_are_one_site(string url, string site) => TrainingPages.SiteOf(url).ShouldBe(site);

    private static TrainingPage Marked(string id, string site, int paragraphs) => new("set", id, site, PageReader.Read(id + ".html", Encoding.UTF8.GetBytes(
        "<nav><a href=/>Home</a></nav>" + string.Concat(Enumerable.Range(0, paragraphs).Select(i => $"<p>{Paragraphs[i % 3]}</p>")))), []);

    [Fact]
    public void Pages_of_one_site_are_in_one_part_marked_or_not()
    {
        var marked = Enumerable.Range(0, 12).Select(i => new BodySample(Marked($"m{i}", $"site{i % 7}", 2))).ToList();
        var others = Enumerable.Range(0, 12).Select(i => new BodySample(Marked($"o{i}", $"site{i % 9}", 2))).ToList();
        var folds = new SiteFolds(marked, others);
        var all = marked.Concat(others).ToList();
        Enumerable.Range(0, SiteFolds.Count).Sum(f => folds.Of(f, all).Count()).ShouldBe(all.Count);
        folds.Without(SiteFolds.None, all).Count().ShouldBe(all.Count);
        for (var fold = 0; fold < SiteFolds.Count; fold++)
            folds.Of(fold, all).Select(s => s.Page.Site).Intersect(folds.Without(fold, all).Select(s => s.Page.Site)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(6f, 9, 1)]
    [InlineData(6f, 3, 0)]      // too short a text
    [InlineData(0f, 9, 0)]      // a teacher in doubt
    public void A_teacher_hands_on_the_texts_that_it_is_sure_of(float logit, int paragraphs, int pages)
    {
        var teacher = Readout.Articles.Blocks.BoostedTrees.Of(Readout.Articles.Blocks.BlockFeatures.Names(MediaType.Html).Count, 1, logit, [], []);
        var taught = TaughtPages.By(teacher, [new BodySample(Marked("a", "site", paragraphs))]).ToList();
        taught.Count.ShouldBe(pages);
        taught.ShouldAllBe(t => t.Page.MediaType == MediaType.PlainText && !t.Measured && t.Truth.Count > 80);
    }
}
