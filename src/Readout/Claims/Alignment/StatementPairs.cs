namespace Readout.Claims;

/// <summary>The statements of a story as the trained decision sees them. Not for two threads at once.</summary>
internal sealed class StatementPairs
{
    /// <summary>From here on the words around two numbers are those of one count.</summary>
    private const double OneCount = 0.4;

    private readonly Dictionary<Statement, int> _places = [];
    private readonly IReadOnlyList<StatementValues> _values;
    private readonly PairRow _rows;
    private readonly double[] _row = new double[PairRow.Width];

    public StatementPairs(IReadOnlyList<Statement> statements)
    {
        for (var i = 0; i < statements.Count; i++)
            _places[statements[i]] = i;
        _values = StatementValues.Read(statements);
        _rows = new PairRow(new StatementPile([.. statements.Zip(_values, (s, v) => (s.Document.Id, v.Terms))]));
    }

    /// <summary>How surely two statements tell of one event (<see cref="SameEvent"/>).</summary>
    public double Score(Statement a, Statement b)
    {
        _rows.Fill(_row, _places[a], _places[b]);
        return SameEvent.Score(_row);
    }

    /// <summary>A number or a day of the one leaves no room for what stands in its place in the other.</summary>
    public bool AreAtOdds(Statement a, Statement b)
    {
        var (x, y) = (_values[_places[a]], _values[_places[b]]);
        return x.Values.Count > 0 && y.Values.Count > 0 && (Clashes(x, y) || Clashes(y, x));
    }

    private static bool Clashes(StatementValues a, StatementValues b)
    {
        foreach (var fit in ValueComparison.Compare(a, b))
        {
            if (fit.Margin > 0 && fit.Differs >= OneCount)
                return true;
        }
        return false;
    }
}
