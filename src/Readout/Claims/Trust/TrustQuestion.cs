namespace Readout.Claims;

/// <summary>How many likely and unlikely values a source gave and left out.</summary>
internal sealed class TrustTally
{
    public double TrueGiven { get; set; }

    public double TrueMissed { get; set; }

    public double FalseGiven { get; set; }

    public double FalseMissed { get; set; }
}

/// <summary>One question: its answers, what each weighs, and how likely each value is by now.</summary>
internal sealed class TrustQuestion
{
    private readonly IReadOnlyList<SourceAnswer> _answers;
    private readonly Dictionary<string, double> _weights;
    private readonly List<string> _values;
    private readonly double[] _likely;

    public TrustQuestion(IReadOnlyList<SourceAnswer> answers, Dictionary<string, double> weights)
    {
        _answers = answers;
        _weights = weights;
        _values = [.. answers.SelectMany(a => a.Values).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        _likely = new double[_values.Count];
    }

    public string Item => _answers[0].Item;

    /// <summary>How likely each value is, by the sources that give it and those that are silent on it.</summary>
    public void Believe(Dictionary<string, SourceQuality> quality)
    {
        for (var v = 0; v < _values.Count; v++)
        {
            var evidence = 0.0;
            foreach (var answer in _answers)
            {
                var source = quality[answer.Source];
                evidence += _weights[answer.Source] * (answer.Values.Contains(_values[v])
                    ? Math.Log(source.Recall / (1 - source.Silence))
                    : Math.Log((1 - source.Recall) / source.Silence));
            }
            _likely[v] = 1 / (1 + Math.Exp(-Math.Clamp(evidence, -50, 50)));
        }
    }

    /// <summary>Adds what each source gave and left out, by how likely it is.</summary>
    public void Count(Dictionary<string, TrustTally> tallies)
    {
        foreach (var answer in _answers)
        {
            var tally = tallies[answer.Source];
            for (var v = 0; v < _values.Count; v++)
            {
                if (answer.Values.Contains(_values[v]))
                {
                    tally.TrueGiven += _likely[v];
                    tally.FalseGiven += 1 - _likely[v];
                }
                else
                {
                    tally.TrueMissed += _likely[v];
                    tally.FalseMissed += 1 - _likely[v];
                }
            }
        }
    }

    /// <summary>The values likelier than not; the likeliest where none is.</summary>
    public IReadOnlyList<(string Value, double Probability)> Truth()
    {
        var ranked = _values.Select((v, i) => (Value: v, Probability: _likely[i])).OrderByDescending(v => v.Probability).ThenBy(v => v.Value, StringComparer.Ordinal).ToList();
        return ranked[0].Probability > 0.5 ? [.. ranked.Where(v => v.Probability > 0.5)] : [ranked[0]];
    }
}
