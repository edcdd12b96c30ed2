using Readout.Annotations;

namespace Readout.Training;

/// <summary>A table of weights laid out for products with it and with its transpose; packed again after each update.</summary>
internal sealed class PackedPair(Parameter parameter)
{
    public PackedMatrix Straight { get; } = new(parameter.Rows, parameter.Columns);

    public PackedMatrix Turned { get; } = new(parameter.Columns, parameter.Rows);

    public void Refresh()
    {
        Straight.Fill(parameter.Values, parameter.Columns, 1);
        Turned.Fill(parameter.Values, 1, parameter.Columns);
    }
}

/// <summary>The weights that are multiplied with, laid out for it.</summary>
internal sealed class PackedParameters
{
    private readonly Dictionary<Parameter, PackedPair> _pairs = [];

    public PackedParameters(SyntaxParameters parameters)
    {
        foreach (var parameter in parameters.Dense)
        {
            if (parameter.Rows > 1)
                _pairs[parameter] = new PackedPair(parameter);
        }
    }

    public PackedPair this[Parameter parameter] => _pairs[parameter];

    public void Refresh()
    {
        foreach (var pair in _pairs.Values)
            pair.Refresh();
    }
}
