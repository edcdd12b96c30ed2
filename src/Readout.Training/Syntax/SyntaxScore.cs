using Readout.Annotations;

namespace Readout.Training;

/// <summary>Shares of words of given sentences that a network tags and attaches as the treebank does.</summary>
internal static class SyntaxScore
{
    public static string Of(SyntaxNetwork network, IReadOnlyList<TreebankWord[]> sentences)
    {
        int words = 0, upos = 0, xpos = 0, heads = 0, labelled = 0, full = 0;
        var answers = new SyntaxAnswers();
        var buffers = new NetworkBuffers();
        foreach (var chunk in sentences.Chunk(16))
        {
            var sorted = chunk.OrderByDescending(s => s.Length).ToArray();
            var batch = new SentenceBatch(Array.ConvertAll(sorted, s => s.Length));
            var forms = new ReadOnlyMemory<char>[batch.Rows];
            for (var s = 0; s < sorted.Length; s++)
            {
                for (var i = 0; i < sorted[s].Length; i++)
                    forms[batch.Row(s, i)] = sorted[s][i].Form.AsMemory();
            }
            answers.Reserve(batch.Rows);
            network.Read(batch, row => forms[row], answers, buffers);
            for (var s = 0; s < sorted.Length; s++)
            {
                for (var i = 0; i < sorted[s].Length; i++)
                {
                    var word = sorted[s][i];
                    var row = batch.Row(s, i);
                    words++;
                    upos += answers.Upos[row] == (int)word.Upos ? 1 : 0;
                    xpos += network.Labels.Xpos[answers.Xpos[row]] == word.Xpos ? 1 : 0;
                    if (answers.Heads[row] != (word.Head == 0 ? -1 : batch.Row(s, word.Head - 1)))
                        continue;
                    heads++;
                    var relation = network.Labels.Relations[answers.Relations[row]];
                    full += relation == word.Relation ? 1 : 0;
                    labelled += relation.Split(':')[0] == word.Relation.Split(':')[0] ? 1 : 0;
                }
            }
        }
        return FormattableString.Invariant($"UPOS {100.0 * upos / words:F2}  XPOS {100.0 * xpos / words:F2}  UAS {100.0 * heads / words:F2}  LAS {100.0 * labelled / words:F2}  with subtypes {100.0 * full / words:F2}");
    }
}
