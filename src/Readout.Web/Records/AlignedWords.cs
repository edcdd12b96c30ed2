namespace Readout.Web.Records;

/// <summary>Words of several wordings that stand in one place: one cell for each wording, empty where it has nothing there.</summary>
/// <param name="IsSame">All wordings have the same words here, but for marks and capitals.</param>
public sealed record AlignedColumn(IReadOnlyList<string> Cells, bool IsSame);

/// <summary>
/// Lays wordings of one statement under one another, word by word: each is laid along what those before it share (longest common
/// subsequence), and neighbouring words with the same fate become one column.
/// </summary>
public static class AlignedWords
{
    private const int MostWords = 300;

    /// <param name="wordings">The fullest first.</param>
    /// <returns>The columns; null where there is nothing to lay side by side, or too much, or hardly a word is shared.</returns>
    public static IReadOnlyList<AlignedColumn>? Of(IReadOnlyList<string> wordings)
    {
        var rows = wordings.Select(w => w.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToList();
        if (rows.Count < 2 || rows.Any(r => r.Length is 0 or > MostWords))
            return null;
        var columns = rows[0].Select(word => Column(rows.Count, 0, word)).ToList();
        for (var row = 1; row < rows.Count; row++)
            columns = Lay(columns, rows[row], row, rows.Count);
        var joined = Join(columns);
        var shared = columns.Count(IsSame);
        return shared * 3 >= rows.Min(r => r.Length) ? joined : null;
    }

    private static List<string?[]> Lay(List<string?[]> columns, string[] words, int row, int rows)
    {
        var laid = new List<string?[]>(columns.Count);
        var (column, word) = (0, 0);
        foreach (var (c, w) in Anchors(columns, words).Append((columns.Count, words.Length)))
        {
            // between two anchors words stand against words as far as both go, then alone
            for (; column < c || word < w;)
            {
                var place = column < c ? columns[column++] : new string?[rows];
                place[row] = word < w ? words[word++] : null;
                laid.Add(place);
            }
            if (c == columns.Count)
                break;
            columns[c][row] = words[w];
            laid.Add(columns[c]);
            (column, word) = (c + 1, w + 1);
        }
        return laid;
    }

    private static List<(int Column, int Word)> Anchors(List<string?[]> columns, string[] words)
    {
        var (there, here) = (columns.Select(c => Bare(c.First(w => w is not null)!)).ToList(), words.Select(Bare).ToList());
        // length of what both share from here on
        var shared = new int[there.Count + 1, here.Count + 1];
        for (var c = there.Count - 1; c >= 0; c--)
        {
            for (var w = here.Count - 1; w >= 0; w--)
                shared[c, w] = there[c] == here[w] ? shared[c + 1, w + 1] + 1 : Math.Max(shared[c + 1, w], shared[c, w + 1]);
        }
        var anchors = new List<(int, int)>();
        for (var (c, w) = (0, 0); c < there.Count && w < here.Count;)
        {
            if (there[c] == here[w])
                anchors.Add((c++, w++));
            else if (shared[c + 1, w] >= shared[c, w + 1])
                c++;
            else
                w++;
        }
        return anchors;
    }

    private static List<AlignedColumn> Join(List<string?[]> columns)
    {
        var joined = new List<AlignedColumn>();
        for (var from = 0; from < columns.Count;)
        {
            var (isSame, to) = (IsSame(columns[from]), from + 1);
            while (to < columns.Count && IsSame(columns[to]) == isSame)
                to++;
            var run = columns[from..to];
            joined.Add(new AlignedColumn([.. Enumerable.Range(0, columns[0].Length).Select(row => string.Join(' ', run.Select(c => c[row]).OfType<string>()))], isSame));
            from = to;
        }
        return joined;
    }

    private static bool IsSame(string?[] column) => column.All(w => w is not null && Bare(w) == Bare(column[0]!));

    private static string?[] Column(int rows, int row, string word)
    {
        var column = new string?[rows];
        column[row] = word;
        return column;
    }

    // A mark alone is a word of its own.
    private static string Bare(string word) =>
        word.Trim([.. word.Where(c => !char.IsLetterOrDigit(c))]) is { Length: > 0 } bare ? bare.Replace('’', '\'').ToLowerInvariant() : word;
}
