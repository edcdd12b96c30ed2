using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Readout.Annotations;
using Readout.Languages;

namespace Readout.Training;

/// <summary>
/// Vectors of forms: skip-grams with negative samples (Mikolov et al., 2013) over bare text, near neighbours only,
/// for what a tagger and a parser ask of a word.
/// </summary>
internal sealed class WordVectors
{
    private const int Window = 3;
    private const int Negatives = 5;
    private const int Rounds = 3;
    private const int LeastCount = 8;
    private const int MostForms = 36000;
    private const double Frequent = 2e-4;
    private const int DiceSize = 1 << 22;
    private const int EnoughSeen = 4;

    private readonly int _size;
    private readonly float[] _vectors;
    private readonly float[] _contexts;

    private WordVectors(ulong[] hashes, int size, int seed)
    {
        Hashes = hashes;
        _size = size;
        _vectors = new float[hashes.Length * size];
        _contexts = new float[hashes.Length * size];
        var random = new Random(seed);
        for (var i = 0; i < _vectors.Length; i++)
            _vectors[i] = (random.NextSingle() - 0.5f) / size;
    }

    /// <summary>Hashes of the forms that have a vector, the most frequent first.</summary>
    public ulong[] Hashes { get; }

    /// <summary>Reads vectors that were learned before, or learns them and writes them there.</summary>
    public static WordVectors ReadOrLearn(string? path, string shared, SyntaxOptions options, TextWriter report)
    {
        if (path is not null && File.Exists(path))
        {
            var file = File.ReadAllBytes(path);
            var count = file.Length / (sizeof(ulong) + (sizeof(float) * options.WordSize));
            var read = new WordVectors(MemoryMarshal.Cast<byte, ulong>(file.AsSpan(0, count * sizeof(ulong))).ToArray(), options.WordSize, options.Seed);
            MemoryMarshal.Cast<byte, float>(file.AsSpan(count * sizeof(ulong))).CopyTo(read._vectors);
            return read;
        }
        var learned = Learn(shared, options, report);
        if (path is not null)
        {
            using var stream = File.Create(path);
            stream.Write(MemoryMarshal.AsBytes<ulong>(learned.Hashes));
            stream.Write(MemoryMarshal.AsBytes<float>(learned._vectors));
        }
        return learned;
    }

    /// <summary>Learns the vectors. Texts are read once and kept as numbers.</summary>
    public static WordVectors Learn(string shared, SyntaxOptions options, TextWriter report)
    {
        var counts = new Dictionary<ulong, int>();
        var stream = new List<ulong>();
        var cases = new Dictionary<ulong, (int Capital, int Small)>();
        foreach (var text in PlainTexts.Read(shared))
        {
            foreach (var (form, capital) in Forms(text))
            {
                counts[form] = counts.GetValueOrDefault(form) + 1;
                stream.Add(form);
                if (capital is not { } isCapital)
                    continue;
                var (capitals, smalls) = cases.GetValueOrDefault(form);
                cases[form] = isCapital ? (capitals + 1, smalls) : (capitals, smalls + 1);
            }
            stream.Add(0);
        }
        var kept = counts.Where(c => c.Value >= LeastCount).OrderByDescending(c => c.Value).ThenBy(c => c.Key).Take(MostForms).ToArray();
        var vectors = new WordVectors([.. kept.Select(c => c.Key)], options.WordSize, options.Seed);
        var index = new WordIndex(vectors.Hashes);
        var ids = stream.ConvertAll(h => h == 0 ? -1 : index.Row(h) - 1);
        report.WriteLine($"{stream.Count} words of bare text, {kept.Length} forms with a vector");
        vectors.Learn(ids, [.. kept.Select(c => c.Value)], new Random(options.Seed));
        vectors.Scale();
        vectors.AddCases(cases);
        return vectors;
    }

    public void CopyTo(Parameter words, WordIndex index)
    {
        for (var i = 0; i < Hashes.Length; i++)
            _vectors.AsSpan(i * _size, _size).CopyTo(words.Values.AsSpan(index.Row(Hashes[i]) * _size, _size));
    }

    // Forms with their case where it tells something: behind a word in small letters.
    private static IEnumerable<(ulong Form, bool? Capital)> Forms(string text)
    {
        var scanner = new TokenScanner(text, Abbreviations.Of("en"), text.Length / 5);
        scanner.Scan(0, text.Length);
        var tokens = scanner.Tokens;
        var words = new List<WordSpan>(tokens.Count);
        WordSplitter.Split(text, tokens, 0, tokens.Count, words);
        var afterSmall = false;
        foreach (var word in words)
        {
            var first = text[word.Span.Start];
            yield return (SyntaxExamples.Hash(text[word.Span.Start..word.Span.End]), afterSmall && char.IsLetter(first) ? char.IsUpper(first) : null);
            afterSmall = char.IsLower(first);
        }
    }

    // The first two values of a vector say how often the form has a capital inside a sentence, and that this is known.
    private void AddCases(Dictionary<ulong, (int Capital, int Small)> cases)
    {
        for (var i = 0; i < Hashes.Length; i++)
        {
            var (capital, small) = cases.GetValueOrDefault(Hashes[i]);
            var known = capital + small >= EnoughSeen;
            _vectors[i * _size] = known ? ((float)capital / (capital + small)) - 0.5f : 0;
            _vectors[(i * _size) + 1] = known ? 0.5f : 0;
        }
    }

    private void Learn(List<int> ids, int[] counts, Random random)
    {
        var total = counts.Sum(c => (double)c);
        var keep = Array.ConvertAll(counts, c => (float)Math.Sqrt(Frequent * total / c));
        var dice = Dice(counts);
        var context = new List<int>();
        var gradient = new float[_size];
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
                var rate = 0.03f * Math.Max(0.001f, 1 - (done / (float)((long)ids.Count * Rounds)));
                Learn(context, rate, dice, gradient, random);
                start = end + 1;
            }
        }
    }

    private static int[] Dice(int[] counts)
    {
        var dice = new int[DiceSize];
        var total = counts.Sum(c => Math.Pow(c, 0.75));
        var at = 0;
        var sum = 0.0;
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
                var vector = _vectors.AsSpan(words[i] * _size, _size);
                Array.Clear(gradient);
                for (var n = 0; n <= Negatives; n++)
                {
                    var other = n == 0 ? words[j] : dice[random.Next(DiceSize)];
                    if (n > 0 && other == words[j])
                        continue;
                    var context = _contexts.AsSpan(other * _size, _size);
                    var score = 1 / (1 + MathF.Exp(-TensorPrimitives.Dot<float>(vector, context)));
                    var step = rate * ((n == 0 ? 1 : 0) - score);
                    TensorPrimitives.MultiplyAdd(context, step, gradient, gradient);
                    TensorPrimitives.MultiplyAdd(vector, step, context, context);
                }
                TensorPrimitives.Add(vector, gradient, vector);
            }
        }
    }

    // About as large as the other vectors of the network start.
    private void Scale()
    {
        var square = 0.0;
        foreach (var value in _vectors)
            square += (double)value * value;
        var factor = (float)(0.25 / Math.Sqrt(square / _vectors.Length));
        for (var i = 0; i < _vectors.Length; i++)
            _vectors[i] *= factor;
    }
}
