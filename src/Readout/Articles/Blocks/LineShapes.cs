using Readout.Pages;

namespace Readout.Articles.Blocks;

/// <summary>
/// What takes the place of markup in bare text: short lines written to one pattern ("May 6, 2024 at 6:58 am", "Ada Moll says:")
/// stand above every comment and below every teaser of a page.
/// </summary>
internal sealed class LineShapes
{
    private const int MaxWords = 14;
    private const int MaxParts = 10;
    private const int MinStamps = 3;
    private const int Near = 8;
    private const int Far = 40;
    private const int FarAlike = 30;

    private readonly Line[] _lines;
    private readonly Dictionary<ulong, int> _shapes = [];
    private readonly Dictionary<ulong, int> _firsts = [];
    private readonly Dictionary<ulong, int> _lasts = [];
    private readonly int[] _stamps;

    // Only short lines that are no sentences have a shape.
    private readonly record struct Line(bool IsShort, bool IsRow, ulong Shape, ulong First, ulong Last, bool HasDigit);

    /// <summary>What is told of one block; distances in blocks, to a short line of the same shape and to the next stamp.</summary>
    private record struct Distances(int AlikeBefore, int AlikeAfter, int StampBefore, int StampAfter);

    private readonly Distances[] _distances;

    public LineShapes(Page page, IReadOnlyList<BlockView> blocks)
    {
        _lines = new Line[blocks.Count];
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].IsSentence || blocks[i].Words > MaxWords)
                continue;
            var line = _lines[i] = Read(page.Text.Chars(blocks[i].Block.Span), blocks[i].Words > 1);
            Count(_shapes, line.Shape);
            if (!line.IsRow)
                continue;
            Count(_firsts, line.First);
            Count(_lasts, line.Last);
        }
        _stamps = new int[blocks.Count + 1];
        for (var i = 0; i < blocks.Count; i++)
            _stamps[i + 1] = _stamps[i] + (IsStamp(i) ? 1 : 0);
        _distances = new Distances[blocks.Count];
        Measure(forward: true);
        Measure(forward: false);
    }

    private static void Count(Dictionary<ulong, int> counts, ulong key) => counts[key] = counts.GetValueOrDefault(key) + 1;

    // A line with figures in it whose like stands on the page several times.
    private bool IsStamp(int i) => _lines[i] is { IsShort: true, HasDigit: true } line && _shapes[line.Shape] >= MinStamps;

    private void Measure(bool forward)
    {
        var seen = new Dictionary<ulong, int>();
        var stamp = -1;
        for (var step = 0; step < _lines.Length; step++)
        {
            var i = forward ? step : _lines.Length - 1 - step;
            var line = _lines[i];
            var alike = line.IsShort && seen.TryGetValue(line.Shape, out var other) ? Math.Min(FarAlike, Math.Abs(i - other)) : Far;
            var stamped = stamp < 0 ? Far : Math.Min(Far, Math.Abs(i - stamp));
            _distances[i] = forward ? _distances[i] with { AlikeBefore = alike, StampBefore = stamped } : _distances[i] with { AlikeAfter = alike, StampAfter = stamped };
            if (line.IsShort)
                seen[line.Shape] = i;
            if (IsStamp(i))
                stamp = i;
        }
    }

    /// <summary>Adds what is known of a line and of the two on either side.</summary>
    public void Add(FeatureRow row, int i)
    {
        var line = _lines[i];
        row.Add("alike lines", Alike(line));
        row.Add("same last word", line.IsRow ? FeatureRow.Log(_lasts[line.Last]) : -1);
        row.Add("same first word", line.IsRow ? FeatureRow.Log(_firsts[line.First]) : -1);
        var distances = _distances[i];
        row.Add("alike before", distances.AlikeBefore);
        row.Add("alike after", distances.AlikeAfter);
        row.Add("stamp before", distances.StampBefore);
        row.Add("stamp after", distances.StampAfter);
        foreach (var step in (ReadOnlySpan<int>)[-2, -1, 1, 2])
        {
            var other = i + step >= 0 && i + step < _lines.Length ? _lines[i + step] : default;
            row.Add("alike lines ", step, i + step < 0 || i + step >= _lines.Length ? -2 : Alike(other));
            row.Add("same words ", step, other.IsRow ? FeatureRow.Log(Math.Max(_lasts[other.Last], _firsts[other.First])) : -1);
        }
        row.Add("stamps near", _stamps[Math.Min(_lines.Length, i + Near + 1)] - _stamps[Math.Max(0, i - Near)]);
    }

    private double Alike(Line line) => line.IsShort ? FeatureRow.Log(_shapes[line.Shape]) : -1;

    private static Line Read(ReadOnlySpan<char> text, bool isRow)
    {
        var first = text.IndexOfAny(' ', '\n') is var end and >= 0 ? text[..end] : text;
        var last = text[(text.LastIndexOfAny(' ', '\n') + 1)..];
        return new Line(true, isRow, Shape(text), Hash(first), Hash(last), text.ContainsAnyInRange('0', '9'));
    }

    // The kinds of its words and its marks in order: "May 6, 2024" is A9,9.
    private static ulong Shape(ReadOnlySpan<char> text)
    {
        var hash = ElementFacts.NoTemplate;
        var last = '\0';
        var parts = 0;
        for (var i = 0; i < text.Length && parts < MaxParts;)
        {
            var c = text[i++];
            if (char.IsWhiteSpace(c))
                continue;
            var kind = char.IsDigit(c) ? '9' : !char.IsLetter(c) ? c : char.IsUpper(c) ? 'A' : 'a';
            while (i < text.Length && (kind == '9' ? char.IsDigit(text[i]) : kind is 'A' or 'a' && char.IsLetterOrDigit(text[i])))
                i++;
            // Names of two words and of three are alike.
            if (kind == last && kind is 'A' or 'a')
                continue;
            last = kind;
            hash = Add(hash, kind);
            parts++;
        }
        return hash;
    }

    private static ulong Hash(ReadOnlySpan<char> word)
    {
        var hash = ElementFacts.NoTemplate;
        foreach (var c in word)
            hash = Add(hash, char.IsDigit(c) ? '9' : c);
        return hash;
    }

    // FNV-1a.
    private static ulong Add(ulong hash, char c) => (hash ^ c) * 1099511628211;
}
