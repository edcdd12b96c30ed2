using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Readout.Annotations;

namespace Readout.Training;

/// <summary>Reads a few sentences with the network as it is, and gives the gradients of its errors.</summary>
internal sealed class SyntaxShard
{
    private readonly SyntaxOptions _options;
    private readonly SyntaxParameters _weights;
    private readonly PackedParameters _packed;
    private readonly LstmBackward[] _layers;
    private readonly PackedMatrix _scratch = new(0, 0);
    private Random _random = new(0);
    private ushort[] _dice = [];

    public SyntaxShard(SyntaxOptions options, SyntaxParameters weights, PackedParameters packed)
    {
        _options = options;
        _weights = weights;
        _packed = packed;
        Gradients = new GradientStore(weights);
        _layers = new LstmBackward[4];
        for (var i = 0; i < 4; i++)
            _layers[i] = new LstmBackward(weights.Layers[i], packed, i % 2 == 1, Gradients);
    }

    public GradientStore Gradients { get; }

    /// <summary>Gradient of the words' vectors, a row each.</summary>
    public float[] InputGradient { get; private set; } = [];

    /// <summary>Rows of the table of forms that were looked up; 0 where the form was hidden.</summary>
    public int[] WordRows { get; private set; } = [];

    /// <summary>The sentences in the order of the batch, and the batch.</summary>
    public IReadOnlyList<SyntaxExample> Examples { get; private set; } = [];

    public SentenceBatch Batch { get; private set; } = new([1]);

    public double Loss { get; private set; }

    private int State => 2 * _options.State;

    private int Input => _options.WordSize + _options.PieceSize + _options.ShapeSize;

    public void Run(IReadOnlyList<SyntaxExample> examples, int seed)
    {
        _random = new Random(seed);
        Gradients.Clear();
        Loss = 0;
        Examples = [.. examples.OrderByDescending(e => e.Length)];
        Batch = new SentenceBatch([.. Examples.Select(e => e.Length)]);
        var rows = Batch.Rows;
        var input = Embed();
        var inputMask = Mask(rows * Input, _options.DropInput, input);
        var first = new float[rows * State];
        _layers[0].Read(Batch, input, Input, first, State);
        _layers[1].Read(Batch, input, Input, first.AsSpan(_options.State), State);
        var firstClean = (float[])first.Clone();
        var firstMask = Mask(first.Length, _options.Drop, first);
        var firstGradient = new float[first.Length];
        var second = new float[rows * State];
        _layers[2].Read(Batch, first, State, second, State);
        _layers[3].Read(Batch, first, State, second.AsSpan(_options.State), State);
        var secondClean = (float[])second.Clone();
        var secondMask = Mask(second.Length, _options.Drop, second);
        var secondGradient = new float[second.Length];

        Tag(first, firstGradient);
        Attach(second, secondGradient);
        Relate(second, secondGradient);

        Multiply(secondGradient, secondMask);
        _layers[2].Return(Batch, first, State, secondClean, State, secondGradient, firstGradient);
        _layers[3].Return(Batch, first, State, secondClean.AsSpan(_options.State), State, secondGradient.AsSpan(_options.State), firstGradient);
        Multiply(firstGradient, firstMask);
        InputGradient = new float[rows * Input];
        _layers[0].Return(Batch, input, Input, firstClean, State, firstGradient, InputGradient);
        _layers[1].Return(Batch, input, Input, firstClean.AsSpan(_options.State), State, firstGradient.AsSpan(_options.State), InputGradient);
        Multiply(InputGradient, inputMask);
    }

    private float[] Embed()
    {
        var input = new float[Batch.Rows * Input];
        WordRows = new int[Batch.Rows];
        for (var s = 0; s < Examples.Count; s++)
        {
            var example = Examples[s];
            for (var i = 0; i < example.Length; i++)
            {
                var row = Batch.Row(s, i);
                WordRows[row] = _random.NextSingle() < example.Rare[i] ? 0 : example.Words[i];
                var into = input.AsSpan(row * Input, Input);
                Add(_weights.Words, WordRows[row], 1, into);
                foreach (var piece in example.Pieces[i])
                    Add(_weights.Pieces, piece, 1f / example.Pieces[i].Length, into[_options.WordSize..]);
                Add(_weights.Shapes, example.Shapes[i], 1, into[(_options.WordSize + _options.PieceSize)..]);
            }
        }
        return input;
    }

    private static void Add(Parameter table, int row, float factor, Span<float> into)
    {
        into = into[..table.Columns];
        TensorPrimitives.MultiplyAdd(table.Values.AsSpan(row * table.Columns, table.Columns), factor, into, into);
    }

    // Sets a share of the values to 0 and raises the others; gives the factors for the way back.
    private float[] Mask(int length, float share, float[] values)
    {
        var mask = new float[length];
        if (_dice.Length < length)
            _dice = new ushort[length * 2];
        var kept = 1 / (1 - share);
        // 16 random bits decide about each value
        _random.NextBytes(MemoryMarshal.AsBytes(_dice.AsSpan(0, length)));
        var limit = (int)(share * 65536);
        for (var i = 0; i < length; i++)
            mask[i] = _dice[i] < limit ? 0 : kept;
        TensorPrimitives.Multiply(values, mask, values);
        return mask;
    }

    private static void Multiply(float[] values, float[] mask)
    {
        TensorPrimitives.Multiply(values, mask, values);
    }

    private float[] Project(float[] from, int fromRow, int rows, Parameter weights, Parameter? bias)
    {
        var into = new float[rows * weights.Columns];
        for (var row = 0; row < rows && bias is not null; row++)
            bias.Values.CopyTo(into, row * weights.Columns);
        _packed[weights].Straight.AddProduct(from, fromRow, 1, rows, into, weights.Columns);
        return into;
    }

    private void Unproject(float[] from, int fromRow, int rows, Parameter weights, Parameter? bias, float[] given, float[]? fromGradient)
    {
        _scratch.Resize(rows, weights.Columns).Fill(given, weights.Columns, 1);
        _scratch.AddProduct(from, 1, fromRow, weights.Rows, Gradients[weights], weights.Columns);
        if (bias is not null)
            GradientStore.AddColumns(given, rows, Gradients[bias]);
        if (fromGradient is not null)
            _packed[weights].Turned.AddProduct(given, weights.Columns, 1, rows, fromGradient, fromRow);
    }

    private void Tag(float[] states, float[] stateGradient)
    {
        var rows = Batch.Rows;
        var width = _weights.TagWeights.Columns;
        var scores = Project(states, State, rows, _weights.TagWeights, _weights.TagBias);
        for (var s = 0; s < Examples.Count; s++)
        {
            for (var i = 0; i < Examples[s].Length; i++)
            {
                var of = scores.AsSpan(Batch.Row(s, i) * width, width);
                Charge(of[..SyntaxNetwork.UposCount], Examples[s].Upos[i]);
                Charge(of[SyntaxNetwork.UposCount..], Examples[s].Xpos[i]);
            }
        }
        Unproject(states, State, rows, _weights.TagWeights, _weights.TagBias, scores, stateGradient);
    }

    // Scores become the gradient of the answer's surprise; an answer of −1 is not known and costs nothing.
    private void Charge(Span<float> scores, int answer)
    {
        if (answer < 0)
        {
            scores.Clear();
            return;
        }
        var top = float.NegativeInfinity;
        foreach (var score in scores)
            top = Math.Max(top, score);
        var sum = 0f;
        for (var i = 0; i < scores.Length; i++)
            sum += scores[i] = MathF.Exp(scores[i] - top);
        for (var i = 0; i < scores.Length; i++)
            scores[i] /= sum;
        Loss -= Math.Log(Math.Max(scores[answer], 1e-12f));
        scores[answer] -= 1;
    }

    private void Attach(float[] states, float[] stateGradient)
    {
        var rows = Batch.Rows;
        var width = _options.Arc;
        var dependents = Project(states, State, rows, _weights.DependentWeights, _weights.DependentBias);
        Activations.Rectify(dependents);
        var dependentMask = Mask(dependents.Length, _options.Drop, dependents);
        var heads = Project(states, State, rows, _weights.HeadWeights, _weights.HeadBias);
        Activations.Rectify(heads);
        var headMask = Mask(heads.Length, _options.Drop, heads);
        var asked = Project(dependents, width, rows, _weights.Arc, _weights.ArcHead);
        var askedGradient = new float[asked.Length];
        var headGradient = new float[heads.Length];
        for (var s = 0; s < Examples.Count; s++)
            Attach(s, asked, heads, askedGradient, headGradient);
        var dependentGradient = new float[dependents.Length];
        Unproject(dependents, width, rows, _weights.Arc, _weights.ArcHead, askedGradient, dependentGradient);
        Unrectify(dependents, dependentMask, dependentGradient);
        Unrectify(heads, headMask, headGradient);
        Unproject(states, State, rows, _weights.DependentWeights, _weights.DependentBias, dependentGradient, stateGradient);
        Unproject(states, State, rows, _weights.HeadWeights, _weights.HeadBias, headGradient, stateGradient);
    }

    private static void Unrectify(float[] values, float[] mask, float[] gradient)
    {
        for (var i = 0; i < values.Length; i++)
            gradient[i] = values[i] > 0 ? gradient[i] * mask[i] : 0;
    }

    private void Attach(int sentence, float[] asked, float[] heads, float[] askedGradient, float[] headGradient)
    {
        var width = _options.Arc;
        var example = Examples[sentence];
        var length = example.Length;
        var columns = new float[(length + 1) * width];
        var own = new float[length * width];
        _weights.ArcRoot.Values.CopyTo(columns, 0);
        for (var i = 0; i < length; i++)
        {
            var row = Batch.Row(sentence, i);
            heads.AsSpan(row * width, width).CopyTo(columns.AsSpan((i + 1) * width));
            asked.AsSpan(row * width, width).CopyTo(own.AsSpan(i * width));
        }
        var scores = new float[length * (length + 1)];
        _scratch.Resize(width, length + 1).Fill(columns, 1, width);
        _scratch.AddProduct(own, width, 1, length, scores, length + 1);
        for (var i = 0; i < length; i++)
        {
            var of = scores.AsSpan(i * (length + 1), length + 1);
            of[i + 1] = -1e9f;
            Charge(of, example.Heads[i]);
        }
        var ownGradient = new float[own.Length];
        _scratch.Resize(length + 1, width).Fill(columns, width, 1);
        _scratch.AddProduct(scores, length + 1, 1, length, ownGradient, width);
        var columnGradient = new float[columns.Length];
        _scratch.Resize(length, width).Fill(own, width, 1);
        _scratch.AddProduct(scores, 1, length + 1, length + 1, columnGradient, width);
        Add(columnGradient.AsSpan(0, width), Gradients[_weights.ArcRoot]);
        for (var i = 0; i < length; i++)
        {
            var row = Batch.Row(sentence, i);
            ownGradient.AsSpan(i * width, width).CopyTo(askedGradient.AsSpan(row * width));
            columnGradient.AsSpan((i + 1) * width, width).CopyTo(headGradient.AsSpan(row * width));
        }
    }

    private static void Add(ReadOnlySpan<float> from, Span<float> into)
    {
        TensorPrimitives.Add(into, from, into[..from.Length]);
    }

    private void Relate(float[] states, float[] stateGradient)
    {
        var rows = Batch.Rows;
        var width = _options.Relation;
        var sums = Project(states, State, rows, _weights.RelationDependentWeights, _weights.RelationDependentBias);
        var heads = Project(states, State, rows, _weights.RelationHeadWeights, null);
        var headRows = new int[rows];
        var answers = new int[rows];
        for (var s = 0; s < Examples.Count; s++)
        {
            for (var i = 0; i < Examples[s].Length; i++)
            {
                var row = Batch.Row(s, i);
                var head = Examples[s].Heads[i];
                headRows[row] = head == 0 ? -1 : Batch.Row(s, head - 1);
                answers[row] = Examples[s].Relations[i];
                Add(head == 0 ? _weights.RelationRoot.Values : heads.AsSpan(headRows[row] * width, width), sums.AsSpan(row * width, width));
            }
        }
        Activations.Rectify(sums);
        var mask = Mask(sums.Length, _options.Drop, sums);
        var scores = Project(sums, width, rows, _weights.RelationWeights, _weights.RelationBias);
        var labels = _weights.RelationWeights.Columns;
        for (var row = 0; row < rows; row++)
            Charge(scores.AsSpan(row * labels, labels), answers[row]);
        var gradient = new float[sums.Length];
        Unproject(sums, width, rows, _weights.RelationWeights, _weights.RelationBias, scores, gradient);
        Unrectify(sums, mask, gradient);
        var headGradient = new float[heads.Length];
        for (var row = 0; row < rows; row++)
            Add(gradient.AsSpan(row * width, width), headRows[row] < 0 ? Gradients[_weights.RelationRoot] : headGradient.AsSpan(headRows[row] * width, width));
        Unproject(states, State, rows, _weights.RelationDependentWeights, _weights.RelationDependentBias, gradient, stateGradient);
        Unproject(states, State, rows, _weights.RelationHeadWeights, null, headGradient, stateGradient);
    }
}
