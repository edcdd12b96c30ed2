namespace Readout.Claims;

/// <summary>
/// How alike two statements of a pile are: cosine over terms weighted by rarity in the pile, names counted at half weight. Terms and
/// names are numbers here, a statement a row of them, so that setting two beside each other is one walk over both.
/// </summary>
internal sealed class Similarity
{
    // In one story every sentence names the same few people: a shared name says less than a shared rare word.
    private const double NameWeight = 0.5;

    // Sums of doubles differ by their order.
    private const double AlmostOne = 1 - 1e-9;

    private readonly Dictionary<Statement, Row> _rows;
    private readonly double[] _squares;

    /// <summary>What a statement is compared by.</summary>
    /// <param name="Terms">Numbers of its terms, in ascending order.</param>
    /// <param name="Marks">The same with its names.</param>
    /// <param name="Norm">Sum of the squared weights.</param>
    public readonly record struct Row(int[] Terms, int[] Marks, double Norm);

    public Similarity(IReadOnlyList<Statement> statements)
    {
        var terms = new Numbers();
        var names = new Numbers();
        var rows = new (int[] Terms, int[] Names)[statements.Count];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = ([.. statements[i].Terms.Select(terms.Of)], [.. statements[i].Entities.Select(names.Of)]);
            Array.Sort(rows[i].Terms);
            Array.Sort(rows[i].Names);
        }
        // Copies repeat a sentence; the square root keeps ten copies from making its words look common.
        var weights = terms.Holders.Select(count => Math.Log(1 + (rows.Length / Math.Sqrt(count))))
            .Concat(Enumerable.Repeat(NameWeight * Math.Log(1 + rows.Length), names.Holders.Count));
        _squares = [.. weights.Select(w => w * w)];
        TermCount = terms.Holders.Count;
        _rows = new Dictionary<Statement, Row>(rows.Length);
        for (var i = 0; i < rows.Length; i++)
        {
            int[] marks = [.. rows[i].Terms, .. rows[i].Names.Select(n => TermCount + n)];
            _rows[statements[i]] = new Row(rows[i].Terms, marks, marks.Sum(m => _squares[m]));
        }
    }

    /// <summary>Terms of the pile; each is a number below this.</summary>
    public int TermCount { get; }

    public Row this[Statement statement] => _rows[statement];

    /// <summary>Weighted cosine, 0 to 1.</summary>
    public double Of(Statement a, Statement b) => Of(_rows[a], _rows[b]);

    /// <summary>Weighted cosine, 0 to 1.</summary>
    public double Of(in Row a, in Row b)
    {
        var (left, right) = (a.Marks, b.Marks);
        int i = 0, j = 0;
        var shared = 0.0;
        while (i < left.Length && j < right.Length)
        {
            if (left[i] == right[j])
            {
                shared += _squares[left[i++]];
                j++;
            }
            else if (left[i] < right[j])
                i++;
            else
                j++;
        }
        return shared == 0 ? 0 : shared / Math.Sqrt(a.Norm * b.Norm);
    }

    /// <summary>The rarest marks of a statement: whatever is alike to it by so much has one of them.</summary>
    public IEnumerable<int> Rarest(Statement statement, double alike)
    {
        // Who has none of the marks so far shares at most what is left, and who shares so little is less alike.
        var (_, marks, norm) = _rows[statement];
        var left = norm;
        foreach (var mark in marks.OrderByDescending(m => _squares[m]).ThenBy(m => m))
        {
            if (left < alike * alike * norm * AlmostOne)
                yield break;
            yield return mark;
            left -= _squares[mark];
        }
    }

    // Words numbered in the order in which they are met.
    private sealed class Numbers
    {
        private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

        /// <summary>By number, how often it was asked for.</summary>
        public List<int> Holders { get; } = [];

        public int Of(string word)
        {
            if (!_numbers.TryGetValue(word, out var number))
            {
                _numbers[word] = number = Holders.Count;
                Holders.Add(0);
            }
            Holders[number]++;
            return number;
        }
    }
}
