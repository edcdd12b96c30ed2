using System.Globalization;
using Readout.Annotations;
using Readout.Text;

namespace Readout.Tests.Annotations.Statements;

/// <summary>
/// Sentences written for the project, reviewed one by one: how each claims its event to be a fact, on what the event depends, and
/// what its speaker does with it. Rows that begin with "!" are known not to be read as they should; they are listed, not hidden.
/// </summary>
public class StatementTests
{
    private const string Plain = "statements.tsv", Agency = "agency.tsv";

    private static readonly IReadOnlyList<Row> s_rows = [.. Read(Plain), .. Read(Agency)];

    public static TheoryData<string, int, string> Right => Rows(row => !row.IsKnownToFail);

    public static TheoryData<string, int, string> Wrong => Rows(row => row.IsKnownToFail);

    [Theory]
    [MemberData(nameof(Right))]
    public void A_sentence_is_read_as_a_careful_editor_reads_it(string file, int line, string sentence) =>
        Faults(s_rows.Single(r => r.File == file && r.Line == line)).ShouldBeEmpty(sentence);

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_listed_as_failing_still_fails(string file, int line, string sentence) =>
        Faults(s_rows.Single(r => r.File == file && r.Line == line)).ShouldNotBeEmpty($"take the mark off: {sentence}");

    [Theory]
    [InlineData(Plain, 300, 0.95)]
    [InlineData(Agency, 250, 0.88)]
    public void All_but_a_few_sentences_are_read_right(string file, int least, double share)
    {
        var rows = s_rows.Where(r => r.File == file).ToList();
        rows.Count.ShouldBeGreaterThan(least);
        rows.Count(r => !r.IsKnownToFail).ShouldBeGreaterThanOrEqualTo((int)Math.Ceiling(share * rows.Count));
    }

    private static List<string> Faults(Row row)
    {
        var document = Annotator.Annotate("a", Made.Article(row.Text));
        if (document.Events.FirstOrDefault(e => e.Predicate.Overlaps(row.Event)) is not { } mention)
            return ["no event"];
        var faults = new List<string>();
        var modality = Name(mention.Modality);
        if (!row.Modalities.Contains(modality))
            faults.Add($"{modality}, not {string.Join(" or ", row.Modalities)} ({mention.Rule})");
        var condition = mention.Condition is { } given ? document.Slice(given) : "";
        var expected = row.Condition is { } wanted ? document.Slice(wanted) : "";
        if (condition != expected)
            faults.Add($"condition '{condition}', not '{expected}'");
        if (row.Hedge is { } hedge && mention.Hedge?.Overlaps(hedge) is not true)
            faults.Add($"hedge '{(mention.Hedge is { } words ? document.Slice(words) : "")}'");
        var acts = Acts(document, row.Event);
        if (row.Act is "none" ? acts.Contains("stated") : row.Act is not "-" && !acts.Contains(row.Act))
            faults.Add($"act {string.Join(", ", acts)}, not {row.Act}");
        return faults;
    }

    // A refusal to speak is a stance, as nobody is given words by it.
    private static List<string> Acts(Document document, Span place) =>
    [
        .. document.Quotations.Where(q => q.Content.Any(c => c.Overlaps(place))).Select(q => Name(q.Act)),
        .. document.Stances.Where(s => s.Kind is StanceKind.Declines && s.Content.Any(c => c.Overlaps(place))).Select(_ => "declined"),
    ];

    private static string Name<T>(T value)
        where T : struct, Enum =>
        string.Concat(value.ToString().Select((c, i) => char.IsUpper(c) && i > 0 ? "-" + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString(CultureInfo.InvariantCulture)));

    private static TheoryData<string, int, string> Rows(Func<Row, bool> which)
    {
        var data = new TheoryData<string, int, string>();
        foreach (var row in s_rows.Where(which))
            data.Add(row.File, row.Line, row.Text);
        return data;
    }

    private static List<Row> Read(string file)
    {
        using var stream = typeof(StatementTests).Assembly.GetManifestResourceStream(file)!;
        using var reader = new StreamReader(stream);
        var rows = new List<Row>();
        for (var line = 1; reader.ReadLine() is { } text; line++)
        {
            if (text.Length > 0 && text[0] != '#')
                rows.Add(Row.Of(file, line, text));
        }
        return rows;
    }

    private sealed record Row(string File, int Line, bool IsKnownToFail, string[] Modalities, string Act, string Text, Span Event, Span? Condition, Span? Hedge)
    {
        public static Row Of(string file, int line, string row)
        {
            var columns = row.TrimStart('!').Split('\t');
            var text = new System.Text.StringBuilder();
            var opened = new Dictionary<char, int>();
            var spans = new Dictionary<char, Span>();
            foreach (var c in columns[3])
            {
                if ("[{<".Contains(c, StringComparison.Ordinal))
                    opened[c] = text.Length;
                else if ("]}>".IndexOf(c, StringComparison.Ordinal) is >= 0 and var kind)
                    spans["[{<"[kind]] = new Span(opened["[{<"[kind]], text.Length);
                else
                    text.Append(c);
            }
            return new Row(
                file, line, row[0] == '!', columns[1].Split('|'), columns[2], text.ToString(), spans['['],
                spans.TryGetValue('{', out var condition) ? condition : null, spans.TryGetValue('<', out var hedge) ? hedge : null);
        }
    }
}
