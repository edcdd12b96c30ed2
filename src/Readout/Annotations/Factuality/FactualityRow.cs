namespace Readout.Annotations;

/// <summary>What the trees of <see cref="FactualityModel"/> are told of a word: the rules' value, the linear model's, and the grammar around it.</summary>
internal sealed class FactualityRow(IReadOnlyList<Word> words, WordTree tree)
{
    public const int Length = 12;

    private static readonly string[] Relations = ["root", "conj", "xcomp", "ccomp", "advcl", "acl", "acl:relcl", "parataxis", "obj", "nmod", "nsubj", "obl"];
    private static readonly string[] Forms = ["VB", "VBG", "VBN", "VBP", "VBZ", "VBD"];

    private readonly FactualityRules _rules = new(words, tree);

    /// <param name="linear">What the linear model gives.</param>
    /// <param name="first">First word of the sentence.</param>
    /// <param name="end">Index after its last word.</param>
    public void Fill(Span<float> row, int word, float linear, int first, int end)
    {
        var form = words[word];
        var asked = words[end - 1].Lemma is "?";
        row[0] = _rules.Value(word, asked);
        row[1] = linear;
        row[2] = form.Xpos switch { ['N', ..] => 0, ['V', ..] => 1, ['J', ..] => 2, _ => 3 };
        row[3] = Array.IndexOf(Forms, form.Xpos) is >= 0 and var at ? at : Forms.Length;
        row[4] = Modal(_rules.Modal(word));
        row[5] = _rules.IsNegated(word) ? 1 : 0;
        row[6] = _rules.HasMark(word, "to") ? 1 : 0;
        row[7] = IsSpeakers(tree.Child(word, "nsubj")) ? 1 : 0;
        row[8] = asked ? 1 : 0;
        row[9] = form.Head >= 0 && _rules.Modal(form.Head) is not null ? 1 : 0;
        row[10] = Array.IndexOf(Relations, form.Relation) is >= 0 and var relation ? relation : Relations.Length;
        row[11] = IsTalk(first, end) ? 1 : 0;
    }

    private static float Modal(string? lemma) => lemma switch
    {
        null => 0, "will" or "'ll" or "shall" => 1, "would" or "'d" => 2, "could" => 3, "can" => 4, "may" or "might" => 5, "should" => 6, "must" => 7, _ => 8,
    };

    private bool IsSpeakers(int subject) => subject >= 0 && words[subject].Lemma is "I" or "we" or "you";

    // Somebody speaks to somebody: plans and wishes are told in the first person, orders to the second.
    private bool IsTalk(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (words[i].Lemma is "I" or "you" or "my" or "your" || (words[i].Lemma is "we" && i == first))
                return true;
        }
        return false;
    }
}
