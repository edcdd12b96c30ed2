using System.Diagnostics;
using System.Numerics.Tensors;
using Readout.Annotations;

namespace Readout.Training;

/// <summary>Trains the network that tags and parses.</summary>
internal sealed class SyntaxTraining
{
    private const int Shards = 2;
    private const float MeanShare = 0.002f;
    private const float LongestGradient = 5;

    private readonly SyntaxOptions _options;
    private readonly SyntaxExamples _reader;
    private readonly SyntaxParameters _weights;
    private readonly PackedParameters _packed;
    private readonly SyntaxShard[] _shards;
    private readonly RowGradients _words;
    private readonly RowGradients _pieces;
    private readonly RowGradients _shapes;
    private int _updates;

    public SyntaxTraining(SyntaxOptions options, SyntaxExamples reader, WordVectors vectors)
    {
        _options = options;
        _reader = reader;
        _weights = new SyntaxParameters(options, reader.Labels, reader.Index.Hashes.Length + 1);
        vectors.CopyTo(_weights.Words, reader.Index);
        _packed = new PackedParameters(_weights);
        _shards = new SyntaxShard[Shards];
        for (var i = 0; i < Shards; i++)
            _shards[i] = new SyntaxShard(options, _weights, _packed);
        _words = new RowGradients(_weights.Words);
        _pieces = new RowGradients(_weights.Pieces);
        _shapes = new RowGradients(_weights.Shapes);
    }

    private Parameter[] Tables => [_weights.Words, _weights.Pieces, _weights.Shapes];

    /// <summary>One command: read, train, write, report.</summary>
    public static int Run(string shared, string models, SyntaxOptions options, string? vectorFile, TextWriter report)
    {
        var training = Treebank.Training(shared);
        var development = Treebank.Development(shared);
        var vectors = WordVectors.ReadOrLearn(vectorFile, shared, options, report);
        var reader = new SyntaxExamples(training, vectors.Hashes);
        var examples = training.ConvertAll(reader.Read);
        report.WriteLine($"{training.Count} sentences, {training.Sum(s => s.Length)} words, {reader.Index.Hashes.Length} forms");
        var run = new SyntaxTraining(options, reader, vectors);
        var clock = Stopwatch.StartNew();
        for (var epoch = 1; epoch <= options.Epochs; epoch++)
        {
            var loss = run.Epoch(examples, epoch);
            report.WriteLine(FormattableString.Invariant($"epoch {epoch}: loss {loss:F3} a word, {clock.Elapsed.TotalSeconds:F0} s"));
            if (epoch % 3 == 0 || epoch == options.Epochs)
                report.WriteLine("  " + SyntaxScore.Of(run.Network(), development));
            report.Flush();
        }
        using var stream = File.Create(Path.Combine(models, "syntax-en.bin"));
        SyntaxModelFile.Write(stream, reader.Labels, reader.Index, [.. run.Tables.Select(t => t.Kept())], [.. run._weights.Dense.Select(d => d.Kept())]);
        return 0;
    }

    /// <summary>The network with the mean weights, rounded as the file rounds them.</summary>
    private SyntaxNetwork Network()
    {
        using var stream = new MemoryStream();
        SyntaxModelFile.Write(stream, _reader.Labels, _reader.Index, [.. Tables.Select(t => t.Kept())], [.. _weights.Dense.Select(d => d.Kept())]);
        return SyntaxModelFile.Read(stream.ToArray());
    }

    private double Epoch(List<SyntaxExample> examples, int epoch)
    {
        var random = new Random(_options.Seed + epoch);
        var batches = Batches(examples, random);
        var loss = 0.0;
        foreach (var batch in batches)
        {
            _packed.Refresh();
            var seed = random.Next();
            Parallel.For(0, Shards, i => _shards[i].Run(batch[i], seed + i));
            var words = _shards.Sum(s => s.Batch.Rows);
            loss += _shards.Sum(s => s.Loss);
            Update(1f / words);
        }
        return loss / examples.Sum(e => e.Length);
    }

    // Sentences of like length together, then the batches in any order; each batch dealt out to the shards.
    private List<List<SyntaxExample>[]> Batches(List<SyntaxExample> examples, Random random)
    {
        var keyed = examples.Select(e => (Example: e, Key: e.Length * (0.8 + (0.4 * random.NextDouble())))).OrderBy(p => p.Key).Select(p => p.Example);
        var batches = new List<List<SyntaxExample>[]>();
        var batch = NewBatch();
        var words = 0;
        var dealt = 0;
        foreach (var example in keyed)
        {
            batch[dealt++ % Shards].Add(example);
            words += example.Length;
            if (words < _options.BatchWords * Shards || dealt % Shards != 0)
                continue;
            batches.Add(batch);
            (batch, words, dealt) = (NewBatch(), 0, 0);
        }
        if (batch.All(b => b.Count > 0))
            batches.Add(batch);
        var order = batches.ToArray();
        random.Shuffle(order);
        return [.. order];
    }

    private static List<SyntaxExample>[] NewBatch() => [.. Enumerable.Range(0, Shards).Select(_ => new List<SyntaxExample>())];

    private void Update(float scale)
    {
        var square = 0.0;
        foreach (var parameter in _weights.Dense)
        {
            var gradient = _shards[0].Gradients[parameter];
            for (var s = 1; s < Shards; s++)
                TensorPrimitives.Add(gradient, _shards[s].Gradients[parameter], gradient);
            square += TensorPrimitives.SumOfSquares<float>(gradient);
        }
        var length = (float)Math.Sqrt(square) * scale;
        if (length > LongestGradient)
            scale *= LongestGradient / length;
        var rate = _options.Rate * MathF.Pow(0.75f, _updates / 2000f) * Math.Min(1f, (_updates + 1) / 200f);
        var share = Math.Max(MeanShare, 1f / (_updates + 1));
        Parallel.ForEach(_weights.Dense, parameter =>
        {
            parameter.Update(_shards[0].Gradients[parameter], 0, parameter.Values.Length, rate, scale);
            parameter.Average(share);
        });
        Scatter(rate, scale);
        _updates++;
        if (_updates % 20 != 1)
            return;
        foreach (var table in Tables)
            table.Average(_updates == 1 ? 1 : 1 - MathF.Pow(1 - share, 20));
    }

    private void Scatter(float rate, float scale)
    {
        foreach (var shard in _shards)
        {
            var width = shard.InputGradient.Length / shard.Batch.Rows;
            for (var s = 0; s < shard.Examples.Count; s++)
            {
                var example = shard.Examples[s];
                for (var i = 0; i < example.Length; i++)
                {
                    var row = shard.Batch.Row(s, i);
                    var gradient = shard.InputGradient.AsSpan(row * width, width);
                    _words.Add(shard.WordRows[row], gradient[.._options.WordSize]);
                    var spelling = gradient.Slice(_options.WordSize, _options.PieceSize);
                    TensorPrimitives.Multiply(spelling, 1f / example.Pieces[i].Length, spelling);
                    foreach (var piece in example.Pieces[i])
                        _pieces.Add(piece, spelling);
                    _shapes.Add(example.Shapes[i], gradient[(_options.WordSize + _options.PieceSize)..]);
                }
            }
        }
        _words.Update(rate, scale);
        _pieces.Update(rate, scale);
        _shapes.Update(rate, scale);
    }
}
