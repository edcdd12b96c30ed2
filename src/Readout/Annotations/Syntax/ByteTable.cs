using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Readout.Annotations;

/// <summary>A table of vectors kept in bytes, each row with its own scale: a quarter of the memory, looked up by row.</summary>
internal sealed class ByteTable(int columns, sbyte[] values, float[] scales)
{
    public int Columns { get; } = columns;

    public int Rows => scales.Length;

    public ReadOnlySpan<byte> Bytes => MemoryMarshal.AsBytes<sbyte>(values);

    public ReadOnlySpan<float> Scales => scales;

    /// <summary>Rounds a table to bytes; scales are half-precision numbers.</summary>
    public static ByteTable From(WeightTable tensor)
    {
        var values = new sbyte[tensor.Values.Length];
        var scales = new float[tensor.Rows];
        for (var r = 0; r < tensor.Rows; r++)
        {
            var row = tensor.Values.AsSpan(r * tensor.Columns, tensor.Columns);
            var largest = 0f;
            foreach (var value in row)
                largest = Math.Max(largest, Math.Abs(value));
            var scale = (float)(Half)(largest / 127f);
            scales[r] = scale;
            for (var c = 0; c < row.Length && scale > 0; c++)
                values[(r * tensor.Columns) + c] = (sbyte)Math.Clamp(MathF.Round(row[c] / scale), -127, 127);
        }
        return new ByteTable(tensor.Columns, values, scales);
    }

    /// <summary>Adds a row, times <paramref name="factor"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(int row, float factor, Span<float> into)
    {
        var from = values.AsSpan(row * Columns, Columns);
        into = into[..Columns];
        var scale = scales[row] * factor;
        var c = 0;
        for (; c + 8 <= from.Length; c += 8)
        {
            var (low, high) = Vector128.Widen(Vector128.WidenLower(Vector128.CreateScalar(BitConverter.ToInt64(MemoryMarshal.AsBytes(from[c..]))).AsSByte()));
            var wide = Vector256.ConvertToSingle(Vector256.Create(low, high));
            (Vector256.Create<float>(into[c..]) + (wide * scale)).CopyTo(into[c..]);
        }
        for (; c < from.Length; c++)
            into[c] += from[c] * scale;
    }
}
