using Readout.Articles;
using Readout.Articles.Blocks;

namespace Readout.Training;

/// <summary>A page made ready for training: a row, a label and a weight for each block.</summary>
internal sealed class BodySample
{
    // A page's own length counts, so that each page weighs about the same; very short ones don't count for more.
    private const int ShortTruth = 120;
    private const double BlockWeight = 3;

    public BodySample(TrainingPage page)
    {
        Page = page;
        var views = new List<BlockView>();
        for (var i = 0; i < page.Page.Blocks.Count; i++)
            views.Add(new BlockView(page.Page, i));
        BlockContexts.Classify(views);
        Views = views;
        Rows = views.Count == 0 ? [] : BlockFeatures.Of(page.Page, views);
        Labels = BodyLabels.Find(page.Page, page.Truth);
        Tokens = [.. page.Page.Blocks.Select(b => ShingleScore.Tokens(page.Page.Text.Chars(b.Span)))];
        Weights = [.. Tokens.Select(t => (t.Count + BlockWeight) / Math.Max(ShortTruth, page.Truth.Count))];
    }

    public TrainingPage Page { get; }

    public IReadOnlyList<BlockView> Views { get; }

    public float[][] Rows { get; }

    public double[] Labels { get; }

    public double[] Weights { get; }

    public List<string>[] Tokens { get; }

    /// <summary>What a model that saw no page of this site says of each block.</summary>
    public float[] Answers { get; set; } = [];

    /// <summary>True where the blocks labelled as report give its text nearly whole: the page and the text are the same edition.</summary>
    public bool IsUsable => Page.Truth.Count >= 80 && Score([.. Enumerable.Range(0, Labels.Length).Where(i => Labels[i] > 0.5)]) is { Precision: > 0.9, Recall: > 0.9 };

    public (double? Precision, double? Recall) Score(HashSet<int> chosen)
    {
        var given = new List<string>();
        for (var i = 0; i < Views.Count; i++)
        {
            if (chosen.Contains(i))
                given.AddRange(Tokens[i]);
        }
        return ShingleScore.Compare(Page.Truth, given);
    }
}
