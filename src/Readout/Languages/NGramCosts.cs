namespace Readout.Languages;

/// <summary>What the n-grams of a table cost in one of its languages: small enough to stay near the processor.</summary>
internal sealed class NGramCosts
{
    private readonly NGramRows _rows;
    private readonly byte[] _singles;
    private readonly byte[] _pairs;
    private readonly byte[] _triples;

    // One more than the cost; 0 for what no language knows.
    public NGramCosts(NGramRows rows, Func<int, byte?> costOf)
    {
        _rows = rows;
        var (singles, pairs, triples) = rows.Layout;
        _singles = Array.ConvertAll(singles, Shifted);
        _pairs = Array.ConvertAll(pairs, Shifted);
        _triples = Array.ConvertAll(triples, Shifted);
        _singles[NGramRows.BorderCode] = 0;

        byte Shifted(ushort row) => (byte)(costOf(row) + 1 ?? 0);
    }

    /// <summary>What a text costs, over how many n-grams that any language knows, and how many letters it has.</summary>
    public (int Cost, int Known, int Letters) Of(ReadOnlySpan<char> text)
    {
        int cost = 0, known = 0, letters = 0, before = 0, last = NGramRows.BorderCode;
        foreach (var c in text)
        {
            var code = _rows.CodeOf(c);
            if (code == NGramRows.BorderCode && last == NGramRows.BorderCode)
                continue;
            letters += code == NGramRows.BorderCode ? 0 : 1;
            int single = _singles[code], pair = _pairs[NGramRows.Index(last, code)], triple = _triples[_rows.TripleAt(before, last, code)];
            cost += single + pair + triple;
            known += (single > 0 ? 1 : 0) + (pair > 0 ? 1 : 0) + (triple > 0 ? 1 : 0);
            (before, last) = (last, code);
        }
        return (cost - known, known, letters);
    }
}
