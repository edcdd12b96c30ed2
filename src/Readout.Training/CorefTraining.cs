using System.Diagnostics;
using System.Globalization;
using Readout.Annotations;
using Readout.Text;

namespace Readout.Training;

/// <summary>Trains the model that says whom a pronoun means, on GAP, and says how well it does on snippets it did not see.</summary>
internal static class CorefTraining
{
    private const int Folds = 5;

    private static readonly BoostingOptions Options = new(Trees: 150, Depth: 4, Rate: 0.08, Columns: 0.4, MinWeight: 6, Ridge: 3, Seed: 7);

    public static int Run(string shared, string folder, TextWriter log)
    {
        var set = Path.Combine(shared, "data", "language", "coref-gap");
        if (!Directory.Exists(set))
        {
            Console.Error.WriteLine($"{set}: no such folder. Name the folder that holds data/ with --shared.");
            return 2;
        }
        var watch = Stopwatch.StartNew();
        var snippets = GapSnippet.Load(Path.Combine(set, "gap-development.tsv.gz"));
        var others = GapSnippet.Load(Path.Combine(set, "gap-validation.tsv.gz"));
        // The first models see no pronoun resolved; the second ones see the pronouns before resolved by a first model that did not see the snippet.
        var samples = CorefSample.Read(snippets, _ => null);
        log.WriteLine($"coref-en: {samples.Count} pronouns, {samples.Sum(s => s.Rows.Length)} candidates; their names are people to Readout: {Share(samples.Sum(s => s.NamesFound), 2 * samples.Count)}; the one meant is a candidate: {Share(samples.Count(s => s.HasTruth), samples.Count(s => s.IsMeant))}");
        var first = Cross(samples);
        Report("  one round, snippet not seen", samples, log);
        samples = CorefSample.Read(snippets, i => first[i % Folds]);
        Cross(samples);
        Report("  two rounds, snippet not seen", samples, log);
        var model = Fit(samples);
        var held = CorefSample.Read(others, _ => new AntecedentModel(model));
        foreach (var sample in held)
            sample.Answer(model);
        Report("  validation, not trained on", held, log);
        // what ships has seen both parts
        model = Fit([.. samples, .. held]);
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, "coref-en.bin");
        File.WriteAllBytes(file, model.Write());
        log.WriteLine($"  {file}, {new FileInfo(file).Length} bytes, {watch.Elapsed.TotalSeconds:F0} s");
        return 0;
    }

    private static string Share(int part, int whole) => string.Create(CultureInfo.InvariantCulture, $"{100.0 * part / whole:F1} %");

    private static AntecedentModel[] Cross(List<CorefSample> samples)
    {
        var models = new AntecedentModel[Folds];
        for (var k = 0; k < Folds; k++)
        {
            var trees = Fit(samples.Where((_, i) => i % Folds != k));
            foreach (var sample in samples.Where((_, i) => i % Folds == k))
                sample.Answer(trees);
            models[k] = new AntecedentModel(trees);
        }
        return models;
    }

    private static Articles.Blocks.BoostedTrees Fit(IEnumerable<CorefSample> samples)
    {
        var used = samples.ToList();
        var rows = used.SelectMany(s => s.Rows.Where((_, c) => s.Weights[c] > 0)).ToList();
        var boosting = new Boosting(rows, Options);
        return boosting.Train(
            [.. used.SelectMany(s => s.Labels.Where((_, c) => s.Weights[c] > 0))],
            [.. used.SelectMany(s => s.Weights.Where(w => w > 0))]);
    }

    private static void Report(string name, List<CorefSample> samples, TextWriter log)
    {
        foreach (var (threshold, margin) in (ReadOnlySpan<(float, float)>)[(0.1f, 0), (0.1f, 0.02f), (0.1f, 0.05f), (0.1f, 0.1f), (0.2f, 0), (0.2f, 0.05f), (0.2f, 0.1f), (0.5f, 0), (0.5f, 0.2f)])
        {
            int right = 0, given = 0, wanted = 0;
            foreach (var sample in samples)
                sample.Count(threshold, margin, ref right, ref given, ref wanted);
            double precision = (double)right / given, recall = (double)right / wanted;
            log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}, likely from {threshold:F1}, ahead by {margin:F2}: P {100 * precision:F1} R {100 * recall:F1} F {200 * precision * recall / (precision + recall):F1}"));
        }
    }
}
