namespace Readout.Annotations;

/// <summary>
/// Sentences read side by side: their words as rows, first all first words, then all second words, and so on, the
/// longest sentence first. Each step of a recurrent layer is then one product over adjoining rows, without padding.
/// </summary>
internal sealed class SentenceBatch
{
    private readonly int[] _starts;     // by step: first row
    private readonly int[] _lengths;    // by place in the batch, falling

    /// <param name="lengths">Words of each sentence, at least one; they must not rise.</param>
    public SentenceBatch(int[] lengths)
    {
        _lengths = lengths;
        _starts = new int[lengths[0] + 1];
        var row = 0;
        var active = lengths.Length;
        for (var step = 0; step < lengths[0]; step++)
        {
            while (lengths[active - 1] <= step)
                active--;
            _starts[step] = row;
            row += active;
        }
        _starts[^1] = row;
    }

    /// <summary>Words of all sentences.</summary>
    public int Rows => _starts[^1];

    /// <summary>Words of the longest sentence.</summary>
    public int Steps => _lengths[0];

    public int Sentences => _lengths.Length;

    public int Length(int sentence) => _lengths[sentence];

    /// <summary>First row of a step.</summary>
    public int Start(int step) => _starts[step];

    /// <summary>Sentences that have a word at this step: the first so many.</summary>
    public int Active(int step) => _starts[step + 1] - _starts[step];

    /// <summary>Row of a sentence's word.</summary>
    public int Row(int sentence, int step) => _starts[step] + sentence;
}
