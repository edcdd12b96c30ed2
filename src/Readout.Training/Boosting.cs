using Readout.Articles.Blocks;

namespace Readout.Training;

/// <summary>How trees are grown.</summary>
/// <param name="Trees">Number of trees.</param>
/// <param name="Depth">Splits on a way from root to leaf.</param>
/// <param name="Rate">Share of each tree's answer that is kept.</param>
/// <param name="Columns">Share of the features that each tree may use.</param>
/// <param name="MinWeight">Least weight of rows in a leaf.</param>
/// <param name="Ridge">Pull of leaves towards zero.</param>
/// <param name="Seed">Start of the random numbers; same seed, same model.</param>
internal sealed record BoostingOptions(int Trees = 100, int Depth = 5, double Rate = 0.1, double Columns = 0.5, double MinWeight = 8, double Ridge = 4, int Seed = 7);

/// <summary>Grows boosted trees from rows: histograms of gradients over at most 64 bins per feature.</summary>
internal sealed class Boosting
{
    private const int MaxBins = 64;

    private readonly byte[][] _bins;      // by feature, then by row
    private readonly float[][] _edges;    // by feature: a value's bin is the number of edges below it
    private readonly int _rows;
    private readonly BoostingOptions _options;

    public Boosting(IReadOnlyList<float[]> rows, BoostingOptions options)
    {
        _rows = rows.Count;
        _options = options;
        var features = rows[0].Length;
        _edges = new float[features][];
        _bins = new byte[features][];
        Parallel.For(0, features, f =>
        {
            _edges[f] = Edges(rows, f);
            _bins[f] = new byte[_edges[f].Length == 0 ? 0 : _rows];
            for (var r = 0; r < _bins[f].Length; r++)
            {
                var at = Array.BinarySearch(_edges[f], rows[r][f]);
                _bins[f][r] = (byte)(at < 0 ? ~at : at);
            }
        });
    }

    // Quantiles of the distinct values; a value equal to an edge goes left of it. Edges have the 16 bits that the file keeps.
    private static float[] Edges(IReadOnlyList<float[]> rows, int feature)
    {
        var values = rows.Select(r => r[feature]).Order().ToArray();
        var edges = new SortedSet<float>();
        for (var i = 1; i < MaxBins; i++)
        {
            var at = (int)((long)values.Length * i / MaxBins);
            var below = values[Math.Max(0, at - 1)];
            var above = values[at];
            if (below < above)
                edges.Add((float)(Half)((below + above) / 2));
        }
        // Rare values lie between quantiles: the distinct ones of a feature with few values are all kept.
        var distinct = values.Distinct().Take(MaxBins).ToArray();
        if (distinct.Length < MaxBins)
        {
            edges.Clear();
            for (var i = 1; i < distinct.Length; i++)
                edges.Add((float)(Half)((distinct[i - 1] + distinct[i]) / 2));
        }
        return [.. edges];
    }

    /// <summary>Trains.</summary>
    /// <param name="labels">Wanted answers, 0 to 1.</param>
    /// <param name="weights">What each row counts.</param>
    public BoostedTrees Train(double[] labels, double[] weights)
    {
        var random = new Random(_options.Seed);
        var mean = Math.Clamp(labels.Zip(weights, (l, w) => l * w).Sum() / weights.Sum(), 1e-3, 1 - 1e-3);
        var bias = Math.Log(mean / (1 - mean));
        var scores = new double[_rows];
        Array.Fill(scores, bias);
        var splits = new List<(int, float)[]>();
        var leaves = new List<float[]>();
        // Gradient and hessian of a row stand side by side: both are asked for at once.
        var slopes = new double[2 * _rows];
        var nodes = new byte[_rows];
        for (var t = 0; t < _options.Trees; t++)
        {
            for (var r = 0; r < _rows; r++)
            {
                var p = 1 / (1 + Math.Exp(-scores[r]));
                slopes[2 * r] = (labels[r] - p) * weights[r];
                slopes[2 * r + 1] = Math.Max(1e-6, p * (1 - p)) * weights[r];
            }
            // What is the same in all rows splits nothing, but has its draw.
            var columns = Enumerable.Range(0, _bins.Length).Where(f => random.NextDouble() < _options.Columns && _edges[f].Length > 0).ToArray();
            var (tree, values) = Grow(columns, slopes, nodes);
            splits.Add(tree);
            leaves.Add(values);
            for (var r = 0; r < _rows; r++)
                scores[r] += values[nodes[r]];
        }
        return BoostedTrees.Of(_bins.Length, _options.Depth, (float)bias, splits, leaves);
    }

    // A row's node is its number within the level, from left to right.
    private ((int, float)[] Splits, float[] Leaves) Grow(int[] columns, double[] slopes, byte[] nodes)
    {
        var tree = new (int, float)[(1 << _options.Depth) - 1];
        Array.Fill(tree, (0, float.PositiveInfinity));
        Array.Clear(nodes);
        for (var level = 0; level < _options.Depth; level++)
        {
            var width = 1 << level;
            var best = new (double Gain, int Feature, int Bin)[width];
            var locks = new Lock();
            Parallel.ForEach(columns, f =>
            {
                var local = Best(f, width, slopes, nodes);
                lock (locks)
                {
                    for (var n = 0; n < width; n++)
                    {
                        // Ties go to the lower feature, whatever thread came first.
                        if (local[n].Gain > best[n].Gain || (local[n].Gain == best[n].Gain && local[n].Gain > 0 && f < best[n].Feature))
                            best[n] = (local[n].Gain, f, local[n].Bin);
                    }
                }
            });
            for (var n = 0; n < width; n++)
            {
                if (best[n].Gain > 1e-9)
                    tree[width - 1 + n] = (best[n].Feature, _edges[best[n].Feature][best[n].Bin]);
            }
            for (var r = 0; r < _rows; r++)
            {
                var split = best[nodes[r]];
                nodes[r] = (byte)(2 * nodes[r] + (split.Gain > 1e-9 && _bins[split.Feature][r] > split.Bin ? 1 : 0));
            }
        }
        return (tree, Leaves(slopes, nodes));
    }

    private float[] Leaves(double[] slopes, byte[] nodes)
    {
        var g = new double[1 << _options.Depth];
        var h = new double[1 << _options.Depth];
        for (var r = 0; r < _rows; r++)
        {
            g[nodes[r]] += slopes[2 * r];
            h[nodes[r]] += slopes[2 * r + 1];
        }
        return [.. g.Select((sum, i) => (float)(Half)(_options.Rate * sum / (h[i] + _options.Ridge)))];
    }

    private (double Gain, int Bin)[] Best(int feature, int width, double[] slopes, byte[] nodes)
    {
        var bins = _bins[feature];
        var edges = _edges[feature].Length;
        var sums = new double[2 * width * (edges + 1)];
        for (var r = 0; r < bins.Length; r++)
        {
            var cell = 2 * (nodes[r] * (edges + 1) + bins[r]);
            sums[cell] += slopes[2 * r];
            sums[cell + 1] += slopes[2 * r + 1];
        }
        var best = new (double, int)[width];
        for (var n = 0; n < width; n++)
            best[n] = BestBin(sums.AsSpan(2 * n * (edges + 1), 2 * (edges + 1)));
        return best;
    }

    // The sums of one node's bins: where cutting them in two gains most.
    private (double Gain, int Bin) BestBin(ReadOnlySpan<double> sums)
    {
        double allG = 0, allH = 0;
        for (var b = 0; b < sums.Length; b += 2)
        {
            allG += sums[b];
            allH += sums[b + 1];
        }
        double leftG = 0, leftH = 0;
        var parent = allG * allG / (allH + _options.Ridge);
        (double Gain, int Bin) best = default;
        for (var b = 0; b < sums.Length - 2; b += 2)
        {
            leftG += sums[b];
            leftH += sums[b + 1];
            var rightH = allH - leftH;
            if (leftH < _options.MinWeight || rightH < _options.MinWeight)
                continue;
            var rightG = allG - leftG;
            var gain = leftG * leftG / (leftH + _options.Ridge) + rightG * rightG / (rightH + _options.Ridge) - parent;
            if (gain > best.Gain)
                best = (gain, b / 2);
        }
        return best;
    }
}
