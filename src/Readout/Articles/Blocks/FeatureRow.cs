using System.Globalization;

namespace Readout.Articles.Blocks;

/// <summary>A row of numbers being filled, always in the same order.</summary>
/// <param name="room">As many as there are features.</param>
/// <param name="names">Takes the features' names; null where nobody asks for them.</param>
internal sealed class FeatureRow(int room, List<string>? names = null)
{
    private readonly float[] _values = new float[room];
    private int _count;

    public ReadOnlySpan<float> Values => _values;

    public void Clear() => _count = 0;

    public void Add(string name, double value)
    {
        names?.Add(name);
        _values[_count++] = (float)value;
    }

    // Names are put together only where somebody asks for them.
    public void Add(string name, int number, double value) => Add(names is null ? name : string.Create(CultureInfo.InvariantCulture, $"{name}{number}"), value);

    /// <summary>Counts as people tell them apart: one from two rather than eighty from ninety.</summary>
    public static double Log(double value) => Math.Log2(1 + Math.Max(0, value));
}
