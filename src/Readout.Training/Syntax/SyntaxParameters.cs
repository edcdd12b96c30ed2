using Readout.Annotations;

namespace Readout.Training;

/// <summary>All weights of the network that tags and parses, while it learns.</summary>
internal sealed class SyntaxParameters
{
    private readonly List<Parameter> _dense = [];

    public SyntaxParameters(SyntaxOptions options, SyntaxLabels labels, int words)
    {
        var random = new Random(options.Seed);
        var state = 2 * options.State;
        Words = new Parameter("words", words, options.WordSize).Randomise(random, 0.1);
        Pieces = new Parameter("pieces", WordForm.Pieces, options.PieceSize).Randomise(random, 0.3);
        Shapes = new Parameter("shapes", WordForm.Shapes, options.ShapeSize).Randomise(random, 0.3);
        var input = options.WordSize + options.PieceSize + options.ShapeSize;
        Layers =
        [
            new LstmParameters("lstm1f", input, options.State, this, random), new LstmParameters("lstm1b", input, options.State, this, random),
            new LstmParameters("lstm2f", state, options.State, this, random), new LstmParameters("lstm2b", state, options.State, this, random),
        ];
        TagWeights = Add("tag.w", state, SyntaxNetwork.UposCount + labels.Xpos.Count, random);
        TagBias = Add("tag.b", 1, TagWeights.Columns);
        DependentWeights = Add("arc.dep.w", state, options.Arc, random);
        DependentBias = Add("arc.dep.b", 1, options.Arc);
        HeadWeights = Add("arc.head.w", state, options.Arc, random);
        HeadBias = Add("arc.head.b", 1, options.Arc);
        Arc = Add("arc.u", options.Arc, options.Arc, random);
        ArcHead = Add("arc.v", 1, options.Arc);
        ArcRoot = Add("arc.root", 1, options.Arc, random);
        RelationDependentWeights = Add("rel.dep.w", state, options.Relation, random);
        RelationDependentBias = Add("rel.dep.b", 1, options.Relation);
        RelationHeadWeights = Add("rel.head.w", state, options.Relation, random);
        RelationRoot = Add("rel.root", 1, options.Relation, random);
        RelationWeights = Add("rel.out.w", options.Relation, labels.Relations.Count, random);
        RelationBias = Add("rel.out.b", 1, labels.Relations.Count);
    }

    public Parameter Words { get; }

    public Parameter Pieces { get; }

    public Parameter Shapes { get; }

    public LstmParameters[] Layers { get; }

    public Parameter TagWeights { get; }

    public Parameter TagBias { get; }

    public Parameter DependentWeights { get; }

    public Parameter DependentBias { get; }

    public Parameter HeadWeights { get; }

    public Parameter HeadBias { get; }

    public Parameter Arc { get; }

    public Parameter ArcHead { get; }

    public Parameter ArcRoot { get; }

    public Parameter RelationDependentWeights { get; }

    public Parameter RelationDependentBias { get; }

    public Parameter RelationHeadWeights { get; }

    public Parameter RelationRoot { get; }

    public Parameter RelationWeights { get; }

    public Parameter RelationBias { get; }

    /// <summary>Weights that every batch changes; the tables of words, pieces and shapes change where a batch looked.</summary>
    public IReadOnlyList<Parameter> Dense => _dense;

    public Parameter Add(string name, int rows, int columns, Random? random = null)
    {
        var parameter = new Parameter(name, rows, columns);
        if (random is not null)
            parameter.Randomise(random);
        _dense.Add(parameter);
        return parameter;
    }
}

/// <summary>Weights of one direction of a recurrent layer.</summary>
internal sealed class LstmParameters
{
    public LstmParameters(string name, int input, int size, SyntaxParameters owner, Random random)
    {
        Input = owner.Add(name + ".w", input, 4 * size, random);
        Recurrent = owner.Add(name + ".u", size, 4 * size, random);
        Bias = owner.Add(name + ".b", 1, 4 * size);
        Bias.Values.AsSpan(size, size).Fill(1);     // to begin with, remember
    }

    public Parameter Input { get; }

    public Parameter Recurrent { get; }

    public Parameter Bias { get; }
}
