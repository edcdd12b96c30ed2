namespace Readout.Annotations;

/// <summary>A linear layer.</summary>
internal sealed class Projection(WeightTable weights, WeightTable? bias)
{
    private readonly PackedMatrix _weights = SyntaxNetwork.Pack(weights);

    /// <summary>Values it gives for a row.</summary>
    public int Width => weights.Columns;

    /// <summary>Fills <paramref name="into"/> with a row of answers for each row of <paramref name="from"/>.</summary>
    public void Apply(ReadOnlySpan<float> from, int fromRow, int rows, Span<float> into)
    {
        if (bias is null)
            into[..(rows * Width)].Clear();
        for (var row = 0; row < rows && bias is not null; row++)
            bias.Values.CopyTo(into[(row * Width)..]);
        _weights.AddProduct(from, fromRow, 1, rows, into, Width);
    }
}
