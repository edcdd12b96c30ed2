using System.Numerics;

namespace Readout.Languages;

/// <summary>N-gram frequencies of the languages of one script: how many half bits each n-gram costs in each language.</summary>
internal sealed class NGrams
{
    // What an n-gram costs in a language whose table lacks it: a little more than the rarest listed.
    private const byte Absent = 36;
    private const char Zero = '0';

    // As many costs as surely fit in sixteen bits.
    private const int MaxRows = ushort.MaxValue / (byte.MaxValue / 2);

    private readonly NGramRows _rows;
    private readonly byte[] _costs;
    private readonly int _stride;
    private readonly NGramCosts?[] _columns;

    public NGrams(string file)
    {
        List<(string Gram, string Cells)> grams = [];
        Languages = [];
        foreach (var row in Resource.Rows(file))
        {
            if (Languages.Length == 0)
                Languages = row[1].Split(' ');
            else
                grams.Add((row[0].Replace('_', NGramRows.Border), row[1]));
        }
        // Rows are as long as whole vectors; the first one is that of n-grams no language knows.
        _stride = (Languages.Length + Vector<byte>.Count - 1) / Vector<byte>.Count * Vector<byte>.Count;
        _costs = new byte[(grams.Count + 1) * _stride];
        _columns = new NGramCosts[Languages.Length];
        _rows = new NGramRows(grams.ConvertAll(g => g.Gram));
        for (var i = 0; i < grams.Count; i++)
        {
            for (var j = 0; j < Languages.Length; j++)
                _costs[(i + 1) * _stride + j] = grams[i].Cells[j] == '.' ? Absent : (byte)(grams[i].Cells[j] - Zero);
        }
    }

    /// <summary>BCP 47 codes, in the order of the costs.</summary>
    public string[] Languages { get; }

    /// <summary>Adds what a text costs in each language; gives the number of its letters, and of the n-grams that any language knows.</summary>
    public (int Letters, int Known) Cost(ReadOnlySpan<char> text, Span<int> cost)
    {
        int letters = 0, known = 0, count = 0, before = 0, last = NGramRows.BorderCode;
        Span<int> rows = stackalloc int[MaxRows];
        foreach (var c in text)
        {
            var code = _rows.CodeOf(c);
            if (code == NGramRows.BorderCode && last == NGramRows.BorderCode)
                continue;
            letters += code == NGramRows.BorderCode ? 0 : 1;
            if (_rows.Single(code) is > 0 and var single)
                rows[count++] = single;
            if (_rows.Pair(last, code) is > 0 and var pair)
                rows[count++] = pair;
            if (_rows.Triple(before, last, code) is > 0 and var triple)
                rows[count++] = triple;
            (before, last) = (last, code);
            if (count <= MaxRows - 3)
                continue;
            Add(rows[..count], cost);
            known += count;
            count = 0;
        }
        Add(rows[..count], cost);
        return (letters, known + count);
    }

    // As many languages at a time as a vector holds, so that their sums stay in the processor.
    private void Add(ReadOnlySpan<int> rows, Span<int> cost)
    {
        Span<ushort> sums = stackalloc ushort[Vector<byte>.Count];
        for (var first = 0; first < _stride; first += Vector<byte>.Count)
        {
            var (low, high) = (Vector<ushort>.Zero, Vector<ushort>.Zero);
            foreach (var row in rows)
            {
                Vector.Widen(new Vector<byte>(_costs, row * _stride + first), out var lower, out var upper);
                low += lower;
                high += upper;
            }
            low.CopyTo(sums);
            high.CopyTo(sums[Vector<ushort>.Count..]);
            for (var i = 0; i < sums.Length && first + i < Languages.Length; i++)
                cost[first + i] += sums[i];
        }
    }

    /// <summary>What a text costs in one language, and over how many n-grams that any language knows.</summary>
    public (int Cost, int Known, int Letters) CostIn(ReadOnlySpan<char> text, int language) =>
        (_columns[language] ??= new NGramCosts(_rows, row => row == 0 ? null : _costs[row * _stride + language])).Of(text);
}
