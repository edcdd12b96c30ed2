using System.Numerics.Tensors;
using System.Runtime.Intrinsics;
using Readout.Annotations;

namespace Readout.Training;

/// <summary>A table of weights with what Adam (Kingma and Ba, 2015) remembers of its gradients, and its running mean.</summary>
internal sealed class Parameter(string name, int rows, int columns)
{
    private const float FirstDecay = 0.9f;
    private const float SecondDecay = 0.95f;
    private const float Tiny = 1e-7f;

    private readonly float[] _first = new float[rows * columns];
    private readonly float[] _second = new float[rows * columns];

    public string Name => name;

    public int Rows => rows;

    public int Columns => columns;

    public float[] Values { get; } = new float[rows * columns];

    /// <summary>The running mean of the values: what is kept in the end.</summary>
    public float[] Mean { get; } = new float[rows * columns];

    /// <summary>Random numbers so small that sums of a row's products stay about 1 (Glorot and Bengio, 2010).</summary>
    public Parameter Randomise(Random random)
    {
        var bound = Math.Sqrt(6.0 / (rows + columns));
        for (var i = 0; i < Values.Length; i++)
            Values[i] = (float)(((random.NextDouble() * 2) - 1) * bound);
        return this;
    }

    public Parameter Randomise(Random random, double bound)
    {
        for (var i = 0; i < Values.Length; i++)
            Values[i] = (float)(((random.NextDouble() * 2) - 1) * bound);
        return this;
    }

    /// <summary>Moves the values of <paramref name="length"/> places against their gradient.</summary>
    public void Update(ReadOnlySpan<float> gradient, int start, int length, float rate, float scale)
    {
        var first = _first.AsSpan(start, length);
        var second = _second.AsSpan(start, length);
        var values = Values.AsSpan(start, length);
        var width = Vector256<float>.Count;
        var i = 0;
        for (; i + width <= length; i += width)
        {
            var g = Vector256.Create(gradient[i..]) * scale;
            var m = Vector256.Create<float>(first[i..]);
            var v = Vector256.Create<float>(second[i..]);
            m += (1 - FirstDecay) * (g - m);
            v += (1 - SecondDecay) * ((g * g) - v);
            m.CopyTo(first[i..]);
            v.CopyTo(second[i..]);
            (Vector256.Create<float>(values[i..]) - (rate * m / (Vector256.Sqrt(v) + Vector256.Create(Tiny)))).CopyTo(values[i..]);
        }
        for (; i < length; i++)
        {
            var g = gradient[i] * scale;
            first[i] += (1 - FirstDecay) * (g - first[i]);
            second[i] += (1 - SecondDecay) * ((g * g) - second[i]);
            values[i] -= rate * first[i] / (MathF.Sqrt(second[i]) + Tiny);
        }
    }

    /// <summary>Moves the mean towards the values.</summary>
    public void Average(float share)
    {
        TensorPrimitives.Multiply(Mean, 1 - share, Mean);
        TensorPrimitives.MultiplyAdd(Values, share, Mean, Mean);
    }

    public WeightTable Kept() => new(name, rows, columns, Mean);
}
