using System.Text;

namespace Readout.Formats.Exports;

/// <summary>Runs of words that stand so on a page. Fewer than five in a row are anybody's.</summary>
internal sealed class QuotedRuns
{
    public const int Shortest = 5;

    private readonly HashSet<ulong> _runs = [];

    public QuotedRuns(RecordView record)
    {
        foreach (var page in record.Pages)
        {
            var text = record.Text(page.Id)?.Value ?? "";
            var words = Words(text);
            for (var i = 0; i + Shortest <= words.Count; i++)
                _runs.Add(Hash(text, words, i));
        }
    }

    /// <summary>The text with "…" in place of every such run.</summary>
    public string Without(string text)
    {
        var words = Words(text);
        StringBuilder? clean = null;
        var from = 0;
        for (var i = 0; i + Shortest <= words.Count; i++)
        {
            if (!_runs.Contains(Hash(text, words, i)))
                continue;
            var last = i + Shortest - 1;
            while (last + 1 < words.Count && _runs.Contains(Hash(text, words, last + 2 - Shortest)))
                last++;
            clean ??= new StringBuilder();
            clean.Append(text, from, words[i].Start - from).Append('…');
            from = words[last].End;
            i = last;
        }
        return clean is null ? text : clean.Append(text, from, text.Length - from).ToString();
    }

    private static List<(int Start, int End)> Words(string text)
    {
        var words = new List<(int, int)>();
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            while (i < text.Length && char.IsLetterOrDigit(text[i]))
                i++;
            if (i > start)
                words.Add((start, i));
            else
                i++;
        }
        return words;
    }

    // FNV-1a over the letters without case, with a mark between words: the same in every process.
    private static ulong Hash(string text, List<(int Start, int End)> words, int first)
    {
        var hash = 14695981039346656037UL;
        for (var w = first; w < first + Shortest; w++)
        {
            for (var i = words[w].Start; i < words[w].End; i++)
                hash = (hash ^ char.ToLowerInvariant(text[i])) * 1099511628211UL;
            hash = (hash ^ ' ') * 1099511628211UL;
        }
        return hash;
    }
}
