namespace Readout.Text;

/// <summary>
/// The text of a page: decoded once, never changed. Every span of a record points into it.
/// Inside Readout offsets are UTF-16; exports count Unicode code points (W3C Web Annotation).
/// </summary>
public sealed class SourceText
{
    // Positions of the second halves of surrogate pairs; empty for most pages.
    private readonly int[] _lowSurrogates;

    public SourceText(string value)
    {
        Value = value;
        _lowSurrogates = FindPairs(value);
    }

    public string Value { get; }

    public int Length => Value.Length;

    /// <summary>Length in Unicode code points.</summary>
    public int CodePointLength => Value.Length - _lowSurrogates.Length;

    public char this[int index] => Value[index];

    public string Slice(Span span) => Value[span.Start..span.End];

    public ReadOnlySpan<char> Chars(Span span) => Value.AsSpan(span.Start, span.Length);

    /// <summary>The same place counted in code points, as exports need it.</summary>
    public (int Start, int End) ToCodePoints(Span span) => (ToCodePoint(span.Start), ToCodePoint(span.End));

    /// <summary>UTF-16 span of a place counted in code points.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The place lies outside the text.</exception>
    public Span FromCodePoints(int start, int end)
    {
        if (start < 0 || end < start || end > CodePointLength)
            throw new ArgumentOutOfRangeException(nameof(start), $"[{start},{end}) is not inside a text of {CodePointLength} code points.");
        return new Span(FromCodePoint(start), FromCodePoint(end));
    }

    private int ToCodePoint(int index)
    {
        var found = Array.BinarySearch(_lowSurrogates, index);
        return index - (found < 0 ? ~found : found);
    }

    private int FromCodePoint(int position)
    {
        // The k-th pair starts at code point _lowSurrogates[k] - 1 - k: every pair before the position adds one unit.
        int low = 0, high = _lowSurrogates.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_lowSurrogates[middle] - 1 - middle < position)
                low = middle + 1;
            else
                high = middle;
        }
        return position + low;
    }

    private static int[] FindPairs(string value)
    {
        if (value.AsSpan().IndexOfAnyInRange('\uD800', '\uDBFF') < 0)
            return [];
        var pairs = new List<int>();
        for (var i = 0; i + 1 < value.Length; i++)
        {
            if (char.IsSurrogatePair(value[i], value[i + 1]))
                pairs.Add(++i);
        }
        return [.. pairs];
    }
}
