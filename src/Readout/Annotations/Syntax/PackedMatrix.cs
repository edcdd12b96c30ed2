using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Readout.Annotations;

/// <summary>
/// A matrix laid out for products: columns in panels of 16, each panel row after row, so that a panel stays in the
/// nearest cache. Every element of a product is summed in the same order with the same fused operation, whatever
/// the number of rows asked for and whatever the processor offers: same numbers in, same bits out.
/// </summary>
internal sealed class PackedMatrix
{
    private const int Panel = 16;
    private const int Block = 32;     // rows that stay in the nearest cache beside a panel

    private float[] _values = [];

    public PackedMatrix(int rows, int columns) => Resize(rows, columns);

    public int Rows { get; private set; }

    public int Columns { get; private set; }

    /// <summary>Gives the matrix another size; it has to be filled again.</summary>
    public PackedMatrix Resize(int rows, int columns)
    {
        Rows = rows;
        Columns = columns;
        var length = (columns + Panel - 1) / Panel * Panel * rows;
        if (_values.Length < length)
            _values = new float[length];
        return this;
    }

    /// <summary>Takes the values of a matrix whose element (r, c) stands at r·<paramref name="rowStep"/> + c·<paramref name="columnStep"/>.</summary>
    public PackedMatrix Fill(ReadOnlySpan<float> from, int rowStep, int columnStep)
    {
        for (var c = 0; c < Columns; c += Panel)
        {
            var width = Math.Min(Panel, Columns - c);
            for (var r = 0; r < Rows; r++)
            {
                var to = _values.AsSpan((c * Rows) + (r * Panel), width);
                if (columnStep == 1)
                {
                    from.Slice((r * rowStep) + c, width).CopyTo(to);
                    continue;
                }
                for (var k = 0; k < width; k++)
                    to[k] = from[(r * rowStep) + ((c + k) * columnStep)];
            }
        }
        return this;
    }

    /// <summary>Adds the product of <paramref name="left"/> and this matrix to <paramref name="into"/>.</summary>
    /// <param name="left">Element (i, k) at i·<paramref name="leftRow"/> + k·<paramref name="leftColumn"/>.</param>
    /// <param name="rows">Rows of the left matrix.</param>
    /// <param name="into">Row i starts at i·<paramref name="intoRow"/>.</param>
    public void AddProduct(ReadOnlySpan<float> left, int leftRow, int leftColumn, int rows, Span<float> into, int intoRow)
    {
        if (rows == 0)
            return;
        _ = left[((rows - 1) * leftRow) + ((Rows - 1) * leftColumn)];
        _ = into[((rows - 1) * intoRow) + Columns - 1];
        ref var a = ref MemoryMarshal.GetReference(left);
        ref var c = ref MemoryMarshal.GetReference(into);
        var tiled = rows & ~3;
        var column = 0;
        for (var block = 0; block < tiled; block += Block)
        {
            var end = Math.Min(tiled, block + Block);
            for (column = 0; column + Panel <= Columns; column += Panel)
            {
                ref var b = ref _values[column * Rows];
                for (var i = block; i < end; i += 4)
                    Four(ref Unsafe.Add(ref a, i * leftRow), leftRow, leftColumn, ref b, ref Unsafe.Add(ref c, (i * intoRow) + column), intoRow);
            }
        }
        for (var i = tiled; i < rows; i++)
            WholePanels(ref Unsafe.Add(ref a, i * leftRow), leftColumn, ref Unsafe.Add(ref c, i * intoRow));
        column = Columns / Panel * Panel;
        if (column < Columns)
            LastPanel(ref a, leftRow, leftColumn, rows, into, intoRow, column);
    }

    private void WholePanels(ref float a, int leftColumn, ref float c)
    {
        var column = 0;
        for (; column + (4 * Panel) <= Columns; column += 4 * Panel)
            Wide(ref a, leftColumn, ref _values[column * Rows], ref Unsafe.Add(ref c, column));
        for (; column + Panel <= Columns; column += Panel)
            One(ref a, leftColumn, ref _values[column * Rows], ref Unsafe.Add(ref c, column));
    }

    // A panel that is not filled has no room for its last sums: they are taken beside.
    private void LastPanel(ref float a, int leftRow, int leftColumn, int rows, Span<float> into, int intoRow, int column)
    {
        Span<float> edge = stackalloc float[4 * Panel];
        ref var b = ref _values[column * Rows];
        ref var c = ref MemoryMarshal.GetReference(edge);
        var width = Columns - column;
        for (var i = 0; i < rows; i += 4)
        {
            var count = Math.Min(4, rows - i);
            for (var r = 0; r < count; r++)
                into.Slice(((i + r) * intoRow) + column, width).CopyTo(edge[(r * Panel)..]);
            if (count == 4)
                Four(ref Unsafe.Add(ref a, i * leftRow), leftRow, leftColumn, ref b, ref c, Panel);
            for (var r = 0; r < count && count < 4; r++)
                One(ref Unsafe.Add(ref a, (i + r) * leftRow), leftColumn, ref b, ref Unsafe.Add(ref c, r * Panel));
            for (var r = 0; r < count; r++)
                edge.Slice(r * Panel, width).CopyTo(into[(((i + r) * intoRow) + column)..]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Four(ref float a, int leftRow, int leftColumn, ref float b, ref float c, int intoRow)
    {
        var c00 = Vector256.LoadUnsafe(ref c);
        var c01 = Vector256.LoadUnsafe(ref c, 8);
        ref var r1 = ref Unsafe.Add(ref c, intoRow);
        var c10 = Vector256.LoadUnsafe(ref r1);
        var c11 = Vector256.LoadUnsafe(ref r1, 8);
        ref var r2 = ref Unsafe.Add(ref c, 2 * intoRow);
        var c20 = Vector256.LoadUnsafe(ref r2);
        var c21 = Vector256.LoadUnsafe(ref r2, 8);
        ref var r3 = ref Unsafe.Add(ref c, 3 * intoRow);
        var c30 = Vector256.LoadUnsafe(ref r3);
        var c31 = Vector256.LoadUnsafe(ref r3, 8);
        ref var a1 = ref Unsafe.Add(ref a, leftRow);
        ref var a2 = ref Unsafe.Add(ref a, 2 * leftRow);
        ref var a3 = ref Unsafe.Add(ref a, 3 * leftRow);
        nint at = 0;
        nint row = 0;
        for (var k = 0; k < Rows; k++, at += leftColumn, row += Panel)
        {
            var b0 = Vector256.LoadUnsafe(ref Unsafe.Add(ref b, row));
            var b1 = Vector256.LoadUnsafe(ref Unsafe.Add(ref b, row + 8));
            var v = Vector256.Create(Unsafe.Add(ref a, at));
            c00 = Vector256.FusedMultiplyAdd(v, b0, c00);
            c01 = Vector256.FusedMultiplyAdd(v, b1, c01);
            v = Vector256.Create(Unsafe.Add(ref a1, at));
            c10 = Vector256.FusedMultiplyAdd(v, b0, c10);
            c11 = Vector256.FusedMultiplyAdd(v, b1, c11);
            v = Vector256.Create(Unsafe.Add(ref a2, at));
            c20 = Vector256.FusedMultiplyAdd(v, b0, c20);
            c21 = Vector256.FusedMultiplyAdd(v, b1, c21);
            v = Vector256.Create(Unsafe.Add(ref a3, at));
            c30 = Vector256.FusedMultiplyAdd(v, b0, c30);
            c31 = Vector256.FusedMultiplyAdd(v, b1, c31);
        }
        c00.StoreUnsafe(ref c);
        c01.StoreUnsafe(ref c, 8);
        c10.StoreUnsafe(ref r1);
        c11.StoreUnsafe(ref r1, 8);
        c20.StoreUnsafe(ref r2);
        c21.StoreUnsafe(ref r2, 8);
        c30.StoreUnsafe(ref r3);
        c31.StoreUnsafe(ref r3, 8);
    }

    // One row with four panels: alone it would wait for its own sums.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Wide(ref float a, int leftColumn, ref float b, ref float c)
    {
        var c0 = Vector256.LoadUnsafe(ref c);
        var c1 = Vector256.LoadUnsafe(ref c, 8);
        var c2 = Vector256.LoadUnsafe(ref c, 16);
        var c3 = Vector256.LoadUnsafe(ref c, 24);
        var c4 = Vector256.LoadUnsafe(ref c, 32);
        var c5 = Vector256.LoadUnsafe(ref c, 40);
        var c6 = Vector256.LoadUnsafe(ref c, 48);
        var c7 = Vector256.LoadUnsafe(ref c, 56);
        nint panel = Rows * Panel;
        ref var b1 = ref Unsafe.Add(ref b, panel);
        ref var b2 = ref Unsafe.Add(ref b, 2 * panel);
        ref var b3 = ref Unsafe.Add(ref b, 3 * panel);
        nint at = 0;
        nint row = 0;
        for (var k = 0; k < Rows; k++, at += leftColumn, row += Panel)
        {
            var v = Vector256.Create(Unsafe.Add(ref a, at));
            c0 = Vector256.FusedMultiplyAdd(v, Vector256.LoadUnsafe(ref Unsafe.Add(ref b, row)), c0);
            c1 = Vector256.FusedMultiplyAdd(v, Vector256.LoadUnsafe(ref Unsafe.Add(ref b, row + 8)), c1);
            c2 = Vector256.FusedMultiplyAdd(v, Vector256.LoadUnsafe(ref Unsafe.Add(ref b1, row)), c2);
            c3 = Vector256.FusedMultiplyAdd(v, Vector256.LoadUnsafe(ref Unsafe.Add(ref b1, row + 8)), c3);
            c4 = Vector256.FusedMultiplyAdd(v, Vector256.LoadUnsafe(ref Unsafe.Add(ref b2, row)), c4);
            c5 = Vector256.FusedMultiplyAdd(v, Vector256.LoadUnsafe(ref Unsafe.Add(ref b2, row + 8)), c5);
            c6 = Vector256.FusedMultiplyAdd(v, Vector256.LoadUnsafe(ref Unsafe.Add(ref b3, row)), c6);
            c7 = Vector256.FusedMultiplyAdd(v, Vector256.LoadUnsafe(ref Unsafe.Add(ref b3, row + 8)), c7);
        }
        c0.StoreUnsafe(ref c);
        c1.StoreUnsafe(ref c, 8);
        c2.StoreUnsafe(ref c, 16);
        c3.StoreUnsafe(ref c, 24);
        c4.StoreUnsafe(ref c, 32);
        c5.StoreUnsafe(ref c, 40);
        c6.StoreUnsafe(ref c, 48);
        c7.StoreUnsafe(ref c, 56);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void One(ref float a, int leftColumn, ref float b, ref float c)
    {
        var c0 = Vector256.LoadUnsafe(ref c);
        var c1 = Vector256.LoadUnsafe(ref c, 8);
        nint at = 0;
        nint row = 0;
        for (var k = 0; k < Rows; k++, at += leftColumn, row += Panel)
        {
            var v = Vector256.Create(Unsafe.Add(ref a, at));
            c0 = Vector256.FusedMultiplyAdd(v, Vector256.LoadUnsafe(ref Unsafe.Add(ref b, row)), c0);
            c1 = Vector256.FusedMultiplyAdd(v, Vector256.LoadUnsafe(ref Unsafe.Add(ref b, row + 8)), c1);
        }
        c0.StoreUnsafe(ref c);
        c1.StoreUnsafe(ref c, 8);
    }
}
