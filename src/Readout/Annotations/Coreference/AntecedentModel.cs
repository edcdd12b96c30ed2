using Readout.Articles.Blocks;
using Readout.Languages;

namespace Readout.Annotations;

/// <summary>Says how well a mention goes with a pronoun: trained trees over <see cref="AntecedentRow"/>. Read once, shared by threads.</summary>
internal sealed class AntecedentModel
{
    private static readonly Lazy<AntecedentModel> Shared = new(() => new AntecedentModel(BoostedTrees.Read(Resource.Bytes("models/coref-en.bin"))));

    private readonly BoostedTrees _trees;

    public AntecedentModel(BoostedTrees trees)
    {
        if (trees.Features != AntecedentRow.Length)
            throw new InvalidDataException("models/coref-en.bin was trained on other features; train it again with src/Readout.Training");
        _trees = trees;
    }

    public static AntecedentModel En => Shared.Value;

    public float Score(ReadOnlySpan<float> row) => _trees.Predict(row);
}
