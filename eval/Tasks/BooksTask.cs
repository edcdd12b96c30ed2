using System.Text.Json;
using Readout.Claims;

namespace Readout.Eval.Tasks;

/// <summary>The authors of each book, from what sellers say who copy one another: source, isbn and authors are read.</summary>
internal static class BooksTask
{
    /// <summary>Weighs sources and minds copies.</summary>
    public static int Run(string input, string output, int jobs) => Write(input, output, rows => SourceTrust.Weigh(Answers(rows)).Values
        .ToDictionary(i => i.Key, i => i.Value.Select(v => v.Value).ToList(), StringComparer.Ordinal));

    /// <summary>The list that most sellers give, for comparison.</summary>
    public static int RunVote(string input, string output, int jobs) => Write(input, output, rows => Answers(rows)
        .GroupBy(a => a.Item, StringComparer.Ordinal)
        .ToDictionary(
            g => g.Key,
            g => g.GroupBy(a => string.Join('|', a.Values.Order(StringComparer.Ordinal)), StringComparer.Ordinal)
                .OrderByDescending(v => v.Count()).ThenByDescending(v => v.First().Values.Count).ThenBy(v => v.Key, StringComparer.Ordinal)
                .First().First().Values.ToList(),
            StringComparer.Ordinal));

    private sealed record Row(string Source, string Isbn, IReadOnlyList<ListedPerson> People);

    private static int Write(string input, string output, Func<List<Row>, Dictionary<string, List<string>>> choose)
    {
        var rows = Rows(input);
        var chosen = choose(rows);
        File.WriteAllLines(output, rows.GroupBy(r => r.Isbn, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => JsonSerializer.Serialize(new
        {
            isbn = g.Key,
            authors = chosen.GetValueOrDefault(g.Key, []).Select(surname => Fullest(g.SelectMany(r => r.People).Where(p => p.Key == surname))),
        })));
        return 0;
    }

    private static List<Row> Rows(string input)
    {
        var lines = SetFile.Lines(input).Select(line =>
        {
            using var json = JsonDocument.Parse(line);
            string Of(string name) => json.RootElement.GetProperty(name).GetString() ?? "";
            return (Source: Of("source"), Isbn: Of("isbn"), Authors: Of("authors"));
        });
        return [.. lines.GroupBy(l => l.Isbn, StringComparer.Ordinal).SelectMany(g =>
        {
            var listed = g.ToList();
            var people = NameLists.Read([.. listed.Select(l => l.Authors)]);
            return listed.Select((l, i) => new Row(l.Source, l.Isbn, people[i]));
        })];
    }

    // A seller with several offers of one book: the list it gives most often, then the longest.
    private static IEnumerable<SourceAnswer> Answers(List<Row> rows) =>
        rows.Where(r => r.People.Count > 0).GroupBy(r => (r.Source, r.Isbn)).Select(g => g
            .Select(r => new SourceAnswer(r.Source, r.Isbn, r.People.Select(p => p.Key).ToHashSet(StringComparer.Ordinal)))
            .GroupBy(a => string.Join('|', a.Values.Order(StringComparer.Ordinal)), StringComparer.Ordinal)
            .OrderByDescending(a => a.Count()).ThenByDescending(a => a.First().Values.Count).ThenBy(a => a.Key, StringComparer.Ordinal).First().First());

    // The given names most lists have, then the fullest of them.
    private static string Fullest(IEnumerable<ListedPerson> forms)
    {
        var best = forms.GroupBy(f => f.Given, StringComparer.OrdinalIgnoreCase).OrderByDescending(g => g.Key.Length > 0 ? g.Count() : 0)
            .ThenByDescending(g => g.Key.Length).ThenBy(g => g.Key, StringComparer.Ordinal).First().First();
        return best.Given.Length > 0 ? $"{best.Family}, {best.Given}" : best.Family;
    }
}
