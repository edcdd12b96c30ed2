using System.Diagnostics;
using System.Globalization;
using Readout.Articles;
using Readout.Articles.Blocks;

namespace Readout.Training;

/// <summary>Trains the models that find the report on a page, and says how well they do on sites they did not see.</summary>
internal static class BodyTraining
{
    private const int Folds = 5;
    private const double Scale = 20;      // makes a page's blocks weigh about as much as its paragraphs are many

    private static readonly BoostingOptions Options = new(Trees: 200, Depth: 5, Rate: 0.08, Columns: 0.4, MinWeight: 8, Ridge: 2, Seed: 7);

    /// <summary>Trains both models and writes them; their figures go to <paramref name="log"/>.</summary>
    public static int Run(string shared, string folder, TextWriter log)
    {
        var extraction = Path.Combine(shared, "data", "extraction");
        if (!Directory.Exists(extraction))
        {
            Console.Error.WriteLine($"{extraction}: no such folder. Name the folder that holds data/ with --shared.");
            return 2;
        }
        Directory.CreateDirectory(folder);
        (string Set, string Gold)[] sets = [("scrapinghub", "ground-truth.json"), ("fundus", "gold.json")];
        var own = TrainingPages.SelfStated(extraction, "htmldate").Where(p => new BodySample(p).IsUsable).ToList();
        Train("body-html", folder, [.. sets.SelectMany(s => TrainingPages.Html(extraction, s.Set, s.Gold)), .. own], log);
        var markup = sets.SelectMany(s => TrainingPages.Html(extraction, s.Set, s.Gold)).Concat(own).Select(TrainingPages.AsText).OfType<TrainingPage>();
        Train("body-text", folder, [.. sets.SelectMany(s => TrainingPages.Dumps(extraction, s.Set, s.Gold)), .. markup], log);
        return 0;
    }

    private static void Train(string name, string folder, IReadOnlyList<TrainingPage> pages, TextWriter log)
    {
        var watch = Stopwatch.StartNew();
        var samples = pages.Select(p => new BodySample(p)).Where(s => s.Views.Count > 0).ToList();
        log.WriteLine($"{name}: {samples.Count} pages of {samples.Select(s => s.Page.Site).Distinct(StringComparer.Ordinal).Count()} sites, {samples.Sum(s => s.Views.Count)} blocks, {samples[0].Rows[0].Length} features");
        var fold = FoldsOf(samples);
        CrossAnswers(samples, fold);
        Report("  no site seen", samples, log);
        var model = Fit(samples);
        foreach (var sample in samples)
            sample.Answers = new BodyModel(model).Answers(sample.Page.Page, sample.Views);
        Report("  as shipped", samples, log);
        var file = Path.Combine(folder, name + ".bin");
        File.WriteAllBytes(file, model.Write());
        log.WriteLine($"  {file}, {new FileInfo(file).Length} bytes, {watch.Elapsed.TotalSeconds:F0} s");
    }

    private static void CrossAnswers(List<BodySample> samples, int[] fold)
    {
        for (var k = 0; k < Folds; k++)
        {
            var model = Fit(samples.Where((_, i) => fold[i] != k));
            foreach (var sample in samples.Where((_, i) => fold[i] == k))
                sample.Answers = new BodyModel(model).Answers(sample.Page.Page, sample.Views);
        }
    }

    private static BoostedTrees Fit(IEnumerable<BodySample> samples)
    {
        var used = samples.ToList();
        var boosting = new Boosting([.. used.SelectMany(s => s.Rows)], Options);
        return boosting.Train([.. used.SelectMany(s => s.Labels)], [.. used.SelectMany(s => s.Weights).Select(w => w * Scale)]);
    }

    // Sites are dealt out by size and name, so that folds are alike and the same each time.
    private static int[] FoldsOf(List<BodySample> samples)
    {
        var next = 0;
        var fold = samples.GroupBy(s => s.Page.Site, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, _ => next++ % Folds, StringComparer.Ordinal);
        return [.. samples.Select(s => fold[s.Page.Site])];
    }

    private static void Report(string name, List<BodySample> samples, TextWriter log)
    {
        foreach (var set in samples.Where(s => s.Page.Measured).GroupBy(s => s.Page.Set, StringComparer.Ordinal))
        {
            var (f1, precision, recall) = ShingleScore.Mean(set.Select(s => s.Score([.. BodyFinder.Choose(s.Page.Page, s.Views, s.Answers)])));
            log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} {set.Key}, {set.Count()} pages: F1 {f1:F4} (P {precision:F3} R {recall:F3})"));
        }
    }
}
