using System.Numerics.Tensors;

namespace Readout.Training;

/// <summary>How skip-grams are learned.</summary>
/// <param name="Size">Values of a vector.</param>
/// <param name="Window">How far a neighbour may stand.</param>
/// <param name="Rounds">How often the texts are gone over.</param>
/// <param name="Frequent">Words with a larger share than this are left out now and then.</param>
internal sealed record SkipGramOptions(int Size, int Window, int Rounds, double Frequent);

/// <summary>Vectors of words by the words around them: skip-grams with negative samples (Mikolov et al., 2013).</summary>
internal sealed class SkipGrams
{
    private const int Negatives = 5;
    private const int DiceSize = 1 << 22;

    private readonly SkipGramOptions _options;
    private readonly float[] _contexts;
    private readonly float[] _gradient;

    public SkipGrams(int words, SkipGramOptions options, Random random)
    {
        _options = options;
        Vectors = new float[words * options.Size];
        _contexts = new float[words * options.Size];
        _gradient = new float[options.Size];
        for (var i = 0; i < Vectors.Length; i++)
            Vectors[i] = (random.NextSingle() - 0.5f) / options.Size;
    }

    /// <summary>One vector after the other.</summary>
    public float[] Vectors { get; }

    /// <summary>Goes over texts.</summary>
    /// <param name="ids">Words in order; −1 ends a text, any other negative number is a word without a vector.</param>
    /// <param name="counts">How often each word stands in them.</param>
    /// <param name="random">What is left out and which negatives are drawn.</param>
    public void Learn(List<int> ids, int[] counts, Random random)
    {
        var total = counts.Sum(c => (double)c);
        var keep = Array.ConvertAll(counts, c => (float)Math.Sqrt(_options.Frequent * total / c));
        var dice = Dice(counts);
        var context = new List<int>();
        var done = 0L;
        for (var round = 0; round < _options.Rounds; round++)
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
                Learn(context, 0.03f * Math.Max(0.001f, 1 - (done / (float)((long)ids.Count * _options.Rounds))), dice, random);
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

    private void Learn(List<int> words, float rate, int[] dice, Random random)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var reach = random.Next(1, _options.Window + 1);
            for (var j = Math.Max(0, i - reach); j <= Math.Min(words.Count - 1, i + reach); j++)
            {
                if (j != i)
                    Learn(words[i], words[j], rate, dice, random);
            }
        }
    }

    private void Learn(int word, int neighbour, float rate, int[] dice, Random random)
    {
        var vector = Vectors.AsSpan(word * _options.Size, _options.Size);
        Array.Clear(_gradient);
        for (var n = 0; n <= Negatives; n++)
        {
            var other = n == 0 ? neighbour : dice[random.Next(DiceSize)];
            if (n > 0 && other == neighbour)
                continue;
            var context = _contexts.AsSpan(other * _options.Size, _options.Size);
            var score = 1 / (1 + MathF.Exp(-TensorPrimitives.Dot<float>(vector, context)));
            var step = rate * ((n == 0 ? 1 : 0) - score);
            TensorPrimitives.MultiplyAdd(context, step, _gradient, _gradient);
            TensorPrimitives.MultiplyAdd(vector, step, context, context);
        }
        TensorPrimitives.Add(vector, _gradient, vector);
    }
}
