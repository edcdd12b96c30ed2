using Readout.Annotations;

namespace Readout.Training;

/// <summary>A sentence as rows of tables, with its answers as numbers.</summary>
/// <param name="Words">Row of each word's form; 0 where it is not listed.</param>
/// <param name="Rare">How likely each form is to be hidden in training: the rarer, the likelier, so that the row of the unknown learns.</param>
/// <param name="Pieces">Rows of each word's spelling.</param>
/// <param name="Shapes">Row of each word's shape.</param>
/// <param name="Heads">0 for the root, else the number of the head from 1.</param>
internal sealed record SyntaxExample(int[] Words, float[] Rare, int[][] Pieces, int[] Shapes, int[] Upos, int[] Xpos, int[] Heads, int[] Relations)
{
    public int Length => Words.Length;
}

/// <summary>Turns sentences of a treebank into rows.</summary>
internal sealed class SyntaxExamples
{
    private const double Hidden = 0.25;

    private readonly Dictionary<string, int> _xpos;
    private readonly Dictionary<string, int> _relations;
    private readonly Dictionary<ulong, int> _counts = [];
    private readonly Dictionary<ulong, int[]> _pieces = [];

    /// <param name="sentences">What is learned from: its labels and forms are the ones known.</param>
    /// <param name="known">Hashes of forms that have a row because vectors for them were learned from bare text.</param>
    public SyntaxExamples(IReadOnlyList<TreebankWord[]> sentences, IReadOnlyList<ulong> known)
    {
        foreach (var word in sentences.SelectMany(s => s))
        {
            var hash = Hash(word.Form);
            _counts[hash] = _counts.GetValueOrDefault(hash) + 1;
        }
        var hashes = new List<ulong>(known);
        var listed = new HashSet<ulong>(known);
        foreach (var (hash, count) in _counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key))
        {
            if (count > 1 && listed.Add(hash))
                hashes.Add(hash);
        }
        Index = new WordIndex([.. hashes]);
        Labels = new SyntaxLabels(Names(sentences, w => w.Xpos), Names(sentences, w => w.Relation));
        _xpos = Labels.Xpos.Select((name, i) => (name, i)).ToDictionary(p => p.name, p => p.i, StringComparer.Ordinal);
        _relations = Labels.Relations.Select((name, i) => (name, i)).ToDictionary(p => p.name, p => p.i, StringComparer.Ordinal);
    }

    public WordIndex Index { get; }

    public SyntaxLabels Labels { get; }

    public SyntaxExample Read(TreebankWord[] words)
    {
        var hashes = Array.ConvertAll(words, w => Hash(w.Form));
        return new SyntaxExample(
            Array.ConvertAll(hashes, Index.Row),
            Array.ConvertAll(hashes, h => (float)(Hidden / (Hidden + _counts.GetValueOrDefault(h)))),
            Array.ConvertAll(words, w => PiecesOf(w.Form)),
            Array.ConvertAll(words, w => WordForm.Shape(w.Form)),
            Array.ConvertAll(words, w => (int)w.Upos),
            Array.ConvertAll(words, w => _xpos.GetValueOrDefault(w.Xpos, -1)),
            Array.ConvertAll(words, w => w.Head),
            Array.ConvertAll(words, w => _relations.GetValueOrDefault(w.Relation, -1)));
    }

    private static List<string> Names(IEnumerable<TreebankWord[]> sentences, Func<TreebankWord, string> name) =>
        [.. sentences.SelectMany(s => s).Select(name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    public static ulong Hash(string form)
    {
        Span<char> folded = stackalloc char[WordForm.Longest];
        return WordForm.Hash(folded[..WordForm.Fold(form, folded)]);
    }

    private int[] PiecesOf(string form)
    {
        Span<char> folded = stackalloc char[WordForm.Longest];
        folded = folded[..WordForm.Fold(form, folded)];
        var hash = WordForm.Hash(folded);
        if (_pieces.TryGetValue(hash, out var pieces))
            return pieces;
        Span<int> rows = stackalloc int[WordForm.MostPieces];
        return _pieces[hash] = rows[..WordForm.ReadPieces(folded, rows)].ToArray();
    }
}
