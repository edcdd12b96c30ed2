using System.IO.Compression;
using System.Text.Json;
using Readout.Annotations;
using Readout.Articles;
using Readout.Articles.Blocks;
using Readout.Pages;
using Readout.Text;

namespace Readout.Training;

/// <summary>A predicate with what annotators said of it.</summary>
/// <param name="Signals">For the linear model.</param>
/// <param name="Row">For the trees, without the linear model's answer.</param>
internal sealed record FactualityExample(uint[] Signals, float[] Row, float Label);

/// <summary>
/// Fits <see cref="FactualityModel"/>: a ridge regression by stochastic gradient (AdaGrad) on the larger set, then trees on both sets
/// over its answer on parts it did not see.
/// </summary>
internal static class FactualityTraining
{
    private const string Large = "UDS_IH2", News = "MEANTIME";

    // The news set is a twentieth of the other, and what Readout reads.
    private const double NewsWeight = 120;

    private const int Parts = 4;
    private const int Rounds = 12;
    private const float Rate = 0.12f;
    private const float Ridge = 2e-5f * 1000;
    private const int Seed = 5;

    private static readonly BoostingOptions Trees = new(Trees: 120, Depth: 4, Rate: 0.08, Columns: 0.8, MinWeight: 30, Ridge: 8, Seed: 5);

    public static int Run(string shared, string models, TextWriter report)
    {
        var large = Read(shared, Large, "train");
        var news = Read(shared, News, "train");
        report.WriteLine($"{large.Count} predicates of {Large}, {news.Count} of {News}");
        var (weights, scale) = Fit(large);
        var linear = new FactualityModel(weights, scale, None);
        for (var part = 0; part < Parts; part++)
        {
            bool Held(int i) => (int)((long)i * Parts / large.Count) == part;
            var (others, step) = Fit([.. large.Where((_, i) => !Held(i))]);
            var model = new FactualityModel(others, step, None);
            for (var i = 0; i < large.Count; i++)
            {
                if (Held(i))
                    large[i].Row[1] = model.Linear(large[i].Signals);
            }
        }
        foreach (var example in news)
            example.Row[1] = linear.Linear(example.Signals);
        FactualityExample[] all = [.. large, .. news];
        double[] labels = [.. all.Select(e => (e.Label + FactualityModel.Certain) / (2 * FactualityModel.Certain))];
        double[] counts = [.. all.Select((_, i) => i < large.Count ? 1 : NewsWeight)];
        var final = new FactualityModel(weights, scale, new Boosting([.. all.Select(e => e.Row)], Trees).Train(labels, counts));
        foreach (var set in (string[])[Large, News])
            report.WriteLine($"{set}: " + Score(final, Read(shared, set, "dev")));
        File.WriteAllBytes(Path.Combine(models, "factuality-en.bin"), final.Write());
        return 0;
    }

    private static BoostedTrees None => BoostedTrees.Of(FactualityRow.Length, 1, 0, [], []);

    /// <summary>Readout reads the sentences as it would a page's; a predicate that its words do not meet is left out.</summary>
    private static List<FactualityExample> Read(string shared, string set, string part)
    {
        var folder = Path.Combine(shared, "data", "language", "factuality", set);
        var path = Path.Combine(folder, part + ".jsonl");
        using var stream = File.OpenRead(File.Exists(path) ? path : path + ".gz");
        using var plain = File.Exists(path) ? (Stream)stream : new GZipStream(stream, CompressionMode.Decompress);
        using var reader = new StreamReader(plain);
        var found = new List<FactualityExample>();
        while (reader.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            var text = json.RootElement.GetProperty("text").GetString()!;
            var document = FactualitySentence.Read(text);
            var signals = new FactualityFeatures(document.Words);
            var rows = new FactualityRow(document.Words, new WordTree(document));
            foreach (var target in json.RootElement.GetProperty("targets").EnumerateArray())
            {
                if (FactualityTagger.WordAt(document, FactualitySentence.Place(text, target.GetProperty("span1")[0].GetInt32(), target.GetProperty("span1")[1].GetInt32())) is not var (word, sentence))
                    continue;
                var row = new float[FactualityRow.Length];
                rows.Fill(row, word, 0, sentence.FirstWord, sentence.EndWord);
                found.Add(new FactualityExample([.. signals.Of(word, sentence.EndWord)], row, target.GetProperty("label").GetSingle()));
            }
        }
        return found;
    }

    private static (sbyte[] Weights, float Scale) Fit(IReadOnlyList<FactualityExample> examples)
    {
        var weights = new float[FactualityModel.Size];
        var squares = new float[FactualityModel.Size];
        var sums = new double[FactualityModel.Size];
        var random = new Random(Seed);
        var order = examples.ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            random.Shuffle(order);
            foreach (var example in order)
                Step(example, weights, squares);
            for (var i = 0; i < weights.Length && round >= Rounds / 2; i++)
                sums[i] += weights[i];
        }
        var means = Array.ConvertAll(sums, s => (float)(s / (Rounds - (Rounds / 2))));
        var scale = means.Max(Math.Abs) / 127;
        return (Array.ConvertAll(means, w => (sbyte)MathF.Round(w / scale)), scale);
    }

    private static void Step(FactualityExample example, float[] weights, float[] squares)
    {
        var value = 0f;
        foreach (var signal in example.Signals)
            value += weights[signal & (FactualityModel.Size - 1)];
        // far misses count as much as near ones: annotators' ends of the scale are not all meant
        var error = Math.Clamp(value - example.Label, -2, 2);
        foreach (var signal in example.Signals)
        {
            var at = signal & (FactualityModel.Size - 1);
            var gradient = error + (Ridge * weights[at]);
            squares[at] += gradient * gradient;
            weights[at] -= Rate * gradient / MathF.Sqrt(squares[at] + 1);
        }
    }

    private static string Score(FactualityModel model, IReadOnlyList<FactualityExample> examples)
    {
        var given = new double[examples.Count];
        for (var i = 0; i < given.Length; i++)
        {
            examples[i].Row[1] = model.Linear(examples[i].Signals);
            given[i] = model.Value(examples[i].Row);
        }
        double[] told = [.. examples.Select(e => (double)e.Label)];
        var (g, t) = (given.Average(), told.Average());
        double both = 0, left = 0, right = 0, miss = 0;
        for (var i = 0; i < given.Length; i++)
        {
            both += (given[i] - g) * (told[i] - t);
            left += (given[i] - g) * (given[i] - g);
            right += (told[i] - t) * (told[i] - t);
            miss += Math.Abs(given[i] - told[i]);
        }
        return FormattableString.Invariant($"{given.Length} predicates, r {both / Math.Sqrt(left * right):F3}, mean error {miss / given.Length:F3}");
    }
}
