using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Readout.Annotations;

/// <summary>
/// One direction of a long short-term memory layer (Hochreiter and Schmidhuber, 1997) over a batch of sentences.
/// Gates stand in the order input, forget, output, candidate. The size of the state is a multiple of 8.
/// </summary>
internal sealed class Lstm(PackedMatrix input, PackedMatrix recurrent, float[] bias, bool backwards)
{
    /// <summary>Values of a word's state.</summary>
    public int Size { get; } = recurrent.Rows;

    /// <summary>Reads all words.</summary>
    /// <param name="from">The words' vectors, a row each, <paramref name="fromRow"/> values apart.</param>
    /// <param name="gates">Room for 4·<see cref="Size"/> values a word; holds the gates afterwards.</param>
    /// <param name="cells">Room for <see cref="Size"/> values a word; holds the cells afterwards.</param>
    /// <param name="squashed">The same room; holds the hyperbolic tangents of the cells afterwards.</param>
    /// <param name="into">The states, a row each, <paramref name="intoRow"/> values apart.</param>
    public void Read(
        SentenceBatch batch, ReadOnlySpan<float> from, int fromRow,
        Span<float> gates, Span<float> cells, Span<float> squashed, Span<float> into, int intoRow)
    {
        Enter(from, fromRow, batch.Rows, gates);
        Read(batch, gates, cells, squashed, into, intoRow);
    }

    /// <summary>What the words give to the gates by themselves, 4·<see cref="Size"/> values a row.</summary>
    public void Enter(ReadOnlySpan<float> from, int fromRow, int rows, Span<float> gates)
    {
        var width = 4 * Size;
        for (var row = 0; row < rows; row++)
            bias.CopyTo(gates[(row * width)..]);
        input.AddProduct(from, fromRow, 1, rows, gates, width);
    }

    /// <summary>Reads all words, whose own part of the gates is known.</summary>
    /// <param name="gates">What <see cref="Enter"/> gave, in the rows of the batch; holds the gates afterwards.</param>
    /// <param name="cells">Room for <see cref="Size"/> values a word; holds the cells afterwards.</param>
    /// <param name="squashed">The same room; holds the hyperbolic tangents of the cells afterwards.</param>
    /// <param name="into">The states, a row each, <paramref name="intoRow"/> values apart.</param>
    public void Read(SentenceBatch batch, Span<float> gates, Span<float> cells, Span<float> squashed, Span<float> into, int intoRow)
    {
        var width = 4 * Size;
        for (var k = 0; k < batch.Steps; k++)
        {
            var step = backwards ? batch.Steps - 1 - k : k;
            var before = backwards ? step + 1 : step - 1;
            var carried = before < 0 || before >= batch.Steps ? 0 : Math.Min(batch.Active(before), batch.Active(step));
            var start = batch.Start(step);
            if (carried > 0)
                recurrent.AddProduct(into[(batch.Start(before) * intoRow)..], intoRow, 1, carried, gates[(start * width)..], width);
            for (var i = 0; i < batch.Active(step); i++)
            {
                var row = start + i;
                var last = i < carried ? cells.Slice((batch.Start(before) + i) * Size, Size) : default;
                Step(gates.Slice(row * width, width), last, cells.Slice(row * Size, Size), squashed.Slice(row * Size, Size), into.Slice(row * intoRow, Size));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Step(Span<float> gates, ReadOnlySpan<float> last, Span<float> cell, Span<float> squashed, Span<float> state)
    {
        Activations.Sigmoid(gates[..(3 * Size)]);
        Activations.Tanh(gates[(3 * Size)..], gates[(3 * Size)..]);
        ref var gate = ref MemoryMarshal.GetReference(gates);
        ref var to = ref MemoryMarshal.GetReference(cell[..Size]);
        ref var from = ref last.IsEmpty ? ref to : ref MemoryMarshal.GetReference(last[..Size]);
        ref var tangent = ref MemoryMarshal.GetReference(squashed[..Size]);
        ref var outcome = ref MemoryMarshal.GetReference(state[..Size]);
        for (nuint i = 0; i < (nuint)Size; i += 8)
        {
            var value = Vector256.LoadUnsafe(ref gate, i) * Vector256.LoadUnsafe(ref gate, (nuint)(3 * Size) + i);
            if (!last.IsEmpty)
                value += Vector256.LoadUnsafe(ref gate, (nuint)Size + i) * Vector256.LoadUnsafe(ref from, i);
            value.StoreUnsafe(ref to, i);
            value = Activations.Tanh(value);
            value.StoreUnsafe(ref tangent, i);
            (Vector256.LoadUnsafe(ref gate, (nuint)(2 * Size) + i) * value).StoreUnsafe(ref outcome, i);
        }
    }
}
