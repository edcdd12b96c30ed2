using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Readout.Annotations;

/// <summary>
/// The squashing functions of a network, eight values at a time. Written out with fused operations, so that every
/// processor gives the same bits; the library's own may differ between machines.
/// </summary>
internal static class Activations
{
    /// <summary>1 / (1 + e^−x) in place. The length is a multiple of 8.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Sigmoid(Span<float> values)
    {
        ref var start = ref MemoryMarshal.GetReference(values);
        for (nuint i = 0; i + 8 <= (nuint)values.Length; i += 8)
            Sigmoid(Vector256.LoadUnsafe(ref start, i)).StoreUnsafe(ref start, i);
    }

    /// <summary>Hyperbolic tangent of <paramref name="values"/> into <paramref name="into"/>. The length is a multiple of 8.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Tanh(ReadOnlySpan<float> values, Span<float> into)
    {
        ref var from = ref MemoryMarshal.GetReference(values);
        ref var to = ref MemoryMarshal.GetReference(into[..values.Length]);
        for (nuint i = 0; i + 8 <= (nuint)values.Length; i += 8)
            Tanh(Vector256.LoadUnsafe(ref from, i)).StoreUnsafe(ref to, i);
    }

    /// <summary>Negative values become 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Rectify(Span<float> values)
    {
        var i = 0;
        for (; i + 8 <= values.Length; i += 8)
            Vector256.Max(Vector256.Create<float>(values[i..]), Vector256<float>.Zero).CopyTo(values[i..]);
        for (; i < values.Length; i++)
            values[i] = Math.Max(values[i], 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sigmoid(Vector256<float> x) =>
        Vector256<float>.One / (Vector256<float>.One + Exp(-x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Tanh(Vector256<float> x) =>
        Vector256.FusedMultiplyAdd(Vector256.Create(2f), Sigmoid(x + x), -Vector256<float>.One);

    // e^x = 2^n · e^r with |r| ≤ ln 2 / 2; e^r by its series to the sixth power (error below 3e-7).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Exp(Vector256<float> x)
    {
        x = Vector256.Min(Vector256.Max(x, Vector256.Create(-87f)), Vector256.Create(87f));
        var n = Vector256.Floor(Vector256.FusedMultiplyAdd(x, Vector256.Create(1.44269504f), Vector256.Create(0.5f)));
        var r = Vector256.FusedMultiplyAdd(n, Vector256.Create(-0.693359375f), x);
        r = Vector256.FusedMultiplyAdd(n, Vector256.Create(2.12194440e-4f), r);
        var y = Vector256.Create(1.3888889e-3f);
        y = Vector256.FusedMultiplyAdd(y, r, Vector256.Create(8.3333333e-3f));
        y = Vector256.FusedMultiplyAdd(y, r, Vector256.Create(4.1666667e-2f));
        y = Vector256.FusedMultiplyAdd(y, r, Vector256.Create(1.6666667e-1f));
        y = Vector256.FusedMultiplyAdd(y, r, Vector256.Create(0.5f));
        y = Vector256.FusedMultiplyAdd(y, r, Vector256<float>.One);
        y = Vector256.FusedMultiplyAdd(y, r, Vector256<float>.One);
        var exponent = Vector256.ShiftLeft(Vector256.ConvertToInt32(n) + Vector256.Create(127), 23);
        return y * exponent.AsSingle();
    }
}
