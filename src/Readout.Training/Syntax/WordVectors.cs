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
    private const int LeastCount = 8;
    private const int MostForms = 36000;
    private const int EnoughSeen = 4;

    private readonly int _size;
    private readonly float[] _vectors;

    private WordVectors(ulong[] hashes, int size, float[] vectors) => (Hashes, _size, _vectors) = (hashes, size, vectors);

    /// <summary>Hashes of the forms that have a vector, the most frequent first.</summary>
    public ulong[] Hashes { get; }

    /// <summary>Reads vectors that were learned before, or learns them and writes them there.</summary>
    public static WordVectors ReadOrLearn(string? path, string shared, SyntaxOptions options, TextWriter report)
    {
        if (path is not null && File.Exists(path))
        {
            var file = File.ReadAllBytes(path);
            var count = file.Length / (sizeof(ulong) + (sizeof(float) * options.WordSize));
            return new WordVectors(
                MemoryMarshal.Cast<byte, ulong>(file.AsSpan(0, count * sizeof(ulong))).ToArray(), options.WordSize,
                MemoryMarshal.Cast<byte, float>(file.AsSpan(count * sizeof(ulong))).ToArray());
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
        var grams = new SkipGrams(kept.Length, new SkipGramOptions(options.WordSize, Window: 3, Rounds: 3, Frequent: 2e-4), new Random(options.Seed));
        var vectors = new WordVectors([.. kept.Select(c => c.Key)], options.WordSize, grams.Vectors);
        var index = new WordIndex(vectors.Hashes);
        var ids = stream.ConvertAll(h => h == 0 ? -1 : index.Row(h) - 1);
        report.WriteLine($"{stream.Count} words of bare text, {kept.Length} forms with a vector");
        grams.Learn(ids, [.. kept.Select(c => c.Value)], new Random(options.Seed));
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
