using System.Globalization;
using System.Text;

namespace Readout.Eval;

/// <summary>Draws the table of <see cref="Growth"/>, documents a second and memory over the documents read, or of <see cref="StoryGrowth"/>, time a page over the pages.</summary>
internal static class GrowthCurve
{
    private const int Width = 720;
    private const int Height = 300;
    private const int Left = 60;
    private const int Bottom = 250;

    public static void Draw(string table, string picture)
    {
        if (File.ReadLines(table).First().StartsWith("pages", StringComparison.Ordinal))
        {
            DrawStory(table, picture);
            return;
        }
        var rows = File.ReadLines(table).Skip(1).Select(l => l.Split('\t').Select(c => double.Parse(c, CultureInfo.InvariantCulture)).ToArray()).ToList();
        var most = rows.Max(r => r[0]);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" font-family=\"sans-serif\" font-size=\"12\">\n");
        svg.Append("<title>Events in a growing stream: documents a second and memory</title>\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
        Line(svg, rows.ConvertAll(r => (r[0] / most, r[1] / 3000)), "#14539a", "");
        Line(svg, rows.ConvertAll(r => (r[0] / most, r[2] / 3000)), "#a0430a", " stroke-dasharray=\"6 4\"");
        for (var tick = 0; tick <= 3000; tick += 1000)
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left - 8}\" y=\"{Y(tick / 3000.0) + 4:0}\" text-anchor=\"end\">{tick}</text>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{Left} 30V{Bottom}H{Width - 20}\" stroke=\"#333\" fill=\"none\"/>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left}\" y=\"20\">documents per CPU second (line) and MB of heap (dashes)</text>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Width - 20}\" y=\"{Bottom + 20}\" text-anchor=\"end\">{most:0} documents</text>\n</svg>\n");
        File.WriteAllText(picture, svg.ToString());
    }

    // A line a stage: level where the work grows as the pages do.
    private static void DrawStory(string table, string picture)
    {
        string[] stages = ["story", "ledger, all stages", "brief"];
        string[] colours = ["#14539a", "#a0430a", "#3a7d2c"];
        var columns = File.ReadLines(table).First().Split('\t');
        var rows = File.ReadLines(table).Skip(1).Select(l => l.Split('\t').Select(c => double.Parse(c, CultureInfo.InvariantCulture)).ToArray()).ToList();
        var (most, top) = (rows.Max(r => r[0]), Math.Ceiling(rows.Max(r => stages.Max(s => r[Array.IndexOf(columns, s)])) / 10) * 10);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" font-family=\"sans-serif\" font-size=\"12\">\n");
        svg.Append("<title>Pages of one story: processor time a page</title>\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
        for (var s = 0; s < stages.Length; s++)
        {
            var column = Array.IndexOf(columns, stages[s]);
            Line(svg, rows.ConvertAll(r => (r[0] / most, r[column] / top)), colours[s], "");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Width - 20}\" y=\"{Y(rows[^1][column] / top) - 6:0}\" text-anchor=\"end\" fill=\"{colours[s]}\">{stages[s]}</text>\n");
        }
        for (var tick = 0; tick <= 2; tick++)
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left - 8}\" y=\"{Y(tick / 2.0) + 4:0}\" text-anchor=\"end\">{top * tick / 2:0}</text>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{Left} 30V{Bottom}H{Width - 20}\" stroke=\"#333\" fill=\"none\"/>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left}\" y=\"20\">milliseconds of processor time a page</text>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Width - 20}\" y=\"{Bottom + 20}\" text-anchor=\"end\">{most:0} pages of one story</text>\n</svg>\n");
        File.WriteAllText(picture, svg.ToString());
    }

    private static void Line(StringBuilder svg, List<(double X, double Y)> points, string colour, string dashes)
    {
        var path = string.Join(' ', points.Select(p => string.Create(CultureInfo.InvariantCulture, $"{Left + (p.X * (Width - 20 - Left)):0.#},{Y(p.Y):0.#}")));
        svg.Append(CultureInfo.InvariantCulture, $"<polyline points=\"{path}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"{dashes}/>\n");
    }

    private static double Y(double share) => Bottom - (share * (Bottom - 30));
}
