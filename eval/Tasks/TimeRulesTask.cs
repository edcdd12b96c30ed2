using System.Globalization;
using System.Text.RegularExpressions;
using Readout.Annotations;

namespace Readout.Eval.Tasks;

/// <summary>How often is each rule for times right? Reads TimeML with its annotations and writes a table of rules: found, right extent or overlap, right value.</summary>
internal static partial class TimeRulesTask
{
    private sealed record Gold(int Start, int End, string Type, string Value);

    private sealed class Tally
    {
        public int Given { get; set; }

        public int Found { get; set; }

        public int Right { get; set; }
    }

    public static int Run(string input, string output, int jobs)
    {
        if (!Directory.Exists(input))
        {
            Console.Error.WriteLine($"eval: {input} is no folder of .tml files.");
            return 2;
        }
        _ = jobs;
        var rules = new SortedDictionary<(string Type, string Rule), Tally>();
        foreach (var file in Directory.GetFiles(input, "*.tml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            Count(File.ReadAllText(file), file, rules);
        var lines = rules.OrderByDescending(r => r.Value.Given).ThenBy(r => r.Key.Rule, StringComparer.Ordinal).Select(r => string.Create(
            CultureInfo.InvariantCulture, $"| {r.Key.Type} | {r.Key.Rule} | {r.Value.Given} | {100.0 * r.Value.Found / r.Value.Given:F0} | {100.0 * r.Value.Right / r.Value.Given:F0} |"));
        File.WriteAllLines(output, ["| type | rule | given | found % | value right % |", "|---|---|---|---|---|", .. lines]);
        return 0;
    }

    private static void Count(string markup, string file, SortedDictionary<(string Type, string Rule), Tally> rules)
    {
        var gold = Annotated(markup);
        var (text, times) = TimesTask.Read(markup, file);
        var taken = new HashSet<Gold>();
        foreach (var time in times)
        {
            var (start, end) = (TimesTask.Visible(text, time.Span.Start), TimesTask.Visible(text, time.Span.End));
            var key = (time.Type.ToString().ToUpperInvariant(), time.Rule);
            if (!rules.TryGetValue(key, out var tally))
                rules[key] = tally = new Tally();
            tally.Given++;
            var match = gold.Where(g => g.Start < end && start < g.End && !taken.Contains(g))
                .OrderByDescending(g => (g.Start, g.End) == (start, end)).ThenByDescending(g => Math.Min(g.End, end) - Math.Max(g.Start, start)).FirstOrDefault();
            if (match is null)
                continue;
            taken.Add(match);
            tally.Found++;
            tally.Right += match.Value == time.Value ? 1 : 0;
        }
    }

    /// <summary>The TIMEX3 elements of the text, placed by the characters that are no white space.</summary>
    private static List<Gold> Annotated(string markup)
    {
        var gold = new List<Gold>();
        var open = new Stack<(int Start, string Tag)>();
        var visible = 0;
        foreach (var part in Parts().Split(TimesTask.Between(markup, "<TEXT", "</TEXT>")))
        {
            if (part.StartsWith("<TIMEX3", StringComparison.Ordinal))
                open.Push((visible, part));
            else if (part.StartsWith("</TIMEX3", StringComparison.Ordinal) && open.TryPop(out var tag))
                gold.Add(new Gold(tag.Start, visible, Attribute(tag.Tag, "type"), Attribute(tag.Tag, "value")));
            else if (!part.StartsWith('<'))
                visible += System.Net.WebUtility.HtmlDecode(part).EnumerateRunes().Count(r => !System.Text.Rune.IsWhiteSpace(r));
        }
        return gold;
    }

    private static string Attribute(string tag, string name)
    {
        var at = tag.IndexOf($" {name}=\"", StringComparison.Ordinal);
        return at < 0 ? "" : tag[(at + name.Length + 3)..tag.IndexOf('"', at + name.Length + 3)];
    }

    [GeneratedRegex("(<[^>]+>)", RegexOptions.None, 10_000)]
    private static partial Regex Parts();
}
