using System.Numerics.Tensors;
using Readout.Claims;
using Readout.Stories.Streams;

namespace Readout.Training.Alignment;

/// <summary>
/// Vectors of word stems: skip-grams with negative samples (Mikolov et al., 2013) over bare text, far neighbours included and
/// stop words left out, for what two sentences mean rather than how they are built.
/// </summary>
internal static class MeaningTraining
{
    private const int LeastCount = 10;
    private const int MostStems = 24000;
    private const int Seed = 7;

    /// <summary>A stem that stands in a larger share of all texts says nothing of what they are about.</summary>
    private const double MostTexts = 0.3;

    private static readonly SkipGramOptions Options = new(Size: 48, Window: 6, Rounds: 4, Frequent: 1e-4);

    public static int Run(string shared, string models, TextWriter log)
    {
        var stream = new List<uint>();
        foreach (var text in PlainTexts.Read(shared))
            Read(text, stream);
        var counts = new Dictionary<uint, int>();
        foreach (var stem in stream)
            counts[stem] = counts.GetValueOrDefault(stem) + 1;
        counts.Remove(0);
        var kept = counts.Where(c => c.Value >= LeastCount).OrderByDescending(c => c.Value).ThenBy(c => c.Key).Take(MostStems).ToArray();
        var rows = kept.Select((c, i) => (c.Key, i)).ToDictionary(x => x.Key, x => x.i);
        log.WriteLine($"{stream.Count} words of bare text, {kept.Length} stems with a vector");
        var grams = new SkipGrams(kept.Length, Options, new Random(Seed));
        grams.Learn(stream.ConvertAll(s => s == 0 ? -1 : rows.GetValueOrDefault(s, -2)), [.. kept.Select(c => c.Value)], new Random(Seed));
        Centre(grams.Vectors);
        using var file = File.Create(Path.Combine(models, "meanings-en.bin"));
        WordMeanings.Write(file, [.. kept.Select(c => c.Key)], grams.Vectors);
        return 0;
    }

    private static void Read(string text, List<uint> stream)
    {
        Span<char> buffer = stackalloc char[WordScanner.BufferSize];
        var counts = WordCounts.Of("en");
        var scanner = new WordScanner(text, english: true, buffer);
        while (scanner.Next())
        {
            var word = scanner.Current;
            if (word.Kind == WordKind.Letters && counts[word.Stem] <= MostTexts * counts.Texts)
                stream.Add(word.Stem);
        }
        stream.Add(0);
    }

    // What all words share says nothing of one; then each to length one (Mu and Viswanath, 2018, without its second step).
    private static void Centre(float[] vectors)
    {
        var size = Options.Size;
        var mean = new float[size];
        for (var i = 0; i < vectors.Length; i++)
            mean[i % size] += vectors[i] / (vectors.Length / size);
        for (var at = 0; at < vectors.Length; at += size)
        {
            var vector = vectors.AsSpan(at, size);
            TensorPrimitives.Subtract(vector, mean, vector);
            TensorPrimitives.Divide(vector, TensorPrimitives.Norm<float>(vector), vector);
        }
    }
}
