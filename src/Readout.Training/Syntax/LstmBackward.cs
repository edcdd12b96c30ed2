using Readout.Annotations;

namespace Readout.Training;

/// <summary>One direction of a recurrent layer in training: reads, remembers, and gives the gradients back.</summary>
internal sealed class LstmBackward(LstmParameters parameters, PackedParameters packed, bool backwards, GradientStore gradients)
{
    private readonly int _size = parameters.Recurrent.Rows;
    private float[] _gates = [];
    private float[] _cells = [];
    private float[] _squashed = [];
    private readonly PackedMatrix _gradient = new(0, 0);

    public void Read(SentenceBatch batch, float[] from, int fromRow, Span<float> into, int intoRow)
    {
        var rows = batch.Rows;
        if (_gates.Length < rows * 4 * _size)
        {
            _gates = new float[rows * 4 * _size];
            _cells = new float[rows * _size];
            _squashed = new float[rows * _size];
        }
        var layer = new Lstm(packed[parameters.Input].Straight, packed[parameters.Recurrent].Straight, parameters.Bias.Values, backwards);
        layer.Read(batch, from, fromRow, _gates, _cells, _squashed, into, intoRow);
    }

    /// <param name="states">What <see cref="Read"/> gave.</param>
    /// <param name="given">Gradient of the states.</param>
    /// <param name="fromGradient">The gradient of what was read is added here.</param>
    public void Return(SentenceBatch batch, float[] from, int fromRow, ReadOnlySpan<float> states, int stateRow, ReadOnlySpan<float> given, float[] fromGradient)
    {
        var rows = batch.Rows;
        var stateGradient = new float[rows * _size];
        for (var row = 0; row < rows; row++)
            given.Slice(row * stateRow, _size).CopyTo(stateGradient.AsSpan(row * _size));
        var cellGradient = new float[rows * _size];
        var previous = new float[rows * _size];
        var gates = new float[rows * 4 * _size];
        var turned = packed[parameters.Recurrent].Turned;
        for (var k = batch.Steps - 1; k >= 0; k--)
        {
            var step = backwards ? batch.Steps - 1 - k : k;
            var before = backwards ? step + 1 : step - 1;
            var carried = before < 0 || before >= batch.Steps ? 0 : Math.Min(batch.Active(before), batch.Active(step));
            var start = batch.Start(step);
            var last = carried > 0 ? batch.Start(before) : 0;
            for (var i = 0; i < batch.Active(step); i++)
            {
                Return(start + i, i < carried ? last + i : -1, stateGradient, cellGradient, gates);
                if (i < carried)
                    states.Slice((last + i) * stateRow, _size).CopyTo(previous.AsSpan((start + i) * _size));
            }
            if (carried > 0)
                turned.AddProduct(gates.AsSpan(start * 4 * _size), 4 * _size, 1, carried, stateGradient.AsSpan(last * _size), _size);
        }
        packed[parameters.Input].Turned.AddProduct(gates, 4 * _size, 1, rows, fromGradient, fromRow);
        _gradient.Resize(rows, 4 * _size).Fill(gates, 4 * _size, 1);
        _gradient.AddProduct(from, 1, fromRow, parameters.Input.Rows, gradients[parameters.Input], 4 * _size);
        _gradient.AddProduct(previous, 1, _size, _size, gradients[parameters.Recurrent], 4 * _size);
        GradientStore.AddColumns(gates, rows, gradients[parameters.Bias]);
    }

    private void Return(int row, int last, float[] stateGradient, float[] cellGradient, float[] gates)
    {
        var at = row * 4 * _size;
        for (var j = 0; j < _size; j++)
        {
            var input = _gates[at + j];
            var forget = _gates[at + _size + j];
            var output = _gates[at + (2 * _size) + j];
            var candidate = _gates[at + (3 * _size) + j];
            var squashed = _squashed[(row * _size) + j];
            var state = stateGradient[(row * _size) + j];
            var cell = cellGradient[(row * _size) + j] + (state * output * (1 - (squashed * squashed)));
            gates[at + j] = cell * candidate * input * (1 - input);
            gates[at + (2 * _size) + j] = state * squashed * output * (1 - output);
            gates[at + (3 * _size) + j] = cell * input * (1 - (candidate * candidate));
            if (last < 0)
                continue;
            gates[at + _size + j] = cell * _cells[(last * _size) + j] * forget * (1 - forget);
            cellGradient[(last * _size) + j] += cell * forget;
        }
    }
}
