using System.Diagnostics;
using System.Globalization;
using Readout.Articles;
using Readout.Articles.Blocks;

namespace Readout.Training;

/// <summary>Trains the models that find the report on a page, and says how well they do on sites they did not see.</summary>
internal static class BodyTraining
{
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
        var own = Samples(TrainingPages.SelfStated(extraction, "htmldate")).Where(s => s.IsUsable).ToList();
        List<BodySample> markup = [.. Samples(sets.SelectMany(s => TrainingPages.Html(extraction, s.Set, s.Gold))), .. own];
        var others = Samples(TrainingPages.Unmarked(extraction, "htmldate")).Where(s => !own.Exists(o => o.Page.Id == s.Page.Id)).ToList();
        var folds = new SiteFolds(markup, others);
        var html = Train("body-html", markup, folds, _ => [], folder, log);
        var text = Samples(sets.SelectMany(s => TrainingPages.Dumps(extraction, s.Set, s.Gold)).Concat(markup.Select(s => TrainingPages.AsText(s.Page)).OfType<TrainingPage>()));
        // A part's teacher has not seen its sites, and its student sees no page of them.
        Train("body-text", text, folds, fold => Samples(TaughtPages.By(html[fold], folds.Without(fold, others))), folder, log);
        return 0;
    }

    private static List<BodySample> Samples(IEnumerable<TrainingPage> pages) => [.. pages.Select(p => new BodySample(p)).Where(s => s.Views.Count > 0)];

    // Gives the models of all folds and, under -1, the one that saw all sites and is shipped.
    private static Dictionary<int, BoostedTrees> Train(string name, List<BodySample> samples, SiteFolds folds, Func<int, List<BodySample>> taught, string folder, TextWriter log)
    {
        var watch = Stopwatch.StartNew();
        log.WriteLine($"{name}: {samples.Count} pages of {samples.Select(s => s.Page.Site).Distinct(StringComparer.Ordinal).Count()} sites, {samples.Sum(s => s.Views.Count)} blocks, {samples[0].Rows[0].Length} features");
        var models = new Dictionary<int, BoostedTrees>();
        for (var fold = 0; fold < SiteFolds.Count; fold++)
        {
            models[fold] = Fit([.. folds.Without(fold, samples), .. taught(fold)]);
            foreach (var sample in folds.Of(fold, samples))
                sample.Answers = new BodyModel(models[fold]).Answers(sample.Page.Page, sample.Views);
        }
        Report("  no site seen", samples, log);
        var more = taught(SiteFolds.None);
        if (more.Count > 0)
            log.WriteLine($"  taught by the model for markup: {more.Count} pages of {more.Select(s => s.Page.Site).Distinct(StringComparer.Ordinal).Count()} sites");
        var model = models[SiteFolds.None] = Fit([.. samples, .. more]);
        foreach (var sample in samples)
            sample.Answers = new BodyModel(model).Answers(sample.Page.Page, sample.Views);
        Report("  as shipped", samples, log);
        var file = Path.Combine(folder, name + ".bin");
        File.WriteAllBytes(file, model.Write());
        log.WriteLine($"  {file}, {new FileInfo(file).Length} bytes, {watch.Elapsed.TotalSeconds:F0} s");
        return models;
    }

    private static BoostedTrees Fit(List<BodySample> used)
    {
        var boosting = new Boosting([.. used.SelectMany(s => s.Rows)], Options);
        return boosting.Train([.. used.SelectMany(s => s.Labels)], [.. used.SelectMany(s => s.Weights).Select(w => w * Scale)]);
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
