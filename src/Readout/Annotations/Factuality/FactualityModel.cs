using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Readout.Articles.Blocks;
using Readout.Languages;

namespace Readout.Annotations;

/// <summary>
/// How certain the words make it that something happened: −3 (certainly not) to 3 (certainly), the scale of the
/// factuality corpora. A linear model over hashed signals, then trees over its answer, the rules' and some grammar.
/// </summary>
internal sealed class FactualityModel(sbyte[] weights, float scale, BoostedTrees trees)
{
    /// <summary>Weights of the linear model.</summary>
    public const int Size = 1 << 17;

    /// <summary>The ends of the scale.</summary>
    public const float Certain = 3;

    private static readonly Lazy<FactualityModel> English = new(() => Read(Resource.Bytes("models/factuality-en.bin")));

    public static FactualityModel En => English.Value;

    /// <summary>The linear model's answer.</summary>
    public float Linear(IReadOnlyList<uint> signals)
    {
        var sum = 0;
        for (var i = 0; i < signals.Count; i++)
            sum += weights[signals[i] & (Size - 1)];
        return Math.Clamp(sum * scale, -Certain, Certain);
    }

    public float Value(ReadOnlySpan<float> row) => ToScale(trees.Predict(row));

    /// <summary>From a share of one to the scale.</summary>
    public static float ToScale(float share) => ((2 * share) - 1) * Certain;

    public byte[] Write()
    {
        var file = new byte[sizeof(float) + Size];
        BinaryPrimitives.WriteSingleLittleEndian(file, scale);
        MemoryMarshal.AsBytes<sbyte>(weights).CopyTo(file.AsSpan(sizeof(float)));
        return [.. file, .. trees.Write()];
    }

    /// <exception cref="InvalidDataException">The bytes are no model of this version.</exception>
    public static FactualityModel Read(ReadOnlySpan<byte> file)
    {
        if (file.Length < sizeof(float) + Size)
            throw new InvalidDataException("not a factuality model of this version; train it again with src/Readout.Training");
        var trees = BoostedTrees.Read(file[(sizeof(float) + Size)..]);
        if (trees.Features != FactualityRow.Length)
            throw new InvalidDataException("models/factuality-en.bin was trained on other features; train it again with src/Readout.Training");
        return new FactualityModel(MemoryMarshal.Cast<byte, sbyte>(file.Slice(sizeof(float), Size)).ToArray(), BinaryPrimitives.ReadSingleLittleEndian(file), trees);
    }
}
