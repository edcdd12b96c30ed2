namespace Readout.Training.Stories;

/// <summary>A row whose answer is known.</summary>
internal sealed record LogisticRow(double[] Row, bool Same, double Weight);

/// <summary>Logistic regression by Newton's method with a little ridge.</summary>
internal static class Logistic
{
    /// <param name="rows">What is known.</param>
    /// <param name="width">Numbers in a row.</param>
    /// <param name="ridge">Pull of the weights towards zero, for rows of weight one in all.</param>
    public static double[] Fit(List<LogisticRow> rows, int width, double ridge = 1e-4)
    {
        var model = new double[width];
        var total = rows.Sum(r => r.Weight);
        for (var round = 0; round < 25; round++)
        {
            var gradient = new double[width];
            var curve = new double[width, width];
            foreach (var row in rows)
                Add(row, row.Weight / total, model, gradient, curve);
            for (var a = 0; a < width; a++)
            {
                gradient[a] -= ridge * model[a];
                curve[a, a] += ridge;
                for (var b = a + 1; b < width; b++)
                    curve[a, b] = curve[b, a];
            }
            Solve(curve, gradient);
            for (var a = 0; a < width; a++)
                model[a] += gradient[a];
        }
        return model;
    }

    private static void Add(LogisticRow known, double weight, double[] model, double[] gradient, double[,] curve)
    {
        var row = known.Row;
        var p = 1 / (1 + Math.Exp(-row.Zip(model, (x, w) => x * w).Sum()));
        var g = weight * ((known.Same ? 1 : 0) - p);
        var h = weight * p * (1 - p);
        for (var a = 0; a < row.Length; a++)
        {
            gradient[a] += g * row[a];
            for (var b = 0; b <= a; b++)
                curve[a, b] += h * row[a] * row[b];
        }
    }

    // Gauss-Jordan with pivots; the answer takes the place of the right side
    private static void Solve(double[,] m, double[] x)
    {
        var n = x.Length;
        for (var c = 0; c < n; c++)
        {
            var p = Enumerable.Range(c, n - c).MaxBy(r => Math.Abs(m[r, c]));
            for (var k = 0; k < n; k++)
                (m[c, k], m[p, k]) = (m[p, k], m[c, k]);
            (x[c], x[p]) = (x[p], x[c]);
            for (var r = 0; r < n; r++)
            {
                if (r == c)
                    continue;
                var f = m[r, c] / m[c, c];
                for (var k = c; k < n; k++)
                    m[r, k] -= f * m[c, k];
                x[r] -= f * x[c];
            }
        }
        for (var c = 0; c < n; c++)
            x[c] /= m[c, c];
    }
}
