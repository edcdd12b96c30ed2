using Readout.Articles;
using Readout.Articles.Blocks;

namespace Readout.Training;

/// <summary>
/// Pages that nobody marked, read by the model for markup: what it is sure of becomes a text for the model without markup to
/// learn from (distillation). With markup the report is found far better than without, and pages without an annotation are many.
/// </summary>
internal static class TaughtPages
{
    // Answers this low are not in doubt: menus would make any page look sure.
    private const float Settled = 0.05f;
    private const double MinCertainty = 0.85;
    private const int MinWords = 80;

    /// <summary>The pages that the teacher is sure of, as bare text.</summary>
    public static IEnumerable<TrainingPage> By(BoostedTrees teacher, IEnumerable<BodySample> pages)
    {
        var model = new BodyModel(teacher);
        foreach (var page in pages)
        {
            var answers = model.Answers(page.Page.Page, page.Views);
            var truth = BodyFinder.Choose(page.Page.Page, page.Views, answers).SelectMany(i => page.Tokens[i]).ToList();
            if (truth.Count >= MinWords && Certainty(page, answers) >= MinCertainty && TrainingPages.AsText(page.Page with { Truth = truth }) is { } text)
                yield return text;
        }
    }

    // How far from one half the answers are, by words; 1 where each is yes or no.
    private static double Certainty(BodySample page, float[] answers)
    {
        double sure = 0, all = 0;
        for (var i = 0; i < answers.Length; i++)
        {
            if (answers[i] <= Settled)
                continue;
            all += page.Tokens[i].Count;
            sure += page.Tokens[i].Count * Math.Abs(answers[i] - 0.5) * 2;
        }
        return sure / Math.Max(1, all);
    }
}
