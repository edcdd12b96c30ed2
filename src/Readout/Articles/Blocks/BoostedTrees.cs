using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Readout.Articles.Blocks;

/// <summary>
/// Gradient-boosted trees for a yes-or-no question (Friedman 2001, logistic loss), each a full binary tree of one depth,
/// so that a row is answered without a branch that can't be foreseen. Read from a file in <c>models/</c>; unchanged afterwards.
/// </summary>
internal sealed class BoostedTrees
{
    // File: magic, version, features, depth, trees, bias, scale; then per tree its (2^depth − 1) splits (feature, threshold) and 2^depth leaves.
    private const uint Magic = 0x54425452;      // "RTBT"
    private const int Version = 1;
    private const int Header = 28;

    private readonly int _depth;
    private readonly int _trees;
    private readonly float _bias;
    private readonly (int Feature, float Threshold)[] _splits;
    private readonly float[] _leaves;

    private BoostedTrees(int features, int depth, int trees, float bias)
    {
        (Features, _depth, _trees, _bias) = (features, depth, trees, bias);
        _splits = new (int, float)[trees * ((1 << depth) - 1)];
        _leaves = new float[trees << depth];
    }

    /// <summary>Length of a row.</summary>
    public int Features { get; }

    /// <summary>Makes a model out of trained parts.</summary>
    /// <param name="splits">Per tree the splits of a full tree in level order: left where the row's value is at most the threshold.</param>
    /// <param name="leaves">Per tree its leaves from left to right, in logits.</param>
    public static BoostedTrees Of(int features, int depth, float bias, IReadOnlyList<(int Feature, float Threshold)[]> splits, IReadOnlyList<float[]> leaves)
    {
        var model = new BoostedTrees(features, depth, splits.Count, bias);
        var inner = (1 << depth) - 1;
        for (var t = 0; t < splits.Count; t++)
        {
            for (var n = 0; n < inner; n++)
                model._splits[t * inner + n] = (splits[t][n].Feature, (float)(Half)splits[t][n].Threshold);
            for (var n = 0; n < 1 << depth; n++)
                model._leaves[(t << depth) + n] = (float)(Half)leaves[t][n];
        }
        return model;
    }

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">The bytes are no model, or one of another version.</exception>
    public static BoostedTrees Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Header || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic || BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]) != Version)
            throw new InvalidDataException("not a file of boosted trees of this version; train it again with src/Readout.Training");
        var model = new BoostedTrees(BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]), BinaryPrimitives.ReadInt32LittleEndian(bytes[12..]),
            BinaryPrimitives.ReadInt32LittleEndian(bytes[16..]), BinaryPrimitives.ReadSingleLittleEndian(bytes[20..]));
        var at = bytes[Header..];
        if (at.Length != model._splits.Length * 4 + model._leaves.Length * 2)
            throw new InvalidDataException("a file of boosted trees that was cut short; train it again with src/Readout.Training");
        for (var i = 0; i < model._splits.Length; i++, at = at[4..])
            model._splits[i] = (BinaryPrimitives.ReadUInt16LittleEndian(at), (float)BinaryPrimitives.ReadHalfLittleEndian(at[2..]));
        for (var i = 0; i < model._leaves.Length; i++, at = at[2..])
            model._leaves[i] = (float)BinaryPrimitives.ReadHalfLittleEndian(at);
        return model;
    }

    /// <summary>Writes the model; thresholds and leaves have 16 bits.</summary>
    public byte[] Write()
    {
        var bytes = new byte[Header + _splits.Length * 4 + _leaves.Length * 2];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, Magic);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), Version);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), Features);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(12), _depth);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(16), _trees);
        BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(20), _bias);
        var at = bytes.AsSpan(Header);
        foreach (var (feature, threshold) in _splits)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(at, (ushort)feature);
            BinaryPrimitives.WriteHalfLittleEndian(at[2..], (Half)threshold);
            at = at[4..];
        }
        for (var i = 0; i < _leaves.Length; i++, at = at[2..])
            BinaryPrimitives.WriteHalfLittleEndian(at, (Half)_leaves[i]);
        return bytes;
    }

    /// <summary>Probability that the answer is yes.</summary>
    public float Predict(ReadOnlySpan<float> row)
    {
        var inner = (1 << _depth) - 1;
        var sum = _bias;
        var tree = 0;
        // Four trees at a time: none waits for another's comparison. The leaves are added in the trees' order.
        for (; tree + 4 <= _trees; tree += 4)
        {
            var (a, b, c, d) = (tree * inner, (tree + 1) * inner, (tree + 2) * inner, (tree + 3) * inner);
            int i = 0, j = 0, k = 0, l = 0;
            for (var level = 0; level < _depth; level++)
                (i, j, k, l) = (Child(row, a, i), Child(row, b, j), Child(row, c, k), Child(row, d, l));
            var leaves = _leaves.AsSpan(tree << _depth, 4 << _depth);
            sum = sum + leaves[i - inner] + leaves[j + 1] + leaves[k + inner + 2] + leaves[l + 2 * inner + 3];
        }
        for (; tree < _trees; tree++)
        {
            var node = 0;
            for (var level = 0; level < _depth; level++)
                node = Child(row, tree * inner, node);
            sum += _leaves[(tree << _depth) + node - inner];
        }
        return 1 / (1 + MathF.Exp(-sum));
    }

    // Without a jump: which way it goes nobody can foresee.
    private int Child(ReadOnlySpan<float> row, int root, int node)
    {
        var (feature, threshold) = _splits[root + node];
        return 2 * node + 1 + Unsafe.BitCast<bool, byte>(row[feature] > threshold);
    }
}
