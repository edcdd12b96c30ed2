using System.Buffers.Binary;

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
    private readonly ushort[] _features;
    private readonly float[] _thresholds;
    private readonly float[] _leaves;

    private BoostedTrees(int features, int depth, int trees, float bias)
    {
        (Features, _depth, _trees, _bias) = (features, depth, trees, bias);
        _features = new ushort[trees * ((1 << depth) - 1)];
        _thresholds = new float[_features.Length];
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
                (model._features[t * inner + n], model._thresholds[t * inner + n]) = ((ushort)splits[t][n].Feature, (float)(Half)splits[t][n].Threshold);
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
        if (at.Length != model._features.Length * 4 + model._leaves.Length * 2)
            throw new InvalidDataException("a file of boosted trees that was cut short; train it again with src/Readout.Training");
        for (var i = 0; i < model._features.Length; i++, at = at[4..])
        {
            model._features[i] = BinaryPrimitives.ReadUInt16LittleEndian(at);
            model._thresholds[i] = (float)BinaryPrimitives.ReadHalfLittleEndian(at[2..]);
        }
        for (var i = 0; i < model._leaves.Length; i++, at = at[2..])
            model._leaves[i] = (float)BinaryPrimitives.ReadHalfLittleEndian(at);
        return model;
    }

    /// <summary>Writes the model; thresholds and leaves have 16 bits.</summary>
    public byte[] Write()
    {
        var bytes = new byte[Header + _features.Length * 4 + _leaves.Length * 2];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, Magic);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), Version);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), Features);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(12), _depth);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(16), _trees);
        BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(20), _bias);
        var at = bytes.AsSpan(Header);
        for (var i = 0; i < _features.Length; i++, at = at[4..])
        {
            BinaryPrimitives.WriteUInt16LittleEndian(at, _features[i]);
            BinaryPrimitives.WriteHalfLittleEndian(at[2..], (Half)_thresholds[i]);
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
        var root = 0;
        for (var tree = 0; tree < _trees; tree++, root += inner)
        {
            var node = 0;
            for (var level = 0; level < _depth; level++)
                node = 2 * node + (row[_features[root + node]] > _thresholds[root + node] ? 2 : 1);
            sum += _leaves[(tree << _depth) + node - inner];
        }
        return 1 / (1 + MathF.Exp(-sum));
    }
}
