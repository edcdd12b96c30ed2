using Readout.Languages;
using Readout.Pages;

namespace Readout.Articles.Blocks;

/// <summary>
/// Says of each block how likely it is part of the report: boosted trees over what stands in and around the block.
/// Trained by <c>src/Readout.Training</c>; one model for pages with markup, one for bare text.
/// </summary>
internal sealed class BodyModel(BoostedTrees trees)
{
    /// <summary>A block is taken from here on.</summary>
    public const float Threshold = 0.4f;

    // Every page has something to say; what is likeliest on it is taken to be about this likely.
    private const float Likeliest = 0.9f;
    private const int EnoughWords = 200;
    private const double EnoughShare = 0.2;

    private static readonly Lazy<BodyModel> Markup = new(() => new BodyModel(BoostedTrees.Read(Resource.Bytes("models/body-html.bin"))));
    private static readonly Lazy<BodyModel> Plain = new(() => new BodyModel(BoostedTrees.Read(Resource.Bytes("models/body-text.bin"))));

    /// <summary>The model for a page's kind.</summary>
    public static BodyModel For(MediaType type) => type == MediaType.Html ? Markup.Value : Plain.Value;

    /// <summary>Answers for all blocks, 0 to 1.</summary>
    public float[] Answers(Page page, IReadOnlyList<BlockView> blocks)
    {
        var answers = new float[blocks.Count];
        BlockFeatures.ForEach(page, blocks, i => !IsMenu(blocks, i), (i, row) => answers[i] = trees.Predict(row));
        return Level(blocks, answers);
    }

    // Half of a page's blocks are links between links; asking about them would cost half of the time.
    private static bool IsMenu(IReadOnlyList<BlockView> blocks, int i) =>
        IsLink(blocks[i]) && (i == 0 || IsLink(blocks[i - 1])) && (i + 1 == blocks.Count || IsLink(blocks[i + 1]));

    private static bool IsLink(BlockView block) => block.LinkShare >= 0.95 && !block.IsSentence && block.Block.Level == 0;

    /// <summary>Answers moved so that the likeliest words of the page are taken for report: on a strange template all are unlikely.</summary>
    public static float[] Level(IReadOnlyList<BlockView> blocks, float[] answers)
    {
        var prose = 0;
        foreach (var block in blocks)
            prose += BlockFeatures.IsProse(block) && IsOpen(block) ? block.Words : 0;
        var enough = Math.Min(EnoughWords, prose * EnoughShare);
        var order = new int[answers.Length];
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        Array.Sort(order, (a, b) => answers[b].CompareTo(answers[a]) is var c and not 0 ? c : a.CompareTo(b));
        float top = 0;
        var words = 0;
        foreach (var i in order)
        {
            words += IsOpen(blocks[i]) ? blocks[i].Words : 0;
            top = answers[i];
            if (words >= enough)
                break;
        }
        if (top is >= Likeliest or <= 0)
            return answers;
        var shift = Logit(Likeliest) - Logit(top);
        return Array.ConvertAll(answers, a => 1 / (1 + MathF.Exp(-Logit(a) - shift)));
    }

    // Readers' words make no report, however many they are.
    private static bool IsOpen(BlockView block) => block.Facts is not { InThread: true };

    private static float Logit(float p) => MathF.Log(Math.Max(1e-6f, p) / Math.Max(1e-6f, 1 - p));
}
