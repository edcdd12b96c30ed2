using System.Numerics.Tensors;
using Readout.Claims;
using Readout.Stories.Streams;

namespace Readout.Training.Alignment;

/// <summary>
/// Vectors of word stems: skip-grams with negative samples (Mikolov et al., 2013) over bare text, far neighbours included and
/// stop words left out, for what two sentences mean rather than how they are built.
/// </summary>
internal sealed class MeaningTraining
{
    private const int Size = 48;
    private const int Window = 6;
    private const int Negatives = 5;
    private const int Rounds = 4;
    private const int LeastCount = 10;
    private const int MostStems = 24000;
    private const double Frequent = 1e-4;
    private const int DiceSize = 1 << 22;
    private const int Seed = 7;

    /// <summary>A stem that stands in a larger share of all texts says nothing of what they are about.</summary>
    private const double MostTexts = 0.3;

    private readonly float[] _vectors;
    private readonly float[] _contexts;

    private MeaningTraining(int stems)
    {
        (_vectors, _contexts) = (new float[stems * Size], new float[stems * Size]);
        var random = new Random(Seed);
        for (var i = 0; i < _vectors.Length; i++)
            _vectors[i] = (random.NextSingle() - 0.5f) / Size;
    }

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
        var training = new MeaningTraining(kept.Length);
        training.Learn(stream.ConvertAll(s => s == 0 ? -1 : rows.GetValueOrDefault(s, -2)), [.. kept.Select(c => c.Value)]);
        training.Centre();
        using var file = File.Create(Path.Combine(models, "meanings-en.bin"));
        WordMeanings.Write(file, [.. kept.Select(c => c.Key)], training._vectors);
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

    private void Learn(List<int> ids, int[] counts)
    {
        var random = new Random(Seed);
        var total = counts.Sum(c => (double)c);
        var keep = Array.ConvertAll(counts, c => (float)Math.Sqrt(Frequent * total / c));
        var dice = Dice(counts);
        var context = new List<int>();
        var gradient = new float[Size];
        var done = 0L;
        for (var round = 0; round < Rounds; round++)
        {
            for (var start = 0; start < ids.Count;)
            {
                var end = ids.IndexOf(-1, start) is var found and >= 0 ? found : ids.Count;
                context.Clear();
                for (var i = start; i < end; i++)
                {
                    if (ids[i] >= 0 && random.NextSingle() < keep[ids[i]])
                        context.Add(ids[i]);
                }
                done += end - start;
                Learn(context, 0.03f * Math.Max(0.001f, 1 - (done / (float)((long)ids.Count * Rounds))), dice, gradient, random);
                start = end + 1;
            }
        }
    }

    private static int[] Dice(int[] counts)
    {
        var dice = new int[DiceSize];
        var total = counts.Sum(c => Math.Pow(c, 0.75));
        var (at, sum) = (0, 0.0);
        for (var i = 0; i < counts.Length; i++)
        {
            sum += Math.Pow(counts[i], 0.75);
            for (var end = (int)(sum / total * DiceSize); at < end && at < DiceSize; at++)
                dice[at] = i;
        }
        return dice;
    }

    private void Learn(List<int> words, float rate, int[] dice, float[] gradient, Random random)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var reach = random.Next(1, Window + 1);
            for (var j = Math.Max(0, i - reach); j <= Math.Min(words.Count - 1, i + reach); j++)
            {
                if (j == i)
                    continue;
                var vector = _vectors.AsSpan(words[i] * Size, Size);
                Array.Clear(gradient);
                for (var n = 0; n <= Negatives; n++)
                {
                    var other = n == 0 ? words[j] : dice[random.Next(DiceSize)];
                    if (n > 0 && other == words[j])
                        continue;
                    var context = _contexts.AsSpan(other * Size, Size);
                    var score = 1 / (1 + MathF.Exp(-TensorPrimitives.Dot<float>(vector, context)));
                    var step = rate * ((n == 0 ? 1 : 0) - score);
                    TensorPrimitives.MultiplyAdd(context, step, gradient, gradient);
                    TensorPrimitives.MultiplyAdd(vector, step, context, context);
                }
                TensorPrimitives.Add(vector, gradient, vector);
            }
        }
    }

    // What all words share says nothing of one; then each to length one (Mu and Viswanath, 2018, without its second step).
    private void Centre()
    {
        var mean = new float[Size];
        for (var i = 0; i < _vectors.Length; i++)
            mean[i % Size] += _vectors[i] / (_vectors.Length / Size);
        for (var at = 0; at < _vectors.Length; at += Size)
        {
            var vector = _vectors.AsSpan(at, Size);
            TensorPrimitives.Subtract(vector, mean, vector);
            TensorPrimitives.Divide(vector, TensorPrimitives.Norm<float>(vector), vector);
        }
    }
}
