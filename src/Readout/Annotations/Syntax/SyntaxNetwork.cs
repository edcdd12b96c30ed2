using System.Runtime.CompilerServices;

namespace Readout.Annotations;

/// <summary>The names of a network's answers.</summary>
/// <param name="Xpos">Penn Treebank tags.</param>
/// <param name="Relations">Relations, subtypes included.</param>
internal sealed record SyntaxLabels(IReadOnlyList<string> Xpos, IReadOnlyList<string> Relations);

/// <summary>
/// Tags words and draws trees: two bidirectional recurrent layers over vectors of forms, spelling and shape; tags
/// from the first, heads and relations from the second. Heads by the biaffine score of Dozat and Manning (2017);
/// relations from the sum of two projections (Kiperwasser and Goldberg, 2016). Unchanged after it is built: threads share it.
/// </summary>
internal sealed class SyntaxNetwork
{
    private readonly WordIndex _index;
    private readonly ByteTable _words;
    private readonly ByteTable _pieces;
    private readonly ByteTable _shapes;
    private readonly FormGates _known;
    private readonly Lstm[] _layers;     // first forwards, first backwards, second forwards, second backwards
    private readonly Projection _tags;
    private readonly Projection _dependents;
    private readonly Projection _heads;
    private readonly PackedMatrix _arc;
    private readonly float[] _arcHead;
    private readonly float[] _arcRoot;
    private readonly Projection _relationDependents;
    private readonly Projection _relationHeads;
    private readonly float[] _relationRoot;
    private readonly Projection _relations;

    public SyntaxNetwork(SyntaxLabels labels, WordIndex index, ByteTable words, ByteTable pieces, ByteTable shapes, IReadOnlyDictionary<string, WeightTable> dense)
    {
        Labels = labels;
        _index = index;
        _words = words;
        _pieces = pieces;
        _shapes = shapes;
        _layers = [Layer(dense, "lstm1f", backwards: false), Layer(dense, "lstm1b", backwards: true), Layer(dense, "lstm2f", backwards: false), Layer(dense, "lstm2b", backwards: true)];
        _known = new FormGates(2 * Gates);
        _tags = new Projection(dense["tag.w"], dense["tag.b"]);
        _dependents = new Projection(dense["arc.dep.w"], dense["arc.dep.b"]);
        _heads = new Projection(dense["arc.head.w"], dense["arc.head.b"]);
        _arc = Pack(dense["arc.u"]);
        _arcHead = dense["arc.v"].Values;
        _arcRoot = dense["arc.root"].Values;
        _relationDependents = new Projection(dense["rel.dep.w"], dense["rel.dep.b"]);
        _relationHeads = new Projection(dense["rel.head.w"], null);
        _relationRoot = dense["rel.root"].Values;
        _relations = new Projection(dense["rel.out.w"], dense["rel.out.b"]);
    }

    public SyntaxLabels Labels { get; }

    /// <summary>Number of universal tags; they stand first among a word's tag scores, the Penn tags after them.</summary>
    public static int UposCount { get; } = Enum.GetValues<Upos>().Length;

    private int State => 2 * _layers[0].Size;

    private int Gates => 4 * _layers[0].Size;

    private int Input => _words.Columns + _pieces.Columns + _shapes.Columns;

    private static Lstm Layer(IReadOnlyDictionary<string, WeightTable> dense, string name, bool backwards) =>
        new(Pack(dense[name + ".w"]), Pack(dense[name + ".u"]), dense[name + ".b"].Values, backwards);

    internal static PackedMatrix Pack(WeightTable tensor) => new PackedMatrix(tensor.Rows, tensor.Columns).Fill(tensor.Values, tensor.Columns, 1);

    /// <summary>Reads the sentences of a batch.</summary>
    /// <param name="form">The form of a row of the batch.</param>
    /// <param name="answers">Takes the answers, by row.</param>
    public void Read(SentenceBatch batch, Func<int, ReadOnlyMemory<char>> form, SyntaxAnswers answers, NetworkBuffers buffers)
    {
        var rows = batch.Rows;
        var first = buffers.Take(1, rows * State);
        ReadForms(batch, form, first, buffers);
        Tag(first, rows, answers, buffers);
        var second = buffers.Take(2, rows * State);
        for (var d = 0; d < 2; d++)
        {
            var gates = buffers.Take(3, rows * Gates);
            _layers[2 + d].Enter(first, State, rows, gates);
            ReadLayer(batch, 2 + d, gates, second, buffers);
        }
        Attach(batch, second, answers, buffers);
    }

    // The first layer. Forms that are not known yet stand in rows of their own until they are worked out.
    private void ReadForms(SentenceBatch batch, Func<int, ReadOnlyMemory<char>> form, Span<float> into, NetworkBuffers buffers)
    {
        var rows = batch.Rows;
        var slots = buffers.Slots(rows);
        var vectors = buffers.Take(0, rows * Input);
        var unknown = 0;
        Span<char> seen = stackalloc char[WordForm.Longest + 1];
        for (var row = 0; row < rows; row++)
        {
            var key = See(form(row).Span, seen);
            slots[row] = _known.Find(key, WordForm.Hash(key));
            if (slots[row] >= 0)
                continue;
            var vector = vectors.Slice(unknown * Input, Input);
            vector.Clear();
            Embed(key, vector);
            slots[row] = -1 - unknown++;
        }
        var worked = buffers.Take(6, unknown * 2 * Gates);
        for (var d = 0; d < 2; d++)
            _layers[d].Enter(vectors, Input, unknown, worked.Slice(d * unknown * Gates, unknown * Gates));
        for (var d = 0; d < 2; d++)
        {
            var gates = buffers.Take(3, rows * Gates);
            for (var row = 0; row < rows; row++)
            {
                var from = slots[row] >= 0
                    ? _known.Values(slots[row]).Slice(d * Gates, Gates)
                    : worked.Slice(((d * unknown) - 1 - slots[row]) * Gates, Gates);
                from.CopyTo(gates[(row * Gates)..]);
            }
            ReadLayer(batch, d, gates, into, buffers);
        }
        for (var row = 0; row < rows; row++)
        {
            if (slots[row] < 0)
                Keep(See(form(row).Span, seen), worked, -1 - slots[row], unknown);
        }
    }

    private void Keep(ReadOnlySpan<char> key, ReadOnlySpan<float> worked, int place, int unknown)
    {
        Span<float> both = stackalloc float[2 * Gates];
        for (var d = 0; d < 2; d++)
            worked.Slice(((d * unknown) + place) * Gates, Gates).CopyTo(both[(d * Gates)..]);
        _known.Keep(key, WordForm.Hash(key), both);
    }

    // All that the network sees of a form: its shape, then its folded letters.
    private static ReadOnlySpan<char> See(ReadOnlySpan<char> form, Span<char> into)
    {
        into[0] = (char)WordForm.Shape(form);
        return into[..(1 + WordForm.Fold(form, into[1..]))];
    }

    private void Embed(ReadOnlySpan<char> seen, Span<float> into)
    {
        var folded = seen[1..];
        _words.Add(_index.Row(WordForm.Hash(folded)), 1, into[.._words.Columns]);
        Span<int> pieces = stackalloc int[WordForm.MostPieces];
        pieces = pieces[..WordForm.ReadPieces(folded, pieces)];
        var spelling = into.Slice(_words.Columns, _pieces.Columns);
        foreach (var piece in pieces)
            _pieces.Add(piece, 1f / pieces.Length, spelling);
        _shapes.Add(seen[0], 1, into[(_words.Columns + _pieces.Columns)..]);
    }

    private void ReadLayer(SentenceBatch batch, int layer, Span<float> gates, Span<float> into, NetworkBuffers buffers)
    {
        var size = _layers[layer].Size;
        _layers[layer].Read(batch, gates, buffers.Take(4, batch.Rows * size), buffers.Take(5, batch.Rows * size), into[(layer % 2 * size)..], State);
    }

    private void Tag(ReadOnlySpan<float> states, int rows, SyntaxAnswers answers, NetworkBuffers buffers)
    {
        var scores = buffers.Take(3, rows * _tags.Width);
        _tags.Apply(states, State, rows, scores);
        for (var row = 0; row < rows; row++)
        {
            var of = scores.Slice(row * _tags.Width, _tags.Width);
            answers.Upos[row] = (byte)Best(of[..UposCount]);
            answers.Xpos[row] = (byte)Best(of[UposCount..]);
        }
    }

    private void Attach(SentenceBatch batch, ReadOnlySpan<float> states, SyntaxAnswers answers, NetworkBuffers buffers)
    {
        var rows = batch.Rows;
        var width = _dependents.Width;
        var dependents = buffers.Take(3, rows * width);
        _dependents.Apply(states, State, rows, dependents);
        Activations.Rectify(dependents);
        var heads = buffers.Take(4, rows * width);
        _heads.Apply(states, State, rows, heads);
        Activations.Rectify(heads);
        var asked = buffers.Take(5, rows * width);
        for (var row = 0; row < rows; row++)
            _arcHead.CopyTo(asked[(row * width)..]);
        _arc.AddProduct(dependents, width, 1, rows, asked, width);
        for (var s = 0; s < batch.Sentences; s++)
            Attach(batch, s, asked, heads, width, answers, buffers);
        Relate(batch, states, answers, buffers);
    }

    private void Attach(SentenceBatch batch, int sentence, ReadOnlySpan<float> asked, ReadOnlySpan<float> heads, int width, SyntaxAnswers answers, NetworkBuffers buffers)
    {
        var length = batch.Length(sentence);
        // column 0 is the root, column j the sentence's word j − 1
        var candidates = buffers.Matrix(width, length + 1);
        var columns = buffers.Take(6, (length + 1) * width);
        _arcRoot.CopyTo(columns);
        var own = buffers.Take(7, length * width);
        for (var i = 0; i < length; i++)
        {
            var row = batch.Row(sentence, i);
            heads.Slice(row * width, width).CopyTo(columns[((i + 1) * width)..]);
            asked.Slice(row * width, width).CopyTo(own[(i * width)..]);
        }
        candidates.Fill(columns, 1, width);
        var scores = buffers.Take(8, length * (length + 1));
        scores.Clear();
        candidates.AddProduct(own, width, 1, length, scores, length + 1);
        var chosen = buffers.Heads(length);
        TreeDecoder.Decode(scores, length, chosen);
        for (var i = 0; i < length; i++)
            answers.Heads[batch.Row(sentence, i)] = chosen[i] == 0 ? -1 : batch.Row(sentence, chosen[i] - 1);
    }

    private void Relate(SentenceBatch batch, ReadOnlySpan<float> states, SyntaxAnswers answers, NetworkBuffers buffers)
    {
        var rows = batch.Rows;
        var width = _relationDependents.Width;
        var sums = buffers.Take(3, rows * width);
        _relationDependents.Apply(states, State, rows, sums);
        var heads = buffers.Take(4, rows * width);
        _relationHeads.Apply(states, State, rows, heads);
        for (var row = 0; row < rows; row++)
        {
            var head = answers.Heads[row] < 0 ? _relationRoot : heads.Slice(answers.Heads[row] * width, width);
            var sum = sums.Slice(row * width, width);
            for (var i = 0; i < width; i++)
                sum[i] += head[i];
        }
        Activations.Rectify(sums);
        var scores = buffers.Take(4, rows * _relations.Width);
        _relations.Apply(sums, width, rows, scores);
        for (var row = 0; row < rows; row++)
            answers.Relations[row] = (byte)Best(scores.Slice(row * _relations.Width, _relations.Width));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Best(ReadOnlySpan<float> scores)
    {
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
        {
            if (scores[i] > scores[best])
                best = i;
        }
        return best;
    }
}
