using System.Numerics.Tensors;

namespace Readout.Training;

/// <summary>Gradients of one shard of a batch.</summary>
internal sealed class GradientStore
{
    private readonly Dictionary<Parameter, float[]> _gradients = [];

    public GradientStore(SyntaxParameters parameters)
    {
        foreach (var parameter in parameters.Dense)
            _gradients[parameter] = new float[parameter.Values.Length];
    }

    public float[] this[Parameter parameter] => _gradients[parameter];

    public void Clear()
    {
        foreach (var gradient in _gradients.Values)
            Array.Clear(gradient);
    }

    /// <summary>Adds up each column of a table.</summary>
    public static void AddColumns(ReadOnlySpan<float> table, int rows, Span<float> into)
    {
        for (var row = 0; row < rows; row++)
        {
            TensorPrimitives.Add(into, table.Slice(row * into.Length, into.Length), into);
        }
    }
}
