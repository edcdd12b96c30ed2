using System.Globalization;
using System.IO.Compression;
using Readout.Claims;
using Readout.Training.Stories;

namespace Readout.Training.Alignment;

/// <summary>
/// Fits the numbers of <see cref="SameEvent"/> on the topics of ECB+ that are not held out (Cybulska and Vossen, 2014): pairs of
/// sentences, and whether they tell of one event. Prints what topics reach that were left out.
/// </summary>
internal static class PairTraining
{
    private const int Folds = 10;
    private const double Ridge = 3e-3;

    // the topics that the set's authors name for choosing
    private static readonly int[] s_validation = [2, 5, 12, 18, 21, 23, 34, 35];

    private sealed record Known(int Topic, double[] Row, bool Same);

    public static int Run(string shared, TextWriter log)
    {
        var pairs = SentencePair.Read(Lines(Path.Combine(shared, "data/claims/ecbplus/sentence_pairs.jsonl.gz")));
        var known = pairs.Zip(SentencePair.Rows(pairs), (p, row) => new Known(p.Topic, row, p.Same)).ToList();
        Report("topics left out", [.. Enumerable.Range(0, Folds).SelectMany(fold => Score(known, k => k.Topic % Folds == fold))], log);
        Report("validation topics", Score(known, k => s_validation.Contains(k.Topic)), log);
        var model = Fit(known);
        Report("as shipped, all topics seen", [.. known.Select(k => (SameEvent.Score(k.Row, model), k.Same))], log);
        log.WriteLine("SameEvent.Weights:");
        foreach (var (column, weight) in PairRow.Columns.Zip(model))
            log.WriteLine($"        {weight.ToString("0.00", CultureInfo.InvariantCulture)}, // {column}");
        return 0;
    }

    private static IEnumerable<string> Lines(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
            yield return line;
    }

    private static double[] Fit(IEnumerable<Known> known) => Logistic.Fit([.. known.Select(k => new LogisticRow(k.Row, k.Same, 1))], PairRow.Width, Ridge);

    private static List<(double Score, bool Same)> Score(List<Known> known, Func<Known, bool> leftOut)
    {
        var model = Fit(known.Where(k => !leftOut(k)));
        return [.. known.Where(leftOut).Select(k => (SameEvent.Score(k.Row, model), k.Same))];
    }

    private static void Report(string name, List<(double Score, bool Same)> scored, TextWriter log)
    {
        var best = Enumerable.Range(-30, 51).Select(t => t / 20.0).MaxBy(t => F1(scored, t));
        log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: F1 {F1(scored, SameEvent.Threshold):0.000} at {SameEvent.Threshold:0.00}; best {F1(scored, best):0.000} at {best:0.00}"));
    }

    private static double F1(List<(double Score, bool Same)> scored, double threshold)
    {
        var (hit, said, all) = (0, 0, 0);
        foreach (var (score, same) in scored)
        {
            var yes = score >= threshold;
            hit += yes && same ? 1 : 0;
            said += yes ? 1 : 0;
            all += same ? 1 : 0;
        }
        return 2.0 * hit / (said + all);
    }
}
