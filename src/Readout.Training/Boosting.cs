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
        for (var f = 0; f < features; f++)
        {
            _edges[f] = Edges(rows, f);
            _bins[f] = new byte[_rows];
            for (var r = 0; r < _rows; r++)
            {
                var at = Array.BinarySearch(_edges[f], rows[r][f]);
                _bins[f][r] = (byte)(at < 0 ? ~at : at);
            }
        }
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
        var gradient = new double[_rows];
        var hessian = new double[_rows];
        var nodes = new int[_rows];
        for (var t = 0; t < _options.Trees; t++)
        {
            for (var r = 0; r < _rows; r++)
            {
                var p = 1 / (1 + Math.Exp(-scores[r]));
                gradient[r] = (labels[r] - p) * weights[r];
                hessian[r] = Math.Max(1e-6, p * (1 - p)) * weights[r];
            }
            var columns = Enumerable.Range(0, _bins.Length).Where(_ => random.NextDouble() < _options.Columns).ToArray();
            var (tree, values) = Grow(columns, gradient, hessian, nodes);
            splits.Add(tree);
            leaves.Add(values);
            var inner = (1 << _options.Depth) - 1;
            for (var r = 0; r < _rows; r++)
                scores[r] += values[nodes[r] - inner];
        }
        return BoostedTrees.Of(_bins.Length, _options.Depth, (float)bias, splits, leaves);
    }

    private ((int, float)[] Splits, float[] Leaves) Grow(int[] columns, double[] gradient, double[] hessian, int[] nodes)
    {
        var inner = (1 << _options.Depth) - 1;
        var tree = new (int, float)[inner];
        Array.Fill(tree, (0, float.PositiveInfinity));
        Array.Fill(nodes, 0);
        for (var level = 0; level < _options.Depth; level++)
        {
            var first = (1 << level) - 1;
            var width = 1 << level;
            var best = new (double Gain, int Feature, int Bin)[width];
            var locks = new Lock();
            Parallel.ForEach(columns, f =>
            {
                var local = Best(f, first, width, gradient, hessian, nodes);
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
                    tree[first + n] = (best[n].Feature, _edges[best[n].Feature][best[n].Bin]);
            }
            for (var r = 0; r < _rows; r++)
            {
                var node = nodes[r];
                var split = best[node - first];
                nodes[r] = 2 * node + (split.Gain > 1e-9 && _bins[split.Feature][r] > split.Bin ? 2 : 1);
            }
        }
        var g = new double[1 << _options.Depth];
        var h = new double[1 << _options.Depth];
        for (var r = 0; r < _rows; r++)
        {
            g[nodes[r] - inner] += gradient[r];
            h[nodes[r] - inner] += hessian[r];
        }
        return (tree, [.. g.Select((sum, i) => (float)(Half)(_options.Rate * sum / (h[i] + _options.Ridge)))]);
    }

    private (double Gain, int Bin)[] Best(int feature, int first, int width, double[] gradient, double[] hessian, int[] nodes)
    {
        var bins = _bins[feature];
        var edges = _edges[feature].Length;
        var g = new double[width * (edges + 1)];
        var h = new double[width * (edges + 1)];
        for (var r = 0; r < _rows; r++)
        {
            var cell = (nodes[r] - first) * (edges + 1) + bins[r];
            g[cell] += gradient[r];
            h[cell] += hessian[r];
        }
        var best = new (double, int)[width];
        for (var n = 0; n < width; n++)
        {
            double allG = 0, allH = 0;
            for (var b = 0; b <= edges; b++)
            {
                allG += g[n * (edges + 1) + b];
                allH += h[n * (edges + 1) + b];
            }
            double leftG = 0, leftH = 0;
            var parent = allG * allG / (allH + _options.Ridge);
            for (var b = 0; b < edges; b++)
            {
                leftG += g[n * (edges + 1) + b];
                leftH += h[n * (edges + 1) + b];
                var rightH = allH - leftH;
                if (leftH < _options.MinWeight || rightH < _options.MinWeight)
                    continue;
                var rightG = allG - leftG;
                var gain = leftG * leftG / (leftH + _options.Ridge) + rightG * rightG / (rightH + _options.Ridge) - parent;
                if (gain > best[n].Item1)
                    best[n] = (gain, b);
            }
        }
        return best;
    }
}
