using System.Numerics.Tensors;

namespace Readout.Training;

/// <summary>Gradients of the rows of a table that a batch looked up; the others stay as they are.</summary>
internal sealed class RowGradients(Parameter table)
{
    private readonly float[] _sums = new float[table.Values.Length];
    private readonly bool[] _touched = new bool[table.Rows];
    private readonly List<int> _rows = [];

    public void Add(int row, ReadOnlySpan<float> gradient)
    {
        if (!_touched[row])
        {
            _touched[row] = true;
            _rows.Add(row);
        }
        var sum = _sums.AsSpan(row * table.Columns, table.Columns);
        TensorPrimitives.Add(sum, gradient, sum);
    }

    /// <summary>Moves the rows, and forgets their gradients.</summary>
    public void Update(float rate, float scale)
    {
        foreach (var row in _rows)
        {
            var sum = _sums.AsSpan(row * table.Columns, table.Columns);
            table.Update(sum, row * table.Columns, table.Columns, rate, scale);
            sum.Clear();
            _touched[row] = false;
        }
        _rows.Clear();
    }
}
